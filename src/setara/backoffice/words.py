"""The operator's words for tables, in the language the page is read in."""

from __future__ import annotations

from django.utils.translation import get_language

from setara.domain.language.text import Language, Text

HOUSE = Text("Ruang operator Setara", "Setara operator's room")
LOOKING = Text("Tabel (hanya dibaca)", "Tables (read only)")

TABLES = {
    "AcceptedExampleRecord": Text("Contoh yang diterima", "Accepted examples"),
    "AccountRecord": Text("Akun", "Accounts"),
    "AgencyNameRecord": Text("Nama perangkat daerah", "Names of agencies"),
    "AgencyRecord": Text("Perangkat daerah", "Agencies"),
    "AgencySuccessionRecord": Text("Penggabungan dan pemecahan", "Mergers and splits"),
    "AttendanceRecord": Text("Kehadiran rapat", "Attendance of meetings"),
    "AvailabilityRecord": Text("Ketersediaan data", "Availability of data"),
    "BeneficiaryCostRecord": Text("Biaya langsung menurut jenis kelamin", "Direct costs by sex"),
    "BeneficiaryNeedRecord": Text("Pembanding kebutuhan", "Needs beneficiaries stand beside"),
    "BeneficiaryRecord": Text("Penerima manfaat", "Beneficiaries"),
    "BoundaryRecord": Text("Batas wilayah", "Boundaries"),
    "BudgetBookRecord": Text("Berkas anggaran", "Budget files"),
    "BudgetDetailRecord": Text("Rincian anggaran", "Details of budgets"),
    "BudgetLineRecord": Text("Baris anggaran", "Budget lines"),
    "BudgetTagRecord": Text("Penandaan anggaran", "Budget tags"),
    "BudgetVersionRecord": Text("Versi anggaran", "Budget versions"),
    "CallItemRecord": Text("Data yang diminta", "Requested data"),
    "CategoryRecord": Text("Kategori rincian", "Categories"),
    "ContributionRecord": Text("Sumbangan tindak lanjut", "Contributions to follow-ups"),
    "CorrectionRecord": Text("Koreksi data", "Corrections"),
    "CoverLetterRecord": Text("Surat pengantar", "Cover letters"),
    "DataCallRecord": Text("Permintaan data", "Data calls"),
    "DecisionRecord": Text("Keputusan rapat", "Decisions of meetings"),
    "DeclinedLineRecord": Text("Baris dinyatakan tidak responsif", "Declined lines"),
    "DecreeRecord": Text("SK", "Decrees"),
    "DisclosureRuleRecord": Text("Batas sel kecil", "Small-cell limits"),
    "DocumentIssueRecord": Text("Isu dalam GAP dokumen rencana", "Issues of plan documents"),
    "DocumentPathwayRecord": Text("GAP RPJMD dan Renstra", "GAPs of plan documents"),
    "ElementRecord": Text("Elemen data", "Data elements"),
    "EventRecord": Text("Peristiwa jejak audit", "Events of the audit trail"),
    "EvidenceRecord": Text("Bukti dukung", "Evidence"),
    "ExplanationRecord": Text("Penjelasan data", "Explanations"),
    "FollowUpRecord": Text("Tindak lanjut", "Follow-ups"),
    "FormChoiceRecord": Text("Pilihan formulir", "Choices of forms"),
    "FormVersionRecord": Text("Formulir sendiri", "Own forms"),
    "GovernmentRecord": Text("Pemerintah daerah", "Governments"),
    "HoldingRecord": Text("Masa tugas", "Terms in seats"),
    "IndexTargetRecord": Text("Target indeks", "Targets of indices"),
    "IssueRecord": Text("Isu gender", "Gender issues"),
    "JobRunRecord": Text("Pekerjaan berkala", "Timers"),
    "MeetingRecord": Text("Rapat", "Meetings"),
    "MissionPlanRecord": Text("Periode RPJMD", "Medium-term plans"),
    "MissionProgramRecord": Text("Program menurut misi", "Programmes by mission"),
    "MissionRecord": Text("Misi RPJMD", "Missions of medium-term plans"),
    "NomenclatureEntryRecord": Text("Isi nomenklatur", "Lines of the nomenclature"),
    "NomenclatureRecord": Text("Nomenklatur", "Nomenclature by decree"),
    "ObservationRecord": Text("Data terpilah", "Observations by sex"),
    "ObservationVersionRecord": Text("Riwayat data terpilah", "Earlier observations"),
    "PaperBatchRecord": Text("Cetak sekaligus", "Papers printed together"),
    "PaperNumberRecord": Text("Nomor surat", "Numbers of papers"),
    "PaperTemplateRecord": Text("Templat cetak", "Templates of papers"),
    "PathwayEditionRecord": Text("Edisi GAP terdahulu", "Past editions of GAPs"),
    "PathwayRecord": Text("GAP", "GAP (pathways)"),
    "PersonRecord": Text("Orang", "Persons"),
    "PlaceRecord": Text("Wilayah", "Places"),
    "PrintRecord": Text("Cetakan bertanda periksa", "Prints that can be checked"),
    "PublicationRecord": Text("Publikasi data", "Publications"),
    "QuarterReportRecord": Text("Laporan triwulan", "Reports of quarters"),
    "ReadingMapRecord": Text("Cara baca berkas", "Reading maps"),
    "ReceivedFileRecord": Text("Berkas diterima", "Received files"),
    "ReminderRecord": Text("Pengingat", "Reminders"),
    "RepresentationRecord": Text("Perwakilan kedudukan", "Representations of seats"),
    "ReviewCommentRecord": Text("Catatan reviu", "Review comments"),
    "ReviewRecord": Text("Reviu driver", "Reviews by drivers"),
    "ReviewWindowRecord": Text("Jendela reviu", "Review windows"),
    "RoundRecord": Text("Putaran reviu GBS", "Rounds of review"),
    "RuleSwitchRecord": Text("Aturan yang dimatikan", "Rules switched off"),
    "ScreeningModelRecord": Text("Model penyaringan anggaran", "Budget screening models"),
    "SeatRecord": Text("Kedudukan", "Seats"),
    "SourceRecord": Text("Sumber data", "Sources"),
    "StatementRecord": Text("GBS", "GBS (statements)"),
    "SubmissionCellRecord": Text("Isian data", "Submitted figures"),
    "SubmissionRecord": Text("Setoran data", "Submissions"),
    "TagBatchRecord": Text("Penandaan sekaligus", "Bulk tagging"),
    "TaggingWindowRecord": Text("Jendela penandaan", "Tagging windows"),
    "TermsRecord": Text("KAK", "Terms of reference"),
    "TrailHeadRecord": Text("Ujung rantai audit", "Heads of the audit trail"),
}


def said(text: Text) -> str:
    """The text in the language of the running request."""
    english = (get_language() or "").startswith("en")
    return text.say(Language.ENGLISH if english else Language.INDONESIAN)
