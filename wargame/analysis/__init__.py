"""What many games between bots say about a scenario."""
