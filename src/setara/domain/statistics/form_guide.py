"""The sheets around the tables: how to fill the form in, and what needs mending in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from setara.domain.language.text import Language, Text, same
from setara.domain.statistics import form_words as words
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.form import FormCell, FormSheet, Formula, Role, both, stacked
from setara.domain.statistics.form_slots import CHECK, FIRST_ROW, Place
from setara.domain.statistics.form_tables import FormFacts, Table
from setara.domain.statistics.observation import NOTHING_LABELS

_LEGEND_ROLES = {
    "figure": Role.FIGURE,
    "reason": Role.REASON,
    "stated": Role.STATED,
    "last": Role.LAST,
    "sum": Role.SUM,
    "closed": Role.CLOSED,
    "marked": Role.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Mending:
    """What is wrong at one place of the form, and what to do about it."""

    place: Place
    message: Text
    remedy: Text


def guide_sheet(facts: FormFacts, tables: Sequence[Table], ready: Sequence[int]) -> FormSheet:
    """Title, facts, contents with how far each table is, steps, colours, kinds of nothing."""
    title = words.FORM_TITLE.filled(title=facts.call_title)
    rows: list[list[FormCell]] = [[_cell(0, Role.TITLE, both(title))], []]
    rows += [_fact(label, said) for label, said in _facts(facts)]
    rows += [[], *_contents(tables, ready), [], [_cell(0, Role.LEAD, both(words.HOW))]]
    rows += [
        [
            _cell(0, Role.SAID, f"{number}. {step.say(Language.INDONESIAN)}", wide=2),
            _cell(2, Role.AWAY, step.say(Language.ENGLISH)),
        ]
        for number, step in enumerate(words.STEPS, start=1)
    ]
    rows += [[], [_cell(0, Role.LEAD, both(words.LEGEND))], *_legend()]
    rows += [[], [_cell(0, Role.LEAD, both(words.KINDS))], *_kinds()]
    return FormSheet(words.GUIDE_SHEET, tuple(_placed(rows)), (34, 52, 66))


def mending_sheet(mendings: Sequence[Mending]) -> FormSheet:
    """The list of what is wrong, each with a way to its cell."""
    title = words.MENDING_TITLE.filled(n=len(mendings))
    rows = [[_cell(0, Role.TITLE, both(title))], [_cell(0, Role.LEAD, both(words.MENDING_LEAD))]]
    rows += [[_cell(n, Role.HEAD, stack) for n, stack in enumerate(map(both, words.MENDING_HEADS))]]
    for each in mendings:
        sheet, where = each.place
        rows.append(
            [
                _cell(0, Role.LABEL, sheet),
                _cell(1, Role.LINK, where, link=f"internal:'{sheet}'!{where}"),
                _cell(2, Role.NOTE, stacked(each.message)),
                _cell(3, Role.NOTE, stacked(each.remedy)),
            ]
        )
    cells = tuple(_placed(rows))
    return FormSheet(words.MENDING_SHEET, cells, (20, 12, 60, 60), 3, 0, (2, 2), tone="wrong")


def _facts(facts: FormFacts) -> list[tuple[Text, Text]]:
    said = {
        "agency": same(facts.agency_name),
        "government": same(facts.government_name),
        "period": Text("{period}", "{period}").filled(period=facts.period),
        "due": Text("{due}", "{due}").filled(due=facts.due_on),
        "version": same(str(facts.call_version)),
    }
    return [(label, said[name]) for name, label in words.FACTS.items()]


def _fact(label: Text, said: Text) -> list[FormCell]:
    return [_cell(0, Role.LABEL, both(label)), _cell(1, Role.NOTE, both(said))]


def _contents(tables: Sequence[Table], ready: Sequence[int]) -> Iterator[list[FormCell]]:
    yield [_cell(0, Role.LEAD, both(words.CONTENTS))]
    yield [_cell(n, Role.HEAD, both(head)) for n, head in enumerate(words.CONTENTS_HEADS)]
    column = column_letter(CHECK)
    for table, count in zip(tables, ready, strict=True):
        of = len(table.rows)
        found = f"'{table.sheet}'!{column}{FIRST_ROW + 1}:{column}{FIRST_ROW + of}"
        formula = (
            f'=COUNTIF({found},"{words.COMPLETE}")+COUNTIF({found},"{words.MATCHES}")&" dari {of}"'
        )
        said = words.READY.filled(ready=count, of=of).say(Language.INDONESIAN)
        yield [
            _cell(0, Role.LINK, table.sheet, link=f"internal:'{table.sheet}'!A1"),
            _cell(1, Role.NOTE, both(table.title)),
            _cell(2, Role.SUM, Formula(formula, said)),
        ]


def _legend() -> Iterator[list[FormCell]]:
    for name, line in words.LEGEND_LINES.items():
        sample = words.SAMPLES.get(name)
        shown = FormCell(0, 0, _LEGEND_ROLES[name], sample, is_marked=name == "marked")
        yield [
            shown,
            _cell(1, Role.NOTE, line.say(Language.INDONESIAN)),
            _cell(2, Role.AWAY, line.say(Language.ENGLISH)),
        ]


def _kinds() -> Iterator[list[FormCell]]:
    for kind, meaning in words.KIND_MEANINGS.items():
        yield [
            _cell(0, Role.LABEL, both(NOTHING_LABELS[kind])),
            _cell(1, Role.NOTE, meaning.say(Language.INDONESIAN)),
            _cell(2, Role.AWAY, meaning.say(Language.ENGLISH)),
        ]


def _cell(
    column: int, role: Role, content: str | Formula, *, link: str = "", wide: int = 1
) -> FormCell:
    """A cell whose row is set when the rows are placed."""
    return FormCell(0, column, role, content, link=link, wide=wide)


def _placed(rows: Sequence[Sequence[FormCell]]) -> Iterator[FormCell]:
    for number, row in enumerate(rows):
        for cell in row:
            yield FormCell(
                number,
                cell.column,
                cell.role,
                cell.content,
                is_marked=cell.is_marked,
                link=cell.link,
                wide=cell.wide,
            )
