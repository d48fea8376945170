"""`wargame` alone: the start screen, or a demonstration where nobody could see it."""

from __future__ import annotations

from wargame.commands.places import Places
from wargame.commands.terminal import is_attached, require_terminal, run_app


def start(places: Places) -> int:
    """Opens the start screen; with no terminal attached, plays and tells a demonstration game.

    Returns the exit code.
    """
    if is_attached():
        require_terminal()
        from wargame.tui.app import WargameApp

        return run_app(WargameApp(saves=places.saves, scenarios=places.scenarios))
    from wargame.plain.console import standard
    from wargame.plain.demonstration import demonstration
    from wargame.scenario.files import default_scenario
    from wargame.scenario.load import load_scenario

    scenario = load_scenario(default_scenario(places.scenarios), places.scenarios)
    standard().say(demonstration(scenario))
    return 0
