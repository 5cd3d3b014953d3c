"""Readings of indicators from anybody's table: a column each, a row each, or a month a column."""
