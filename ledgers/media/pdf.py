"""Paper: pages as PDF, in fonts that travel with the portal, from our own pictures alone.

WeasyPrint is read in only when a paper is made: it needs the system's Pango library, and without
it everything else of the portal still works.
"""

from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from string import printable
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
    pages = [render_to_string(template, context | {"size": size}, request) for size in sizes]
    text = printable + _style(style) + unescape("".join(pages))
    fetcher, faces = _fetcher(text), FontConfiguration()
    dress = [CSS(string=_style(style), font_config=faces, url_fetcher=fetcher)]
    for page in pages:
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


def _font_paths() -> dict[str, Path]:
    import pylopdf_fonts_zh_cn as fonts

    return {SANS: Path(fonts.sans_path()), SERIF: Path(fonts.serif_path())}


def _font(name: str, text: str) -> bytes:
    """The font with the characters of `text` alone, numbered by their place in the file.

    WeasyPrint writes places where a CID-keyed font is read by its own numbers (ISO 32000-1,
    9.7.4.2): viewers that go by the book, such as MuPDF, would show blanks or other characters.
    So the list of numbers (CFF, charset) is made the list of places, which of a small font is quick.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    small, numbered = BytesIO(), BytesIO()
    with TTFont(_font_paths()[name], lazy=True) as font:
        subsetter = subset.Subsetter(subset.Options(notdef_outline=True))
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.save(small)
    with TTFont(small, lazy=True) as font:
        top = font["CFF "].cff[0]
        places = [".notdef", *(f"cid{place:05d}" for place in range(1, len(top.charset)))]
        outlines = top.CharStrings.charStrings
        top.CharStrings.charStrings = {
            place: outlines[number] for place, number in zip(places, top.charset, strict=True)
        }
        top.charset = places
        font.save(numbered)
    return numbered.getvalue()


@cache
def _style(name: str) -> str:
    faces = "".join(
        f'@font-face{{font-family:"{name}";src:url("{FONT}{name}")}}' for name in (SANS, SERIF)
    )
    return faces + Path(finders.find(f"css/{name}.css")).read_text("utf-8")


def _fetcher(text: str):
    """What a page may take in: our fonts, stored pictures and data addresses, nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnThings(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url.startswith(FONT):
                return URLFetcherResponse(url, _font(unquote(url.removeprefix(FONT)), text))
            if not url.startswith(PICTURE):
                raise ValueError(f"not for paper: {url[:60]}")
            with default_storage.open(url.removeprefix(PICTURE), "rb") as file:
                return URLFetcherResponse(url, file.read(), {"Content-Type": "image/jpeg"})

    return OwnThings()
