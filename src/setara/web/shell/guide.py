"""What the style guide shows: made-up content for every part in every state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms

from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.period import Period
from setara.domain.foundation.station import StationKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.web.shell.pages import Crumb
from setara.web.shell.words import lazy_text


@dataclass(frozen=True, slots=True)
class SampleStation:
    """A station of the thread as `thread_strip.html` takes it."""

    label: Text
    state: str
    title: Text | None = None
    url: str | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class SampleThread:
    """A thread that breaks once before its end."""

    stations: tuple[SampleStation, ...]


class SampleForm(forms.Form):
    """One field of each kind that pages use."""

    name = forms.CharField(
        label=lazy_text(Text("Nama isu", "Name of the issue")),
        help_text=lazy_text(
            Text("Satu kalimat, tanpa singkatan.", "One sentence, no abbreviations.")
        ),
    )
    why = forms.CharField(
        label=lazy_text(Text("Mengapa penting", "Why it matters")),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    factor = forms.ChoiceField(
        label=lazy_text(Text("Faktor", "Factor")),
        choices=[
            ("access", lazy_text(Text("akses", "access"))),
            ("control", lazy_text(Text("kontrol", "control"))),
        ],
    )
    reach = forms.ChoiceField(
        label=lazy_text(Text("Jangkauan", "Reach")),
        widget=forms.RadioSelect,
        choices=[
            ("own", lazy_text(Text("perangkat daerah sendiri", "own agency"))),
            ("all", lazy_text(Text("seluruh pemerintah daerah", "the whole government"))),
        ],
    )
    is_sample = forms.BooleanField(
        label=lazy_text(Text("Tandai sebagai contoh", "Mark as a sample")), required=False
    )


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The style guide's contract: one value for each part that needs one."""

    title: Text
    lead: Text
    crumbs: tuple[Crumb, ...]
    allowed: Verdict
    refusal: Verdict
    values: tuple[tuple[str, object], ...]
    swatches: tuple[tuple[str, Text], ...]
    svg: str
    blank_form: SampleForm
    wrong_form: SampleForm


SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 120" \
font-family="sans-serif" font-size="13">
<line x1="90" y1="12" x2="90" y2="108" stroke="#7c8580"/>
<rect x="90" y="20" width="250" height="26" fill="#6b2c91"/>
<rect x="90" y="66" width="298" height="26" fill="#a35a00"/>
<g fill="#16302b" text-anchor="end"><text x="82" y="38">● 56,1</text>\
<text x="82" y="84">◆ 66,9</text></g>
</svg>"""


def guide_page() -> dict[str, object]:
    """The context of the guide: its page and a thread."""
    page = GuidePage(
        title=Text("Panduan gaya", "Style guide"),
        lead=Text(
            "Semua bagian halaman dengan keadaannya. Isinya contoh.",
            "Every part of a page with its states. The content is made up.",
        ),
        crumbs=(
            Crumb(Text("Halaman depan", "Front page"), "/"),
            Crumb(Text("Panduan gaya", "Style guide")),
        ),
        allowed=ALLOWED,
        refusal=refused(
            "GBS belum dapat diajukan: langkah 5 (sebab kesenjangan) masih kosong.",
            "The GBS cannot be submitted yet: step 5 (causes of the disparity) is empty.",
        ),
        values=_values(),
        swatches=SWATCHES,
        svg=SVG,
        blank_form=SampleForm(auto_id="blank_%s"),
        wrong_form=SampleForm({"why": "…", "factor": "access"}, auto_id="wrong_%s"),
    )
    return {"page": page, "thread": SampleThread(_stations())}


def _values() -> tuple[tuple[str, object], ...]:
    return (
        ("int", 12345),
        ("Decimal", Decimal("1234.50")),
        ("Rupiah", Rupiah(1_250_000_000)),
        ("Period", Period.year(2021)),
        ("date", date(2025, 6, 16)),
        ("bool", True),
    )


def _stations() -> tuple[SampleStation, ...]:
    linked = {
        StationKind.OBSERVATION: Text("Penduduk bekerja 2021", "People at work 2021"),
        StationKind.DISPARITY: Text(
            "10,8 poin, perempuan di belakang", "10.8 points, women behind"
        ),
        StationKind.ISSUE: Text("Perempuan sulit masuk kerja formal", "Women find few formal jobs"),
        StationKind.STATEMENT: Text(
            "Pelatihan kerja, Rp250.000.000", "Job training, Rp250,000,000"
        ),
        StationKind.DECISION: Text("Keputusan 2 rakor 16 Juni", "Decision 2 of 16 June"),
    }
    missing = {
        StationKind.FOLLOW_UP: Text("belum ada tindak lanjut", "no follow-up yet"),
        StationKind.RESULT: Text("belum ada data sesudahnya", "no later data yet"),
    }
    return tuple(_station(kind, linked.get(kind), missing.get(kind)) for kind in StationKind)


def _station(kind: StationKind, title: Text | None, note: Text | None) -> SampleStation:
    if note is not None:
        return SampleStation(kind.label, "missing", note=note)
    if title is not None:
        return SampleStation(kind.label, "linked", title=title, url="#")
    return SampleStation(
        kind.label, "here", title=Text("GAP pelatihan kerja", "GAP of job training")
    )


SWATCHES = (
    ("ink", Text("tulisan", "text")),
    ("brand", Text("utama", "brand")),
    ("accent", Text("aksen", "accent")),
    ("good", Text("baik", "good")),
    ("warn", Text("perhatian", "attention")),
    ("bad", Text("keliru", "wrong")),
    ("women", Text("perempuan ●", "women ●")),
    ("men", Text("laki-laki ◆", "men ◆")),
)
