"""One running game: its journal, its session, its turn machine and its seats."""
