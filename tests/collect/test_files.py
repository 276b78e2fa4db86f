"""Files and folders."""

from __future__ import annotations

import io
import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import collect
from onrecord.collect import Found, path_of
from onrecord.limits import DEFAULT
from onrecord.model import SetAside, digest


def names(items: list[Found | SetAside]) -> list[str]:
    """The last names of what was found, in order."""
    return [Path(item.locator.partition("#")[0]).name for item in items]


def reasons(path: Path, **options: bool) -> dict[str, str]:
    """Name -> reason, or "found"."""
    items = list(collect.find([path], **options))
    return dict(zip(names(items), ["found" if isinstance(i, Found) else i.reason for i in items], strict=True))


def test_a_folder_is_walked_in_the_byte_order_of_its_names(tmp_path: Path) -> None:
    """The order does not depend on the system's listing: each folder by the bytes of its names."""
    for name in ("b/2.txt", "a.txt", "b/10.txt", "C.txt", "b.txt", "é.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("said")
    assert names(list(collect.find([tmp_path]))) == ["C.txt", "a.txt", "10.txt", "2.txt", "b.txt", "é.txt"]


def test_paths_come_in_the_order_given(tmp_path: Path) -> None:
    """Several paths are taken one after the other, files and folders alike."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("said")
    assert names(list(collect.find([tmp_path / "b.txt", tmp_path]))) == ["b.txt", "a.txt", "b.txt"]


def test_odd_names_round_trip(tmp_path: Path) -> None:
    """The locator of a file with any name opens the same bytes again."""
    odd = [
        b"a\nb",
        b"\x1b[31m",
        b"--x",
        b"\xff\xfe",
        "\u202e".encode(),
        "caf\u00e9".encode(),
        "cafe\u0301".encode(),
        b"%2e%2e",
        b'it\'s "q"#1',
    ]
    folder = os.fsencode(tmp_path)
    for number, name in enumerate(odd):
        Path(os.fsdecode(folder + b"/" + name + b".txt")).write_text(str(number))
    found = list(collect.find([tmp_path]))
    assert len(found) == len(odd)
    for item in found:
        assert isinstance(item, Found)
        again = next(iter(collect.find([path_of(item.locator)])))
        assert again == item
        assert path_of(item.locator) == item.path
    assert {bytes(next(collect.expand(f)).data) for f in found} == {str(n).encode() for n in range(len(odd))}


def test_what_is_no_regular_file_is_never_opened_for_reading(tmp_path: Path, monkeypatch) -> None:
    """Pipes, sockets and links to devices are said; nothing waits on them."""
    os.mkfifo(tmp_path / "pipe.html")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "empty.html").mkdir()
    assert set(reasons(tmp_path).values()) == {"not_a_file"}
    assert len(reasons(tmp_path)) == 4
    assert next(iter(collect.find([tmp_path / "pipe.html"]))).reason == "not_a_file"


def test_links(tmp_path: Path) -> None:
    """Links are followed to files inside the root only; loops and ways out are said; nothing is walked twice."""
    root, outside = tmp_path / "root", tmp_path / "outside"
    (root / "sub").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (root / "sub" / "a.txt").write_text("said")
    (root / "good.txt").symlink_to("sub/a.txt")
    (root / "out.txt").symlink_to(outside / "secret.txt")
    (root / "out").symlink_to(outside)
    (root / "self").symlink_to("self")
    (root / "sub" / "up").symlink_to("..")
    (root / "twin").symlink_to("sub")
    (root / "nowhere").symlink_to("missing")
    assert reasons(root) == {
        "good.txt": "found",
        "nowhere": "unreadable",
        "out": "path_escape",
        "out.txt": "path_escape",
        "self": "link_loop",
        "a.txt": "found",
        "up": "link_loop",
    }
    finding = collect.find([root])
    list(finding)
    assert sum(finding.skipped.values()) == 1


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    """What stands on the command line was chosen: a link there is opened, and keeps its own name."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("said")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "file").symlink_to("real/a.txt")
    found = list(collect.find([tmp_path / "folder", tmp_path / "file"]))
    assert [f.locator for f in found] == [f"{tmp_path}/folder/a.txt", f"{tmp_path}/file"]


def test_a_file_swapped_for_a_link_is_not_followed(tmp_path: Path) -> None:
    """Between finding and opening, a file that became a link is refused."""
    (tmp_path / "a.txt").write_text("said")
    (tmp_path / "secret").write_text("secret")
    found = next(iter(collect.find([tmp_path / "a.txt"])))
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.txt").symlink_to("secret")
    assert [item.reason for item in collect.expand(found)] == ["link_loop"]


def test_sizes_are_refused_without_reading(tmp_path: Path) -> None:
    """A sparse file over the limit of its kind is too large by its stated size; a container may be larger."""
    for name in ("a.txt", "a.html", "a.bin", "a.jsonl"):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(DEFAULT.text_file_bytes + 1)
    limits = replace(DEFAULT, file_bytes=DEFAULT.text_file_bytes)
    items = list(collect.find([tmp_path], limits))
    assert [isinstance(i, Found) for i in items] == [False, False, True, False]
    assert {i.reason for i in items if isinstance(i, SetAside)} == {"too_large"}


def test_hidden_names_are_left_out_and_counted(tmp_path: Path) -> None:
    """Names that begin with a dot are skipped inside folders, taken when asked for or named."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("said")
    (tmp_path / ".b.txt").write_text("said")
    finding = collect.find([tmp_path])
    assert (list(finding), sum(finding.skipped.values())) == ([], 2)
    assert names(list(collect.find([tmp_path], hidden=True))) == [".b.txt", "a.txt"]
    assert names(list(collect.find([tmp_path / ".b.txt"]))) == [".b.txt"]


def test_a_full_folder_named_like_a_page_is_walked(tmp_path: Path) -> None:
    """Its files are not lost; an empty one is said, an empty folder of another name is nothing."""
    for name in ("full.html", "empty.html", "empty"):
        (tmp_path / name).mkdir()
    (tmp_path / "full.html" / "a.txt").write_text("said")
    assert reasons(tmp_path) == {"empty.html": "not_a_file", "a.txt": "found"}


def test_missing_and_unreadable_files_are_said(tmp_path: Path) -> None:
    """A path that is not there, and one that may not be read (not testable as root), come as unreadable."""
    assert reasons(tmp_path / "missing.txt") == {"missing.txt": "unreadable"}
    if os.geteuid():
        (tmp_path / "a.txt").write_text("said")
        (tmp_path / "a.txt").chmod(0)
        assert reasons(tmp_path / "a.txt") == {"a.txt": "unreadable"}


def test_standard_input(tmp_path: Path) -> None:
    """``-`` is standard input, up to the limit of what is held in memory."""
    found = next(iter(collect.find(["-"], stdin=io.BytesIO(b"The envoy spoke."))))
    assert [(s.locator, s.media_type, s.data) for s in collect.expand(found)] == [
        (f"stdin:{digest(b'The envoy spoke.')[:16]}", "text/plain", b"The envoy spoke.")
    ]
    small = replace(DEFAULT, inflate_bytes=3)
    assert next(iter(collect.find(["-"], small, stdin=io.BytesIO(b"four")))).reason == "too_large"


@pytest.mark.parametrize("kind", [str, Path, os.fsencode])
def test_paths_of_any_type(tmp_path: Path, kind) -> None:
    """Strings, paths and bytes name the same file."""
    (tmp_path / "a.txt").write_text("said")
    assert len(list(collect.find([kind(str(tmp_path))]))) == 1
