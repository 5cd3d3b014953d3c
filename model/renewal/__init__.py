"""The year's end: what became of each action, and next year's plan made from this one."""
