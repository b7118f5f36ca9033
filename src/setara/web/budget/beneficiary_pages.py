"""What the pages on beneficiaries are given, and how the two shares are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from setara.domain.budget.beneficiaries.cost import in_rupiah
from setara.domain.budget.beneficiaries.headcount import ReachStage
from setara.domain.budget.beneficiaries.need import Representation
from setara.domain.budget.beneficiaries.need_reading import representation_reading
from setara.domain.budget.beneficiaries.progress import up_to
from setara.domain.budget.beneficiaries.result import Reach
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Undefined
from setara.usecases.budget.beneficiary_queries import (
    BeneficiariesAnswer,
    BeneficiaryFilter,
    BeneficiaryRow,
    LineBeneficiariesAnswer,
    Only,
    Order,
    UnitAnswer,
)
from setara.web.budget.beneficiary_forms import CostsForm, FiguresForm, NeedForm, WithdrawForm

STAGES = {ReachStage.PLANNED: "rencana", ReachStage.REACHED: "tercapai"}
ONLY = (
    (Only.ALL, Text("semua", "all")),
    (Only.KNOWN, Text("sudah ada angka", "with figures")),
    (Only.UNKNOWN, Text("belum ada angka", "without figures")),
    (Only.NOT_SPLIT, Text("tidak terpilah", "sex not told")),
    (Only.WITHOUT_NEED, Text("tanpa pembanding kebutuhan", "without a need")),
    (Only.WOMEN_SHORT, Text("perempuan kurang terjangkau", "women below their need")),
    (Only.MEN_SHORT, Text("laki-laki kurang terjangkau", "men below their need")),
)
ORDERS = (
    (Order.AGENCY, Text("perangkat daerah", "agency")),
    (Order.AMOUNT, Text("pagu terbesar", "largest budget")),
    (Order.COST, Text("biaya per penerima tertinggi", "highest cost per beneficiary")),
    (Order.SHARE, Text("bagian perempuan terkecil", "smallest share of women")),
    (Order.DIFFERENCE, Text("perempuan paling kurang terjangkau", "women furthest below need")),
)
RECORD = Text("Catat penerima manfaat", "Record beneficiaries")
CORRECT = Text("Koreksi angka penerima manfaat", "Correct the figures on beneficiaries")
SPLIT = Text("Uang menurut jenis kelamin: {stage}", "Money by sex: {stage}")
# The drawing is 200 wide with a margin of 8 on either side.
_LEFT, _PER_CENT = Decimal(8), Decimal("1.84")


@dataclass(frozen=True, slots=True)
class Dots:
    """Where the two dots stand in the drawing, as SVG wants its numbers."""

    reached: str
    needed: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the overview with its drawing."""

    row: BeneficiaryRow
    dots: Dots | None


@dataclass(frozen=True, slots=True)
class BeneficiariesPage:
    """A page of a book's sub kegiatan with whom they reach."""

    title: Text
    lead: Text
    answer: BeneficiariesAnswer
    only: BeneficiaryFilter
    rows: tuple[ShownRow, ...]

    onlys = ONLY
    orders = ORDERS

    @property
    def is_plan(self) -> bool:
        """Whether the plan is shown, and not what was reached."""
        return self.only.stage is ReachStage.PLANNED

    @property
    def earlier(self) -> str:
        """The query of the page before, empty on the first."""
        return self.query(self.answer.page - 1) if self.answer.page > 1 else ""

    @property
    def later(self) -> str:
        """The query of the page after, empty on the last."""
        return self.query(self.answer.page + 1) if self.answer.page < self.answer.pages else ""

    @property
    def here(self) -> str:
        """The query of what is shown, for the files."""
        return self.query(1)

    def query(self, page: int) -> str:
        """The address of a page of the same question."""
        asked = {
            "tahap": STAGES[self.only.stage],
            "perangkat": self.only.agency_id or "",
            "tampil": self.only.only.value,
            "urut": self.only.order.value,
            "halaman": page if page > 1 else "",
        }
        return urlencode({key: value for key, value in asked.items() if value != ""})


@dataclass(frozen=True, slots=True)
class ShownSide:
    """The money of one sex, and what each beneficiary of it costs in whole rupiah."""

    sex: Sex
    recorded: Rupiah
    attributed: Rupiah
    money: Rupiah
    each: Rupiah | Undefined


@dataclass(frozen=True, slots=True)
class ShownReach:
    """What follows from figures of one stage, with its drawing and its sentences."""

    reach: Reach
    until: Text
    dots: Dots | None
    reading: tuple[Text, ...]

    @property
    def women(self) -> Share | Undefined:
        """Women's part among the beneficiaries."""
        return self.reach.count.share(Sex.FEMALE)

    @property
    def split_title(self) -> Text:
        """What the money by sex is called."""
        return SPLIT.filled(stage=self.reach.stage.label)

    @property
    def sides(self) -> tuple[ShownSide, ...]:
        """Women's money and men's; none where it cannot be split."""
        split = self.reach.split
        if isinstance(split, Undefined):
            return ()
        return tuple(
            ShownSide(each.sex, each.recorded, each.attributed, each.money, in_rupiah(each.each))
            for each in (split.women, split.men)
        )


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """One unit of a sub kegiatan; `falling` are the months that fall, in words."""

    answer: UnitAnswer
    stages: tuple[ShownReach, ...]
    falling: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class LineBeneficiariesPage:
    """One sub kegiatan with the forms that record whom it reaches."""

    title: Text
    answer: LineBeneficiariesAnswer
    units: tuple[ShownUnit, ...]
    figures_form: FiguresForm
    need_form: NeedForm
    costs_form: CostsForm
    withdraw_form: WithdrawForm
    refusal: Text | None

    @property
    def figures_title(self) -> Text:
        """What the form does: record, or correct."""
        return CORRECT if self.figures_form.replaces else RECORD


def dots_of(found: Representation | Undefined | None) -> Dots | None:
    """The drawing of a comparison; None where there is none."""
    if not isinstance(found, Representation):
        return None
    return Dots(_place(found.reached.percent()), _place(found.needed.percent()))


def shown_unit(answer: UnitAnswer) -> ShownUnit:
    """A unit as its page shows it."""
    until = max((each.month for each in answer.series), default=0)
    stages = ((answer.planned, 0), (answer.reached, until))
    return ShownUnit(
        answer=answer,
        stages=tuple(_shown(reach, month) for reach, month in stages if reach is not None),
        falling=tuple(up_to(month) for month in answer.falls),
    )


def _shown(reach: Reach, month: int) -> ShownReach:
    reading: tuple[Text, ...] = ()
    if isinstance(reach.beside, Undefined):
        reading = (reach.beside.reason,)
    elif reach.beside is not None:
        reading = representation_reading(reach.beside, reach.unit)
    return ShownReach(reach, up_to(month), dots_of(reach.beside), reading)


def _place(percent: Decimal) -> str:
    return f"{_LEFT + percent * _PER_CENT:.1f}"
