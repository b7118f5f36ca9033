"""QR codes as SVG."""

import io

import segno

_INK = "#16302b"


def qr_svg(words: str) -> str:
    """The code of `words`, error correction M, dark on white.

    Two modules of white stand around it; the paper itself is the rest of the quiet zone.
    """
    drawing = io.BytesIO()
    segno.make(words, error="m", micro=False).save(
        drawing, kind="svg", dark=_INK, light="#ffffff", border=2, xmldecl=False, scale=4
    )
    return drawing.getvalue().decode()
