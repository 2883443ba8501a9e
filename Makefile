# SPDX-FileCopyrightText: 2026 SRFax Desktop contributors
# SPDX-License-Identifier: MIT
#
#   make run    set up and open the window on the practice service (nothing is sent to SRFax)
#   make test   set up and run all checks and tests
#   make build  pack the program into dist/: a folder, and one file; try what was packed
#   make packages  the same, and a .deb and a .tar.gz of it (Debian, Ubuntu)
#   make test-frozen  the same, and try the packages on a bare machine, as root (Debian)
#   make test-long  break the program on purpose, at length: takes an hour or more
#   make pictures  take the pictures in docs/pictures anew
#   make bench  measure everything beside something else, in under ten minutes (needs xvfb, openbox, php-cli)
#   make bench-check  compare with what was measured before; fails where something is 15 % worse
#   make audit  look up the versions of the packed program among known vulnerabilities
#   make constraints  pin the packed program to the newest versions, with their hashes
#   make strings  bring the translations up to date with the sources: what is unfinished is to be translated
#   make format rewrite the sources in the project's format
#   make clean  remove everything that the above have made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUPPLY := $(VENV)/supply-chain
PACKED := $(VENV)/packed
FAXES := 10000001 10000002 10000003 10000004 10000005 10000006 10000007 10000008
RINGS := core srfax store engine
SPOKEN := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

.PHONY: run build packages test-frozen test test-long lint types tests pictures bench bench-check audit \
	constraints strings format clean

run: $(VENV)/run-ready $(SPOKEN)
	@$(BIN)/python -m srfax_desktop.system_libraries; case $$? in \
		0) exec $(BIN)/srfax-desktop --practice $(FAXES) ;; \
		3) $(BIN)/srfax-desktop stop --practice --give-up-after 60 $(FAXES) || test $$? -eq 1 ;; \
		*) exit 1 ;; \
	esac

# The same sources make the same bytes: the time is the last commit's, and sets have a fixed order.
build: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)
build packages: export PYTHONHASHSEED := 1
build: $(PACKED)/ready
	$(PACKED)/bin/pyinstaller --noconfirm --clean --log-level ERROR build.spec
	dist/srfax-desktop/srfax-desktop --self-test
	$(PACKED)/bin/python -m packing.sizes dist/srfax-desktop

packages: export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)
packages: build
	$(PACKED)/bin/python -m packing.linux_packages dist/srfax-desktop build/build dist

test-frozen: packages $(VENV)/test-ready
	$(BIN)/python -m tests.frozen.try_packed dist

test: lint types tests

lint: $(VENV)/test-ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/test-ready
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 srfax_desktop
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin srfax_desktop

# Many tests wait for something: three at a time suit two processors.
tests: $(VENV)/test-ready $(SPOKEN)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m srfax_desktop.system_libraries
	$(BIN)/python -m pytest -q -n 3 $(RINGS:%=--cov=srfax_desktop.%) --cov-branch --cov-fail-under=95

test-long: $(VENV)/test-ready $(SPOKEN)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m srfax_desktop.system_libraries
	SRFAX_TEST_LONG=1 $(BIN)/python -m pytest -q -m has_long_form

pictures: $(VENV)/test-ready
	$(BIN)/python -m pictures

bench bench-check: $(VENV)/test-ready
	$(BIN)/python -m benchmarks $(if $(filter bench-check,$@),--check)

audit: $(SUPPLY)/ready
	.ci/audit $(SUPPLY)/bin/pip-audit

constraints: $(SUPPLY)/ready
	$(SUPPLY)/bin/uv pip compile --quiet --universal --upgrade --python-version 3.11 --extra build \
		--generate-hashes --custom-compile-command "make constraints" --output-file constraints.txt pyproject.toml

strings: $(VENV)/test-ready
	$(BIN)/python -m packing.translations strings

format: $(VENV)/test-ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist resources/i18n/*.qm .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

%.qm: %.ts | $(VENV)/run-ready
	$(BIN)/python -m packing.translations

$(VENV)/run-ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test-ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/run-ready

$(PACKED)/ready: constraints.txt | $(BIN)/python
	$(BIN)/python -m venv $(PACKED)
	$(PACKED)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	@touch $@

$(SUPPLY)/ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m venv $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.9' 'uv>=0.9'
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "SRFax Desktop needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "Python's own venv is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
