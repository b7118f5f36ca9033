"""Forms on agencies: founded, renamed, merged, split."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from setara.domain.language.text import Text
from setara.usecases.foundation.queries import AgencyAnswer
from setara.web.foundation.fields import DeedForm, day, line, offer, one_of, some_of

NAME = Text("Nama lengkap", "Full name")
SHORT_NAME = Text("Nama singkat", "Short name")
SHORT_HELP = Text("Seperti pada tabel, misalnya Dinkes.", "As in tables, such as Dinkes.")


class FoundAgencyForm(DeedForm):
    """A new agency with its first name."""

    code = line(
        Text("Kode", "Code"),
        longest=40,
        help_text=Text(
            "Kode urusan atau kode SKPD, misalnya 1.02.",
            "Code of the affair or agency, such as 1.02.",
        ),
    )
    name = line(NAME, longest=200)
    short_name = line(SHORT_NAME, longest=60, help_text=SHORT_HELP)
    valid_from = day(Text("Dibentuk pada", "Founded on"))
    place_code = line(
        Text("Kode wilayah", "Place code"),
        longest=13,
        required=False,
        help_text=Text(
            "Hanya untuk kecamatan dan kelurahan, misalnya 64.01.05.",
            "For sub-district and ward offices only, such as 64.01.05.",
        ),
    )

    def clean_place_code(self) -> str | None:
        """No code means the agency serves the whole government."""
        return self.cleaned_data["place_code"] or None


class RenameAgencyForm(DeedForm):
    """A new name from a day on."""

    name = line(NAME, longest=200)
    short_name = line(SHORT_NAME, longest=60, help_text=SHORT_HELP)
    valid_from = day(Text("Berlaku mulai", "In use from"))


class MergeAgencyForm(DeedForm):
    """Which agency takes over."""

    successor_id = one_of(Text("Digabung ke dalam", "Merged into"))
    happened_on = day(Text("Mulai tanggal", "From"))

    def __init__(self, *args: Any, others: Iterable[AgencyAnswer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["successor_id"], _choices(others))


class SplitAgencyForm(DeedForm):
    """Which agencies take over."""

    successor_ids = some_of(
        Text("Dipecah menjadi", "Split into"),
        help_text=Text(
            "Pilih sedikitnya dua. Perangkat daerah baru dibentuk lebih dahulu.",
            "Choose at least two. New agencies are founded first.",
        ),
    )
    happened_on = day(Text("Mulai tanggal", "From"))

    def __init__(self, *args: Any, others: Iterable[AgencyAnswer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["successor_ids"], _choices(others))


def _choices(others: Iterable[AgencyAnswer]) -> list[tuple[int, str]]:
    return [(other.agency_id, f"{other.code} – {other.name}") for other in others]
