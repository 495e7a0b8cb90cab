"""QR codes for pages and papers."""

import segno


def qr_code(text: str, *, scale: int = 4, border: int = 2) -> str:
    """`text` as a QR code: an SVG in a data address for an <img>, which our content policy allows."""
    return segno.make(text, error="m").svg_data_uri(scale=scale, border=border)
