# The words to know: just test, just lint.
test *options:
    ./test {{options}}

lint:
    ruff check . && ruff format --check . && lint-imports

types:
    mypy

# quality on the evaluation material beside the project
eval:
    python bench/gold.py

docs:
    ./test tests/docs

ci:
    bash .ci/run
