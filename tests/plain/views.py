"""Views made by hand, as small as they can be."""

from __future__ import annotations

from typing import Any

from wargame.kernel.view import Option, PurseView, TeamView, TermView, View


def option(number_of: str, **given: Any) -> Option:
    fields: dict[str, Any] = {
        "decision": f"order north {number_of}",
        "kind": "order",
        "id": number_of,
        "title": number_of.capitalize(),
        "text": "Something happens.",
        "card": False,
        "argument": False,
        "cost": 1,
        "purse": "Will",
        "legal": True,
        "reasons": (),
        "effects": (),
        "odds": (),
        "addends": (),
        "boost_gain": (),
        "boosts": 2,
        "meetings": (),
        "source": (),
        "voice": "design",
    }
    return Option(**{**fields, **given})


def team(id: str, **given: Any) -> TeamView:
    fields: dict[str, Any] = {
        "id": id,
        "title": id.capitalize(),
        "says": f"The {id}.",
        "brief": "Win.",
        "sealed": False,
        "hand_size": 0,
        "purses": (PurseView(id="will", title="Will", left=3, income=3, bank=2),),
        "kept": 0,
        "broken": 0,
        "goals": (),
        "agenda": "",
        "agenda_text": "",
        "agenda_goals": (),
        "hand": (),
        "orders": (),
        "score": None,
        "achieved": False,
    }
    return TeamView(**{**fields, **given})


def view(**given: Any) -> View:
    fields: dict[str, Any] = {
        "seat": "north",
        "scenario": "hill",
        "scenario_title": "The hill",
        "summary": "Two teams and a hill.",
        "turn": 2,
        "turns": 4,
        "date": "May",
        "phase": "orders",
        "phase_title": "Orders",
        "phases": (),
        "node": "orders",
        "waiting_for": ("north", "south"),
        "prompt": "Give your orders, then seal them.",
        "gauges": (),
        "teams": (team("north"), team("south")),
        "options": (
            option("dig"),
            option("climb", legal=False, reasons=("the hill is taken",)),
            option("seal", kind="seal", id="", decision="seal north", purse=""),
        ),
        "offers": (),
        "terms": (
            TermView(id="leave", by="north", title="To leave", says="North leaves.", due=2),
            TermView(id="pay", by="south", title="To pay", says="South pays.", due=1),
        ),
        "pending": None,
        "table": (),
        "orders": (),
        "ending": None,
    }
    return View(**{**fields, **given})
