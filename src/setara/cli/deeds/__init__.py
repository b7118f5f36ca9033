"""What the words of the command line do, one module a room."""
