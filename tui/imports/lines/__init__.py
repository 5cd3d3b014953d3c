"""Budget lines from anybody's table: which rows are lines, titles, totals, and what each line makes of the plan."""
