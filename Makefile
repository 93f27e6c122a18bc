# One command each. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check format gate bench figures lock clean
PYTHON ?= python3
BIN := .venv/bin

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: .venv/ready ## make .venv with everything pinned and hashed, and .venv/bin/sayso in it

.venv/ready: requirements.lock pyproject.toml
	@echo "1 of 4: an environment of its own in .venv"
	$(PYTHON) -m venv .venv
	@echo "2 of 4: the packages of requirements.lock (the first time, a minute or more to download)"
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: -r requirements.lock
	@echo "3 of 4: sayso itself"
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@echo "4 of 4: the place names"
	$(BIN)/sayso gazetteer
	touch .venv/ready

demo: setup ## read the sample dossier and show what is in it
	$(BIN)/sayso demo

test: setup ## all tests
	$(BIN)/pytest

check: setup ## format, lint, types, import direction
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gate: setup ## quality: score against ../shared and the dossier, hold the floors
	$(BIN)/python -m benchmarks.gate

bench: setup ## speed and memory of the whole pipeline against bare spaCy
	$(BIN)/python -m benchmarks.bench

figures: setup ## write the committed results into README and docs
	$(BIN)/python -m benchmarks.report

lock: setup ## pin every package by version and hash again (takes minutes)
	$(BIN)/pip-compile --quiet --extra dev --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --allow-unsafe --no-annotate --no-header --output-file requirements.lock pyproject.toml

clean: ## remove what was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache
