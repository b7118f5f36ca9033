"""The recapitulation of ARG on paper, as the annex of the semester report."""

from __future__ import annotations

from datetime import date

from setara.domain.budget.numerators import Numerator
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.domain.reports.figures import Theme
from setara.domain.reports.outline import Outline
from setara.domain.reports.recap_paper import Drawn, recap_annex_outline
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from setara.usecases.budget.recap_queries import RECAP, responsive_recap
from setara.usecases.foundation.access import NotFound
from setara.usecases.reports.letters import sender
from setara.usecases.reports.papers import MEDIA_TYPES, PaperFormat
from setara.usecases.reports.place_drawing import Look
from setara.usecases.reports.printing import PaperAnswer, printing
from setara.usecases.reports.recap_drawing import recap_svg

FOLLOWED = "book"


def recap_annex(
    *,
    by: Actor,
    year: int,
    numerator: Numerator,
    form: PaperFormat,
    language: Language,
    today: date,
    check_url: str | None = None,
) -> PaperAnswer:
    """The annex of a year as a file, in one language. Raises NotFound for a year without a book."""
    outline = recap_annex_of(
        by=by, year=year, numerator=numerator, language=language, today=today, check_url=check_url
    )
    write = pdf if form is PaperFormat.PDF else docx
    name = f"lampiran-rekap-arg-{year}-{language.value}.{form.value}"
    return PaperAnswer(name, MEDIA_TYPES[form], write(outline, language))


def recap_annex_of(
    *,
    by: Actor,
    year: int,
    numerator: Numerator,
    language: Language,
    today: date,
    check_url: str | None = None,
) -> Outline:
    """The annex as data, its figure drawn in the language. Raises NotFound."""
    made = responsive_recap(by=by, year=year, today=today, numerator=numerator).year
    if made is None:
        raise NotFound(RECAP)
    svg = ""
    if len(made.series) > 1:
        svg = recap_svg(made, FOLLOWED, Look(language, Theme.PAPER))
    agency, signatory = sender(by, today)
    return recap_annex_outline(
        made, Drawn(svg, FOLLOWED), printing(by, agency, today, check_url), signatory
    )
