"""Where games are played: in this thread, on threads or processes here, or on a cluster.

Whoever plays gets a `Work` and yields its results chunk by chunk, in whatever order they end; a
chunk's result depends on its games' numbers alone, so that the sum is the same everywhere.
"""

from wargame.analysis.executors.cluster import Cluster
from wargame.analysis.executors.in_turn import InTurn
from wargame.analysis.executors.processes import Processes
from wargame.analysis.executors.threads import Threads
from wargame.analysis.executors.work import Executor, Work

__all__ = ["Cluster", "Executor", "InTurn", "Processes", "Threads", "Work"]
