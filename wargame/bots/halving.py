"""Sequential halving: spends a budget of samples on the candidates that look best."""

from __future__ import annotations

from collections.abc import Callable


def halve(count: int, budget: int, sample: Callable[[int, int], float]) -> int:
    """Returns the number of the candidate with the highest mean, as far as samples tell.

    `sample(candidate, world)` is asked at most `budget` times; all candidates that are still
    in the running are asked about the same worlds (common random numbers), counted from 0. In each
    round the worse half goes; of equals the earlier candidate stays. A budget below twice the count
    is spent on the earliest candidates.
    """
    running = list(range(min(count, max(1, budget // 2))))
    totals = [0.0] * len(running)
    world = 0
    while 1 < len(running) <= budget:
        rounds = (len(running) - 1).bit_length()
        worlds = max(1, budget // (rounds * len(running)))
        for candidate in running:
            totals[candidate] += sum(sample(candidate, world + i) for i in range(worlds))
        world += worlds
        budget -= worlds * len(running)
        running.sort(key=lambda candidate: (-totals[candidate], candidate))
        running = running[: (len(running) + 1) // 2]
    return running[0]
