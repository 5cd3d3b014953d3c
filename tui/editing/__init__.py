"""What typing needs, without any widget: a text with a cursor, the slots of a form, the options of a list."""
