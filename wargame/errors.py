"""Every error a user can meet, each with a stable code, a message and a remedy.

A message names the value and the place; the remedy says what to do next. Front ends print
`str(error)` and never a traceback.
"""

from __future__ import annotations

from typing import ClassVar


class WargameError(Exception):
    """Is the base of every error that is shown to a user."""

    code: ClassVar[str] = "wargame.error"

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} ({self.remedy})" if self.remedy else self.message


class FormulaError(WargameError):
    """Says that a formula cannot be read; `column` counts from 0 inside the formula's text."""

    code = "formula.fault"

    def __init__(self, message: str, *, remedy: str = "", column: int = 0) -> None:
        super().__init__(message, remedy=remedy)
        self.column = column


class ScenarioUnknown(WargameError):
    """Says that there is no scenario of that name."""

    code = "scenario.unknown"


class ScenarioFaulty(WargameError):
    """Says that a scenario has faults; `problems` lists each with its place and remedy."""

    code = "scenario.faulty"

    def __init__(self, message: str, problems: tuple[object, ...], *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.problems = problems


class TranslationUnreadable(WargameError):
    """Says that a file of translations cannot be read or written."""

    code = "translation.unreadable"


class DecisionMalformed(WargameError):
    """Says that a decision's text cannot be parsed or names something unknown."""

    code = "decision.malformed"


class DecisionIllegal(WargameError):
    """Says that the rules do not allow this decision in this state."""

    code = "decision.illegal"


class DecisionStale(WargameError):
    """Says that a decision was made for a state that has since moved on."""

    code = "decision.stale"


class PhaseRefused(DecisionIllegal):
    """Says that the current phase does not allow this action, and what it does allow."""

    code = "phase.refused"


class CapacityReached(DecisionIllegal):
    """Says that a fixed capacity of the ruleset (hands, offers) is used up."""

    code = "capacity.reached"


class SaveNameInvalid(WargameError):
    """Says that a name cannot be a save's: it would leave the save folder or is not portable."""

    code = "save.name"


class SaveMissing(WargameError):
    """Says that there is no save of that name."""

    code = "save.missing"


class SaveExists(WargameError):
    """Says that a save of that name is there already."""

    code = "save.exists"


class SaveLocked(WargameError):
    """Says that another program has the save open for writing."""

    code = "save.locked"


class SaveNewer(WargameError):
    """Says that a save was written by a newer format than this program reads."""

    code = "save.newer"


class SaveCorrupt(WargameError):
    """Says that a save's record is damaged or its hash chain is broken; `record` is its number."""

    code = "save.corrupt"

    def __init__(self, message: str, *, remedy: str = "", record: int = 0) -> None:
        super().__init__(message, remedy=remedy)
        self.record = record


class SaveDiverged(WargameError):
    """Says that replaying a save gave another state than the one recorded."""

    code = "save.diverged"

    def __init__(self, message: str, *, remedy: str = "", record: int = 0) -> None:
        super().__init__(message, remedy=remedy)
        self.record = record


class SaveUnwritable(WargameError):
    """Says that a record could not be written (a full disk, a lost folder); nothing was applied."""

    code = "save.unwritable"


class TerminalUnfit(WargameError):
    """Says that there is no terminal, or that it is too small or cannot show the characters."""

    code = "terminal.unfit"


class BotUnknown(WargameError):
    """Says that there is no bot of that name."""

    code = "bot.unknown"


class UsageInvalid(WargameError):
    """Says that an option's value cannot be used."""

    code = "usage.invalid"


class SeatRefused(DecisionIllegal):
    """Says that a seat may not do this: it is for another seat, or for the facilitator."""

    code = "seat.refused"


class ProgramUnsafe(WargameError):
    """Says that a scenario's program is more than numbers being moved; it is not run."""

    code = "program.unsafe"


class ScriptFaulty(WargameError):
    """Says that a script of a game cannot be read, or that one of its lines cannot be played."""

    code = "script.fault"


class ExtraMissing(WargameError):
    """Says that an optional package is not installed."""

    code = "extra.missing"


class ResultsUnwritable(WargameError):
    """Says that results could not be written to where they were asked for, and where they are."""

    code = "results.unwritable"


class WorkerLost(WargameError):
    """Says that whoever played games ended by itself, again and again."""

    code = "worker.lost"


class ClusterUnreachable(WargameError):
    """Says that a cluster's scheduler or workers did not answer in time."""

    code = "cluster.unreachable"


class ClusterLost(WargameError):
    """Says that a cluster went away while it was playing."""

    code = "cluster.lost"


class ClusterMismatch(WargameError):
    """Says that a cluster's workers would play other games than this program does."""

    code = "cluster.mismatch"
