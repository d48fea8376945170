"""The words by which views tell kinds and states apart, for the catalogue.

They are translated where they are shown and nowhere else: the code compares them.
"""

from __future__ import annotations

from wargame.language import marked

CHANGES = (
    marked("reveal"),
    marked("move"),
    marked("outcome"),
    marked("event"),
    marked("choice"),
    marked("rule"),
    marked("clash"),
    marked("preset"),
    marked("deal"),
    marked("argument"),
    marked("ruling"),
    marked("inject"),
)
"""Of what has happened."""

ORDERS = (
    marked("given"),
    marked("waiting"),
    marked("voided"),
    marked("lapsed"),
    marked("carried out"),
    marked("pending"),
)
"""Of an order."""

OFFERS = (marked("offered"), marked("struck"), marked("finished"))
"""Of an offer or deal."""

PROMISES = (marked("open"), marked("kept"), marked("broken"))
"""Of a promise in a deal."""

RECORDS = (
    marked("decision"),
    marked("goto"),
    marked("message"),
    marked("note"),
    marked("bookmark"),
)
"""Of a record."""

STATEMENTS = (marked("mechanism"), marked("event"), marked("motive"), marked("hypothesis"))
"""Of a statement of the source."""

VOICES = (marked("fact"), marked("circles"), marked("article"), marked("design"))
"""Of whoever makes a statement; what is cited may be one of them, too."""
