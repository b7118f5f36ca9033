"""The KAK as it is printed: derived from GAP, GBS and budget, with what was written down for it."""

from __future__ import annotations

from collections.abc import Callable

from setara.domain.budget.pathway import CauseSide, Pathway
from setara.domain.budget.terms import MONTHS, Terms
from setara.domain.budget.wording import (
    cause_words,
    data_words,
    factor_words,
    indicator_words,
    objective_words,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text, same
from setara.domain.law.forms import Form, FormField
from setara.domain.law.regulations import regulation
from setara.domain.reports.outline import (
    Alignment,
    Block,
    Column,
    Facts,
    Heading,
    Items,
    Orientation,
    Outline,
    PageBreak,
    Paragraph,
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
from setara.domain.reports.pathway_paper import matrix_of
from setara.domain.reports.statement_fields import StatementFacts

LEGAL_BASE = ("inpres-9-2000", "permendagri-15-2008", "permendagri-67-2011", "se-4-menteri-2012")
"""What every KAK of gender mainstreaming rests on, by the keys of the register."""
_FACTS = frozenset({"agency", "program", "activity"})


def terms_outline(
    pathway: Pathway,
    facts: StatementFacts,
    terms: Terms,
    printing: Printing,
    signatory: Signatory | None,
    *,
    forms: tuple[Form, Form],
) -> Outline:
    """The KAK in the order of the first form, the matrix in that of the second as annex I."""
    form, matrix = forms
    head = [
        (field.label, _fact(field, facts, printing)) for field in form.fields if _is_fact(field)
    ]
    blocks: list[Block] = [*number_of(printing), Facts(tuple(head))]
    numbered = (field for field in form.fields if field.code in _PARTS)
    for place, field in enumerate(numbered, start=1):
        blocks += [
            Heading(_NUMBERED.filled(n=place, label=field.label)),
            *_PARTS[field.code](pathway, facts, terms),
        ]
    blocks += [*form_notice(form), *signature_of(signatory, printing)]
    blocks += [PageBreak(Orientation.LANDSCAPE), Heading(_ANNEX), matrix_of(pathway, matrix)]
    return Outline(
        title=form.title,
        subtitle=Text("Tahun anggaran {year}", "Budget year {year}").filled(year=str(facts.year)),
        blocks=tuple(blocks),
        letterhead=letterhead_of(printing),
        notice=notice_of(printing, is_draft=printing.signed_on is None),
        footer=footer_of(printing),
        author=printing.agency,
        check_url=printing.check_url,
        dated_on=printing.signed_on,
    )


def _is_fact(field: FormField) -> bool:
    return field.code in _FACTS


def _fact(field: FormField, facts: StatementFacts, printing: Printing) -> Text:
    if field.code == "agency":
        return same(printing.agency)
    if field.code == "program":
        return same(f"{facts.program_code} {facts.program}".strip())
    return same(f"{facts.activity_code} {facts.activity}")


def _indicators(pathway: Pathway, _facts: StatementFacts, _terms: Terms) -> tuple[Block, ...]:
    return _points(indicator_words(pathway))


def _background(pathway: Pathway, _facts: StatementFacts, _terms: Terms) -> tuple[Block, ...]:
    """The legal base; then columns 2 to 5 of the GAP."""
    laws = [regulation(key) for key in LEGAL_BASE]
    named = tuple(
        Text("{name}: {title}", "{name}: {title}").filled(name=law.name, title=law.title)
        for law in laws
    )
    parts = (
        (Text("Data pembuka wawasan", "Eye-opening data"), data_words(pathway)),
        (Text("Faktor kesenjangan", "Factors of the disparity"), factor_words(pathway)),
        *((side.label, cause_words(pathway, side)) for side in CauseSide),
    )
    return (
        Heading(Text("Landasan hukum", "Legal base"), level=2),
        Items(named, is_numbered=True),
        *(block for title, words in parts for block in (Heading(title, 2), *_points(words))),
    )


def _beneficiaries(_p: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    rows = [
        (sex.label, _people(terms.women if sex is Sex.FEMALE else terms.men, terms, sex))
        for sex in (Sex.MALE, Sex.FEMALE)
    ]
    rows.append((Text("Jumlah", "Together"), _count(terms.people)))
    rows.append(
        (Text("Penyandang disabilitas", "People with disabilities"), _count(terms.disabled))
    )
    rows.append((Text("Kelompok umur", "Age groups"), _given(terms.ages)))
    return (Facts(tuple((_capital(label), value) for label, value in rows)),)


def _people(count: int | None, terms: Terms, sex: Sex) -> Text:
    share = terms.share_of(sex)
    if count is None or share is None:
        return _count(count)
    return Text("{n} orang ({p}%)", "{n} people ({p}%)").filled(n=count, p=share.percent(1))


def _count(count: int | None) -> Text:
    return _OPEN if count is None else Text("{n} orang", "{n} people").filled(n=count)


def _capital(label: Text) -> Text:
    return Text(label.id[:1].upper() + label.id[1:], label.en[:1].upper() + label.en[1:])


def _purpose(pathway: Pathway, _facts: StatementFacts, _terms: Terms) -> tuple[Block, ...]:
    return (
        Facts(
            (
                (Text("Tujuan awal", "The objective before"), _given(pathway.objective)),
                (Text("Tujuan", "The objective"), objective_words(pathway)),
            )
        ),
    )


def _method(pathway: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    stages = tuple(
        _STAGE.filled(action=action.text, method=_given(terms.scheduled(action.key).method))
        if terms.scheduled(action.key).method
        else same(action.text)
        for action in pathway.actions
    )
    eased = tuple(same(each.text) for each in terms.accommodations)
    return (
        Paragraph(_given(terms.method)),
        Heading(Text("Tahapan", "Stages"), level=2),
        *((Items(stages, is_numbered=True),) if stages else (Paragraph(_OPEN),)),
        Heading(Text("Kemudahan bagi peserta", "What makes taking part easier"), level=2),
        *_points(eased),
    )


def _place(_p: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    return (Paragraph(_given(terms.place)),)


def _responsible(_p: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    answers = terms.responsible
    if answers and terms.responsible_number:
        answers = f"{answers}, NIP {terms.responsible_number}"
    return (
        Facts(
            (
                (Text("Pelaksana", "Carried out by"), _given(terms.implementer)),
                (Text("Penanggung jawab", "Person responsible"), _given(answers)),
            )
        ),
    )


def _limits(_p: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    return (Paragraph(_given(terms.limits)),)


def _schedule(pathway: Pathway, _facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    """Actions by month; the tick is a sign, the months stand in the head."""
    columns = (
        Column(Text("Aksi", "Action"), width=12),
        *(Column(same(str(month)), width=1, alignment=Alignment.CENTRE) for month in MONTHS),
    )
    rows = tuple(
        (
            (same(action.text),),
            *((_TICK,) if month in terms.scheduled(action.key).months else () for month in MONTHS),
        )
        for action in pathway.actions
    )
    return (Table(columns, rows, caption=_BY_MONTH),)


def _cost(pathway: Pathway, facts: StatementFacts, terms: Terms) -> tuple[Block, ...]:
    """What is known of the money: actions, accommodations, and the sub kegiatan as a whole."""
    columns = (
        Column(Text("Uraian", "Item"), width=7),
        Column(Text("Biaya (Rp)", "Cost (Rp)"), width=3, alignment=Alignment.RIGHT),
    )
    priced = [(_ACTION.filled(text=each.text), each.amount) for each in pathway.actions]
    priced += [(_EASE.filled(text=each.text), each.amount) for each in terms.accommodations]
    rows = [((words,), (_money(amount),)) for words, amount in priced]
    whole = Text("Anggaran sub kegiatan menurut {phase}", "The sub-activity by the {phase}")
    rows.append(((whole.filled(phase=facts.phase),), (_money(facts.amount),)))
    gone = _NOT_IN.filled(stage=facts.not_in_force) if facts.not_in_force else None
    return (Table(columns, tuple(rows)), *((Paragraph(gone, is_small=True),) if gone else ()))


def _money(amount: Rupiah | None) -> Text:
    return _OPEN if amount is None else Text("{a}", "{a}").filled(a=amount)


def _given(words: str) -> Text:
    return same(words.strip()) if words.strip() else _OPEN


def _points(words: tuple[Text, ...]) -> tuple[Block, ...]:
    return (Items(words),) if words else (Paragraph(_OPEN),)


_PARTS: dict[str, Callable[[Pathway, StatementFacts, Terms], tuple[Block, ...]]] = {
    "indicators": _indicators,
    "background": _background,
    "beneficiaries": _beneficiaries,
    "purpose": _purpose,
    "method": _method,
    "place": _place,
    "responsible": _responsible,
    "limits": _limits,
    "schedule": _schedule,
    "cost": _cost,
}
_OPEN = Text("belum diisi", "not filled in yet")
_TICK = same("✓")
_NUMBERED = Text("{n}. {label}", "{n}. {label}")
_STAGE = Text("{action}: {method}", "{action}: {method}")
_ACTION = Text("Aksi: {text}", "Action: {text}")
_EASE = Text("Kemudahan: {text}", "Accommodation: {text}")
_BY_MONTH = Text("Bulan pelaksanaan (1 = Januari)", "Months (1 = January)")
_ANNEX = Text("Lampiran I: Gender Analysis Pathway (GAP)", "Annex I: Gender Analysis Pathway (GAP)")
_NOT_IN = Text(
    "Sub kegiatan ini tidak tercantum dalam {stage}; biayanya dari buku yang lebih awal.",
    "This sub-activity does not stand in the {stage}; the money is that of an earlier book.",
)
