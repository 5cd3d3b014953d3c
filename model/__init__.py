"""What a plan is: its values, its money, its edits, its checks, its file. Pure Python, no sentence for people."""
