"""Paper: pages as PDF, in fonts that travel with the portal, from our own pictures alone.

WeasyPrint is read in only when a paper is made: it needs the system's Pango library, and without
it everything else of the portal still works.
"""

import struct
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.db.models import Model
from django.http import HttpResponse
from django.template.loader import render_to_string

from ledgers.as_of import BadRequestPage
from ledgers.exports import attached
from ledgers.models import AuditKind
from ledgers.trail import audit

PICTURE = "picture:"  # how a template names a stored picture
FONT = "font:"  # how a style names one of our fonts
SANS, SERIF = "Paper Sans", "Paper Serif"


def pdf(
    template: str, context: dict, request=None, *, style: str = "paper", sizes: tuple = ("",)
) -> bytes:
    """The page that `template` draws, as PDF on A4, dressed by `static/css/<style>.css`.

    `sizes` are what the template is given as `size`, the largest first: the first that fits one
    page is taken, and the last where none does. Raises BadRequestPage where the library is missing.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as missing:
        raise BadRequestPage(
            "服务器还没有安装生成PDF所需的组件（Pango），请联系系统管理员；网页可以直接打印。"
        ) from missing
    fetcher, faces = _fetcher(), FontConfiguration()
    dress = [CSS(string=_style(style), font_config=faces, url_fetcher=fetcher)]
    for size in sizes:
        page = render_to_string(template, context | {"size": size}, request)
        document = HTML(string=page, url_fetcher=fetcher).render(
            stylesheets=dress, font_config=faces
        )
        if len(document.pages) == 1:
            break
    return document.write_pdf()


def as_file(request, content: bytes, obj: Model, title: str, what: str, plain: str) -> HttpResponse:
    """`content` as the PDF `title`; the audit records who took `what` of `obj` out.

    `plain` is the file's name for programs that read ASCII only.
    """
    detail = {"title": str(obj), "format": "pdf", "what": what}
    audit.record(AuditKind.EXPORT, request=request, obj=obj, detail=detail)
    answer = HttpResponse(content, content_type="application/pdf")
    return attached(answer, f"{title}.pdf", plain=plain)


@cache
def _fonts() -> dict[str, bytes]:
    """Each font's file, ready for paper."""
    import pylopdf_fonts_zh_cn as fonts

    paths = {SANS: fonts.sans_path(), SERIF: fonts.serif_path()}
    return {name: _numbered_by_place(Path(path)) for name, path in paths.items()}


def _numbered_by_place(path: Path) -> bytes:
    """The font at `path` with its characters numbered by their place in the file.

    WeasyPrint writes places where a CID-keyed font is read by its own numbers (ISO 32000-1,
    9.7.4.2): viewers that go by the book, such as MuPDF, would show blanks or other characters.
    The table of numbers (CFF, charset) becomes a single range over all places.
    """
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        numbers = font["CFF "].cff.topDictIndex[0].rawDict["charset"]
        at, count = font.reader.tables["CFF "].offset + numbers, font["maxp"].numGlyphs
    content = bytearray(path.read_bytes())
    one_range = struct.pack(">BHH", 2, 1, count - 2)  # format 2, the first after .notdef, the rest
    content[at : at + len(one_range)] = one_range
    return bytes(content)


@cache
def _style(name: str) -> str:
    faces = "".join(
        f'@font-face{{font-family:"{name}";src:url("{FONT}{name}")}}' for name in _fonts()
    )
    return faces + Path(finders.find(f"css/{name}.css")).read_text("utf-8")


def _fetcher():
    """What a page may take in: our fonts, stored pictures and data addresses, nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnThings(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url.startswith(FONT):
                return URLFetcherResponse(url, _fonts()[unquote(url.removeprefix(FONT))])
            if not url.startswith(PICTURE):
                raise ValueError(f"not for paper: {url[:60]}")
            with default_storage.open(url.removeprefix(PICTURE), "rb") as file:
                return URLFetcherResponse(url, file.read(), {"Content-Type": "image/jpeg"})

    return OwnThings()
