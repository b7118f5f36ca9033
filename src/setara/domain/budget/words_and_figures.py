"""Whether what a GAP says of women and men is what its figures show (columns 2 and 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.finding import Finding, warning
from setara.domain.budget.pathway import FactorNote, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text

_SEXES = {
    "laki-laki": Sex.MALE,
    "laki laki": Sex.MALE,
    "lelaki": Sex.MALE,
    "pria": Sex.MALE,
    "bapak": Sex.MALE,
    "perempuan": Sex.FEMALE,
    "wanita": Sex.FEMALE,
    "ibu": Sex.FEMALE,
}
_SEX = "|".join(sorted(_SEXES, key=len, reverse=True))
_MORE = (
    r"didominasi(?:\s+oleh)?|dikuasai(?:\s+oleh)?|mayoritas(?:nya)?(?:\s+adalah)?|"
    r"sebagian besar(?:nya)?(?:\s+adalah)?|kebanyakan(?:\s+adalah)?|"
    r"(?:jauh )?lebih (?:banyak|tinggi|besar|dominan)"
    r"(?:\s+(?:diikuti|dihadiri|dinikmati))?(?:\s+oleh)?"
)
_LESS = r"(?:jauh )?lebih (?:sedikit|rendah|kecil)|(?:hanya )?sebagian kecil|minoritas"
_AFTER = r"(?:jumlah\s+|peserta\s+|anggota\s+|kaum\s+|para\s+)*"
_CLAIMS = (
    (re.compile(rf"(?:{_MORE})\s+{_AFTER}({_SEX})\b"), 1),
    (re.compile(rf"\b({_SEX})\s+(?:yang\s+|masih\s+)*(?:mendominasi|lebih mendominasi)"), 1),
    (re.compile(rf"\b({_SEX})\s+(?:masih\s+|jauh\s+)*lebih (?:banyak|tinggi|besar|dominan)"), 1),
    (re.compile(rf"(?:{_LESS})\s+{_AFTER}({_SEX})\b"), -1),
    (re.compile(rf"\b({_SEX})\s+(?:masih\s+|jauh\s+)*lebih (?:sedikit|rendah|kecil)"), -1),
)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|persen\b)")
_NEAR_PERCENT = Decimal("0.6")


def claimed_larger(text: str) -> Sex | None:
    """The sex of which a sentence says there are more; None where it says neither, or both.

    Indonesian only, because the columns are written so.
    """
    words = " ".join(text.casefold().split())
    claimed = set()
    for pattern, sign in _CLAIMS:
        for found in pattern.finditer(words):
            sex = _SEXES[found[1]]
            claimed.add(sex if sign > 0 else sex.other)
    return claimed.pop() if len(claimed) == 1 else None


def claim_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-02: what a factor says of the larger part agrees with the datum that shows it."""
    for note in pathway.factors:
        datum, claimed = pathway.datum(note.datum_key), claimed_larger(note.text)
        if datum is None or claimed is None:
            continue
        larger = _larger(datum)
        if larger is None or larger is claimed:
            continue
        values = {
            "factor": note.factor.label,
            "claimed": claimed.label,
            "datum": datum.label,
            "larger": larger.label,
            "more": datum.value_of(larger),
            "fewer": datum.value_of(claimed),
        }
        yield warning("GAP-02", 3, _CONTRADICTS.filled(**values), _AGREE)


def percent_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-13: a per cent written in a factor is one that its datum gives."""
    for note in pathway.factors:
        datum = pathway.datum(note.datum_key)
        if datum is None:
            continue
        shares = [share for sex in Sex if (share := datum.share_of(sex)) is not None]
        known = [share.percent(places=4) for share in shares]
        for written in _percents(note):
            if known and not any(abs(written - each) <= _NEAR_PERCENT for each in known):
                values = {
                    "factor": note.factor.label,
                    "written": written,
                    "datum": datum.label,
                    "female": datum.share_of(Sex.FEMALE).percent(1),  # type: ignore[union-attr]
                    "male": datum.share_of(Sex.MALE).percent(1),  # type: ignore[union-attr]
                }
                yield warning("GAP-13", 3, _OTHER_SHARE.filled(**values), _WRITE_SHARE)


def _percents(note: FactorNote) -> list[Decimal]:
    return [Decimal(found.replace(",", ".")) for found in _PERCENT.findall(note.text)]


def _larger(datum: Datum) -> Sex | None:
    female, male = datum.female, datum.male
    if not isinstance(female, Decimal) or not isinstance(male, Decimal) or female == male:
        return None
    return Sex.FEMALE if female > male else Sex.MALE


_CONTRADICTS = Text(
    "{factor}: tertulis {claimed} lebih banyak, sedangkan menurut {datum} yang lebih banyak adalah "
    "{larger} ({more} berbanding {fewer}).",
    "{factor}: it says that there are more {claimed}, while by {datum} there are more {larger} "
    "({more} against {fewer}).",
)
_AGREE = Text(
    "Perbaiki kalimatnya, atau pilih data yang menunjukkannya.",
    "Correct the sentence, or choose the data that show it.",
)
_OTHER_SHARE = Text(
    "{factor}: tertulis {written}%, sedangkan {datum} menghasilkan perempuan {female}% dan "
    "laki-laki {male}%.",
    "{factor}: it says {written}%, while {datum} give women {female}% and men {male}%.",
)
_WRITE_SHARE = Text(
    "Tulis persen yang dihasilkan datanya, atau pilih data lain.",
    "Write the per cent that the data give, or choose other data.",
)
