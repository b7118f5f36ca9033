"""Which seat may do what, and how far it reaches."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from setara.domain.foundation.seat import SeatKind


class Permission(StrEnum):
    """What a person may do; the value is stored nowhere, so a member may be renamed."""

    READ_RECORDS = "read_records"
    READ_TRAIL = "read_trail"
    MANAGE_AGENCIES = "manage_agencies"
    MANAGE_SEATS = "manage_seats"
    IMPORT_STATISTICS = "import_statistics"
    PUBLISH_STATISTICS = "publish_statistics"
    RUN_DATA_CALL = "run_data_call"
    RAISE_ISSUE = "raise_issue"
    CHOOSE_FORMS = "choose_forms"
    IMPORT_BUDGET = "import_budget"
    TAG_BUDGET = "tag_budget"
    RUN_TAGGING = "run_tagging"
    RECORD_BENEFICIARIES = "record_beneficiaries"
    WRITE_PATHWAY = "write_pathway"
    WRITE_DOCUMENT_PATHWAY = "write_document_pathway"
    WRITE_STATEMENT = "write_statement"
    APPROVE_STATEMENT = "approve_statement"
    ASSURE_STATEMENT = "assure_statement"
    LOCK_STATEMENT = "lock_statement"
    RUN_REVIEW = "run_review"
    SWITCH_RULES = "switch_rules"
    HOLD_MEETING = "hold_meeting"
    REPORT_FOLLOW_UP = "report_follow_up"
    CLOSE_FOLLOW_UP = "close_follow_up"


class Reach(IntEnum):
    """How far a permission goes; the wider one wins."""

    OWN_AGENCY = 1
    GOVERNMENT = 2


_READER = {Permission.READ_RECORDS: Reach.GOVERNMENT}
_AUTHOR = _READER | {
    Permission.IMPORT_STATISTICS: Reach.OWN_AGENCY,
    Permission.RAISE_ISSUE: Reach.OWN_AGENCY,
    Permission.TAG_BUDGET: Reach.OWN_AGENCY,
    Permission.RECORD_BENEFICIARIES: Reach.OWN_AGENCY,
    Permission.WRITE_PATHWAY: Reach.OWN_AGENCY,
    Permission.WRITE_DOCUMENT_PATHWAY: Reach.OWN_AGENCY,
    Permission.WRITE_STATEMENT: Reach.OWN_AGENCY,
    Permission.REPORT_FOLLOW_UP: Reach.OWN_AGENCY,
}
_DRIVER = _READER | {Permission.APPROVE_STATEMENT: Reach.GOVERNMENT}

GRANTS: dict[SeatKind, dict[Permission, Reach]] = {
    SeatKind.LEADER: _READER | {Permission.READ_TRAIL: Reach.GOVERNMENT},
    SeatKind.CHAIR: _READER
    | {
        Permission.READ_TRAIL: Reach.GOVERNMENT,
        Permission.HOLD_MEETING: Reach.GOVERNMENT,
        Permission.CLOSE_FOLLOW_UP: Reach.GOVERNMENT,
        Permission.RAISE_ISSUE: Reach.GOVERNMENT,
    },
    # The secretariat runs the year: it does everything but write another agency's analysis.
    SeatKind.SECRETARY: _READER
    | {
        Permission.READ_TRAIL: Reach.GOVERNMENT,
        Permission.MANAGE_AGENCIES: Reach.GOVERNMENT,
        Permission.MANAGE_SEATS: Reach.GOVERNMENT,
        Permission.IMPORT_STATISTICS: Reach.GOVERNMENT,
        Permission.RUN_DATA_CALL: Reach.GOVERNMENT,
        Permission.PUBLISH_STATISTICS: Reach.GOVERNMENT,
        Permission.RUN_TAGGING: Reach.GOVERNMENT,
        Permission.CHOOSE_FORMS: Reach.GOVERNMENT,
        Permission.RUN_REVIEW: Reach.GOVERNMENT,
        Permission.LOCK_STATEMENT: Reach.GOVERNMENT,
        Permission.SWITCH_RULES: Reach.GOVERNMENT,
        Permission.WRITE_DOCUMENT_PATHWAY: Reach.GOVERNMENT,
        Permission.RAISE_ISSUE: Reach.GOVERNMENT,
        Permission.HOLD_MEETING: Reach.GOVERNMENT,
        Permission.CLOSE_FOLLOW_UP: Reach.GOVERNMENT,
    },
    SeatKind.DRIVER_PLANNING: _DRIVER
    | {
        Permission.IMPORT_BUDGET: Reach.GOVERNMENT,
        Permission.RUN_TAGGING: Reach.GOVERNMENT,
        Permission.CHOOSE_FORMS: Reach.GOVERNMENT,
        Permission.WRITE_DOCUMENT_PATHWAY: Reach.GOVERNMENT,
    },
    SeatKind.DRIVER_FINANCE: _DRIVER
    | {
        Permission.IMPORT_BUDGET: Reach.GOVERNMENT,
        Permission.TAG_BUDGET: Reach.GOVERNMENT,
        Permission.LOCK_STATEMENT: Reach.GOVERNMENT,
    },
    SeatKind.DRIVER_SUBSTANCE: _DRIVER
    | {
        Permission.IMPORT_STATISTICS: Reach.GOVERNMENT,
        Permission.RUN_DATA_CALL: Reach.GOVERNMENT,
        Permission.TAG_BUDGET: Reach.GOVERNMENT,
        Permission.SWITCH_RULES: Reach.GOVERNMENT,
    },
    # The inspectorate gives assurance; it does not approve (SE 4 Menteri 2012).
    SeatKind.DRIVER_ASSURANCE: _READER
    | {
        Permission.READ_TRAIL: Reach.GOVERNMENT,
        Permission.ASSURE_STATEMENT: Reach.GOVERNMENT,
    },
    SeatKind.TECHNICAL_TEAM: _READER,
    SeatKind.AGENCY_HEAD: _READER | {Permission.REPORT_FOLLOW_UP: Reach.OWN_AGENCY},
    SeatKind.FOCAL_POINT: _AUTHOR,
    SeatKind.GENDER_CHAMPION: _READER,
}
