"""The pages: a local web application over a record, and a JSON API that gives everything the pages show.

Lives here: addresses, screens, templates, and what keeps other sites out. Not here: any question to the record that
the command line cannot ask too (``record``), any rule. FastAPI is imported by ``serving`` and ``app`` only, so that no
other verb pays for it.
"""
