"""Pure play: `step(state, decision) -> state`. No I/O, no clock, no names of any scenario."""
