"""What people see and type: the command line, the words in two languages, and the Textual screens."""
