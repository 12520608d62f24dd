# make app   sets up everything and opens the app on the built-in atlas
# make test  sets up everything and runs all checks

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt

.PHONY: app test lint unit bench-app bench-reading figures atlas lock clean

app: $(VENV)/.app
	$(BIN)/jintu app

test: lint unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	PYTHON=$(BIN)/python tools/with_chromium.sh $(BIN)/python -m pytest

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Jintu needs Python 3.11 or later; $(PYTHON) is older. Say which to use: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'

$(VENV)/.app: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.app
	$(PIP) install --group dev
	touch $@

bench-app: $(VENV)/.dev
	PYTHONPATH=. $(BIN)/python tools/bench_app.py
	PYTHONPATH=. $(BIN)/python tools/bench_sessions.py

bench-reading: $(VENV)/.dev
	$(PIP) install --group bench
	$(BIN)/python tools/bench_reading.py

figures: $(VENV)/.app
	$(BIN)/python tools/figures.py

atlas: $(VENV)/.app
	$(BIN)/jintu build ../shared/articles --out data/atlas

lock: $(VENV)/.dev
	{ head -n 1 constraints.txt; $(PIP) freeze --exclude-editable; } > build.lock && mv build.lock constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
