"""What is weak in a GAP, by rules that mistakes in published GAPs call for.

A rule warns and explains; it stops a signature only where the analysis would mean nothing.
None is a regulation's own, except that column 3 may be partial (Juklak PPRG 2013, known
second-hand), which GAP-04 respects.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from decimal import Decimal

from setara.domain.budget.activity import BadActivityCode, code_of
from setara.domain.budget.datum import Datum
from setara.domain.budget.finding import Finding, error, warning
from setara.domain.budget.grounds import (
    bound_findings,
    parity_findings,
    population_findings,
    stated_figures_findings,
)
from setara.domain.budget.measurement import indicator_findings
from setara.domain.budget.money_of_actions import money_findings
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.sceptic import (
    action_findings,
    baseline_findings,
    cause_findings,
    named_sex_findings,
    objective_findings,
    shown_findings,
)
from setara.domain.budget.severity import Severity
from setara.domain.budget.weak_words import (
    OtherPathway,
    copied_findings,
    empty_findings,
    twice_findings,
)
from setara.domain.budget.words_and_figures import claim_findings, percent_findings
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text

PERCENT_TOLERANCE = Decimal("0.1")
OLD_AFTER_YEARS = 2


def findings(
    pathway: Pathway,
    *,
    today: date,
    others: Iterable[OtherPathway] = (),
    off: Container[str] = frozenset(),
    budget: Rupiah | None = None,
) -> tuple[Finding, ...]:
    """Every finding about the pathway on that day, by column and then by rule.

    `others` are GAPs it must not be a copy of; `budget` is what its sub kegiatan has. Of rules
    named in `off` only errors stay: without their remedy the analysis would mean nothing.
    """
    found = [finding for rule in RULES for finding in rule(pathway, today)]
    found += copied_findings(pathway, others)
    found += money_findings(pathway, budget)
    found = [each for each in found if each.rule not in off or each.severity is Severity.ERROR]
    return tuple(sorted(found, key=lambda finding: (finding.column, finding.rule)))


def _percents(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-01: a stated per cent agrees with its figures, and both add up to 100."""
    for datum in pathway.data:
        stated = {Sex.FEMALE: datum.stated_female_percent, Sex.MALE: datum.stated_male_percent}
        for sex, percent in stated.items():
            share = datum.share_of(sex)
            # Where only per cents are known they are the figures, and give nothing to check by.
            if percent is None or share is None or percent == datum.value_of(sex):
                continue
            if abs(share.percent(places=4) - percent) > PERCENT_TOLERANCE:
                values = {"datum": datum.label, "sex": sex.label, "stated": percent}
                yield warning(
                    "GAP-01",
                    2,
                    _OTHER_PERCENT.filled(**values, counted=share.percent()),
                    Text("Tulis {counted}%.", "Write {counted}%.").filled(counted=share.percent()),
                )
        known = [percent for percent in stated.values() if percent is not None]
        together = sum(known, Decimal())
        if len(known) == len(stated) and abs(together - 100) > PERCENT_TOLERANCE:
            yield warning(
                "GAP-01", 2, _NOT_100.filled(datum=datum.label, sum=together), _CHECK_PERCENTS
            )


def _factors(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-04: at least one factor is shown by figures; all four are never asked for."""
    shown = [pathway.datum(note.datum_key) for note in pathway.factors if note.text.strip()]
    if not any(datum is not None and datum.has_figures for datum in shown):
        yield error("GAP-04", 3, _NO_FACTOR, _TIE_FACTOR)


def _objective(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-05: the objective is reformulated, or it is said why it already answers the gap."""
    if not pathway.objective.strip():
        yield warning("GAP-05", 1, _NO_OBJECTIVE, _WRITE_OBJECTIVE)
    if pathway.reason_kept.strip():
        return
    reformulated = _words(pathway.reformulated_objective)
    if not reformulated:
        yield warning("GAP-05", 6, _NOT_REFORMULATED, _REFORMULATE)
    elif reformulated == _words(pathway.objective):
        yield warning("GAP-05", 6, _SAME_OBJECTIVE, _REFORMULATE)


def _answers(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-06: there is an action; every cause has one, and every action a cause."""
    if not any(action.text.strip() for action in pathway.actions):
        yield error("GAP-06", 7, _NO_ACTION, _ADD_ACTION)
        return
    answered = {key for action in pathway.actions for key in action.answers}
    for cause in pathway.causes:
        if cause.key not in answered:
            message = _ORPHAN_CAUSE.filled(cause=cause.text)
            yield warning("GAP-06", 7, message, _ANSWER_CAUSE)
    for action in pathway.actions:
        if not action.answers:
            message = _ORPHAN_ACTION.filled(action=action.text)
            yield warning("GAP-06", 7, message, _NAME_CAUSE)


def _sources(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-08: data have a source and a period, and are not older than two years."""
    if not pathway.data:
        yield error("GAP-08", 2, _NO_DATA, _ADD_DATA)
    for datum in pathway.data:
        if not datum.is_traceable:
            yield error("GAP-08", 2, _UNTRACEABLE.filled(datum=datum.label), _STATE_SOURCE)
        elif _is_old(datum, today):
            message = _OLD.filled(datum=datum.label, period=datum.period, years=OLD_AFTER_YEARS)
            yield warning("GAP-08", 2, message, _NEWER_DATA)


def _totals(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-11: women and men add up to the total that is stated beside them."""
    for datum in pathway.data:
        total = datum.total
        if datum.stated_total is None or total is None or total == datum.stated_total:
            continue
        values = {"datum": datum.label, "stated": datum.stated_total, "counted": total}
        yield warning("GAP-11", 2, _OTHER_TOTAL.filled(**values), _CHECK_TOTAL)


def _code(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-12: the code is that of a sub kegiatan, or of the higher level that the form analyses."""
    try:
        code_of(pathway.level, pathway.activity_code)
    except BadActivityCode as bad:
        yield warning("GAP-12", 1, bad.reason, _CHOOSE_LINE)


RULES: tuple[Callable[[Pathway, date], Iterator[Finding]], ...] = (
    _code,
    _objective,
    _percents,
    _sources,
    _totals,
    _factors,
    _answers,
    indicator_findings,
    claim_findings,
    population_findings,
    percent_findings,
    empty_findings,
    twice_findings,
    parity_findings,
    bound_findings,
    stated_figures_findings,
    objective_findings,
    action_findings,
    named_sex_findings,
    baseline_findings,
    shown_findings,
    cause_findings,
)


def _is_old(datum: Datum, today: date) -> bool:
    period = datum.period
    if period is None or period.valid_to is None:
        return False
    end = period.valid_to
    return (today.year - OLD_AFTER_YEARS, today.month, today.day) >= (end.year, end.month, end.day)


def _words(sentence: str) -> str:
    return " ".join(sentence.split()).strip(" .").casefold()


_OTHER_PERCENT = Text(
    "{datum}: {sex} ditulis {stated}%, sedangkan angkanya menghasilkan {counted}%.",
    "{datum}: {sex} are stated as {stated}%, while the figures give {counted}%.",
)
_NOT_100 = Text(
    "{datum}: persentase laki-laki dan perempuan berjumlah {sum}%, bukan 100%.",
    "{datum}: the per cents of men and women add up to {sum}%, not to 100%.",
)
_CHECK_PERCENTS = Text("Periksa kedua persentase.", "Check both per cents.")
_NO_FACTOR = Text(
    "Belum ada faktor kesenjangan yang didukung angka perempuan dan laki-laki.",
    "No factor is supported yet by figures of women and men.",
)
_TIE_FACTOR = Text(
    "Isi faktor yang relevan saja, lalu pilih data pembuka wawasan yang menunjukkannya; cukup "
    "satu.",
    "Fill in only the factors that matter, and choose the datum that shows one; one is enough.",
)
_NO_OBJECTIVE = Text(
    "Tujuan sub kegiatan belum ditulis.", "The objective of the sub-activity is not written."
)
_WRITE_OBJECTIVE = Text(
    "Salin tujuannya dari Renja atau RKA.", "Copy it from the work plan (Renja) or RKA."
)
_NOT_REFORMULATED = Text(
    "Tujuan belum dirumuskan kembali, dan belum ada alasan untuk mempertahankannya.",
    "The objective is not reformulated, and no reason is given for keeping it.",
)
_SAME_OBJECTIVE = Text(
    "Reformulasi tujuan sama dengan tujuan semula.",
    "The reformulated objective is the same as the original one.",
)
_REFORMULATE = Text(
    "Rumuskan tujuan yang menjawab sebab kesenjangan, atau tulis alasan bahwa tujuan semula sudah "
    "responsif gender.",
    "Write an objective that answers the causes, or why the original one already does.",
)
_NO_ACTION = Text("Rencana aksi masih kosong.", "There is no action yet.")
_ADD_ACTION = Text(
    "Tambahkan paling sedikit satu aksi yang menjawab sebab kesenjangan.",
    "Add at least one action that answers a cause.",
)
_ORPHAN_CAUSE = Text(
    "Sebab “{cause}” tidak dijawab aksi mana pun.", "The cause “{cause}” is answered by no action."
)
_ANSWER_CAUSE = Text(
    "Tambahkan aksi untuk sebab itu, atau tandai aksi yang sudah menjawabnya.",
    "Add an action for it, or mark the action that answers it already.",
)
_ORPHAN_ACTION = Text(
    "Aksi “{action}” tidak menjawab sebab mana pun.", "The action “{action}” answers no cause."
)
_NAME_CAUSE = Text(
    "Tandai sebab yang dijawabnya, atau hapus aksi itu.", "Mark the cause it answers, or drop it."
)
_NO_DATA = Text("Data pembuka wawasan masih kosong.", "There are no eye-opening data yet.")
_ADD_DATA = Text(
    "Ambil dari data terpilah, atau ketik angkanya bersama sumber dan periodenya.",
    "Take them from the data by sex, or type them with source and period.",
)
_UNTRACEABLE = Text(
    "{datum}: sumber atau periodenya belum disebutkan.",
    "{datum}: source or period is not stated.",
)
_STATE_SOURCE = Text(
    "Sebutkan dokumen sumber dan tahunnya; tanpa itu angka tidak dapat diperiksa.",
    "State the source document and the year; without them a figure cannot be checked.",
)
_OLD = Text(
    "{datum}: datanya tahun {period}, lebih dari {years} tahun yang lalu.",
    "{datum}: the data are of {period}, more than {years} years ago.",
)
_NEWER_DATA = Text(
    "Pakai data terbaru; jika belum ada, mintalah kepada produsen datanya.",
    "Use newer data; if there are none, ask whoever produces them.",
)
_OTHER_TOTAL = Text(
    "{datum}: jumlah ditulis {stated}, sedangkan perempuan dan laki-laki berjumlah {counted}.",
    "{datum}: the total is stated as {stated}, while women and men add up to {counted}.",
)
_CHECK_TOTAL = Text(
    "Periksa angka tiap jenis kelamin dan jumlahnya.", "Check the figures and their total."
)
_CHOOSE_LINE = Text(
    "Pilih sub kegiatan dari buku anggaran agar kodenya pasti benar.",
    "Choose the sub-activity from the budget book, so that its code is right.",
)
