"""The plain text of tested claims: a block a hypothesis, with its controls and what bots make of it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.analysis.balance_table import Row, columns
from wargame.analysis.claims import Claims, Finding


def claims_table(found: Claims) -> str:
    """Returns the findings as plain text."""
    rows: list[Row] = [("hypothesis", "games that count", "holds in", "verdict")]
    for finding in found.findings:
        rows += _block(finding, found.bots)
    total = sum(
        count.games
        for finding in found.findings
        for count in (*finding.counts.values(), *finding.beside.values())
    )
    held = sum(finding.verdict == "holds" for finding in found.findings)
    return (
        f"{found.scenario.about.title}: hypotheses over {total} games, seed {found.seed}\n"
        "Shares are followed by their 95 percent interval. A hypothesis holds if its interval lies\n"
        "above its threshold, and that of its control at least 20 points below it.\n\n"
        f"{columns(rows)}\n\n"
        f"{held} of {len(found.findings)} hold\n"
    )


def _block(finding: Finding, bots: str) -> Iterator[Row]:
    hypothesis = finding.hypothesis
    yield (
        f"{hypothesis.source[0] if hypothesis.source else finding.id} {hypothesis.title}",
        "",
        f"at least {hypothesis.least}%",
        finding.verdict,
    )
    for who, counts in (("its doctrine", finding.counts), (bots, finding.beside)):
        for off, count in counts.items():
            role = " (control)" if off == (hypothesis.control,) else ""
            named = f", without {', '.join(off)}{role}" if off else ""
            yield (f"  {who}{named}", f"{count.counted} of {count.games}", str(count.share), "")
