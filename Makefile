# The tasks of this project; `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv -q pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
# Each command loads a second sooner from compiled modules; with -n 3, who has nothing left takes from who has much.
# UNDER is what the tests run under, as `-m slipcover`.
export PYTHONDONTWRITEBYTECODE =
.PHONY: help demo test lint lock pages clean

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

demo: $(VENV)/.run ## install, then rewrite the example draft with its facts
	@$(BIN)/unbland rewrite examples/account-manager/draft.md --facts examples/account-manager/facts.yaml

test: $(VENV)/.dev ## install with the test tools, then run the tests
	@$(BIN)/python $(UNDER) -m pytest -n 3 --dist worksteal -q $(ARGS)

lint: $(VENV)/.dev ## format check, lint, types, import contracts
	@$(BIN)/ruff format --check service tests benchmarks
	@$(BIN)/ruff check service tests benchmarks
	@$(BIN)/mypy -n auto service/unbland tests
	@$(BIN)/lint-imports

lock: $(VENV)/.dev ## pin the dependencies anew, with hashes
	@$(COMPILE) --group build -o requirements.lock
	@$(COMPILE) --group build --group dev -c requirements.lock -o tests/requirements.lock

pages: $(VENV)/.dev ## write anew what is generated: the API's description with its examples, the table of bad days
	@$(BIN)/python docs/api_description.py
	@$(BIN)/python docs/bad_days.py

clean: ## remove the environment and what was built
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: tests/requirements.lock $(VENV)/.run
	@$(BIN)/python -m pip install -q --no-compile --disable-pip-version-check --require-hashes --no-deps -r tests/requirements.lock
	@touch $@
