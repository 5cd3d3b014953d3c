"""Tables as anybody's software writes them: bytes to rows of cells, cells to numbers, headers to columns."""
