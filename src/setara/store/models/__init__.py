"""The tables, one module a room; Django finds them through these imports."""

from setara.store.models.accounts import AccountRecord
from setara.store.models.batches import PaperBatchRecord
from setara.store.models.beneficiaries import (
    BeneficiaryCostRecord,
    BeneficiaryNeedRecord,
    BeneficiaryRecord,
)
from setara.store.models.budget import (
    PathwayRecord,
    RuleSwitchRecord,
    StatementRecord,
    TermsRecord,
)
from setara.store.models.budget_books import (
    BudgetBookRecord,
    BudgetDetailRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
)
from setara.store.models.budget_documents import DocumentIssueRecord, DocumentPathwayRecord
from setara.store.models.budget_forms import FormChoiceRecord, FormVersionRecord
from setara.store.models.collection import (
    AvailabilityRecord,
    CallItemRecord,
    DataCallRecord,
    ReadingMapRecord,
    ReminderRecord,
    SubmissionCellRecord,
    SubmissionRecord,
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
from setara.store.models.indices import IndexTargetRecord
from setara.store.models.jobs import JobRunRecord
from setara.store.models.missions import (
    MissionPlanRecord,
    MissionProgramRecord,
    MissionRecord,
)
from setara.store.models.nomenclature import NomenclatureEntryRecord, NomenclatureRecord
from setara.store.models.pathway_editions import PathwayEditionRecord
from setara.store.models.publication import (
    BoundaryRecord,
    DisclosureRuleRecord,
    PublicationRecord,
)
from setara.store.models.reports import (
    CoverLetterRecord,
    PaperNumberRecord,
    PaperTemplateRecord,
    PrintRecord,
)
from setara.store.models.results import QuarterReportRecord
from setara.store.models.review import (
    AcceptedExampleRecord,
    ReviewCommentRecord,
    ReviewRecord,
    ReviewWindowRecord,
    RoundRecord,
)
from setara.store.models.revision import CorrectionRecord, ExplanationRecord
from setara.store.models.statistics import (
    CategoryRecord,
    ElementRecord,
    FigureColumns,
    IssueRecord,
    ObservationRecord,
    ObservationVersionRecord,
    SourceRecord,
)
from setara.store.models.tagging import (
    BudgetTagRecord,
    DeclinedLineRecord,
    ScreeningModelRecord,
    TagBatchRecord,
    TaggingWindowRecord,
)
from setara.store.models.trail import EventRecord, TrailHeadRecord

__all__ = [
    "AcceptedExampleRecord",
    "AccountRecord",
    "AgencyNameRecord",
    "AgencyRecord",
    "AgencySuccessionRecord",
    "AttendanceRecord",
    "AvailabilityRecord",
    "BeneficiaryCostRecord",
    "BeneficiaryNeedRecord",
    "BeneficiaryRecord",
    "BoundaryRecord",
    "BudgetBookRecord",
    "BudgetDetailRecord",
    "BudgetLineRecord",
    "BudgetTagRecord",
    "BudgetVersionRecord",
    "CallItemRecord",
    "CategoryRecord",
    "ContributionRecord",
    "CorrectionRecord",
    "CoverLetterRecord",
    "DataCallRecord",
    "DecisionRecord",
    "DeclinedLineRecord",
    "DecreeRecord",
    "DisclosureRuleRecord",
    "DocumentIssueRecord",
    "DocumentPathwayRecord",
    "ElementRecord",
    "EventRecord",
    "EvidenceRecord",
    "ExplanationRecord",
    "FigureColumns",
    "FollowUpRecord",
    "FormChoiceRecord",
    "FormVersionRecord",
    "GovernmentRecord",
    "HoldingRecord",
    "IndexTargetRecord",
    "IssueRecord",
    "JobRunRecord",
    "MeetingRecord",
    "MissionPlanRecord",
    "MissionProgramRecord",
    "MissionRecord",
    "NomenclatureEntryRecord",
    "NomenclatureRecord",
    "ObservationRecord",
    "ObservationVersionRecord",
    "PaperBatchRecord",
    "PaperNumberRecord",
    "PaperTemplateRecord",
    "PathwayEditionRecord",
    "PathwayRecord",
    "PersonRecord",
    "PlaceRecord",
    "PrintRecord",
    "PublicationRecord",
    "QuarterReportRecord",
    "ReadingMapRecord",
    "ReceivedFileRecord",
    "ReminderRecord",
    "RepresentationRecord",
    "ReviewCommentRecord",
    "ReviewRecord",
    "ReviewWindowRecord",
    "RoundRecord",
    "RuleSwitchRecord",
    "ScreeningModelRecord",
    "SeatRecord",
    "SourceRecord",
    "StatementRecord",
    "SubmissionCellRecord",
    "SubmissionRecord",
    "TagBatchRecord",
    "TaggingWindowRecord",
    "TermsRecord",
    "TrailHeadRecord",
]
