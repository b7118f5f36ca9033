"""What can be printed, and as what."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class PaperKind(StrEnum):
    """What can be printed; the terms (KAK) have the number of their statement."""

    PATHWAY = "pathway"
    DOCUMENT_PATHWAY = "document_pathway"
    STATEMENT = "statement"
    TERMS = "terms"
    COVER_LETTER = "cover_letter"
    DATA_REQUEST = "data_request"
    DATA_REMINDER = "data_reminder"

    @property
    def label(self) -> Text:
        """In both languages."""
        return KIND_LABELS[self]


KIND_LABELS = {
    PaperKind.PATHWAY: Text("GAP (analisis gender)", "GAP (gender analysis)"),
    PaperKind.DOCUMENT_PATHWAY: Text(
        "GAP dokumen rencana (RPJMD, Renstra)", "GAP of a plan document (RPJMD, Renstra)"
    ),
    PaperKind.STATEMENT: Text("GBS (pernyataan anggaran gender)", "GBS (gender budget statement)"),
    PaperKind.TERMS: Text("KAK (kerangka acuan kegiatan)", "KAK (terms of reference)"),
    PaperKind.COVER_LETTER: Text("Surat pengantar", "Cover letter"),
    PaperKind.DATA_REQUEST: Text("Surat permintaan data", "Data request"),
    PaperKind.DATA_REMINDER: Text("Surat pengingat data", "Data reminder"),
}


class PaperFormat(StrEnum):
    """As what."""

    PDF = "pdf"
    DOCX = "docx"
