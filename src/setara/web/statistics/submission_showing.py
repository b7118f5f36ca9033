"""A producer's answer as its pages show it."""

from __future__ import annotations

from django.urls import reverse

from setara.domain.language.text import Text, same
from setara.usecases.statistics.entry_queries import EntryAnswer
from setara.usecases.statistics.submission_queries import SubmissionAnswer
from setara.web.shell.pages import Crumb
from setara.web.statistics.collecting_pages import EntryPage, SubmissionPage
from setara.web.statistics.entry_form import EntryForm
from setara.web.statistics.showing import address
from setara.web.statistics.submission_forms import CommentForm, HandInForm, RemindForm

TITLE = Text("{agency}: {call}", "{agency}: {call}")
MINE = Text("Yang diminta dari Anda", "What is asked of you")
REQUEST = Text("Surat permintaan ({form})", "Request letter ({form})")
REMINDER = Text("Surat pengingat ({form})", "Reminder letter ({form})")


def submission_page(
    answer: SubmissionAnswer, hand_in: HandInForm, remind: RemindForm
) -> SubmissionPage:
    """One answer with its forms and letters."""
    if not hand_in.is_bound:
        hand_in.initial["note"] = answer.note
    return SubmissionPage(
        title=TITLE.filled(agency=answer.line.short_name, call=answer.title),
        crumbs=(*_above(answer), Crumb(same(answer.line.short_name))),
        answer=answer,
        hand_in_form=hand_in,
        remind_form=remind,
        letter_urls=tuple(_letters(answer)),
    )


def _above(answer: SubmissionAnswer) -> tuple[Crumb, ...]:
    if answer.may.run:
        return (
            Crumb(Text("Permintaan data", "Data calls"), reverse("statistics:calls")),
            Crumb(same(answer.title), reverse("statistics:call", args=[answer.call_id])),
        )
    return (Crumb(MINE, reverse("statistics:asked_of_me")),)


def _letters(answer: SubmissionAnswer) -> list[tuple[Text, str]]:
    pk = answer.line.submission_id
    kinds = [(REQUEST, "data_request")]
    if answer.line.reminders:
        kinds.append((REMINDER, "data_reminder"))
    return [
        (words.filled(form=form.upper()), url)
        for words, kind in kinds
        for form in ("pdf", "docx")
        if (url := address("reports:paper", kind, pk, form))
    ]


def entry_page(entry: EntryAnswer, form: EntryForm, comment: CommentForm) -> EntryPage:
    """One table, to be filled in or read."""
    answer = entry.submission
    here = same(entry.element.code)
    up = reverse("statistics:submission", args=[answer.line.submission_id])
    return EntryPage(
        title=entry.element.name,
        crumbs=(*_above(answer), Crumb(same(answer.line.short_name), up), Crumb(here)),
        entry=entry,
        form=form,
        comment_form=comment,
        sexes=form.sexes,
    )
