"""The GAP as it is printed: nine columns on a sheet that lies."""

from __future__ import annotations

from setara.domain.budget.pathway import Pathway
from setara.domain.budget.wording import columns_on_form
from setara.domain.language.text import Text, same
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

_WIDTHS = {"data": 5, "actions": 5, "activity": 4, "indicators": 4}


def matrix_of(pathway: Pathway, form: Form) -> Table:
    """The columns in the order and under the labels of `form`, in one row."""
    cells = columns_on_form(pathway, form)
    columns = tuple(
        Column(
            field.label,
            width=_WIDTHS.get(field.code, 3),
            group=field.group,
            number=field.number,
        )
        for field, _ in cells
    )
    return Table(columns, (tuple(parts for _, parts in cells),))


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
