"""Two drawn pictures for the demo county: evidently drawings, so that nobody takes them for places."""

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
        out = io.BytesIO()
        _draw(colours, fresh=name == AFTER).save(out, "JPEG", quality=82)
        default_storage.save(name, ContentFile(out.getvalue()))


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
