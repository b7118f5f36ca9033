"""What a timer is: work that is due once a day, after a time of the clock on the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.timezone import localtime

from setara.domain.language.text import Text

Work = Callable[[datetime], Text]
"""Work takes the moment it is done at and says what came of it."""


@dataclass(frozen=True, slots=True)
class Timer:
    """Daily work; `after` is a local time at which few people are at work."""

    name: str
    says: Text
    after: time
    work: Work

    def due_since(self, at: datetime) -> datetime:
        """The last moment, up to `at`, from which on the work was due."""
        local = localtime(at)
        today = local.replace(
            hour=self.after.hour, minute=self.after.minute, second=0, microsecond=0
        )
        return today if today <= local else today - timedelta(days=1)
