"""The bots by name."""

from __future__ import annotations

from wargame.bots.bot import Bot
from wargame.bots.doctrine import DoctrineBot
from wargame.bots.guests import guests, host_of
from wargame.bots.random_bot import RandomBot
from wargame.bots.rollout import PLAYOUTS, RolloutBot
from wargame.errors import BotUnknown, UsageInvalid
from wargame.text import clean, nearest

BOTS = ("random", "doctrine", "rollout")
MOST_PLAYOUTS = 100_000


def make(name: str, *, seed: int) -> Bot:
    """Returns a new bot: `random`, `doctrine`, `rollout`, `rollout:PLAYOUTS` or a guest.

    Raises:
        BotUnknown: there is no bot of that name.
        ExtraMissing: it needs a package that is not installed.
        UsageInvalid: its number of playouts cannot be used.
    """
    kind, colon, number = name.partition(":")
    if kind == "rollout":
        return RolloutBot(seed=seed, playouts=_playouts(number) if colon else PLAYOUTS)
    if name == "random":
        return RandomBot(seed=seed)
    if name == "doctrine":
        return DoctrineBot(seed=seed)
    host = host_of(kind)
    if host:
        return host(number if colon else None, seed=seed)
    word, known = clean(name, limit=40), (*BOTS, *guests())
    raise BotUnknown(
        f"there is no bot '{word}'{nearest(kind, known)}",
        remedy=f"one of: {', '.join(known)}, rollout:PLAYOUTS",
    )


def _playouts(text: str) -> int:
    digits = text if text.isascii() and text.isdigit() and len(text) <= 9 else "0"
    if not 1 <= int(digits) <= MOST_PLAYOUTS:
        raise UsageInvalid(
            f"'{clean(text, limit=40)}' is no number of playouts",
            remedy=f"write rollout:N with N from 1 to {MOST_PLAYOUTS}",
        )
    return int(digits)
