# Every task of this repository; `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PYTHON := $(BIN)/python
PORT ?= 10101
# One part of the tests: make test T=tests/php/language/types
T ?=
# Further options of the tool behind a target: make bench ARGS='--rounds 1 sieve nbody'
ARGS ?=

# Real PHP to compare with; never needed by `make test`. Any PHP 8.4 command line does: make oracle PHP=/path/to/php
HOWDAH_REF ?= $(HOME)/.cache/howdah-ref
PHP ?= $(HOWDAH_REF)/php
PHP_PGSQL ?= $(HOWDAH_REF)/php-pgsql
PHP_JIT ?= $(HOWDAH_REF)/php-jit
PHP_SRC ?= $(HOWDAH_REF)/php-src
# Scripts that drive real packages; each prints something, the same whenever it runs.
PROGRAMS ?= $(HOWDAH_REF)/programs/programs

.PHONY: help setup up test fix lint types unit tables foreign dashboards infra infra-release wheels functions oracle oracle-database conformance sweep sweep-methods signatures programs bench bench-http bench-node chaos scale security fuzz soak audit lock clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## prepare .venv and what it needs; quick and offline once done (RETRY=1 looks for system packages again)
	@.ci/setup

up: setup ## run a cluster on PORT (10101), in the foreground; says how to call it
	@exec $(BIN)/howdah up --port $(PORT) $(ARGS)

test: setup ## everything CI runs, or one part of it: T=tests/unit/cache, T=tests/php/language/types
ifeq ($(T),)
	@$(MAKE) lint types
endif
	$(PYTHON) -m pytest $(T) $(ARGS)

unit: setup ## the Python unit tests alone
	$(PYTHON) -m pytest tests/unit $(ARGS)

lint: setup ## ruff and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: setup ## mypy, strict
	$(BIN)/mypy

fix: setup ## format, and correct what can be corrected by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

tables: setup ## build the grammar's LALR tables
	$(PYTHON) -m engine.syntax.tables

foreign: setup ## write engine/foreign/compiled.py, the C declarations as cffi reads them
	$(PYTHON) -m engine.foreign.declarations

infra: setup ## Ansible, rules, dashboards and a fleet of namespaces: minutes, and root
	@.ci/infra
	@$(MAKE) wheels
	promtool test rules infra/prometheus/tests/alerts_over_days.yml
	$(PYTHON) -m pytest -m 'fleet or not fleet' -s tests/infra $(ARGS)

# The hosts' system: noble (Ubuntu 24.04) or trixie (Debian 13) instead of this machine's.
RELEASE ?= trixie

infra-release: setup ## the fleet test alone, on hosts of another system: RELEASE=noble or trixie
	@.ci/infra
	@$(MAKE) wheels
	FLEET_ROOT="$$(.ci/root $(RELEASE))" $(PYTHON) -m pytest -m fleet -s tests/infra/test_fleet.py $(ARGS)

# The Pythons of the hosts: Debian 12, Ubuntu 24.04, Debian 13.
WHEEL_PYTHONS ?= 3.11 3.12 3.13
WHEEL_PLATFORMS := $(foreach one,manylinux2014 manylinux_2_17 manylinux_2_28,--platform $(one)_$(shell uname -m))

# Downloaded once: what dist/wheelhouse has already needs no index. async-timeout is named since only Pythons older than ours may
# want it, and pip asks ours.
wheels: setup ## build dist/howdah-wheels.tar: the howdah wheel and all that a host needs beside it
	rm -rf dist/wheels
	mkdir -p dist/wheelhouse
	$(PYTHON) -m pip wheel -q --no-build-isolation --no-deps --disable-pip-version-check -w dist/wheels .
	for version in $(WHEEL_PYTHONS); do \
	  set -- --disable-pip-version-check --only-binary=:all: --implementation cp --python-version $$version $(WHEEL_PLATFORMS) \
	    -c requirements.lock --find-links dist/wheels --find-links dist/wheelhouse -d dist/wheels \
	    "$$(echo dist/wheels/howdah-*.whl)[otel]" async-timeout; \
	  $(PYTHON) -m pip download -q --no-index "$$@" 2>/dev/null || $(PYTHON) -m pip download -q "$$@" || exit 1; \
	done
	find dist/wheels -name '*.whl' ! -name 'howdah-*' -exec cp -n {} dist/wheelhouse/ ';'
	tar -C dist/wheels -cf dist/howdah-wheels.tar .
	rm -rf build dist/wheels

dashboards: setup ## write Grafana's dashboards from infra/grafana/boards.py
	$(PYTHON) -m infra.grafana.generate $(ARGS)

functions: setup ## write FUNCTIONS.md, the list of the PHP functions there are
	$(PYTHON) -m tests.conformance.functions $(ARGS)

oracle: setup ## run our own .phpt tests on real PHP
	$(PYTHON) -m tests.php.oracle --php '$(PHP)' $(ARGS)

oracle-database: setup ## run our scripts that use a database on real PHP and a real Postgres
	$(PYTHON) -m tests.database.scripts --php '$(PHP_PGSQL)' $(ARGS)

conformance: setup ## run php-src's tests against a node, counted by folder
	$(PYTHON) -m tests.conformance.run --root '$(PHP_SRC)' $(ARGS)

sweep: setup ## call every function with good and wrong arguments here and on real PHP: ARGS='array_slice --show 9'
	$(PYTHON) -m tests.conformance.sweep --php '$(PHP)' $(ARGS)

sweep-methods: setup ## the same for constructors and methods of classes: ARGS='ArrayObject --show 9'
	$(PYTHON) -m tests.conformance.sweep_methods --php '$(PHP)' $(ARGS)

signatures: setup ## compare what reflection says of our functions, classes and constants with real PHP: ARGS='ArrayObject'
	$(PYTHON) -m tests.conformance.signatures --php '$(PHP)' $(ARGS)

programs: setup ## run real PHP packages from PROGRAMS unchanged, output and CPU time beside real PHP's
	$(PYTHON) -m tests.conformance.programs --php '$(PHP)' --programs '$(PROGRAMS)' $(ARGS)

bench: setup ## CPU time of our PHP programs against real PHP
	$(PYTHON) -m tests.benchmarks.run --php '$(PHP)' --php-jit '$(PHP_JIT)' --save $(ARGS)

bench-http: setup ## CPU per request of the whole path through nginx, interleaved with nginx and php-fpm
	$(PYTHON) -m tests.benchmarks.path $(ARGS)

bench-node: setup ## CPU per request and requests a second of one node alone
	$(PYTHON) -m tests.benchmarks.http $(ARGS)

chaos: setup ## kill, freeze, restart and overload a cluster; each promise with its figure
	$(PYTHON) -m tests.chaos $(ARGS)

scale: setup ## simulate 2 to 200 nodes from measured service times: where the next bottleneck is
	$(PYTHON) -m tests.benchmarks.scale $(ARGS)

security: setup ## attack a real node with every hostile script and request; look at every call of an executor
	$(PYTHON) -m pytest tests/unit/engine/sandbox tests/integration/test_confinement.py
	$(PYTHON) -m tests.security.run --show $(ARGS)
	$(PYTHON) -m tests.security.neighbours
	$(PYTHON) -m tests.security.send_requests --show
	$(PYTHON) -m tests.security.reuse --strace
	$(PYTHON) -m tests.security.confinement_cost

# How long to fuzz: make fuzz MINUTES=10 ARGS='--target grammar,damaged'
MINUTES ?= 1

fuzz: setup ## damaged and generated scripts, calls and frames for MINUTES; anything but PHP's outcomes is found
	$(PYTHON) -m tests.fuzz.run --minutes $(MINUTES) $(ARGS)

soak: setup ## many executions mixed with canaries: nothing lost, nothing leaked, memory flat (COUNT=100000)
	$(PYTHON) -m tests.security.soak --count $(COUNT) $(ARGS)

COUNT ?= 100000

audit: setup ## known vulnerabilities of the pinned dependencies, from PyPI; says so where it cannot ask
	$(PYTHON) -m tests.security.audit

lock: setup ## pin the dependencies again, from pyproject.toml (needs network)
	$(PYTHON) -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --extra dev --upgrade --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock

clean: ## remove what was built or cached
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
