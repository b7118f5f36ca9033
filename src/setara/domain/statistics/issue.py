"""A gender issue: a disparity that somebody is asked to close."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, Disparity
from setara.domain.statistics.observation import Observation


class IssueState(StrEnum):
    """Where an issue stands."""

    OPEN = "open"
    TAKEN_UP = "taken_up"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    IssueState.OPEN: Text("terbuka", "open"),
    IssueState.TAKEN_UP: Text("ditangani", "taken up"),
    IssueState.CLOSED: Text("ditutup", "closed"),
}

# An agency may hand an issue back, and a closed one opens again when the figures say so.
TRANSITIONS: Mapping[IssueState, frozenset[IssueState]] = {
    IssueState.OPEN: frozenset({IssueState.TAKEN_UP, IssueState.CLOSED}),
    IssueState.TAKEN_UP: frozenset({IssueState.OPEN, IssueState.CLOSED}),
    IssueState.CLOSED: frozenset({IssueState.OPEN}),
}

# Whose move it is: nobody's, once an issue is closed.
OWNERS: Mapping[IssueState, frozenset[SeatKind]] = {
    IssueState.OPEN: frozenset({SeatKind.CHAIR, SeatKind.SECRETARY}),
    IssueState.TAKEN_UP: frozenset({SeatKind.FOCAL_POINT}),
    IssueState.CLOSED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class DisparityKey:
    """Names a disparity, so that it is always read from the data; None where no period is given."""

    element_code: str
    place_code: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Issue:
    """`target` is the RPJMD target it serves, `owners` the codes of the agencies that answer."""

    title: str
    disparity: DisparityKey
    why_it_matters: str = ""
    target: str = ""
    owners: tuple[str, ...] = ()
    state: IssueState = IssueState.OPEN


def may_raise_issue(issue: Issue, observations: Iterable[Observation]) -> Verdict:
    """Refuses only what is meaningless: no title, no period, no figure, or no source.

    `observations` are those of any element, place and period; the issue's own are picked.
    Everything else that is weak is told by `weaknesses`, and blocks nobody.
    """
    own = [observation for observation in observations if _is_about(observation, issue.disparity)]
    return first_refusal(_is_titled(issue), _has_period(issue.disparity), _has_sources(own))


def _is_about(observation: Observation, key: DisparityKey) -> bool:
    return (observation.element_code, observation.place_code, observation.period) == (
        key.element_code,
        key.place_code,
        key.period,
    )


def _is_titled(issue: Issue) -> Verdict:
    if issue.title.strip():
        return ALLOWED
    return refused(
        "Judul isu belum diisi. Tuliskan kesenjangannya dalam satu kalimat.",
        "The issue has no title. Write the disparity in one sentence.",
    )


def _has_period(key: DisparityKey) -> Verdict:
    if key.period is not None and key.period.valid_to is not None:
        return ALLOWED
    return refused(
        "Tahun data belum ada. Tanpa tahun, kesenjangan tidak dapat diikuti.",
        "The year of the data is missing. Without it the disparity cannot be followed.",
    )


def _has_sources(observations: list[Observation]) -> Verdict:
    if not observations:
        return refused(
            "Belum ada data terpilah untuk isu ini. Masukkan datanya terlebih dahulu.",
            "There are no data by sex for this issue yet. Enter the data first.",
        )
    for observation in observations:
        if not observation.source.is_named:
            return refused(
                "Sumber angka {sex} belum ada. Sebutkan penerbit dan nama dokumennya.",
                "The figure for {sex} has no source. Name its publisher and document.",
                sex=observation.sex.label,
            )
    return ALLOWED


def may_move_issue(issue: Issue, to: IssueState) -> Verdict:
    """Whether the transition table knows the step."""
    if to in TRANSITIONS[issue.state]:
        return ALLOWED
    return refused(
        "Isu yang {state} tidak dapat menjadi {to}.",
        "An issue that is {state} cannot become {to}.",
        state=issue.state.label,
        to=to.label,
    )


def may_take_up_issue(issue: Issue) -> Verdict:
    """An issue is taken up by somebody: at least one agency must answer for it."""
    step = may_move_issue(issue, IssueState.TAKEN_UP)
    if not step or issue.owners:
        return step
    return refused(
        "Belum ada perangkat daerah yang menangani isu ini. Tentukan dahulu penanggung jawabnya.",
        "No agency answers for this issue yet. Name the responsible agency first.",
    )


def may_close_issue(issue: Issue, *, because: str) -> Verdict:
    """An issue may be closed for any reason, but not without one."""
    step = may_move_issue(issue, IssueState.CLOSED)
    if not step or because.strip():
        return step
    return refused(
        "Alasan penutupan belum diisi. Tuliskan mengapa isu ini selesai.",
        "The reason is missing. Write why this issue is closed.",
    )


def may_reopen_issue(issue: Issue) -> Verdict:
    """An issue handed back by its agency, or closed too early, is open again."""
    return may_move_issue(issue, IssueState.OPEN)


def weaknesses(issue: Issue, disparity: Disparity) -> tuple[Text, ...]:
    """What makes the issue weak, each with what would help; nothing of it blocks."""
    found: list[Text] = []
    if disparity.behind in UNPROVEN:
        found.append(UNPROVEN[disparity.behind])
    if not issue.why_it_matters.strip():
        found.append(NO_REASON)
    if not issue.target.strip():
        found.append(NO_TARGET)
    if not issue.owners:
        found.append(NO_OWNER)
    return tuple(found)


UNPROVEN = {
    Behind.NEITHER: Text(
        "Angkanya masih dalam rentang kesetaraan. Periksa apakah memang ada kesenjangan.",
        "The figures are within the parity band. Check whether there is a disparity at all.",
    ),
    Behind.NOT_JUDGED: Text(
        "Data ini tidak menyatakan mana yang lebih baik. Jelaskan siapa yang tertinggal dan "
        "mengapa.",
        "These data do not say what is better. Explain who is behind and why.",
    ),
    Behind.UNDECIDED: Text(
        "Kesenjangan belum dapat dihitung. Lengkapi angka perempuan dan laki-laki.",
        "The disparity cannot be computed yet. Complete the figures for women and men.",
    ),
}
NO_REASON = Text(
    "Belum dijelaskan mengapa isu ini penting. Satu kalimat sudah membantu pembaca.",
    "It is not explained why this issue matters. One sentence already helps the reader.",
)
NO_TARGET = Text(
    "Belum dikaitkan dengan sasaran RPJMD.",
    "It is not tied to a target of the RPJMD.",
)
NO_OWNER = Text(
    "Belum ada perangkat daerah yang menangani.",
    "No agency answers for it.",
)
