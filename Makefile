# What a contributor types. `make` alone lists it. Needs Python 3.11 or newer with venv, make and git.

PYTHON ?= python3
EXAMPLE ?= twin-cities-gateway
WORKERS ?= 2
PACKAGES := tui model guides

VENV := .venv
BIN := $(VENV)/bin
TOOLS := $(VENV)/.tools-installed
READY := $(VENV)/.planmark-installed
LOCK_VENV := build/lock
PIP_COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(LOCK_VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## list what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

.PHONY: setup
setup: $(READY) ## make .venv with Planmark and the tools, where that is missing or out of date

.PHONY: run
run: $(READY) example.toml ## open the interface on an example plan (EXAMPLE=suisse-tourisme for the other)
	@$(BIN)/planmark example.toml

.PHONY: test
test: lint types imports ## everything that CI checks: form, types, imports, tests
	@$(BIN)/pytest -n $(WORKERS) -rs

.PHONY: thorough
thorough: $(READY) ## the costly properties on all their examples, and ten times as many (slow)
	@EXAMPLES_PERCENT=1000 $(BIN)/pytest -n $(WORKERS) $$(grep -rl tests.sampling tests --include='test_*.py')

.PHONY: lint
lint: $(READY) ## style and form
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "make format puts this right:"; $(BIN)/ruff format --check .; }

.PHONY: types
types: $(READY) ## mypy, strict
	@$(BIN)/mypy

.PHONY: imports
imports: $(READY) ## who may import whom
	@$(BIN)/lint-imports --no-cache

.PHONY: format
format: $(READY) ## put style and form right
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format .

.PHONY: coverage
coverage: $(READY) ## which lines the tests do not reach
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report --skip-covered --show-missing
	@$(BIN)/coverage report --include="$(KEEPING)" --fail-under=100 --show-missing

# Saving, recovery, the lock, merging, cleaning, validation: every branch has a test.
KEEPING = model/store/*,model/recovery/*,model/merge*,model/edits.py,model/paths.py,model/values.py,model/record.py,model/validation.py,model/storable.py,tui/text.py,tui/filters.py,tui/guard.py

.PHONY: bench
bench: $(READY) ## how fast it is, beside a bare Textual program (ARGS=--help for more)
	@$(BIN)/python -m tests.bench $(ARGS)

.PHONY: campaigns
campaigns: $(READY) ## every goal of robustness, at full size (ARGS=--help for more)
	@$(BIN)/python -m tests.campaigns $(ARGS)

.PHONY: campaign
campaign: $(READY) ## one of them: make campaign NAME=faults
	@$(BIN)/python -m tests.campaigns $(NAME) $(ARGS)

.PHONY: pictures
pictures: $(READY) ## the pictures of the README, drawn again
	@$(BIN)/python -m docs.pictures

.PHONY: build
build: $(READY) ## the wheel, in dist/
	@rm -rf dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	@ls dist

.PHONY: smoke
smoke: build ## the wheel, installed in a clean environment and tried from another folder
	@PYTHON="$(PYTHON)" sh tests/smoke.sh

.PHONY: lock
lock: ## pin the packages again, with hashes, at their newest versions
	@$(PYTHON) -m venv $(LOCK_VENV)
	@$(LOCK_VENV)/bin/pip install --quiet pip-tools
	@$(PIP_COMPILE) --upgrade -o requirements.txt pyproject.toml
	@$(PIP_COMPILE) --upgrade --extra export -o requirements-dev.txt pyproject.toml requirements-dev.in

.PHONY: clean
clean: ## remove what was made: .venv, build, dist, caches (not your plans)
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Planmark needs Python 3.11 or newer: make PYTHON=…")'
	@echo "Making $(VENV)…"
	@$(PYTHON) -m venv $(VENV)

$(TOOLS): requirements-dev.txt | $(BIN)/python
	@echo "Installing packages…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The folder itself is installed, so that a changed line is at once what runs. Missing .pyc files cost a start fourfold.
$(READY): pyproject.toml $(TOOLS)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@

example.toml: | $(READY)
	@$(BIN)/planmark new example.toml --example $(EXAMPLE)
