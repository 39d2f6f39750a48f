# `make app` opens the kit, `make test` proves it. Both set up what they need, in .venv and nowhere else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What is proven with plain kernels too, as they serve wherever forks do not.
BOTH_KINDS := tests/browser tests/app/test_server.py tests/app/test_page.py tests/app/test_light_pages.py tests/app/test_no_kernel.py

.PHONY: app demo doctor lab test check setup bench bench-peers clean

app: $(VENV)/.installed  ## set up and open the homework
	$(BIN)/workshop

demo: $(VENV)/.installed  ## look at the worked case; nothing is saved
	$(BIN)/workshop demo

doctor: $(VENV)/.installed  ## what is wrong with this computer, in plain words
	$(BIN)/workshop doctor

lab: $(VENV)/.installed  ## the same notebooks in JupyterLab
	$(BIN)/workshop lab

test: $(VENV)/.installed-dev  ## set up and pass every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --durations=5
	WORKSHOP_KERNELS=plain $(BIN)/python -m pytest -q -n 2 --dist loadfile $(BOTH_KINDS)
	WORKSHOP_DATA=$(VENV)/answers $(BIN)/python -m pytest -q --nbval -p no:cacheprovider exercises solutions

setup: $(VENV)/.installed-dev  ## everything a developer needs

bench: $(VENV)/.installed-dev  ## measure the kit beside plain Voilà and the peers: 20 minutes; BENCH=--quick takes a few
	$(BIN)/python tests/bench $(BENCH)

bench-peers: $(VENV)-bench/.installed  ## what `make bench` compares with, in a place of its own

clean:
	rm -rf $(VENV) $(VENV)-bench build dist

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed. Name one with: make app PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group dev
	@touch $@

$(VENV)-bench/.installed: $(VENV)/.python pyproject.toml
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@
