"""The Textual interface: one screen for each kind of seat, one widget a file."""
