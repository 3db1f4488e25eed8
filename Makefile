# make demo | make test | make bench | make quality | make torture; needs git, make and Python 3.11+.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CATALOGUES := $(wildcard workshop_tui/locale/*/*.po)

.PHONY: demo test lint types imports unit bench quality torture samples readme clean

demo: $(VENV)/.ready
	$(BIN)/workshop-tui demo

test: lint types imports unit

$(VENV)/.ready: constraints.txt pyproject.toml hatch_build.py $(CATALOGUES)
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python hatch_build.py
	touch $@

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

imports: $(VENV)/.ready
	$(BIN)/lint-imports --no-cache

# Three workers for two cores: a test of a screen waits as often as it works.
unit: $(VENV)/.ready
	$(BIN)/python -m pytest -q -n 3 --dist worksteal --ignore=tests/e2e --cov --cov-report=term --cov-fail-under=94
	$(BIN)/python -m pytest -q -n 2 --dist worksteal tests/e2e

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks.saving
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.importing
	$(BIN)/python -m benchmarks.exporting
	$(BIN)/python -m benchmarks.screens

quality: $(VENV)/.ready
	$(BIN)/python -m benchmarks.quality

torture: $(VENV)/.ready
	$(BIN)/python -m benchmarks.torture

# The shipped workshops are played again from their stories; a test holds the two together.
samples: $(VENV)/.ready
	$(BIN)/python -m tests.stories

# The keys table and the picture in README.md are made from the program.
readme: $(VENV)/.ready
	$(BIN)/python -m tests.readme

clean:
	rm -rf $(VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
