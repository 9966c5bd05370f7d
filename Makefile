# Two commands: `make serve` and `make test`. Both set up all they need.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING := 1
RUN := .venv/bin/python -m

.PHONY: serve build archive bench check contenu nouveau incidences relectures proof coverage test couverture lint search lock fonts html count poids liens adresses langue fuzz servers settings licences scripts format-js schemas gallery format-html verdicts

serve: check  ## Build and serve with live reload at http://127.0.0.1:8000/ (PORT=8001 for another)
	$(RUN) tools.preview

build: check  ## Leave the static site in site/
	$(RUN) tools.build

check: .venv/ready  ## Say every mistake of the data and the texts, in French
	$(RUN) macros check

contenu: .venv/ready  ## What a proposal of content must pass, in French: data, texts, expectations, build, each page in a browser; DOSSIER=… keeps the site
	bash tools/contenu.sh "$(DOSSIER)"

nouveau: .venv/ready  ## Start the site of another organisation, which builds at once: DOSSIER=../notre-site
	$(RUN) tools.nouveau "$(DOSSIER)"

incidences: .venv/ready  ## What the content changes for readers since a base, in French: BASE=main; leaves .cache/incidences.html
	BASE="$(BASE)" $(RUN) macros incidences

relectures: .venv/ready  ## Give each clause its line in data/relectures.yml, with the words that it has; those that have one keep it
	$(RUN) macros relectures

proof: .venv/ready  ## Ask the rules every question on every day, and print what was tried and what failed
	$(RUN) macros proof

coverage: .venv/ready  ## Print which questions carry out each obligation and interdiction
	$(RUN) macros coverage

test: .venv/ready  ## Lint, types, data, strict build, unit tests, real browser; ARGS="tests/test_pdf.py -k consent" runs a part
	bash tools/test.sh $(ARGS)

couverture: .venv/ready  ## Print which lines of Python and of the scripts the tests run; ARGS as for test
	bash tools/couverture.sh $(ARGS)

lint: .venv/ready  ## Lint, format, types, floors, schemas: what a commit must pass
	bash tools/lint.sh

search: build  ## Measure the search on real queries, in a real browser
	$(RUN) tools.search_score

verdicts: .venv/ready  ## Print every verdict of the rules at a commit and now, each change with its clauses: BASE=d2988b9
	$(RUN) tools.verdicts "$(BASE)"

liens: build  ## List the addresses of other hosts that the pages link to
	$(RUN) tools.links

adresses: .venv/ready  ## Ask each address of another host that the content gives, and say which are gone
	$(RUN) tools.addresses

langue: .venv/ready  ## Read the spelling and grammar of the content, as advice (needs Debian's apt-get)
	bash tools/langue.sh

gallery: .venv/ready  ## Show each component in each of its examples, light and dark: .cache/galerie/index.html
	$(RUN) tools.gallery

scripts:  ## Check the scripts: lint, format, types, tests of the search (needs npm)
	bash tools/scripts.sh

format-js:  ## Write the scripts in the common format (needs npm)
	bash tools/scripts.sh format

html: build  ## Check every built page with the Nu HTML checker (needs Java and npm)
	bash tools/html.sh

format-html: .venv/ready  ## Indent the templates
	$(RUN) tools.templates

fuzz: .venv/ready  ## Break a small site at random and build it: EXEMPLES=2000 tries, from the number DEPUIS=0
	$(RUN) tests.constructions

archive: build  ## Leave the site as one ZIP that opens with a double-click, without a server or a network: site.zip
	$(RUN) tools.archive

bench: build  ## Measure what the site costs who builds it and who reads it: bench/RESULTS.md; PARTIE=construction, echelle, gestes or lighthouse for one part
	$(RUN) tools.bench

poids: build  ## Weigh each kind of page against the budget of tools/weight.yml
	$(RUN) tools.weight

count:  ## Count clauses, data files, checks and lines
	@bash tools/count.sh

lock:  ## Write the lock again after a change of pyproject.toml
	bash tools/lock.sh

servers: .venv/ready  ## Write the examples of configuration of web servers (tools/serveurs/)
	$(RUN) tools.server_examples

settings: .venv/ready  ## Agree on mkdocs.yml as it is, after a change that is meant
	$(RUN) tools.settings

licences: .venv/ready  ## Print the licence of every locked package
	$(RUN) tools.licences

schemas: .venv/ready  ## Write from the models what helps editors type: data/.schemas/ and .vscode/settings.json
	$(RUN) macros schemas

fonts: .venv/ready  ## Make the fonts of the PDF sheets again (needs npm)
	$(RUN) tools.fonts

# An environment whose interpreter is gone is made again.
ifneq ($(shell .venv/bin/python -c 'print("ready")' 2>/dev/null),ready)
.PHONY: .venv/ready
endif

.venv/ready: requirements.lock tools/environment.sh
	PYTHON=$(PYTHON) bash tools/environment.sh
