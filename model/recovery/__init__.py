"""What a killed sitting leaves behind: the plan as it was being typed, kept in a journal and found again."""
