"""What the client receives: a plan composed as one document, and the formats that it is written in."""
