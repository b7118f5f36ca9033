"""Files that show that something was done, told by their content and not by their name."""

from __future__ import annotations

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused

MOST_BYTES = 10 * 1024 * 1024
# The first bytes of PDF, JPEG, PNG and of the zip that DOCX and XLSX are.
_STARTS = {
    b"%PDF": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG": "image/png",
    b"PK\x03\x04": "application/octet-stream",
}


def media_type(content: bytes) -> str | None:
    """The media type of a file that is taken as evidence; None for any other."""
    return next((kind for start, kind in _STARTS.items() if content.startswith(start)), None)


def may_be_evidence(name: str, content: bytes) -> Verdict:
    """A PDF, photo, DOCX or XLSX of at most 10 MB."""
    if len(content) > MOST_BYTES:
        return refused(
            "“{name}” lebih besar dari {most} MB. Kecilkan gambarnya atau pecah berkasnya.",
            "“{name}” is larger than {most} MB. Shrink the pictures or split the file.",
            name=name,
            most=MOST_BYTES // 1024**2,
        )
    if media_type(content) is None:
        return refused(
            "“{name}” bukan PDF, foto (JPG, PNG), DOCX, atau XLSX.",
            "“{name}” is no PDF, photo (JPG, PNG), DOCX or XLSX.",
            name=name,
        )
    return ALLOWED
