"""The ways through the house: which entries a reader sees, and which one leads to this page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import get_resolver, reverse

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to a page: `route` is its URL name, `permission` what one must hold to be shown it."""

    label: Text
    route: str
    permission: Permission | None = Permission.READ_RECORDS


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    label: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """An entry as it is shown; `is_here` marks the one the reader is on or below."""

    label: Text
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class WayGroup:
    """The ways under one heading."""

    label: Text
    ways: tuple[Way, ...]


# In the order of the thread, then what holds it together. A room adds its pages here.
GROUPS: tuple[Group, ...] = (
    Group(
        Text("Hari ini", "Today"),
        (Entry(Text("Ringkasan", "Overview"), "reports:today"),),
    ),
    Group(
        Text("Data", "Data"),
        (
            Entry(Text("Data terpilah", "Data by sex"), "statistics:elements"),
            Entry(
                Text("Yang diminta dari Anda", "What is asked of you"),
                "statistics:asked_of_me",
                Permission.IMPORT_STATISTICS,
            ),
            Entry(Text("Permintaan data", "Data calls"), "statistics:calls"),
            Entry(Text("Papan kelengkapan", "Completeness board"), "statistics:board"),
            Entry(Text("Ketersediaan data", "Availability of data"), "statistics:inventory"),
            Entry(
                Text("Unggah data", "Upload data"),
                "statistics:upload",
                Permission.IMPORT_STATISTICS,
            ),
            Entry(Text("Periksa angka", "Check figures"), "statistics:doubts"),
            Entry(Text("Terbitan data", "Published data"), "statistics:published"),
        ),
    ),
    Group(
        Text("Kesenjangan", "Disparities"),
        (
            Entry(
                Text("Peringkat kesenjangan", "Ranking of disparities"), "statistics:disparities"
            ),
            Entry(Text("Isu gender", "Gender issues"), "statistics:issues"),
            Entry(Text("Indeks gender", "Gender indices"), "indices:overview"),
            Entry(Text("Indeks dihitung ulang", "Indices recomputed"), "indices:verification"),
            # Tables of BPS are of no agency: who runs the register takes them in.
            Entry(
                Text("Unggah tabel BPS", "Upload BPS tables"),
                "indices:upload_table",
                Permission.RUN_DATA_CALL,
            ),
        ),
    ),
    Group(
        Text("Rencana dan anggaran", "Plans and budget"),
        (
            Entry(Text("GAP", "GAP (analysis)"), "budget:pathways"),
            Entry(Text("GBS", "GBS (statements)"), "budget:statements"),
            Entry(Text("Cetak sekaligus", "Print together"), "reports:batches"),
            Entry(Text("Surat pengantar", "Cover letters"), "reports:cover_letters"),
            Entry(
                Text("Templat cetak", "Print templates"),
                "reports:templates",
                Permission.CHOOSE_FORMS,
            ),
            Entry(Text("Rekap ARG", "ARG recap"), "budget:recap"),
            Entry(Text("Hasil", "Results"), "budget:results"),
            Entry(Text("Anggaran", "Budget"), "budget:versions"),
            Entry(Text("Nomenklatur", "Nomenclature"), "budget:nomenclature"),
            Entry(
                Text("Unggah anggaran", "Upload budget"), "budget:upload", Permission.IMPORT_BUDGET
            ),
        ),
    ),
    Group(
        Text("Koordinasi", "Coordination"),
        (
            Entry(Text("Rapat koordinasi", "Meetings"), "coordination:meetings"),
            Entry(Text("Pokja PUG", "Working group"), "coordination:working_group"),
        ),
    ),
    Group(
        Text("Kelembagaan", "Organisation"),
        (
            Entry(Text("Perangkat daerah", "Agencies"), "foundation:agencies"),
            Entry(Text("Kedudukan", "Seats"), "foundation:seats"),
            Entry(Text("Wilayah", "Places"), "foundation:places"),
            Entry(Text("Tahun latihan", "Practice year"), "foundation:practice"),
            Entry(Text("Jejak audit", "Audit trail"), "foundation:trail", Permission.READ_TRAIL),
        ),
    ),
    Group(
        Text("Rujukan", "Reference"),
        (
            Entry(Text("Peraturan", "Regulations"), "law:register", None),
            Entry(Text("Formulir", "Forms"), "law:forms", None),
            Entry(Text("Parameter", "Parameters"), "law:parameters", None),
            Entry(Text("Glosarium", "Glossary"), "law:glossary", None),
            Entry(Text("Periksa cetakan", "Check a print"), "reports:ask_check", None),
        ),
    ),
)


def room_is_open(route: str) -> bool:
    """Whether the roof serves the room of a URL name."""
    return route.partition(":")[0] in get_resolver().namespace_dict


def navigation(actor: Actor, path: str) -> tuple[WayGroup, ...]:
    """The groups with at least one entry for `actor`; the longest URL above `path` is here.

    Entries of rooms that the roof does not serve are left out.
    """
    shown = {
        entry: reverse(entry.route)
        for group in GROUPS
        for entry in group.entries
        if room_is_open(entry.route)
        if entry.permission is None or actor.may(entry.permission)
    }
    here = max((url for url in shown.values() if path.startswith(url)), key=len, default=None)
    groups = (
        WayGroup(
            group.label,
            tuple(
                Way(entry.label, shown[entry], shown[entry] == here)
                for entry in group.entries
                if entry in shown
            ),
        )
        for group in GROUPS
    )
    return tuple(group for group in groups if group.ways)
