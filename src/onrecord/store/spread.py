"""How the statements that hold now spread: by language, form, authority, outlet and year, and formulations by use.

Lives here: the counting in SQL. Not here: lists of statements (``listing``), facets of a search (``facets``).
"""

from __future__ import annotations

import apsw

_NOW = "labelling IN (SELECT max(id) FROM labelling GROUP BY source)"
_YEAR = "CASE WHEN substr(first_day, 1, 4) = substr(last_day, 1, 4) THEN substr(last_day, 1, 4) ELSE '' END"
COLUMNS = {
    "lang": "lang", "form": "form", "authority": "authority", "publisher": "ifnull(publisher, '')",
    "year": f"ifnull({_YEAR}, '')",
}  # fmt: skip


def statements(connection: apsw.Connection) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each of ``COLUMNS`` the values and how many statements have each, most first ("": not known)."""
    sql = f"SELECT {{0}}, count(*) FROM statement WHERE {_NOW} GROUP BY 1 ORDER BY 2 DESC, 1"
    return {name: tuple(connection.execute(sql.format(column))) for name, column in COLUMNS.items()}


def formulations(connection: apsw.Connection) -> list[tuple[str, int, int]]:
    """Known formulations that texts held have: id, uses, texts (labellings); most texts first."""
    sql = f"""SELECT formulation, count(*), count(DISTINCT labelling) FROM occurrence WHERE {_NOW}
        GROUP BY formulation ORDER BY 3 DESC, 2 DESC, 1"""
    return list(connection.execute(sql))
