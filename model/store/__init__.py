"""The plan on disk: reading a file with care, writing it the same way every time, saving it whole or not at all."""
