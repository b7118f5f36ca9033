"""The tables, one module a room; Django finds them through these imports."""

from setara.store.models.accounts import AccountRecord
from setara.store.models.budget import (
    BudgetLineRecord,
    BudgetVersionRecord,
    PathwayRecord,
    StatementRecord,
)
from setara.store.models.coordination import (
    AttendanceRecord,
    ContributionRecord,
    DecisionRecord,
    EvidenceRecord,
    FollowUpRecord,
    MeetingRecord,
)
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import (
    AgencyNameRecord,
    AgencyRecord,
    AgencySuccessionRecord,
    DecreeRecord,
    GovernmentRecord,
    HoldingRecord,
    PersonRecord,
    PlaceRecord,
    RepresentationRecord,
    SeatRecord,
)
from setara.store.models.jobs import JobRunRecord
from setara.store.models.statistics import (
    ElementRecord,
    IssueRecord,
    ObservationRecord,
    SourceRecord,
)
from setara.store.models.trail import EventRecord, TrailHeadRecord

__all__ = [
    "AccountRecord",
    "AgencyNameRecord",
    "AgencyRecord",
    "AgencySuccessionRecord",
    "AttendanceRecord",
    "BudgetLineRecord",
    "BudgetVersionRecord",
    "ContributionRecord",
    "DecisionRecord",
    "DecreeRecord",
    "ElementRecord",
    "EventRecord",
    "EvidenceRecord",
    "FollowUpRecord",
    "GovernmentRecord",
    "HoldingRecord",
    "IssueRecord",
    "JobRunRecord",
    "MeetingRecord",
    "ObservationRecord",
    "PathwayRecord",
    "PersonRecord",
    "PlaceRecord",
    "ReceivedFileRecord",
    "RepresentationRecord",
    "SeatRecord",
    "SourceRecord",
    "StatementRecord",
    "TrailHeadRecord",
]
