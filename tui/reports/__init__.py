"""What is read rather than typed: each module gives the lines of one report, from the desk, at any width."""
