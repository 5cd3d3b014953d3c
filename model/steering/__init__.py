"""Steering the year: what was expected against what is obtained, what was decided about it, and who carries it when."""
