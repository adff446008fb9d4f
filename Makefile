# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
#
# make run         set up, build the picture of Maastricht and serve it at http://127.0.0.1:8000/,
#                  with the desk, filled and open to anybody on this machine, at /werk/
# make test        set up and run the tests (everything that a change can break)
# make test-postgresql   the tests that use the database, on PostgreSQL
# make test-slow   the long tier: kills, payloads, simulations
# make check       format, lint, types, import contract, texts
# make picture     set up and build the picture without serving it
# make bench       measure; writes build/bench.json (BENCH=pattern runs some)
# make lock        renew the lock files
# make clean       remove what these commands made, except the workspace

PYTHON ?= python3
AREA ?= GM0935
PORT ?= 8000
BENCH ?=
BIN := .venv/bin
UV := $(BIN)/uv
EDITION := workspace/editions/$(AREA)

.DEFAULT_GOAL := run
.PHONY: run picture test test-postgresql test-slow check bench lock clean setup setup-dev browser checkers kernels

run: picture
	$(BIN)/baken desk --demo --area $(AREA) --port $(PORT) --workspace workspace

picture: setup
	@test -f workspace/baken.toml || $(BIN)/baken init --area $(AREA) --workspace workspace
	$(BIN)/baken warm --workspace workspace
	$(BIN)/baken build $(AREA) --out $(EDITION) --workspace workspace

test: setup-dev browser checkers kernels
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup

# Of the tests the same; the run starts a server of its own and stops it. Where there is none: skipped, unless CI=1.
# The databases go with that server, so nobody has to drop them while a browser still holds a connection.
test-postgresql: setup-dev browser checkers kernels
	$(BIN)/python scripts/with_postgresql.py $(BIN)/python -m pytest -q --reuse-db -m 'database and not slow' -n 2 --dist loadgroup

test-slow: setup-dev browser checkers kernels
	$(BIN)/python -m pytest -q -m slow -n 2 --dist loadgroup tests/methods
	$(BIN)/python -m pytest -q -m slow --ignore tests/methods

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/messages.py --check

bench: setup-dev browser build/lighthouse/.done .venv/.bench
	$(BIN)/python scripts/bench.py $(BENCH)

lock: .venv/.uv
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 --group setup -o requirements/setup.txt
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements/run.txt
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev --group bench -o requirements/bench.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis

setup: .venv/.run
setup-dev: .venv/.run .venv/.dev

.venv/.uv: requirements/setup.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Baken needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt
	@touch $@

.venv/.run: .venv/.uv requirements/run.txt pyproject.toml
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.bench: .venv/.dev requirements/bench.txt
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/bench.txt
	@touch $@

# Compiled once for all tests, wherever their workspaces are.
kernels: setup
	@BAKEN_KERNELS=build/kernels $(BIN)/baken warm

# The browser comes from the system's packages; no test tool downloads one.
browser:
	@sh scripts/need_browser.sh

# The checkers of HTML, as their lock file pins them.
checkers: build/node/.done

build/node/.done: tests/web/node/package.json tests/web/node/package-lock.json
	@sh scripts/install_node.sh tests/web/node build/node

build/lighthouse/.done: scripts/node/package.json scripts/node/package-lock.json
	@sh scripts/install_node.sh scripts/node build/lighthouse
