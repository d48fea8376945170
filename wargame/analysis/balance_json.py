"""The JSON document of a balance: everything, the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wargame.analysis.appraisal import appraisals
from wargame.analysis.sensitivity import Effect, Sensitivity, Step

if TYPE_CHECKING:
    from wargame.analysis.balance import Balance


def balance_json(found: Balance) -> dict[str, Any]:
    """Returns all of it as numbers, shares and lists, the same for the same seed."""
    scenario, series = found.series.scenario, found.series
    teams = len(scenario.teams)
    worth = {
        id: appraisal.to_json(tuple(scenario.teams))
        for id, appraisal in appraisals(found.studies.of("worth")).items()
    }
    return {
        "scenario": scenario.id,
        "bots": dict(series.bots),
        "seed": series.seed,
        "deals_allowed": series.deals,
        "preset": series.preset,
        "off": list(series.off),
        "games_asked": series.games,
        "games": found.tally.games,
        "measures": [measure.to_json() for measure in found.measures],
        "endings": {id: found.ending(id).to_json() for id in scenario.endings},
        "agendas": {id: found.agenda(id).to_json() for id in scenario.agendas},
        "teams": {
            id: {
                "mean_score": round(found.mean_score(id), 3),
                "highest": found.highest(id).to_json(),
            }
            for id in scenario.teams
        },
        "achieved_together": {
            "none": found.together(0, 0).to_json(),
            "two_or_more": found.together(2, teams).to_json(),
            "all": found.together(teams, teams).to_json(),
        },
        "orders": {
            id: {
                **found.order(id).to_json(),
                "used": found.used(id).to_json(),
                "worth": worth.get(id),
            }
            for id in found.orders
        },
        "cards": {
            id: {
                "drawn": found.drawn(id).to_json(),
                "played": found.played(id).to_json(),
                "worth": worth.get(id),
            }
            for id in scenario.cards
        },
        "tracks": {spread.name: spread.to_json() for spread in found.spreads},
        "deals": {
            "offered": found.tally.deals["offered"],
            "accepted": found.accepted().to_json(),
            "broken": found.broken().to_json(),
        },
        "median_legal_orders": found.tally.median_choices(),
        "studies": {name: len(found.studies.found) for name in found.studies.names},
        "sensitivity": _sensitivity(found.sensitivity) if found.sensitivity else None,
    }


def _sensitivity(found: Sensitivity) -> dict[str, Any]:
    return {
        "numbers": found.asked,
        "games": found.games,
        "detectable_w": round(found.detectable, 4),
        "effects": [_effect(effect) for effect in found.effects],
    }


def _effect(effect: Effect) -> dict[str, Any]:
    number = effect.number
    return {
        "place": str(number.mark),
        "of": ".".join(number.path),
        "text": number.text,
        "value": number.value,
        "steps": [_step(step) for step in effect.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    if step.distance is None:
        return {"value": step.value, "refused": step.refused}
    return {
        "value": step.value,
        "distance": step.distance.to_json(),
        "moved": step.moved.to_json(),
        "p": step.chance,
        "p_discovery": step.discovery,
    }
