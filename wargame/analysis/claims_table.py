"""The plain text of tested claims: a block for each hypothesis, with controls and bots beside."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.claims import HOLDS, Claims, Finding
from wargame.analysis.columns import Row, columns


def claims_table(found: Claims) -> str:
    """Returns the findings as plain text."""
    blocks = [list(_rows(finding, found.bots)) for finding in found.findings]
    heading: Row = ("  played", "games that count", "holds in")
    # one table, so that the columns of all blocks are aligned
    lines = columns([heading, *(row for rows in blocks for row in rows)]).splitlines()
    text = [*_introduction(found), "", lines.pop(0)]
    for finding, rows in zip(found.findings, blocks, strict=True):
        text += ["", *_title(finding), *(lines.pop(0) for _ in rows)]
    held = sum(finding.verdict == HOLDS for finding in found.findings)
    return "\n".join([*text, "", f"{held} of {len(found.findings)} hold"]) + "\n"


def _introduction(found: Claims) -> Iterator[str]:
    early = "" if found.games == found.asked else f" of {found.asked} asked for"
    title = found.scenario.about.title
    yield f"{title}: hypotheses over {found.games} games{early}, seed {found.seed}"
    yield "Shares are followed by their 95 percent interval. A hypothesis holds if its interval"
    yield "lies above its threshold, and that of its control at least 20 points below it."


def _title(finding: Finding) -> Iterator[str]:
    hypothesis = finding.hypothesis
    yield f"{next(iter(hypothesis.source), finding.id)} {hypothesis.title}"
    yield f"  {finding.verdict} (at least {hypothesis.least}% wanted)"


def _rows(finding: Finding, bots: str) -> Iterator[Row]:
    for who, counts in (("by its doctrine", finding.counts), (f"by {bots}", finding.beside)):
        for off, count in counts.items():
            role = " (control)" if off == (finding.hypothesis.control,) else ""
            without = f", without {', '.join(off)}{role}" if off else ""
            yield f"  {who}{without}", f"{count.counted} of {count.games}", str(count.share)
