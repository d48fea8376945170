"""The scenario and its program, read and built once for all tests of this folder."""

from __future__ import annotations

import pytest

from wargame.kernel.program import Program, build
from wargame.scenario.load import load_scenario
from wargame.scenario.model import Scenario


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return load_scenario("s400")


@pytest.fixture(scope="session")
def program(scenario: Scenario) -> Program:
    return build(scenario)
