"""A GAP and a GBS as their pages show them."""

from __future__ import annotations

from setara.domain.budget.wording import columns_in_words, columns_on_form, direction_words
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.domain.law.forms import FormField
from setara.usecases.budget.pathway_queries import PathwayAnswer
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.web.budget.document_forms import CarryOutForm
from setara.web.budget.forms import DrawUpForm
from setara.web.budget.pages import (
    ColumnShown,
    ColumnTyped,
    GroupTyped,
    PathwayPage,
    RowTyped,
    StatementPage,
    StatementReview,
    WritingPage,
)
from setara.web.budget.review_forms import ExampleForm
from setara.web.budget.sheet import ACTION, EXTERNAL, INDICATOR, INTERNAL
from setara.web.budget.writing import LISTS_OF_COLUMNS, PathwayForm
from setara.web.budget.writing_rows import RowForm

PATHWAY = Text("GAP: {name}", "GAP: {name}")
STATEMENT = Text("GBS: {name}", "GBS: {name}")


def pathway_page(
    answer: PathwayAnswer, *, form: DrawUpForm | None = None, refused: Refused | None = None
) -> PathwayPage:
    """The page of a GAP, with the reason on top where an act on it was refused."""
    return PathwayPage(
        title=PATHWAY.filled(name=answer.pathway.activity_name),
        answer=answer,
        columns=columns_of(answer),
        station=Station(StationKind.PATHWAY, answer.pathway_id),
        draw_up_form=form or DrawUpForm(lines=answer.untied_lines),
        carry_out_form=CarryOutForm(
            plans=answer.plans,
            initial={"document_id": answer.carries_out[0] if answer.carries_out else ""},
        ),
        refusal=refused.reason if refused else None,
    )


def statement_page(
    answer: StatementAnswer,
    columns: tuple[ColumnShown, ...],
    review: StatementReview,
    *,
    correct_form: DrawUpForm | None = None,
    refused: Refused | None = None,
) -> StatementPage:
    """The page of a GBS, with the reason on top where an act on it was refused."""
    return StatementPage(
        title=STATEMENT.filled(name=answer.line.activity_name),
        answer=answer,
        columns=columns,
        station=Station(StationKind.STATEMENT, answer.line.statement_id),
        correct_form=correct_form or DrawUpForm(lines=answer.lines, initial=_chosen(answer)),
        review=review.answer,
        hints=review.hints,
        may_accept=review.may_accept,
        example_form=ExampleForm(),
        refusal=refused.reason if refused else None,
    )


def columns_of(answer: PathwayAnswer) -> tuple[ColumnShown, ...]:
    """The columns in the order and under the labels of the form in force."""
    cells = columns_on_form(answer.pathway, answer.form)
    return tuple(ColumnShown(field, parts) for field, parts in cells)


def writing_page(answer: PathwayAnswer, form: PathwayForm) -> WritingPage:
    """The page on which a GAP is written: each column with its fields, guidance and findings."""
    columns = tuple(_typed(field, answer, form) for field in answer.form.fields)
    return WritingPage(
        title=PATHWAY.filled(name=answer.pathway.activity_name),
        answer=answer,
        columns=columns,
        station=Station(StationKind.PATHWAY, answer.pathway_id),
        form=form,
    )


def _typed(field: FormField, answer: PathwayAnswer, form: PathwayForm) -> ColumnTyped:
    groups, name = form.groups, LISTS_OF_COLUMNS.get(field.code, "")
    is_written = field.code in groups or bool(name)
    return ColumnTyped(
        field=field,
        groups=tuple(
            GroupTyped(tuple(form[name] for name in group.fields), group.legend)
            for group in groups.get(field.code, ())
        ),
        shown=() if is_written else columns_in_words(answer.pathway)[field.code],
        findings=tuple(each for each in answer.findings if str(each.column) == field.number),
        list_name=name,
        rows=tuple(
            _row_typed(row, name, place, answer)
            for place, row in enumerate(form.rows.get(name, []))
        ),
    )


def _row_typed(row: RowForm, name: str, place: int, answer: PathwayAnswer) -> RowTyped:
    number = row["key"].value() if name in {INTERNAL, EXTERNAL} else place + 1
    known = {str(each.key): each for each in answer.pathway.indicators}
    indicator = known.get(str(row["key"].value())) if name == INDICATOR else None
    return RowTyped(
        form=row,
        legend=_ROW_NAMES[name].filled(n=str(number)),
        drop=f"drop-{name}-{place}",
        course=direction_words(answer.pathway, indicator) if indicator else None,
    )


_ROW_NAMES = {
    INTERNAL: Text("Sebab {n}", "Cause {n}"),
    EXTERNAL: Text("Sebab {n}", "Cause {n}"),
    ACTION: Text("Aksi {n}", "Action {n}"),
    INDICATOR: Text("Indikator {n}", "Indicator {n}"),
}


def _chosen(answer: StatementAnswer) -> dict[str, object]:
    return {"line_id": answer.line.line_id, "category": answer.line.category.value}


def statement_columns(answer: StatementAnswer) -> tuple[ColumnShown, ...]:
    """The fields of the GBS form that come from the GAP."""
    parts = columns_in_words(answer.pathway)
    named = {
        "situation_data": "data",
        "factors": "factors",
        "internal_causes": "internal_causes",
        "external_causes": "external_causes",
        "objective": "reformulated_objective",
        "indicators": "indicators",
        "actions": "actions",
    }
    return tuple(
        ColumnShown(field, parts[named[field.code]])
        for field in answer.form.fields
        if field.code in named
    )
