"""What the page of terms of reference (KAK) is given."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from setara.domain.foundation.station import Station
from setara.domain.language.text import Text
from setara.usecases.budget.terms import TermsAnswer


@dataclass(frozen=True, slots=True)
class TermsPage:
    """The form of a KAK beside what is derived and what is lacking; the derived in words."""

    title: Text
    answer: TermsAnswer
    station: Station
    form: forms.Form
    derived: tuple[tuple[Text, tuple[Text, ...]], ...]
    refusal: Text | None = None
