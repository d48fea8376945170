"""Recall: what a seat remembers of its own decisions: what it saw each time, and what it did."""

from __future__ import annotations

from array import array
from hashlib import blake2b

from attrs import frozen

from wargame.kernel.program import Program
from wargame.kernel.setup import State
from wargame.kernel.sight import Glimpse, glimpse


@frozen
class Recall:
    """Is a seat's past: its actions, and a digest of what it saw before each.

    What is seen is digested when somebody asks: a search that plays to the end asks seldom.
    `unread` holds the states, with the actions taken in them, that are still to be digested.
    """

    digest: bytes = b""
    actions: tuple[int, ...] = ()
    unread: tuple[tuple[State, int], ...] = ()

    def after(self, s: State, action: int) -> Recall:
        """Returns what is remembered after an action in a state, which nobody changes any more."""
        return Recall(self.digest, (*self.actions, action), (*self.unread, (s, action)))

    def read(self, program: Program, seat: str) -> Recall:
        """Returns the same with everything digested."""
        if not self.unread:
            return self
        digest = self.digest
        for s, action in self.unread:
            here = digest_of(glimpse(program, s, seat))
            digest = blake2b(digest + here + action.to_bytes(4), digest_size=16).digest()
        return Recall(digest, self.actions)


def digest_of(seen: Glimpse) -> bytes:
    """Returns 16 bytes that stand for a glimpse, the same in every process."""
    numbers = array("q", seen.slots)
    numbers.extend(count for deck in seen.hands for count in deck)
    return blake2b(numbers.tobytes(), digest_size=16).digest()
