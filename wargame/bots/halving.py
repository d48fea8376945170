"""Sequential halving: how a search shares its playouts out among the actions at its root.

The most likely actions are all tried equally often, the better half of them goes on, until one is
left (Karnin, Koren and Somekh, *Almost Optimal Exploration in Multi-Armed Bandits*, ICML 2013; at
the root of a tree: Pepels, Cazenave, Winands and Lanctot, *Minimizing Simple and Cumulative Regret
in Monte-Carlo Tree Search*, 2014). They are tried in the same worlds with the same chance, so that
none has more luck than another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf, isqrt, log, sqrt

Try = Callable[[int, int, int], tuple[int, int]]
"""Plays an action in so many worlds from one on; returns all its visits and the sum of values."""

CUSTOM = 30
"""How much the prior's logarithm counts against the value of one game, in hundredths of a point."""


def halve(priors: Mapping[int, float], worlds: range, attempt: Try) -> int:
    """Returns the action that proves best, with as many playouts as there are worlds at most.

    `priors` says how likely each action is beforehand; as many of the likeliest are tried as the
    square root of the playouts.
    """
    whole = sum(priors.values())
    running = sorted(priors, key=lambda action: -priors[action])[: isqrt(len(worlds))]
    first, left = worlds.start, len(worlds)
    for rounds in range((len(running) - 1).bit_length() or 1, 0, -1):
        count = left // rounds // len(running)
        worth = {}
        for action in running:
            visits, total = attempt(action, first, count)
            likely = log(priors[action] / whole)
            worth[action] = total / visits + CUSTOM * likely / sqrt(visits) if visits else -inf
        first += count
        left -= count * len(running)
        running = sorted(running, key=lambda action: -worth[action])
        running = running[: (len(running) + 1) // 2]
    return running[0]
