"""Forms on a producer's answer: hand it in, comment, remind, say availability."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from setara.domain.language.text import Text
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.submission import Availability
from setara.web.foundation.fields import CHOOSE, DeedForm, line
from setara.web.shell.words import current_language, lazy_text
from setara.web.statistics.entry_form import row_label


class HandInForm(DeedForm):
    """A word to those who verify."""

    note = forms.CharField(
        label=lazy_text(Text("Catatan pengirim", "Note to the reviewers")),
        help_text=lazy_text(
            Text(
                "Misalnya mengapa ada sel yang belum terisi, atau dari mana angkanya.",
                "For example why cells are empty, or where the figures come from.",
            )
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )


class CommentForm(DeedForm):
    """What to look at again, and where."""

    cell = forms.ChoiceField(label=lazy_text(Text("Sel", "Cell")))
    comment = forms.CharField(
        label=lazy_text(Text("Komentar", "Comment")),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
    )

    def __init__(self, *args: Any, cells: Iterable[AskedCell], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cells = tuple(cells)
        language = current_language()
        cast(forms.ChoiceField, self.fields["cell"]).choices = [
            ("", lazy_text(CHOOSE)),
            *(
                (
                    str(place),
                    f"{row_label(cell).say(language)}, {cell.sex.label.say(language)}",
                )
                for place, cell in enumerate(self.cells)
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """The place in the list becomes the cell's own key."""
        found = super().clean() or self.cleaned_data
        place = found.pop("cell", None)
        if place:
            found["key"] = self.cells[int(place)].key
        return found


class RemindForm(DeedForm):
    """The number of the letter that reminds."""

    letter_number = line(Text("Nomor surat", "Letter number"), longest=120, required=False)


class AvailabilityForm(forms.Form):
    """Whether an element exists by sex."""

    availability = forms.TypedChoiceField(
        label=lazy_text(Text("Ketersediaan", "Availability")),
        coerce=Availability,
        choices=[("", lazy_text(CHOOSE))]
        + [(each.value, lazy_text(each.label)) for each in Availability],
    )
    note = forms.CharField(
        label=lazy_text(Text("Keterangan", "Remark")),
        help_text=lazy_text(
            Text(
                "Wajib bila datanya belum ada atau tidak berlaku.",
                "Required where there are no such data, or it does not apply.",
            )
        ),
        max_length=500,
        required=False,
    )
