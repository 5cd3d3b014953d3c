"""A plan's data that come back: what was changed in an exported JSON, and nothing else, as edits of the plan."""
