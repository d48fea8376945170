"""Pages made from a scenario or a game, for people to read outside it."""
