"""The command line: a module for each command; each gives its answer, and one place prints it."""
