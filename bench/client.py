"""A signed-in visitor over one kept-alive connection, who times every request."""

import http.client
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode


class Refused(Exception):
    """A page did not answer as expected: address, status and what it said."""


@dataclass(frozen=True)
class Answer:
    """What came back, and the seconds from sending the request to its last byte."""

    status: int
    seconds: float
    body: bytes
    queries: int | None


class Visitor:
    """One account on one server; cookies are kept as a browser keeps them."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookies: dict[str, str] = {}

    def sign_in(self, username: str, password: str) -> "Visitor":
        """Log in through the form; raises Refused where that fails."""
        self.get("/accounts/login/")
        fields = {"username": username, "password": password}
        self.post("/accounts/login/", fields | self.token(), expect=302)
        return self

    def token(self) -> dict[str, str]:
        """The form field that answers the CSRF cookie."""
        return {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}

    def get(self, path: str, *, count: bool = False) -> Answer:
        """GET `path`, which has to answer 200; `count` asks for the number of queries."""
        return self._send("GET", path, None, count, 200)

    def post(self, path: str, fields: dict[str, str], *, count=False, expect=302) -> Answer:
        """POST a form; a stored one answers with a redirect."""
        return self._send("POST", path, urlencode(fields), count, expect)

    def _send(self, method, path, body, count, expect) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if count:
            headers["X-Bench-Count"] = "1"
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - begun
        for line in response.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        if response.status != expect:
            text = content.decode(errors="replace")
            raise Refused(f"{method} {path}: {response.status} instead of {expect}\n{text[:1500]}")
        queries = response.headers.get("X-Bench-Queries")
        return Answer(response.status, seconds, content, int(queries) if queries else None)


class _Form(HTMLParser):
    """Reads the fields of the page's POST form as a browser would send them untouched."""

    def __init__(self):
        super().__init__()
        self.inside, self.select, self.area = False, "", ""
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name, value = found.get("name"), found.get("value") or ""
        if tag == "form":
            self.inside = found.get("method", "").lower() == "post" and "logout" not in (
                found.get("action") or ""
            )
        elif self.inside and tag == "input" and name:
            boxes = ("checkbox", "radio")
            if found.get("type") not in boxes or "checked" in found:
                self.fields[name] = value
        elif self.inside and tag == "select":
            self.select = name or ""
        elif self.inside and tag == "option" and self.select:
            if "selected" in found or self.select not in self.fields:
                self.fields[self.select] = value
        elif self.inside and tag == "textarea":
            self.area = name or ""
            self.fields[self.area] = ""

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.area = ""


def form_fields(page: bytes) -> dict[str, str]:
    """The fields of the POST form on a page, with their values."""
    form = _Form()
    form.feed(page.decode())
    return form.fields
