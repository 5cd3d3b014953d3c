"""Suppliers' quotes from anybody's table: one a row, or a comparison with a column for each supplier."""
