"""QR codes as SVG."""

import io

import segno


def qr_svg(words: str) -> str:
    """The code of `words`, error correction M, dark on transparent."""
    drawing = io.BytesIO()
    segno.make(words, error="m", micro=False).save(
        drawing, kind="svg", dark="#16302b", border=0, xmldecl=False
    )
    return drawing.getvalue().decode()
