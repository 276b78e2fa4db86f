"""How the statements that hold now spread: by language, form, authority, outlet and year, formulations by use,
and what each outlet and maker of labels covers.

Lives here: the counting in SQL. Not here: lists of statements (``listing``), facets of a search (``facets``).
"""

from __future__ import annotations

from dataclasses import dataclass

import apsw

_NOW = "labelling IN (SELECT max(id) FROM labelling GROUP BY source)"
_YEAR = "CASE WHEN substr(first_day, 1, 4) = substr(last_day, 1, 4) THEN substr(last_day, 1, 4) ELSE '' END"
COLUMNS = {
    "lang": "lang", "form": "form", "authority": "authority", "publisher": "ifnull(publisher, '')",
    "year": f"ifnull({_YEAR}, '')",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is held of one outlet ("": not told): statements, those whose day is known, those with a position; the years
    and how many statements surely are of each, oldest first."""

    publisher: str
    statements: int
    dated: int
    with_position: int
    years: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Documents whose labels that hold now were made by this program, reader, labeller and knowledge."""

    onrecord: str
    reader: str
    labeller: str
    knowledge: str
    documents: int


def coverage(connection: apsw.Connection) -> list[Coverage]:
    """Every outlet, those with most statements first."""
    years: dict[str, list[tuple[str, int]]] = {}
    per_year = (
        f"SELECT ifnull(publisher, ''), {_YEAR}, count(*) FROM statement WHERE {_NOW} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for publisher, year, count in connection.execute(per_year):
        if year:
            years.setdefault(publisher, []).append((year, count))
    sql = f"""SELECT ifnull(publisher, ''), count(*), ifnull(sum(first_day = last_day), 0),
        sum(EXISTS (SELECT 1 FROM position p WHERE p.labelling = statement.labelling AND p.statement = statement.id))
        FROM statement WHERE {_NOW} GROUP BY 1 ORDER BY 2 DESC, 1"""
    return [
        Coverage(outlet, count, dated, standing, tuple(years.get(outlet, ())))
        for outlet, count, dated, standing in connection.execute(sql)
    ]


def labelled(connection: apsw.Connection) -> list[Labelled]:
    """Which makers the labels that hold now have; most documents first."""
    sql = """SELECT onrecord, reader, labeller, knowledge, count(*) FROM labelling
        WHERE id IN (SELECT max(id) FROM labelling GROUP BY source) GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4"""
    return [Labelled(*row) for row in connection.execute(sql)]


def statements(connection: apsw.Connection) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each of ``COLUMNS`` the values and how many statements have each, most first ("": not known)."""
    sql = f"SELECT {{0}}, count(*) FROM statement WHERE {_NOW} GROUP BY 1 ORDER BY 2 DESC, 1"
    return {name: tuple(connection.execute(sql.format(column))) for name, column in COLUMNS.items()}


def formulations(connection: apsw.Connection) -> list[tuple[str, int, int]]:
    """Known formulations that texts held have: id, uses, texts (statements, as everywhere); most texts first."""
    sql = """SELECT o.formulation, count(*), count(DISTINCT s.name) FROM occurrence o
        JOIN statement s ON s.labelling = o.labelling AND s.start <= o.start AND o.start < s."end"
        WHERE o.labelling IN (SELECT max(id) FROM labelling GROUP BY source)
        GROUP BY o.formulation ORDER BY 3 DESC, 2 DESC, 1"""
    return list(connection.execute(sql))
