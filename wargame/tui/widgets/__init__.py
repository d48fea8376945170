"""Widgets of the screens: each shows a part of a view and knows nothing else."""
