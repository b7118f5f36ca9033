"""A GAP and a GBS as their pages show them."""

from __future__ import annotations

from setara.domain.budget.wording import columns_in_words
from setara.domain.foundation.station import Station, StationKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Text
from setara.usecases.budget.pathway_queries import PathwayAnswer
from setara.usecases.budget.statement_queries import StatementAnswer
from setara.web.budget.forms import DrawUpForm, ReturnForm
from setara.web.budget.pages import ColumnShown, PathwayPage, StatementPage

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
        draw_up_form=form or DrawUpForm(lines=answer.lines),
        refusal=refused.reason if refused else None,
    )


def statement_page(
    answer: StatementAnswer,
    columns: tuple[ColumnShown, ...],
    *,
    form: ReturnForm | None = None,
    refused: Refused | None = None,
) -> StatementPage:
    """The page of a GBS, with the reason on top where an act on it was refused."""
    return StatementPage(
        title=STATEMENT.filled(name=answer.line.activity_name),
        answer=answer,
        columns=columns,
        station=Station(StationKind.STATEMENT, answer.line.statement_id),
        return_form=form or ReturnForm(),
        refusal=refused.reason if refused else None,
    )


def columns_of(answer: PathwayAnswer) -> tuple[ColumnShown, ...]:
    """The columns in the order and under the labels of the form in force."""
    parts = columns_in_words(answer.pathway)
    return tuple(ColumnShown(field, parts[field.code]) for field in answer.form.fields)


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
