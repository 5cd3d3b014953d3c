"""Numbers, dates and choices between the plan's values and what people type and read, in their language."""
