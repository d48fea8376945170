# `make run` and `make test` need Python 3.11 or later and make; everything else is set up here.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CANDIDATES := $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3)
WORKERS ?= auto
FLAGS ?=
ROOMS := formula scenario kernel table
GATE := 95

.DEFAULT_GOAL := help
.PHONY: help setup run test check cov soak bench messages pictures saves clean

help: ## Lists the targets.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-16s%s\n", $$1, $$2}'

setup: $(READY) ## Makes .venv and installs the project with pinned versions.

run: $(READY) ## Plays: the start screen, or a demonstration where there is no terminal.
	@$(BIN)/wargame

test: $(READY) ## Runs the tests.
	$(BIN)/python -m pytest -n $(WORKERS) $(FLAGS)

check: $(READY) ## Checks format, style, types and the direction of imports.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

cov: FLAGS += --cov --cov-report=
cov: test ## Runs the tests and holds the inner rooms to 95 percent branch coverage.
	@for room in $(ROOMS); do \
	    $(BIN)/coverage report --include="wargame/$$room/*" --fail-under=$(GATE) >$(VENV)/coverage.txt || \
	        { cat $(VENV)/coverage.txt; echo "wargame/$$room: below $(GATE) percent"; exit 1; }; \
	done

soak: $(READY) ## Plays thousands of games looking for a crash or a broken invariant.
	$(BIN)/python -m pytest -n $(WORKERS) -m soak $(FLAGS)

bench: $(READY) ## Runs the benchmarks, one after another.
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

messages: $(READY) ## Gathers what the program says, and brings its translations up (LANGUAGE=de adds one).
	$(BIN)/python docs/messages.py $(LANGUAGE)

pictures: $(READY) ## Makes docs/pictures/ from the program.
	$(BIN)/python docs/pictures.py

saves: $(READY) ## Records the saves that ship from saves/scripts/.
	$(BIN)/python saves/record.py

clean: ## Removes everything that was made here, .venv included.
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	rm -rf benchmarks/contenders/built benchmarks/contenders/boardgameio/node_modules
	find benchmarks saves tests wargame -name __pycache__ -type d -prune -exec rm -rf {} +

# A candidate is run and not merely looked up: version managers leave names that do nothing.
$(READY): pyproject.toml constraints.txt
	@fit=''; old=''; bare=''; \
	for name in $(CANDIDATES); do \
	    "$$name" -c '' 2>/dev/null || continue; \
	    if ! "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then old="$$name"; \
	    elif ! "$$name" -c 'import ensurepip, venv' 2>/dev/null; then bare="$$name"; \
	    else fit="$$name"; break; fi; \
	done; \
	if [ -n "$$fit" ]; then \
	    $(BIN)/python -m pip --version >/dev/null 2>&1 || "$$fit" -m venv --clear $(VENV); \
	elif [ -n "$$bare" ]; then \
	    echo "$$bare cannot make virtual environments: venv or ensurepip is missing." >&2; \
	    echo "On Debian and Ubuntu: sudo apt install python3-venv, then make again." >&2; exit 1; \
	else \
	    [ -z "$$old" ] || echo "$$old is $$("$$old" --version 2>&1), which is too old." >&2; \
	    echo "Python 3.11 or later is needed. Install it (https://www.python.org/downloads/)" >&2; \
	    echo "or name one: make $(or $(MAKECMDGOALS),setup) PYTHON=/path/to/python3.11" >&2; exit 1; \
	fi
	@echo "Setting up .venv (once; a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt hatchling
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt \
	    --no-build-isolation --editable '.[test,dev]'
	@touch $(READY)
