"""`wargame doctor`: checks whether this computer is fit to play."""

from __future__ import annotations

import click
from attrs import asdict

from wargame.commands.places import Places
from wargame.commands.streams import json_option, print_json
from wargame.doctor import examine
from wargame.language import tr


@click.command("doctor")
@json_option()
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Check whether this computer is fit to play.

    Looks at Python, the packages, the terminal, the save folder and the scenarios, and says what
    to do about each thing that is not right. The exit code is 1 if there is one.
    """
    places: Places = ctx.obj
    findings = examine(saves=places.saves, scenarios=places.scenarios)
    is_fit = all(finding.ok for finding in findings)
    if as_json:
        document = {"fit": is_fit, "findings": [asdict(finding) for finding in findings]}
        print_json(document)
    else:
        for finding in findings:
            told = {"name": finding.name, "detail": finding.detail}
            if finding.ok:
                print(tr("ok: {name}: {detail}", **told))
            else:
                print(tr("NOT OK: {name}: {detail}", **told))
                print(tr("  what to do: {remedy}", remedy=finding.remedy))
    if not is_fit:
        ctx.exit(1)
