"""`wargame doctor`: checks whether this computer is fit to play."""

from __future__ import annotations

import click
from attrs import asdict

from wargame.commands.places import Places
from wargame.commands.streams import print_json
from wargame.doctor import examine


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
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
            print(f"{'ok' if finding.ok else 'NOT OK'}: {finding.name}: {finding.detail}")
            if not finding.ok:
                print(f"  what to do: {finding.remedy}")
    if not is_fit:
        ctx.exit(1)
