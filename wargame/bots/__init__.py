"""Players that see only what a seat sees: `make("doctrine", seed=1)`."""

from wargame.bots.bot import Bot
from wargame.bots.roster import BOTS, make

__all__ = ["BOTS", "Bot", "make"]
