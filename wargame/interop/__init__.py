"""The scenarios in the forms that other libraries know: `pettingzoo`, `openspiel`.

Both stand on the same ground: `rules` (a scenario, loaded), `actions` (what a team can decide, as
numbers), `course` (how play goes on between decisions) and `sights` (what a seat sees, as numbers).
Nothing here is imported by the rest of the program; an OpenSpiel bot comes to the table by the
entry point `wargame.bots`. docs/interop.md shows how each is used.
"""
