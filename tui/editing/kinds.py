"""The kinds of field that are chosen rather than typed."""

PICKED = ("choice", "flag")
"""A few words side by side: arrows or first letters choose."""

LINKED = ("ref", "refs")
"""Records of the plan: typing narrows a list, which one picks from."""
