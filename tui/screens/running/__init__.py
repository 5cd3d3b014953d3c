"""What each command does in the workspace: one function a command, found by its id in one of these modules."""
