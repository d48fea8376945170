"""The bots by name."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.bots.bot import Bot
from wargame.bots.budget import Budget, budget
from wargame.bots.doctrine import DoctrineBot
from wargame.bots.guests import guests, host_of
from wargame.bots.random_bot import RandomBot
from wargame.bots.search import SearchBot
from wargame.errors import BotUnknown
from wargame.language import tr
from wargame.text import clean, nearest

LEVELS: Mapping[str, int] = {"easy": 16, "fair": 64, "hard": 256, "best": 4096}
"""How many playouts a decision each level of the search bot has."""

BOTS = ("random", "doctrine", *LEVELS, "search")

OLDER = {"rollout": "search"}
"""Names that saved games know bots by, and what plays in their place."""

USUAL = Budget(LEVELS["hard"])


def quick(name: str) -> str:
    """Returns the bot most like the one of that name that decides at once: it searches little."""
    bot = make(name, seed=0)
    if isinstance(bot, SearchBot):
        return f"search:{min(bot.budget.playouts, LEVELS['easy'])}"
    return name


def thorough(name: str) -> str:
    """Returns the bot most like the one of that name that is sure of what it says."""
    return "best" if isinstance(make(name, seed=0), SearchBot) else name


def make(name: str, *, seed: int) -> Bot:
    """Returns a new bot: `random`, `doctrine`, a level, `search:BUDGET` or a guest.

    Raises:
        BotUnknown: there is no bot of that name.
        ExtraMissing: it needs a package that is not installed.
        UsageInvalid: its budget cannot be used.
    """
    kind, colon, spent = name.partition(":")
    kind = OLDER.get(kind, kind)
    if kind == "search":
        return SearchBot(name, seed, budget(spent) if colon else USUAL)
    if name in LEVELS:
        return SearchBot(name, seed, Budget(LEVELS[name]))
    if name == "random":
        return RandomBot(seed=seed)
    if name == "doctrine":
        return DoctrineBot(seed=seed)
    host = host_of(kind)
    if host:
        return host(spent if colon else None, seed=seed)
    word, known = clean(name, limit=40), (*BOTS, *guests())
    raise BotUnknown(
        tr("there is no bot '{word}'{guess}", word=word, guess=nearest(kind, known)),
        remedy=tr("one of: {known}, search:PLAYOUTS, search:SECONDSs", known=", ".join(known)),
    )
