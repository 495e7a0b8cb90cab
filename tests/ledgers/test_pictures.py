"""Pictures that people send: what is stored shows the same and says nothing more."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from ledgers.media.pictures import cleaned_picture


def picture(size=(2400, 1200), kind="JPEG", mode="RGB", **more) -> BytesIO:
    out = BytesIO()
    Image.new(mode, size, "red").save(out, kind, **more)
    out.seek(0)
    return out


def test_a_phones_picture_gets_small_upright_and_nameless():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90°
    exif[0x010F] = "MAKER-OF-THE-PHONE"
    exif.get_ifd(0x8825)[1] = "N"
    sent = picture(exif=exif, comment=b"SECRET-REMARK")
    assert b"MAKER-OF-THE-PHONE" in sent.getvalue()
    stored = cleaned_picture(sent)
    again = Image.open(BytesIO(stored))
    assert (again.format, again.size) == ("JPEG", (800, 1600))
    assert not again.getexif()
    assert not [word for word in (b"MAKER", b"SECRET", b"Exif") if word in stored]


def test_transparent_parts_become_white_and_small_ones_stay_small():
    clear = BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(clear, "PNG")
    clear.seek(0)
    again = Image.open(BytesIO(cleaned_picture(clear)))
    assert again.size == (40, 30)
    assert again.getpixel((5, 5)) == (255, 255, 255)


def bomb() -> BytesIO:
    """A PNG of a few hundred bytes that says it has 900 million pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return BytesIO(b"\x89PNG\r\n\x1a\n" + body)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (BytesIO(b"<script>alert(1)</script>"), "不是能读取的照片"),
        (BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "不是能读取的照片"),
        (picture(kind="GIF", size=(10, 10)), "不是能读取的照片"),
        (BytesIO(picture().getvalue()[:2000]), "不是能读取的照片"),
        (bomb(), "照片"),
        (picture(size=(9000, 8000), kind="PNG", mode="1"), "像素过大"),
        (BytesIO(b"\xff\xd8\xff" + b"\0" * (20 * 1024 * 1024)), "超过 20 MB"),
    ],
    ids=["script", "svg", "gif", "cut", "bomb", "pixels", "bytes"],
)
def test_what_is_no_picture_is_refused_in_words(sent, said):
    with pytest.raises(ValidationError, match=said):
        cleaned_picture(sent)
