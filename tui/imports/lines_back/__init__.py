"""The CSV of budget lines that was exported, edited in a spreadsheet: what comes back is what was edited in it."""
