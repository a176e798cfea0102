# conflict-tui: `make run` opens the browser, `make test` runs every check.
# Both work as the first command after a clone, with git, make and Python 3.10 to 3.13.

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports tests setup lock screenshots pictures docs accuracy clean

BIN := .venv/bin
ARGS ?=
# The tests of the app wait more than they work: more of them at once than there are cores.
JOBS ?= 3

help: ## show these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## set up, load the sample into an empty database, browse (ARGS="…" go to conflict-tui)
	@$(BIN)/conflict-tui --sample $(ARGS)

test: setup check ## set up and run every check

check: lint types imports tests ## every check: style, types, import contracts, tests

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

tests: setup
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

setup: ## make .venv ready (PYTHON=… chooses the Python)
	@PYTHON="$(PYTHON)" scripts/setup

lock: ## write the lock files anew (needs uv on PATH)
	@command -v uv >/dev/null || { echo "make lock needs uv on PATH (pipx install uv)." >&2; exit 2; }
	uv pip compile pyproject.toml --group dev --output-file requirements.lock $(COMPILE)
	uv pip compile --group screenshots --output-file requirements-screenshots.lock $(COMPILE)
	uv pip compile --group benchmarks --output-file requirements-benchmarks.lock $(COMPILE)

COMPILE := --quiet --universal --python-version 3.10 --generate-hashes --no-annotate --no-config \
	--no-emit-index-url --custom-compile-command 'make lock'

screenshots: ## pictures of the app on seeds/ into screenshots/
	@PYTHON="$(PYTHON)" scripts/setup requirements-screenshots.lock
	$(BIN)/python scripts/screenshots.py

pictures: screenshots ## screenshots/ anew, and the snapshots that tests compare the screen with
	$(BIN)/python -m pytest -q tests/test_app_snapshots.py --snapshot-update

docs: setup ## write the README's generated tables anew
	$(BIN)/python scripts/docs.py

accuracy: setup ## measure the extraction on tests/gold and write docs/accuracy.md anew
	$(BIN)/python benchmarks/accuracy.py --write

clean: ## remove the environment and what the tools leave
	rm -rf .venv .venv.lock build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
