"""Who is let in: hosts, origins, keys, bodies; the headers of every answer."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.web import guard

RULES = guard.rules(8765, "secret-of-this-start")
HOSTS = [
    "evil.test", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:87650", "localhost", "localhost:1", "LOCALHOST.:8765",
    "127.0.0.1:8765.evil.test", "evil.test:8765", "127.0.0.1.nip.test:8765", "0.0.0.0:8765", "[::]:8765", "127.1:8765",
    "2130706433:8765", "0x7f.1:8765", "127.0.0.1:8765@evil.test", "evil.test#127.0.0.1:8765", "localhost:8765/..",
    " 127.0.0.1:8765", "127.0.0.1:8765 ", "127.0.0.1:8765,evil.test", "127.0.0.1:+8765", "127.0.0.1:08765", "",
    "localhost:8765\t", "local\u0301host:8765", "127.0.0.2:8765", "[::ffff:127.0.0.1]:8765", "[::1]", "::1:8765",
]  # fmt: skip
ORIGINS = [
    "http://evil.test", "null", "http://127.0.0.1:8766", "http://127.0.0.1", "https://localhost", "file://",
    "http://127.0.0.1:8765.evil.test", "http://evil.test:8765", "http://127.0.0.1:8765/", "ftp://127.0.0.1:8765",
    "http://user@127.0.0.1:8765", "", "http://localhost:8765.", "chrome-extension://abc", "http://[::1]",
]  # fmt: skip
SITES = ["cross-site", "same-site", "", "evil", "Same-Origin "]


def scope(method: str = "GET", path: str = "/", query: str = "", **headers: str) -> dict[str, Any]:
    """A request with the right host and key unless they are given."""
    told = {"host": "127.0.0.1:8765", "cookie": f"{RULES.cookie}={RULES.token}"} | headers
    raw = [(k.replace("_", "-").encode(), v.encode("utf-8")) for k, v in told.items()]
    return {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": raw}


def status(**request: Any) -> int:
    """The status of the refusal; 200 when the request passes."""
    refused = guard.refusal(scope(**request), RULES)
    return refused.status if refused else 200


@pytest.mark.parametrize("host", HOSTS)
def test_other_hosts_are_not_answered(host: str) -> None:
    """Only the whole Host headers of this server are answered, whatever the key."""
    assert status(host=host) == 400
    assert status(host=host, path="/static/app.css") == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LocalHost:8765"])
def test_own_hosts_are_answered(host: str) -> None:
    """The loopback's names with this port are this server."""
    assert status(host=host) == 200


@pytest.mark.parametrize(("method", "origin"), list(itertools.product(("POST", "PUT", "DELETE"), ORIGINS)))
def test_other_origins_change_nothing(method: str, origin: str) -> None:
    """A page of another origin cannot change anything, with or without what browsers add."""
    assert status(method=method, origin=origin) == 403
    assert status(method=method, origin=origin, sec_fetch_site="same-origin") == 403


@pytest.mark.parametrize(("method", "site"), list(itertools.product(("POST", "PUT", "DELETE", "PATCH"), SITES)))
def test_other_sites_change_nothing(method: str, site: str) -> None:
    """Nor can a request that the browser says comes from elsewhere, even with our own origin."""
    assert status(method=method, sec_fetch_site=site) == 403
    assert status(method=method, sec_fetch_site=site, origin="http://127.0.0.1:8765") in (403, 200 if not site else 403)


def test_own_page_and_programs_with_the_key_may_change() -> None:
    """Our own page may, and a program that sends the key; the cookie alone may not."""
    assert status(method="PUT", sec_fetch_site="same-origin", origin="http://127.0.0.1:8765") == 200
    assert status(method="PUT", authorization=f"Bearer {RULES.token}") == 200
    assert status(method="PUT") == 403


@pytest.mark.parametrize("key", ["", "wrong", "secret-of-this-star", "secret-of-this-start ", "ключ"])
def test_nothing_is_shown_without_the_key(key: str) -> None:
    """A wrong key, in cookie, header or address, is answered with the way in."""
    assert status(cookie=f"{RULES.cookie}={key}".strip()) in (401,) or key.strip() == RULES.token
    assert status(cookie="", authorization=f"Bearer {key}") == 401
    assert status(cookie="", query=f"token={key.strip()[:-1]}") == 401
    assert status(cookie="", path="/static/app.css") == 200


def test_large_bodies_are_refused_before_they_are_read() -> None:
    """The length that is told is believed only when it is a number and small enough."""
    own = {"sec_fetch_site": "same-origin"}
    assert status(method="POST", content_length=str((1 << 20) + 1), **own) == 413
    assert status(method="POST", content_length="-1", **own) == 413
    assert status(method="POST", content_length="1e3", **own) == 413
    assert status(method="PUT", content_length=str(2 << 20), **own) == 200


def test_the_address_with_the_key_sets_a_cookie_and_drops_the_key(stranger: TestClient) -> None:
    """The printed address leads to the same page without the key in it; the cookie is for this site only."""
    answer = stranger.get("/?token=key-of-this-start", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "HttpOnly; SameSite=Strict" in answer.headers["set-cookie"]
    assert guard.entrance("//evil.test/") == "/evil.test/"


@pytest.mark.parametrize(
    "path", ["/", "/?q=harbour", "/nowhere", "/statement/none", "/api/search?q=", "/static/app.css"]
)
def test_every_answer_has_the_headers(reader: TestClient, path: str) -> None:
    """Scripts, styles and connections are of this server only, on pages, errors, data and files alike."""
    answer = reader.get(path)
    assert answer.headers["content-security-policy"] == guard.POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in guard.POLICY


def test_another_site_reads_nothing(reader: TestClient) -> None:
    """With a valid cookie: no data for another site; its links to pages open, and programs read."""
    for path in ("/api/search?q=harbour", "/api/record", "/source/" + "0" * 64):
        for site in ("cross-site", "same-site"):
            assert reader.get(path, headers={"sec-fetch-site": site}).status_code == 403, (path, site)
    for headers in ({}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}):
        assert reader.get("/api/record", headers=headers).status_code == 200
    assert (
        reader.get("/record", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    )


@pytest.mark.parametrize("origin", ORIGINS)
def test_pages_of_other_origins_read_no_data(origin: str) -> None:
    """With the key or not, whatever browsers add; our own pages may say where they come from."""
    for path in ("/api/record", "/source/" + "0" * 64):
        assert status(path=path, origin=origin) == 403
        assert status(path=path, origin=origin, sec_fetch_site="same-origin") == 403
        assert status(path=path, origin="http://127.0.0.1:8765") == 200


def test_two_servers_have_two_cookies() -> None:
    """Browsers send a cookie to every port: the key of another server stands beside ours and changes nothing."""
    other = guard.rules(8766, "secret-of-the-other")
    assert other.cookie != RULES.cookie
    both = f"{other.cookie}={other.token}; {RULES.cookie}={RULES.token}"
    assert status(cookie=both) == 200
    assert status(cookie=f"{other.cookie}={RULES.token}") == 401
