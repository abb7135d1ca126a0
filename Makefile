# Everything is made inside .venv; the only thing this needs is Python 3.11 or newer.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000

export PATH := $(CURDIR)/.venv/bin:$(PATH)

installed := .venv/.installed
packages := client/node_modules/.package-lock.json
bundle := server/static/app/build.json
client_sources := $(shell find client/src client/styles client/assets -type f 2>/dev/null)
client_tests := $(wildcard tests/client/*.test.ts tests/client/*/*.test.ts tests/client/*/*/*.test.ts)
python_sources := $(wildcard consensus server tests bench)

.DEFAULT_GOAL := help

.PHONY: help
help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: install
install: $(installed) $(bundle) ## make .venv with everything in it, and build the client

.PHONY: client
client: $(bundle) ## build the client again if its sources changed

.PHONY: watch
watch: $(packages) ## build the client at each change
	cd client && node build.mjs --watch

.PHONY: run
run: install ## start the server on http://127.0.0.1:8000 (or PORT=..., HOST=...)
	commonground serve --host $(HOST) --port $(PORT)

.PHONY: demo
demo: install ## start the server with a sample room
	commonground demo --port $(PORT)

.PHONY: test
test: install programs lint types test-client ## check everything
	python -m pytest -n auto --dist loadfile

.PHONY: test-client
test-client: $(packages)
	$(if $(client_tests),node --test $(client_tests))

.PHONY: programs
programs:
	scripts/ensure-programs

.PHONY: lint
lint: $(installed) ## check style and format
	ruff check .
	ruff format --check .

.PHONY: format
format: $(installed) ## put style and format right
	ruff check --fix .
	ruff format .

.PHONY: types
types: $(installed) $(packages) ## check types, in Python and in TypeScript
	$(if $(python_sources),mypy $(python_sources))
	client/node_modules/.bin/tsc --noEmit -p client
	$(if $(client_tests),client/node_modules/.bin/tsc --noEmit -p tests/client)

.PHONY: bench
bench: install ## run the programs that measure
	@for program in bench/[a-z]*.py; do echo "== $$program"; python "$$program" || exit 1; done

.PHONY: clean
clean: ## remove everything that was made
	rm -rf .venv client/node_modules server/static/app build dist
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The hook in client/hatch_build.py serves those who install with pip alone. Here the
# virtual environment brings its own node, so that the client builds in a second.
$(installed): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	COMMONGROUND_SKIP_CLIENT=1 .venv/bin/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(packages): client/package.json client/package-lock.json client/.npmrc | $(installed)
	cd client && npm ci --ignore-scripts
	@touch $@

$(bundle): $(packages) client/build.mjs client/verify-page.mjs client/locales/en/verify.ftl $(client_sources)
	cd client && node build.mjs
