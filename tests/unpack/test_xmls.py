"""XML that declares nothing."""

from __future__ import annotations

import itertools

import pytest

from onrecord.errors import Refused
from onrecord.reasons import Reason
from onrecord.unpack import xmls

LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha">]><r>&a;</r>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "<!-- > -->\n<?x y?>\t", " \n"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str, before: str) -> None:
    """No encoding and nothing before it hides a DOCTYPE."""
    with pytest.raises(Refused) as refused:
        list(xmls.events((before + LAUGHS).encode(encoding)))
    assert refused.value.reason in (Reason.XML_ENTITIES, Reason.BROKEN_CONTAINER)
    if not before.startswith(" "):
        assert refused.value.reason is Reason.XML_ENTITIES


def test_a_doctype_hidden_by_a_declared_encoding_is_refused() -> None:
    """A declared encoding in which the first bytes mean something else does not get a DOCTYPE through."""
    hidden = b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE r +AFs-+ADwAIQ-ENTITY a 'ha'+AD4AXQA+-<r>&a;</r>"
    with pytest.raises(Refused):
        list(xmls.events(hidden))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_plain_document_is_read_in_every_encoding(encoding: str) -> None:
    """Characters come through."""
    data = '<?xml version="1.0"?><r><t>Заявление</t></r>'.encode(encoding)
    assert [e.text for event, e in xmls.events(data) if event == "end" and e.tag == "t"] == ["Заявление"]


@pytest.mark.parametrize(("depth", "fine"), [(200, True), (201, False), (5000, False)])
def test_depth_is_bounded(depth: int, fine: bool) -> None:
    """The limit passes, one more is too_deep, far more is too_deep as well."""
    data = b"<x>" * depth + b"</x>" * depth
    if fine:
        assert len(list(xmls.events(data))) == 2 * depth
        return
    with pytest.raises(Refused) as refused:
        list(xmls.events(data))
    assert refused.value.reason is Reason.TOO_DEEP


def test_what_came_before_a_fault_is_handed_over() -> None:
    """Events before the place that is not well-formed are given before the refusal."""
    events = xmls.events(b"<r><a>1</a><b>&nbsp;</b></r>")
    assert [(event, element.tag) for event, element in itertools.islice(events, 3)][-1] == ("end", "a")
    with pytest.raises(Refused) as refused:
        list(events)
    assert refused.value.reason is Reason.BROKEN_CONTAINER
