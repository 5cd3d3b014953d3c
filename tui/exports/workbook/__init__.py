"""The plan as a workbook that computes by itself, and whose edited copy can be read back (`tui.imports`)."""
