"""Plain mode: the same game line by line, for screen readers, pipes and scripts."""
