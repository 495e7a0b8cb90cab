"""How a text table is written: its encoding and what stands between its cells."""

import codecs
from collections.abc import Callable, Iterable

from ledgers.importing.guard import FileRefused

# What Windows and Excel in China write where they do not write UTF-8 (GB 18030-2005).
ENCODINGS = ("utf-8-sig", "gb18030")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # characters looked at for the delimiter


def encoding_of(blocks: Callable[[], Iterable[bytes]]) -> str:
    """The first encoding in which the whole text makes sense; `blocks` gives its bytes anew.

    Raises Refused where there is none. Nothing is kept of a block, so a text may have any length.
    """
    first = next(iter(blocks()), b"")
    for encoding in ("utf-16",) if first.startswith(_WIDE) else ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for block in blocks():
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise FileRefused("文字编码认不出来，请用表格软件另存为“CSV UTF-8”再导入。")


def delimiter_of(text: str) -> str:
    """What stands between the cells of a text table, by the beginning of it."""
    return max(",\t;", key=text[:_HEAD].count)
