"""Whether a KAK is gender-responsive: why, who, what, how, where, when, and with what money.

Source: the checklist known from teaching (unverified); each finding names what to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.severity import Severity
from setara.domain.budget.statement import TRANSITIONS, StatementState, StatementStep
from setara.domain.budget.terms import Terms
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import ALLOWED, Verdict
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import parity_band
from setara.domain.statistics.element import PopulationType


@dataclass(frozen=True, slots=True)
class TermsFinding:
    """One thing a KAK lacks: the rule's name (`KAK-01`), the field of the form, and the remedy."""

    rule: str
    field: str
    severity: Severity
    message: Text
    fix: Text


SENTENCES = {
    "KAK-01": Text(
        "Mengapa: latar belakang memuat angka kesenjangan.",
        "Why: the background holds the figures of a disparity.",
    ),
    "KAK-02": Text(
        "Siapa: sasaran laki-laki dan perempuan disebut dengan angka.",
        "Who: how many women and men are to be reached.",
    ),
    "KAK-03": Text(
        "Siapa: penyandang disabilitas dan kelompok umur dipikirkan.",
        "Who: people with disabilities and age groups were thought of.",
    ),
    "KAK-04": Text(
        "Siapa: bagian yang tertinggal di antara sasaran tidak lebih kecil daripada sekarang.",
        "Who: those who are behind are no smaller a part of the targets than they are now.",
    ),
    "KAK-05": Text(
        "Apa: ada aksi, dan setiap aksi menjawab sebab kesenjangan.",
        "What: there are actions, and each answers a cause of the disparity.",
    ),
    "KAK-06": Text("Bagaimana: metode pelaksanaan ditulis.", "How: the method is written down."),
    "KAK-07": Text(
        "Bagaimana: waktu, tempat, pengasuhan anak, atau akses dipermudah.",
        "How: time, place, child care or access are made easier.",
    ),
    "KAK-08": Text("Di mana: tempatnya ditulis.", "Where: the place is written down."),
    "KAK-09": Text(
        "Kapan: setiap aksi mempunyai bulan pelaksanaan.", "When: each action has its months."
    ),
    "KAK-10": Text(
        "Biaya: setiap kemudahan mempunyai rupiahnya sendiri.",
        "Money: each accommodation has money of its own.",
    ),
    "KAK-11": Text(
        "Biaya kemudahan tidak melebihi anggaran sub kegiatan.",
        "The accommodations do not cost more than the sub-activity has.",
    ),
    "KAK-12": Text(
        "Pelaksana dan penanggung jawab disebut.",
        "Who carries it out and who answers for it are named.",
    ),
}


def may_write_terms(state: StatementState) -> Verdict:
    """Whether the KAK of a GBS may be written: what its drivers read or agreed to stays as it was.

    Source: own inference, no regulation says when a KAK is closed; it goes with the GBS (pug.md
    3.5).
    """
    if (state, StatementStep.CORRECT) in TRANSITIONS:
        return ALLOWED
    said = _DECIDED if state.is_approved else _IN_REVIEW
    return Verdict(allowed=False, reason=said.filled(state=state.label))


def terms_findings(
    pathway: Pathway, terms: Terms, amount: Rupiah, *, today: date
) -> tuple[TermsFinding, ...]:
    """What the KAK lacks, in the order of the checklist; `amount` is the statement's."""
    return (
        *_why(pathway),
        *_who(pathway, terms, today),
        *_what(pathway),
        *_how(terms),
        *_when(pathway, terms),
        *_money(terms, amount),
        *_whose(terms),
    )


def _why(pathway: Pathway) -> Iterator[TermsFinding]:
    if not any(datum.has_figures for datum in pathway.data):
        yield _weak("KAK-01", "background", _NO_FIGURES, _ADD_FIGURES)


def _who(pathway: Pathway, terms: Terms, today: date) -> Iterator[TermsFinding]:
    if not terms.people:
        yield _weak("KAK-02", "beneficiaries", _NO_TARGETS, _COUNT_THEM)
    if terms.disabled is None or not terms.ages.strip():
        yield _weak("KAK-03", "beneficiaries", _NO_GROUPS, _NAME_GROUPS)
    datum = _reached_now(pathway)
    if datum is None:
        return
    behind = datum.sex_behind(parity_band(today))
    now = datum.share_of(behind) if behind else None
    then = terms.share_of(behind) if behind else None
    if behind and now and then and then.fraction < now.fraction:
        said = {"sex": behind.label, "then": _percent(then.percent(1))}
        message = _FEWER.filled(**said, now=_percent(now.percent(1)), datum=datum.label)
        yield _weak("KAK-04", "beneficiaries", message, _RAISE.filled(**said))


def _reached_now(pathway: Pathway) -> Datum | None:
    """The first count of those who take part or are served now."""
    kinds = {PopulationType.PARTICIPANTS, PopulationType.BENEFICIARIES, PopulationType.USERS}
    found = (
        each for each in pathway.data if each.population_type in kinds and each.total is not None
    )
    return next(found, None)


def _percent(value: Decimal) -> Text:
    return Text("{v}%", "{v}%").filled(v=value)


def _what(pathway: Pathway) -> Iterator[TermsFinding]:
    if not pathway.actions or any(not action.answers for action in pathway.actions):
        yield _weak("KAK-05", "method", _NO_ACTIONS, _TIE_ACTIONS)


def _how(terms: Terms) -> Iterator[TermsFinding]:
    if not terms.method.strip():
        yield _weak("KAK-06", "method", _NO_METHOD, _WRITE_METHOD)
    if not terms.accommodations:
        yield _weak("KAK-07", "method", _NO_EASE, _NAME_EASE)
    if not terms.place.strip():
        yield _weak("KAK-08", "place", _NO_PLACE, _WRITE_PLACE)


def _when(pathway: Pathway, terms: Terms) -> Iterator[TermsFinding]:
    late = [each for each in pathway.actions if not terms.scheduled(each.key).months]
    if late:
        message = _NO_MONTHS.filled(n=len(late), action=late[0].text)
        yield _weak("KAK-09", "schedule", message, _TICK_MONTHS)


def _money(terms: Terms, amount: Rupiah) -> Iterator[TermsFinding]:
    for each in terms.accommodations:
        if each.amount is None:
            yield _weak("KAK-10", "cost", _NO_MONEY.filled(text=each.text), _FIND_LINE)
    spent = terms.accommodation_money
    if spent.amount > amount.amount:
        message = _TOO_MUCH.filled(spent=spent, amount=amount)
        yield TermsFinding("KAK-11", "cost", Severity.ERROR, message, _CHECK_MONEY)


def _whose(terms: Terms) -> Iterator[TermsFinding]:
    if not terms.implementer.strip() or not terms.responsible.strip():
        yield _weak("KAK-12", "responsible", _NOBODY, _NAME_THEM)


def _weak(rule: str, field: str, message: Text, fix: Text) -> TermsFinding:
    return TermsFinding(rule, field, Severity.WARNING, message, fix)


_DECIDED = Text(
    "GBS kegiatan ini {state}, jadi KAK-nya tidak dapat diubah lagi. Perubahan ditulis pada KAK "
    "GBS perubahan.",
    "The GBS of this activity is {state}, so its KAK is closed. Changes go into the KAK of a "
    "changed GBS.",
)
_IN_REVIEW = Text(
    "GBS kegiatan ini sedang ditelaah ({state}). KAK-nya dapat diubah bila GBS dikembalikan.",
    "The GBS of this activity is under review ({state}). Its KAK opens again when the GBS is "
    "returned.",
)
_NO_FIGURES = Text(
    "Latar belakang belum memuat angka laki-laki dan perempuan.",
    "The background holds no figures of women and men.",
)
_ADD_FIGURES = Text(
    "Lengkapi kolom 2 GAP dengan data terpilah; KAK mengambilnya dari sana.",
    "Put data by sex into column 2 of the GAP; the KAK takes them from there.",
)
_NO_TARGETS = Text(
    "Sasaran laki-laki dan perempuan belum diisi.", "The women and men to be reached are missing."
)
_COUNT_THEM = Text(
    "Isi berapa laki-laki dan berapa perempuan yang akan dijangkau.",
    "Enter how many women and how many men are to be reached.",
)
_NO_GROUPS = Text(
    "Penyandang disabilitas atau kelompok umur belum disebut.",
    "People with disabilities or age groups are not named.",
)
_NAME_GROUPS = Text(
    "Isi jumlah sasaran penyandang disabilitas (boleh 0) dan kelompok umurnya.",
    "Enter how many of them have a disability (0 is an answer) and which ages they are.",
)
_FEWER = Text(
    "Sasaran {sex} {then}, lebih kecil daripada sekarang ({now} menurut {datum}).",
    "Targets are {then} {sex}, less than now ({now} by {datum}).",
)
_RAISE = Text(
    "Naikkan sasaran {sex} sehingga kesenjangannya menyempit.",
    "Raise the target of {sex} so that the disparity narrows.",
)
_NO_ACTIONS = Text(
    "Belum semua aksi menjawab sebab kesenjangan.", "Not every action answers a cause."
)
_TIE_ACTIONS = Text(
    "Kaitkan setiap aksi di kolom 7 GAP dengan sebabnya.",
    "Tie each action of column 7 of the GAP to its cause.",
)
_NO_METHOD = Text("Metode pelaksanaan belum ditulis.", "The method is not written down.")
_WRITE_METHOD = Text(
    "Tuliskan caranya: swakelola atau penyedia, tatap muka atau kunjungan, berapa lama.",
    "Write how: by own staff or a provider, in class or by visits, for how long.",
)
_NO_EASE = Text(
    "Belum ada kemudahan agar laki-laki dan perempuan sama-sama dapat ikut.",
    "Nothing makes it easier for women and men alike to take part.",
)
_NAME_EASE = Text(
    "Tambahkan misalnya pojok anak, uang transpor, jadwal sore, atau juru bahasa isyarat.",
    "Add, say, a children's corner, transport money, late hours, or a sign interpreter.",
)
_NO_PLACE = Text("Tempat kegiatan belum ditulis.", "The place is not written down.")
_WRITE_PLACE = Text(
    "Tuliskan tempat yang aman dan mudah dijangkau laki-laki dan perempuan.",
    "Write a place that is safe and within reach of women and men.",
)
_NO_MONTHS = Text(
    "{n} aksi belum mempunyai jadwal, misalnya “{action}”.",
    "{n} actions have no schedule, for instance “{action}”.",
)
_TICK_MONTHS = Text("Centang bulan pelaksanaannya.", "Tick the months in which it is done.")
_NO_MONEY = Text(
    "Kemudahan “{text}” belum mempunyai anggaran.", "“{text}” has no money of its own."
)
_FIND_LINE = Text(
    "Tuliskan rupiahnya, dan pastikan rinciannya ada di RKA.",
    "Write its money, and see that the detail stands in the RKA.",
)
_TOO_MUCH = Text(
    "Biaya kemudahan {spent} melebihi anggaran sub kegiatan {amount}.",
    "The accommodations cost {spent}, more than the sub-activity has ({amount}).",
)
_CHECK_MONEY = Text("Periksa kembali rupiahnya.", "Check the amounts.")
_NOBODY = Text(
    "Pelaksana atau penanggung jawab belum ditulis.",
    "Who carries it out or who answers for it is missing.",
)
_NAME_THEM = Text(
    "Tuliskan unit pelaksana, dan nama penanggung jawab dengan NIP-nya.",
    "Name the unit that carries it out and the person who answers for it, with the number.",
)
