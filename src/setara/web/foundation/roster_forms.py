"""Forms on persons and decrees."""

from __future__ import annotations

from django import forms

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.web.foundation.fields import DeedForm, day, line
from setara.web.shell.words import lazy_text

# The domain's own words are plural, for tables.
ONE = {Sex.FEMALE: Text("perempuan", "woman"), Sex.MALE: Text("laki-laki", "man")}


class PersonForm(DeedForm):
    """A person who may sit in a seat."""

    name = line(
        Text("Nama", "Name"),
        longest=200,
        help_text=Text("Lengkap dengan gelar, seperti dalam SK.", "With titles, as in the decree."),
    )
    sex = forms.TypedChoiceField(
        label=lazy_text(Text("Jenis kelamin", "Sex")),
        choices=[(sex.value, lazy_text(ONE[sex])) for sex in Sex],
        coerce=Sex,
        widget=forms.RadioSelect,
    )
    employee_number = line(
        Text("NIP", "Employee number (NIP)"),
        longest=18,
        required=False,
        help_text=Text(
            "18 angka; kosongkan bila bukan ASN.", "18 digits; empty for non-officials."
        ),
    )
    rank = line(Text("Pangkat/golongan", "Rank"), longest=100, required=False)


class DecreeForm(DeedForm):
    """A decree on which seats are filled."""

    number = line(Text("Nomor SK", "Decree number"), longest=120)
    title = line(Text("Tentang", "On"), longest=400)
    decided_on = day(Text("Ditetapkan pada", "Decided on"))
    expires_on = day(
        Text("Tidak berlaku lagi mulai", "No longer valid from"),
        required=False,
        help_text=Text("Kosongkan bila tidak dibatasi.", "Leave empty where there is no limit."),
    )
