"""The screens: the start screen, and the workspace in which a plan is made."""
