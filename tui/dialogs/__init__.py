"""Dialogs: a screen over the screen, dismissed with a value."""
