# Parley. `make run` shows real traffic, `make test` proves the rest; both do their own set-up. `make help` lists all.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PARLEY := .build/release/parley
SAMPLE := .setup/sample/paris-2021-10-07.states.csv.gz
PORT ?= 8480

.PHONY: help run demo test soak bench dist lint setup release docs

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: setup release ## replay real traffic at 20 times speed and print the address to open
	@scripts/run.sh $(PARLEY) $(SAMPLE) $(PORT)

demo: setup release ## day A of November 2015 on the screens of two stations, with its debrief and findings
	@scripts/november.sh A

share: setup release ## two stations that share one sky under an agreement, with half of the real traffic each
	@scripts/demo.sh $(PARLEY) $(SAMPLE)

setup:
	@scripts/setup.sh build page

release: setup
	@echo "building parley (release; the first build takes some minutes)"
	@swift build -c release --product parley

test: ## everything, the browser included (about half an hour from a clean clone)
	@scripts/test.sh

soak: ## the long forms: hundreds of kills, hours of fuzzing
	@PARLEY_SOAK=1 scripts/test.sh

bench: setup ## the benchmarks, each beside its baseline
	@scripts/bench.sh

lint: ## formatting and types, without building
	@scripts/lint.sh

dist: setup ## an archive that runs on a machine without Swift
	@scripts/dist.sh
