"""Every bound of the program, in one place; ``onrecord doctor`` prints them.

Lives here: numbers and what they bound. Not here: enforcement (the room that reads the input).
Units stand in the names: ``_BYTES``, ``_S`` (seconds), ``_CHARS`` (code points).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one run; tests pass smaller ones."""

    # one document in a worker
    worker_cpu_s: int = 20
    worker_wall_s: int = 30
    worker_memory_bytes: int = 1024 * MIB
    worker_documents: int = 500
    worker_deaths: int = 2
    container_wall_s: int = 6 * 3600
    answer_bytes: int = 512 * MIB
    # files
    file_bytes: int = 1024 * MIB
    container_bytes: int = 64 * 1024 * MIB
    text_file_bytes: int = 20 * MIB
    line_chars: int = 1_000_000
    # decompression and archives
    inflate_step_bytes: int = 64 * 1024
    inflate_bytes: int = 64 * MIB
    inflate_ratio: int = 200
    inflate_ratio_after_bytes: int = MIB
    inflate_layers: int = 3
    zip_members: int = 1_000
    # HTML and XML
    html_bytes: int = 20 * MIB
    html_depth: int = 200
    html_attributes: int = 200
    xml_depth: int = 200
    uncovered_share: float = 0.005
    # text
    combining_run: int = 32
    rule_chars: int = 20_000
    fold_growth: int = 4
    # PDF and WARC
    pdf_pages: int = 2_000
    warc_record_bytes: int = 1024 * MIB
    warc_header_bytes: int = 64 * 1024
    json_depth: int = 64
    # store and search
    query_s: float = 2.0  # of CPU
    query_terms: int = 32
    row_bytes: int = 256 * MIB
    free_space_bytes: int = 64 * MIB
    # a language model that is asked for proposals
    propose_calls: int = 40
    propose_call_s: float = 60.0
    propose_wall_s: float = 600.0
    propose_answer_bytes: int = MIB
    propose_passage_chars: int = 6_000
    propose_entries: int = 200

    def rows(self) -> list[tuple[str, int | float]]:
        """Name and value of each limit, in the order written here."""
        return [(f.name, getattr(self, f.name)) for f in fields(self)]


DEFAULT = Limits()
