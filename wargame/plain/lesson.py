"""A lesson in plain mode: its steps told one after the other, between what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.language import tr
from wargame.table.tutor import Tutor

WORDS = {
    "aims": "goals",
    "gauges": "board",
    "known": "dossier",
    "talk": "messages",
    "charts": "chart",
}
"""Words for what a step has looked at, where they are other than its name."""


class LessonAside:
    """Is the voice of the lesson; without one it says nothing."""

    def __init__(self, tutor: Tutor | None) -> None:
        """Begins with nothing told."""
        self._tutor = tutor
        self._told = -1

    def heard(self, word: str) -> None:
        """Takes notice of a command that looked at something."""
        tutor = self._tutor
        if tutor is not None and tutor.step is not None and word == word_of(tutor.step.look):
            tutor.looked(tutor.step.look)

    def told(self) -> Iterator[str]:
        """Returns the step that the learner has come to, once."""
        tutor = self._tutor
        if tutor is None:
            return
        tutor.watch()
        if tutor.at != self._told:
            self._told = tutor.at
            yield from self.step()

    def step(self) -> Iterator[str]:
        """Returns the step that the learner is at."""
        tutor = self._tutor
        if tutor is None:
            yield tr("No lesson is under way. 'wargame learn --plain' begins one.")
        elif tutor.step is None:
            yield tr(
                "The lesson is over: {lesson}. 'wargame learn --plain' goes on.",
                lesson=tutor.lesson.title,
            )
        else:
            yield tr(
                "Lesson, {step} of {steps}: {says}",
                step=tutor.at + 1,
                steps=len(tutor.lesson.steps),
                says=said_with(tutor.step.say, word_of(tutor.step.look)),
            )
            if tutor.is_to_be_read:
                yield tr("Type 'lesson' to go on.")

    def obey(self) -> Iterator[str]:
        """Goes on from a step that is only to be read; gives the hint of another, then goes on."""
        tutor = self._tutor
        if tutor is None or tutor.step is None:
            yield from self.step()
        elif tutor.nudge():
            yield from self.step()
            if tutor.step.hint:
                yield tr("Hint: {hint}", hint=tutor.step.hint)
            else:
                yield tr("There is no hint.")
            yield tr("'lesson' once more goes on without it.")


def word_of(look: str) -> str:
    """Returns the command that looks at something."""
    return WORDS.get(look, look)


def said_with(say: str, key: str) -> str:
    """Returns what a step says, with the key or word that it speaks of."""
    return say.replace("{key}", f"'{key}'")
