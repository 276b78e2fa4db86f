"""No code knows a field: a pack is enough for its actors, entities and formulations to be found in a statement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.knowledge import Knowledge, load
from onrecord.model import Dossier, Span, Told, make_source
from onrecord.pipeline import process
from onrecord.text.named import entity_in

STATEMENT = """Statement of the Valdorian Foreign Ministry

3 March 2026

Valdoria firmly supports the High Seas Treaty and the work of the International Seabed Authority. The deep seabed is the
common heritage of mankind. We call on Teshar to fight illegal, unreported and unregulated fishing in areas beyond
national jurisdictions, and we will act by the precautionary approach.
"""


def _process(know: Knowledge, text: str) -> Dossier:
    source = make_source(text.encode(), "text/plain", "ocean.txt", told=(Told("charset", "utf-8", "caller"),))
    return process(source, know)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """All bundled knowledge."""
    return load()


def test_an_ocean_statement_has_actor_target_and_formulations(know: Knowledge) -> None:
    """Of a statement about the sea, the dossier has who takes the position, what it is about, and the set phrases."""
    dossier = _process(know, STATEMENT)
    chars = dossier.text.chars

    support = next(p for p in dossier.positions if p.act == "support")
    assert support.holder is not None
    assert support.holder.actor == "XV"
    assert support.target is not None
    assert support.target.entity == "bbnj-agreement"
    assert [(o.formulation, o.span.of(chars).replace("\n", " ")) for o in dossier.occurrences] == [
        ("common-heritage-of-mankind", "common heritage of mankind"),
        ("iuu-fishing", "illegal, unreported and unregulated fishing"),
        ("areas-beyond-national-jurisdiction", "areas beyond national jurisdictions"),
        ("precautionary-approach", "precautionary approach"),
    ]


def test_without_the_pack_nothing_of_the_field_is_known(know: Knowledge) -> None:
    """Without its pack the same statement has no formulation, and its target no entity: all is in the pack."""
    bare = replace(know, packs=tuple(p for p in know.packs if p.id != "oceans"), fingerprint="bare")
    chars = _process(bare, STATEMENT).text.chars

    assert _process(bare, STATEMENT).occurrences == ()
    assert entity_in(bare, chars, Span(0, len(chars)), "en") is None


@pytest.mark.parametrize(
    ("text", "lang", "entity"),
    [
        ("中方支持《国家管辖范围以外区域海洋生物多样性协定》。", "zh", "bbnj-agreement"),
        ("La partie valdorienne salue le Traité sur la haute mer.", "fr", "bbnj-agreement"),
        ("Valdoria apoya el Acuerdo de París.", "es", "paris-agreement"),
        ("Валдория выступает за присоединение к Конвенции ООН по морскому праву.", "ru", "unclos"),
        ("تدعم فالدوريا اتفاقية الأمم المتحدة لقانون البحار.", "ar", "unclos"),
    ],
)
def test_entities_of_the_field_in_other_languages(know: Knowledge, text: str, lang: str, entity: str) -> None:
    """The pack's entities are found in every language it has names in, in any inflection."""
    assert getattr(entity_in(know, text, Span(0, len(text)), lang), "id", None) == entity


def test_no_code_names_a_field(root: Path) -> None:
    """No module outside the packs says a word that only a field has: ids of entities and formulations of its pack."""
    fields = [p for p in load().packs if p.id in ("ai-governance", "oceans")]
    ids = {e.id for pack in fields for e in (*pack.entities, *pack.formulas) if "-" in e.id}
    code = "\n".join(
        path.read_text("utf-8")
        for path in (root / "src").rglob("*.py")
        if "demo" not in path.parts and not path.name.startswith(".")
    )

    assert len(ids) > 100
    assert [id for id in sorted(ids) if f'"{id}"' in code] == []
