"""What each chapter of the document says, in the order of the method."""
