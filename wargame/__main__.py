"""Runs the command line: `python -m wargame`."""

from wargame.cli import main

main()
