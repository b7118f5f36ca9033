"""When a data call may be sent out, changed and closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.statistics.submission import CallState, SubmissionState


def may_plan_call(title: str, due_on: date, valid_from: date) -> Verdict:
    """A call has a name, and asks for figures of a period that has begun by its due day."""
    if not title.strip():
        return refused("Judul permintaan data belum diisi.", "The title of the call is empty.")
    if due_on <= valid_from:
        return refused(
            "Batas waktu {due} mendahului masa data ({start}): angkanya belum ada.",
            "The due day {due} comes before the period of the data ({start}).",
            due=due_on,
            start=valid_from,
        )
    return ALLOWED


def may_open_call(state: CallState, elements: int, due_on: date, today: date) -> Verdict:
    """A call that asks for something goes out once, with a day still to come."""
    if state is not CallState.DRAFT:
        return refused(
            "Permintaan data ini sudah {state}.", "This data call is {state}.", state=state.label
        )
    if not elements:
        return refused(
            "Pilih dahulu elemen data yang diminta dan produsennya.",
            "Choose first which elements are asked for, and of whom.",
        )
    return _is_ahead(due_on, today)


def may_change_call(state: CallState) -> Verdict:
    """What is asked can change until the call is closed; see `changed_version`."""
    if state is CallState.CLOSED:
        return refused(
            "Permintaan data ini sudah ditutup. Buat permintaan baru untuk data lain.",
            "This data call is closed. Make a new one for other data.",
        )
    return ALLOWED


def changed_version(state: CallState, version: int) -> int:
    """The version after a change of what is asked: it counts from the day the call went out.

    A workbook of an older version can then be told from a newer one.
    """
    return version + 1 if state is CallState.OPEN else version


def may_move_due_day(state: CallState, due_on: date, today: date) -> Verdict:
    """An open call is given more time, or less, but never a day that is gone."""
    return first_refusal(
        may_change_call(state),
        _is_ahead(due_on, today) if state is CallState.OPEN else ALLOWED,
    )


def may_drop_element(state: CallState, answered: int) -> Verdict:
    """What somebody has begun to answer is not taken away from under him."""
    if answered:
        return refused(
            "Elemen ini tidak dapat dicabut: {n} selnya sudah diisi.",
            "This element cannot be withdrawn: {n} of its cells are filled in.",
            n=answered,
        )
    return may_change_call(state)


def may_ask_agencies(places: Iterable[str | None]) -> Verdict:
    """One producer answers for an element; several only each for a place of its own.

    `places` are those of the agencies asked; None is one without, which answers for the whole.
    """
    asked = list(places)
    if len(asked) > 1 and (None in asked or len(set(asked)) < len(asked)):
        return refused(
            "Satu elemen diminta dari satu produsen, atau dari setiap kecamatan untuk wilayahnya.",
            "An element is asked of one producer, or of each sub-district for its own area.",
        )
    return ALLOWED


def may_close_call(state: CallState, submissions: Iterable[SubmissionState]) -> Verdict:
    """An open call closes once nothing that came in still waits for a judgement.

    What never came in does not hold it open: it is missing, and the board says so.
    """
    if state is not CallState.OPEN:
        return refused(
            "Hanya permintaan data yang berjalan yang dapat ditutup.",
            "Only an open data call can be closed.",
        )
    waiting = sum(each is SubmissionState.SUBMITTED for each in submissions)
    if waiting:
        return refused(
            "{n} isian masih menunggu diverifikasi atau dikembalikan.",
            "{n} submissions still wait to be verified or returned.",
            n=waiting,
        )
    return ALLOWED


def _is_ahead(due_on: date, today: date) -> Verdict:
    if due_on < today:
        return refused(
            "Batas waktu {due} sudah lewat. Tetapkan hari lain.",
            "The due day {due} has passed. Set another one.",
            due=due_on,
        )
    return ALLOWED
