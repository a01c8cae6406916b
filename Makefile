# Needs Python 3.11 or newer with venv, and make. Everything else comes from the locked files.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

.PHONY: demo test soak check format lock model clean

## demo: run the whole journey on the sample reports
demo: $(VENV)/.runtime
	PYTHONPATH=src $(PY) -m secondsource demo

## test: everything that must hold before a change goes in
test: check
	$(PY) -m pytest --numprocesses auto --dist loadfile

## soak: what must hold under a flood of copies, in full; takes an hour
soak: $(VENV)/.dev
	$(PY) -m pytest --numprocesses auto -m soak tests/soak

## check: style and types
check: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(VENV)/.dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

## lock: pin every dependency with its hashes, as the registry has them today
lock: $(VENV)/.lock
	$(VENV)/.lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		pyproject.toml --output-file requirements.lock
	$(VENV)/.lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		--constraint requirements.lock pyproject.toml --group dev --output-file requirements-dev.lock

## model: make the extractor anew from the corpus, seeded; within the hour on two cores
model: $(VENV)/.train
	PYTHONPATH=src:. $(VENV)/.train/bin/python -m training.train

clean:
	rm -rf $(VENV) demo dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(PY)
	$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(PY)
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

$(VENV)/.train: requirements.lock requirements-training.txt | $(PY)
	$(PYTHON) -m venv $@
	$@/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement requirements.lock
	$@/bin/python -m pip --disable-pip-version-check --quiet install --requirement requirements-training.txt

$(VENV)/.lock: | $(PY)
	$(PYTHON) -m venv $@
	$@/bin/python -m pip --disable-pip-version-check --quiet install uv
