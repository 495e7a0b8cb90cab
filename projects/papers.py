"""Paper: pages as PDF, in fonts that travel with the portal, from our own pictures alone.

WeasyPrint is read in only when a paper is made: it needs the system's Pango library, and without
it everything else of the portal still works.
"""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from ledgers.asof import BadRequestPage

PICTURE = "picture:"  # how a template names a stored picture
SANS, SERIF = "Paper Sans", "Paper Serif"


def pdf(template: str, context: dict, request=None) -> bytes:
    """The page that `template` draws, as PDF on A4. Raises BadRequestPage where the library is missing."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as missing:
        raise BadRequestPage(
            "服务器还没有安装生成PDF所需的组件（Pango），请联系系统管理员；网页可以直接打印。"
        ) from missing
    fetcher, faces = _fetcher(), FontConfiguration()
    style = CSS(string=_style(), font_config=faces, url_fetcher=fetcher)
    document = HTML(string=render_to_string(template, context, request), url_fetcher=fetcher)
    return document.write_pdf(stylesheets=[style], font_config=faces)


@cache
def _fonts() -> dict[str, str]:
    """The address of each font's file."""
    import pylopdf_fonts_zh_cn as fonts

    paths = {SANS: fonts.sans_path(), SERIF: fonts.serif_path()}
    return {name: Path(path).resolve().as_uri() for name, path in paths.items()}


@cache
def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"{name}";src:url("{address}")}}'
        for name, address in _fonts().items()
    )
    return faces + Path(finders.find("css/paper.css")).read_text("utf-8")


def _fetcher():
    """What a page may take in: our fonts, stored pictures and data addresses, nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnThings(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:") or url in _fonts().values():
                return super().fetch(url, headers)
            if not url.startswith(PICTURE):
                raise ValueError(f"not for paper: {url[:60]}")
            with default_storage.open(url.removeprefix(PICTURE), "rb") as file:
                return URLFetcherResponse(url, file.read(), {"Content-Type": "image/jpeg"})

    return OwnThings()
