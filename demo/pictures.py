"""Drawn pictures for the demo county: evidently drawings, so that nobody takes them for places."""

import io

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

SIZE = (960, 720)
BEFORE, AFTER = "pairs/demo-before.jpg", "pairs/demo-after.jpg"
# sky, ground, wall, window, and what stands in front: rubbish before, trees after
COLOURS = {
    BEFORE: ("#b9b6ae", "#8d8578", "#a59c8d", "#6f6a61", "#5f5647"),
    AFTER: ("#cfe6f2", "#d8cdb8", "#f2e6d2", "#7fa9c4", "#4f8f62"),
}


def store() -> None:
    """Draw both pictures anew; two loads give the same files."""
    for name, colours in COLOURS.items():
        if default_storage.exists(name):
            default_storage.delete(name)
        _store(name, _draw(colours, fresh=name == AFTER))


def store_works(name: str, share: float) -> None:
    """Draw a pipe trench of which `share` (0 to 1) is filled in again, as the file `name`."""
    if default_storage.exists(name):
        default_storage.delete(name)
    _store(name, _draw_works(share))


def _store(name: str, image: Image.Image) -> None:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    default_storage.save(name, ContentFile(out.getvalue()))


def _draw_works(share: float) -> Image.Image:
    image = Image.new("RGB", SIZE, "#d5e3ea")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 240, 960, 720), fill="#cdc3b2")
    for left in range(0, 960, 160):  # the fence behind
        draw.rectangle((left + 6, 150, left + 152, 270), fill="#5b8db0", outline="#3f6b89", width=6)
    draw.polygon([(60, 720), (330, 300), (520, 300), (560, 720)], fill="#6f5a44")
    draw.polygon([(170, 720), (385, 300), (430, 300), (330, 720)], fill="#e08a3c")
    filled = 720 - round(420 * share)  # from the far end towards the viewer
    if share:
        near = 560 - round(40 * (720 - filled) / 420)
        draw.polygon([(60, 720), (60 + round(270 * share), filled), (near, filled), (560, 720)],
                     fill="#8d8578")  # fmt: skip
    draw.rectangle((640, 430, 860, 560), fill="#e2b33c")  # the digger
    draw.rectangle((650, 330, 750, 430), fill="#e2b33c", outline="#8a6a17", width=5)
    draw.line((640, 450, 560, 340, 500, 430), fill="#8a6a17", width=18)
    draw.rounded_rectangle((630, 560, 880, 620), 30, fill="#3b3b3b")
    return image


def _draw(colours, *, fresh: bool) -> Image.Image:
    sky, ground, wall, window, front = colours
    image = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 520, 960, 720), fill=ground)
    draw.rectangle((180, 120, 780, 540), fill=wall)
    for row in range(4):
        for column in range(6):
            left, top = 220 + column * 92, 160 + row * 88
            draw.rectangle((left, top, left + 52, top + 54), fill=window)
    draw.rectangle((440, 460, 520, 540), fill=front if fresh else window)
    for left in (60, 830) if fresh else (90, 250, 640, 800):
        if fresh:
            draw.rectangle((left + 30, 430, left + 42, 560), fill="#7a5b3a")
            draw.ellipse((left - 20, 300, left + 92, 460), fill=front)
        else:
            draw.polygon([(left, 600), (left + 60, 520), (left + 130, 600)], fill=front)
    if fresh:
        for left in range(120, 900, 130):
            draw.line((left, 620, left - 40, 720), fill="#ffffff", width=6)
    return image
