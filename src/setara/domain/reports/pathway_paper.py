"""The GAP as it is printed: nine columns on a sheet that lies."""

from __future__ import annotations

from math import isqrt

from setara.domain.budget.pathway import Pathway
from setara.domain.budget.wording import columns_on_form
from setara.domain.language.text import Language, Text, same
from setara.domain.law.forms import Form
from setara.domain.reports.outline import (
    Block,
    Column,
    Facts,
    Orientation,
    Outline,
    Table,
)
from setara.domain.reports.paper_parts import (
    Printing,
    Signatory,
    footer_of,
    form_notice,
    letterhead_of,
    notice_of,
    number_of,
    signature_of,
)

_LEAST, _MOST = 10, 19
"""How wide a column may be against the others: wide enough for its head, and for its words."""


def matrix_of(pathway: Pathway, form: Form) -> Table:
    """The columns in the order and under the labels of `form`, in one row."""
    cells = columns_on_form(pathway, form)
    columns = tuple(
        Column(
            field.label,
            width=_width(parts),
            group=field.group,
            number=field.number,
        )
        for field, parts in cells
    )
    return Table(columns, (tuple(parts for _, parts in cells),))


def _width(parts: tuple[Text, ...]) -> int:
    """By the root of how much is written, so that no column alone draws the row over the sheet."""
    written = sum(len(part.say(Language.INDONESIAN)) for part in parts)
    return max(_LEAST, min(_MOST, isqrt(written)))


def pathway_outline(
    pathway: Pathway, form: Form, printing: Printing, signatory: Signatory | None
) -> Outline:
    """The matrix in the order and under the labels of `form`."""
    blocks: tuple[Block, ...] = (
        *number_of(printing),
        Facts(
            (
                (form.agency_label, same(printing.agency)),
                (Text("Tahun anggaran", "Budget year"), same(str(pathway.year))),
            )
        ),
        matrix_of(pathway, form),
        *form_notice(form),
        *signature_of(signatory, printing),
    )
    return Outline(
        title=form.title,
        blocks=blocks,
        letterhead=letterhead_of(printing),
        orientation=Orientation.LANDSCAPE,
        notice=notice_of(printing, is_draft=printing.signed_on is None),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
        dated_on=printing.signed_on,
    )
