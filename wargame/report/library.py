"""Library: a scenario's catalogue together with the cards in it, for whoever wants to browse."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from wargame.kernel.program import Program, build
from wargame.report.catalogue import CLAIMS, Catalogue, Key, shelf, voice
from wargame.report.printed import Printed, printed
from wargame.scenario.model import Claim, Scenario


@frozen
class Library:
    """Is everything printed in one scenario."""

    program: Program
    catalogue: Catalogue

    @property
    def scenario(self) -> Scenario:
        """Is the scenario that it belongs to."""
        return self.program.scenario

    def card(self, key: Key) -> Printed:
        """Returns an entry as a card."""
        return printed(self.program, key)

    def claim(self, key: Key) -> Claim | None:
        """Returns a statement of the source; none if the entry is something else."""
        return self.scenario.claims[key.id] if key.section == CLAIMS else None

    def link(self, key: Key) -> str:
        """Returns one line that leads to an entry: what it is and its title, or the statement."""
        claim = self.claim(key)
        if claim is not None:
            return f"{key.id} ({voice(claim.voice)}): {claim.text}"
        card = self.card(key)
        return f"{card.kind}: {card.title}"


def library(program: Program) -> Library:
    """Returns the library of a program's scenario."""
    return Library(program, Catalogue(program.scenario))


def read_library(scenario: Scenario) -> Library:
    """Returns the library of a scenario that no game is played of yet."""
    return library(build(scenario))


def listing(catalogue: Catalogue) -> Iterator[str]:
    """Returns every section with its entries, one a line."""
    for section in catalogue.sections:
        entries = catalogue.search("", section=section)
        yield f"{shelf(section)}: {len(entries)}."
        for entry in entries:
            yield f"{entry.key.id}: {entry.title}"
