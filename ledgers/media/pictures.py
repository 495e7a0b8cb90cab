"""Pictures that people send: looked at, made small, stripped of where and by whom they were taken.

What is stored is never the file that was sent, but a JPEG drawn anew from its pixels.
"""

from hashlib import sha256
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import FileResponse
from PIL import Image, ImageOps

# What a phone's camera and its album give; judged by the content, never by the name.
FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST_BYTES = 20 * 1024 * 1024
# A picture of more pixels is refused before one of them is unpacked (a small file can hold
# gigabytes of them); today's phones take up to 50 million without special modes.
LARGEST_PIXELS = 64_000_000
LONGEST_SIDE = 1600
QUALITY = 82


def cleaned_picture(upload) -> bytes:
    """The picture in `upload` (an uploaded or opened file) as JPEG, 1600 pixels at the longest side.

    Turned upright, its transparent parts white; EXIF data, the place and every comment are gone.
    Raises ValidationError with advice: too large, no picture, or none that can be read.
    """
    if getattr(upload, "size", 0) > LARGEST_BYTES:
        raise ValidationError("照片超过 20 MB，请缩小后再上传。")
    content = upload.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValidationError("照片超过 20 MB，请缩小后再上传。")
    try:
        return _redrawn(content)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise ValidationError("这个文件不是能读取的照片，请上传 JPG、PNG 或 WebP 照片。") from error


def _redrawn(content: bytes) -> bytes:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        if image.width * image.height > LARGEST_PIXELS:
            raise ValidationError("照片的像素过大，请把相机调到普通清晰度后再拍。")
        # Lets the JPEG decoder skip what would be thrown away below.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        flat = _without_transparency(upright)
    out = BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _without_transparency(image: Image.Image) -> Image.Image:
    """A plain picture of the pixels alone: nothing that `image` carries beside them is kept."""
    colours = image.convert("RGBA")
    flat = Image.new("RGB", colours.size, "white")
    flat.paste(colours, mask=colours.getchannel("A"))
    return flat


def picture_file(upload) -> ContentFile:
    """`cleaned_picture` as a file for a model's FileField.

    Its name says nothing; the same picture gets the same one, so that a second sending shows.
    """
    content = cleaned_picture(upload)
    return ContentFile(content, name=f"{sha256(content).hexdigest()[:32]}.jpg")


def picture_response(stored) -> FileResponse:
    """The answer that shows a stored picture (a FieldFile) to a reader who may see it.

    The view has checked that. No browser takes it for anything but a picture, and none but
    the reader's own keeps it.
    """
    response = FileResponse(stored.open("rb"), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "private, max-age=3600"
    return response
