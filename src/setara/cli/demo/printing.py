"""Prints what the demo made: GAP and GBS in both formats and languages, the thread as a page."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path
from typing import Protocol

from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language
from setara.usecases.budget.pathway_queries import pathways
from setara.usecases.budget.statement_queries import statements
from setara.usecases.budget.terms import terms_of
from setara.usecases.foundation.access import account_of
from setara.usecases.reports.papers import PaperFormat, PaperKind, paper
from setara.usecases.reports.prints import is_unkept, keep_print
from setara.usecases.statistics.board import board
from setara.usecases.statistics.issue_queries import issues

_SHEET = re.compile(
    r'<link rel="stylesheet" href="/[^"]*?(shell/[^".]+)(?:\.[0-9a-f]+)?\.css"[^>]*>'
)


class Cast(Protocol):
    """Who prints, and where to."""

    folder: Path

    @property
    def secretary(self) -> Actor:
        """Who runs the year."""
        ...


def print_papers(cast: Cast) -> None:
    """Write every GAP, GBS and KAK as PDF and DOCX, every thread as a page that stands alone."""
    folder = cast.folder / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    by, today = cast.secretary, localdate()
    subjects = [(PaperKind.PATHWAY, line.pathway_id) for line in pathways(by=by, today=today)]
    subjects += [
        (PaperKind.STATEMENT, line.statement_id) for line in statements(by=by, today=today)
    ]
    subjects += [
        (PaperKind.TERMS, line.statement_id)
        for line in statements(by=by, today=today)
        if terms_of(by=by, statement_id=line.statement_id, today=today).edition
    ]
    for kind, pk in subjects:
        if is_unkept(by=by, kind=kind, subject_id=pk):
            keep_print(by=by, at=now(), kind=kind, subject_id=pk)
        for form in PaperFormat:
            for language in Language:
                made = paper(
                    by=by, kind=kind, subject_id=pk, form=form, language=language, today=today
                )
                (folder / made.file_name).write_bytes(made.content)
    _print_letters(by, folder, today)
    for line in issues(by=by, today=today):
        page = thread_page(by, line.issue_id)
        (folder / f"benang-{line.issue_id}.html").write_text(page, encoding="utf-8")


def _print_letters(by: Actor, folder: Path, today: date) -> None:
    """The letters to the producer that is late: the request, and the reminder."""
    found = board(by=by, today=today)
    late = [line for line in found.most_late if line.reminders] if found else []
    for kind in (PaperKind.DATA_REQUEST, PaperKind.DATA_REMINDER):
        for line, language in product(late, Language):
            made = paper(
                by=by,
                kind=kind,
                subject_id=line.submission_id,
                form=PaperFormat.PDF,
                language=language,
                today=today,
            )
            (folder / made.file_name).write_bytes(made.content)


def thread_page(by: Actor, issue_id: int) -> str:
    """The thread's page as the application shows it, with its styles inside.

    Raises RuntimeError where the application does not show it.
    """
    browser = Client(headers={"host": "localhost"})
    browser.force_login(get_user_model().objects.get(pk=account_of(by)))
    response = browser.get(reverse("reports:thread", args=[issue_id]))
    if response.status_code != 200:  # noqa: PLR2004 -- HTTP's own number
        message = f"the thread of issue {issue_id} answered {response.status_code}"
        raise RuntimeError(message)
    return _SHEET.sub(lambda link: f"<style>{_style(link[1])}</style>", response.text)


def _style(name: str) -> str:
    found = finders.find(f"{name}.css")
    return Path(str(found)).read_text("utf-8") if found else ""
