"""What the budget may come to when some of its lines are only known between two figures."""
