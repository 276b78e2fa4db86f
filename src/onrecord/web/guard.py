"""Who may ask: the checks that every request passes before any page is made, and the headers of every answer.

Lives here: Host, Origin, Sec-Fetch-Site, the token of this start, the size of bodies, security headers; as plain ASGI,
so that nothing stands before it. Not here: pages. Decisions rest on the raw header and ``scope["path"]``, never on a
rebuilt URL and never on X-Forwarded-*. A refusal says in one sentence what to do.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl

from onrecord.web import wrong

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "onrecord"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
DATA = ("/api/", "/source/")  # what programs ask: other sites may link to pages, but read nothing
OPEN = ("/static/",)  # package data, the same for everyone: needed by the page that asks for the token
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types onrecord default"
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

PRIVATE = (b"cache-control", b"no-store")  # of the record: for the reader with the key, and nobody's cache


@dataclass(frozen=True, slots=True)
class Rules:
    """What is let in: ``hosts`` are whole Host headers ("127.0.0.1:8765"), ``origins`` whole origins, ``token`` the
    secret of this start, ``cookie`` the name of the cookie that holds it, ``body_bytes`` and ``upload_bytes`` the
    largest bodies of a question and of an added file."""

    hosts: frozenset[str]
    origins: frozenset[str]
    token: str
    cookie: str = COOKIE
    body_bytes: int = 1 << 20
    upload_bytes: int = 256 << 20


def cookie(port: int) -> str:
    """The name of the cookie of a server: browsers give cookies to every port, and each server has its own key."""
    return f"{COOKIE}-{port}"


def rules(port: int, token: str, public: Iterable[str] = ()) -> Rules:
    """The rules of a server on the loopback, and on public host names ("example.org", "example.org:8443")."""
    hosts = [f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    if port == 80:
        hosts += ["127.0.0.1", "localhost", "[::1]"]
    for name in public:
        hosts += [name] if ":" in name else [name, f"{name}:{port}"]
    origins = [f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")]
    return Rules(frozenset(hosts), frozenset(origins), token, cookie(port))


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status and one sentence."""

    status: int
    sentence: str


class Guard:
    """Wraps an application; see the module."""

    def __init__(self, app: App, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, then pass on; lifespan events pass unchecked, web sockets are closed."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            told = _bodiless(send) if scope["method"] == "HEAD" else send
            await self._answer(scope, receive, _guarded(told, kept=scope["path"].startswith(OPEN)))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = refusal(scope, self._rules)
        if refused is not None:
            await _say(send, refused, data=scope["path"].startswith("/api/"))
        elif (token := _told(scope)) is not None and scope["method"] in SAFE:
            await _enter(send, scope["path"], token, self._rules)
        else:
            most = self._rules.upload_bytes if scope["method"] == "PUT" else self._rules.body_bytes
            asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
            await self._app(asked, _capped(receive, most), send)


def refusal(scope: Scope, rules: Rules) -> Refusal | None:
    """Why a request is not answered; None when it may pass."""
    host = _values(scope, b"host")
    if len(host) != 1 or host[0].lower() not in rules.hosts:
        return Refusal(400, "this server does not answer to that host name; open the address that it printed")
    size = _values(scope, b"content-length")
    most = rules.upload_bytes if scope["method"] == "PUT" else rules.body_bytes
    if size and (not size[0].isdigit() or int(size[0]) > most):
        return Refusal(413, f"the body is larger than {most >> 20} MiB; add large files with `onrecord add`")
    if scope["method"] not in SAFE and not _own(scope, rules):
        return Refusal(403, "only this server's own pages may change anything")
    if scope["path"].startswith(DATA) and _values(scope, b"sec-fetch-site") in (["cross-site"], ["same-site"]):
        return Refusal(403, "another site may not read this record; open the address that `onrecord serve` printed")
    if scope["path"].startswith(DATA) and any(o.lower() not in rules.origins for o in _values(scope, b"origin")):
        return Refusal(403, "another site may not read this record; open the address that `onrecord serve` printed")
    if scope["path"].startswith(OPEN) or _known(scope, rules):
        return None
    return Refusal(401, "open the whole address that `onrecord serve` printed; it holds the key of this start")


def _own(scope: Scope, rules: Rules) -> bool:
    """Whether an unsafe request comes from our own page, or from a program (which sends no Origin, but the key)."""
    site, origin = _values(scope, b"sec-fetch-site"), _values(scope, b"origin")
    if origin:
        return len(origin) == 1 and origin[0].lower() in rules.origins and (not site or site == ["same-origin"])
    if site:
        return site in (["same-origin"], ["none"])
    return _bearer(scope, rules)


def _known(scope: Scope, rules: Rules) -> bool:
    told = _told(scope)
    return _bearer(scope, rules) or any(hmac.compare_digest(_bytes(t), _bytes(rules.token)) for t in (
        *([told] if told is not None else ()), *_cookies(scope, rules)))  # fmt: skip


def _bearer(scope: Scope, rules: Rules) -> bool:
    given = _values(scope, b"authorization")
    return len(given) == 1 and hmac.compare_digest(_bytes(given[0]), _bytes(f"Bearer {rules.token}"))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _told(scope: Scope) -> str | None:
    """The token in the address, where there is one."""
    query = scope.get("query_string", b"")
    if b"token=" not in query:
        return None
    return dict(parse_qsl(query.decode("latin-1"))).get("token")


def _cookies(scope: Scope, rules: Rules) -> list[str]:
    found = []
    for line in _values(scope, b"cookie"):
        try:
            jar = SimpleCookie(line)
        except CookieError:
            continue
        if rules.cookie in jar:
            found.append(jar[rules.cookie].value)
    return found


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _capped(receive: Receive, most: int) -> Receive:
    """The body as it comes, cut with a disconnect when it is larger than it may be (its length need not be told)."""
    seen = 0

    async def capped() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= most else {"type": "http.disconnect"}

    return capped


def _guarded(send: Send, *, kept: bool) -> Send:
    """Every answer with its headers; ``kept``: one that a browser may keep."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *HEADERS, *(() if kept else (PRIVATE,))]
        await send(message)

    return guarded


def _bodiless(send: Send) -> Send:
    """The answer to HEAD: that to GET, with its status and headers and no body."""

    async def bodiless(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return bodiless


async def _say(send: Send, refused: Refusal, *, data: bool) -> None:
    """The refusal, as JSON where programs ask."""
    sentence = refused.sentence
    body = wrong.body(sentence, refused.status) if data else (sentence + "\n").encode()
    kind = b"application/json" if data else b"text/plain; charset=utf-8"
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _enter(send: Send, path: str, token: str, rules: Rules) -> None:
    """Put the key into a cookie and take it out of the address; only ever to a path of our own."""
    own = f"{rules.cookie}={rules.token}; Path=/; HttpOnly; SameSite=Strict"
    headers = [(b"location", entrance(path).encode()), (b"set-cookie", own.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def entrance(path: str) -> str:
    """The path to go on to: always on this server.

    >>> entrance("/statement/s1"), entrance("//evil.test/"), entrance("/\\\\evil.test")
    ('/statement/s1', '/evil.test/', '/evil.test')
    """
    target = "/" + path.lstrip("/\\")
    return target if target.isascii() and target.isprintable() and "\\" not in target else "/"
