"""Comments of a driver on one column, the writer's answer, and the driver's nod."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.review.content import PARTS
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

LONGEST = 2000
MOST = 60
_RULE = re.compile(r"[A-Z]{2,4}-\d{2}")


class CommentState(StrEnum):
    """Where a comment stands."""

    OPEN = "open"
    ANSWERED = "answered"
    ACCEPTED = "accepted"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    CommentState.OPEN: Text("terbuka", "open"),
    CommentState.ANSWERED: Text("dijawab", "answered"),
    CommentState.ACCEPTED: Text("diterima", "accepted"),
}


class ReviewVerdict(StrEnum):
    """What a reviewer decided; an assurance is neither a yes nor a no."""

    YES = "yes"
    RETURN = "return"
    ASSURANCE = "assurance"

    @property
    def label(self) -> Text:
        """In both languages."""
        return VERDICT_LABELS[self]


VERDICT_LABELS = {
    ReviewVerdict.YES: Text("setuju", "agreed"),
    ReviewVerdict.RETURN: Text("dikembalikan", "sent back"),
    ReviewVerdict.ASSURANCE: Text("keyakinan diberikan", "assurance given"),
}


@dataclass(frozen=True, slots=True)
class NewComment:
    """What has to be mended in one part; `rule` names the rule of substance where one is meant."""

    part: str
    text: str
    rule: str = ""


def may_comment(comments: list[NewComment]) -> Verdict:
    """Whether each comment names a part that exists and says something."""
    if len(comments) > MOST:
        return refused(
            "Paling banyak {most} catatan dalam satu pengembalian; gabungkan yang sejenis.",
            "At most {most} comments in one return; put like with like.",
            most=MOST,
        )
    for comment in comments:
        if comment.part not in PARTS:
            return refused(
                "Kolom “{part}” tidak dikenal.", "Unknown column “{part}”.", part=comment.part
            )
        if not comment.text.strip() or len(comment.text) > LONGEST:
            return refused(
                "Setiap catatan berisi 1 sampai {longest} karakter.",
                "Each comment has 1 to {longest} characters.",
                longest=LONGEST,
            )
        if comment.rule and not _RULE.fullmatch(comment.rule):
            return refused(
                "“{rule}” bukan nama aturan; tulis seperti GAP-07, atau kosongkan.",
                "“{rule}” is not the name of a rule; write it like GAP-07, or leave it empty.",
                rule=comment.rule,
            )
    return ALLOWED


def may_answer(state: CommentState, answer: str) -> Verdict:
    """Whether a comment may be answered; what was accepted is settled."""
    if state is CommentState.ACCEPTED:
        return refused(
            "Catatan ini sudah diterima driver.", "The driver has accepted this comment already."
        )
    if not answer.strip() or len(answer) > LONGEST:
        return refused(
            "Tulis apa yang Anda ubah, paling panjang {longest} karakter.",
            "Write what you changed, in {longest} characters at most.",
            longest=LONGEST,
        )
    return ALLOWED


def all_answered(open_comments: int) -> Verdict:
    """Whether every comment of the last return has its answer; each reviewer looks for it first."""
    if not open_comments:
        return ALLOWED
    return refused(
        "{n} catatan reviu belum dijawab. Tulis dahulu apa yang Anda ubah untuk setiap catatan.",
        "{n} review comments are not answered yet. Write first what you changed for each.",
        n=open_comments,
    )
