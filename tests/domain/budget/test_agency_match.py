"""Agencies of a book are matched by code, by any name, or met with a suggestion."""

from datetime import date

import pytest

from setara.domain.budget.agency_match import government_findings, matched
from setara.domain.budget.reading.findings import Fault
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Line
from setara.domain.budget.severity import Severity
from setara.domain.foundation.agency import Agency, AgencyName
from setara.domain.foundation.period import Period
from setara.domain.language.text import Language

OLD = AgencyName(
    "Dinas Kesehatan Masyarakat", "Dinkesmas", Period(date(2010, 1, 1), date(2017, 1, 1))
)
HEALTH = Agency(
    "1.02.0.00.0.00.01.0000",
    (OLD, AgencyName("Dinas Kesehatan", "Dinkes", Period(date(2017, 1, 1)))),
)
SCHOOLS = Agency(
    "1.01.2.22.0.00.01.0000",
    (AgencyName("Dinas Pendidikan dan Kebudayaan", "Disdikbud", Period(date(2017, 1, 1))),),
)


def match(code: str, name: str, **options: str):
    agency = AgencyRef(code, name)
    line = Line(7, Level.SUB_ACTIVITY, "1.02.02.2.02.0009", "", "Gizi", 1, agency)
    return matched([line, line], [HEALTH, SCHOOLS], government_name="Kabupaten Paser", **options)


def test_a_code_goes_before_a_name():
    assert match("1.02.0.00.0.00.01.0000", "Apa saja").codes == {
        ("1.02.0.00.0.00.01.0000", "Apa saja"): HEALTH.code
    }


def test_a_name_is_known_in_capitals_shortened_old_and_with_the_government_behind():
    for name in (
        "DINAS KESEHATAN KABUPATEN PASER",
        "Dinas Kesehatan Kab. Paser",
        "dinkes",
        "Dinas Kesehatan Masyarakat",
    ):
        assert match("", name).codes == {("", name): HEALTH.code}


def test_a_name_nearly_right_is_met_with_a_suggestion_once():
    result = match("", "Dinas Pendidikan & Kebudayan")

    (finding,) = result.findings
    assert not result.codes
    assert finding.row == 7
    assert "Dinas Pendidikan dan Kebudayaan" in finding.message.say(Language.INDONESIAN)


def test_a_strange_or_missing_name_is_refused():
    assert "tidak dikenal" in match("", "RSUD").findings[0].message.say(Language.INDONESIAN)
    assert "9.99" in match("9.99", "").findings[0].message.say(Language.ENGLISH)
    assert "tidak menyebut" in match("", "").findings[0].message.say(Language.INDONESIAN)


def test_a_file_said_to_be_of_one_agency_is_not_compared():
    result = match("", "DP3A KOTA SEMARANG", whole_file=SCHOOLS.code)

    assert result.codes == {("", "DP3A KOTA SEMARANG"): SCHOOLS.code}
    assert not result.findings


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "Kab. Paser",
        "PEMERINTAH KABUPATEN PASER",
        "Kbupaten Paser",
        "Pasir",
        "Pemerintah Daerah",
    ],
)
def test_the_own_government_is_known_however_it_is_written(stated):
    assert government_findings(stated, "Kabupaten Paser") == ()


@pytest.mark.parametrize("stated", ["Kabupaten Bantul", "Kota Balikpapan", "Kab. Kulon Progo"])
def test_the_file_of_another_government_is_doubted(stated):
    (finding,) = government_findings(stated, "Kabupaten Paser")

    assert (finding.fault, finding.severity) == (Fault.OTHER_GOVERNMENT, Severity.WARNING)
    assert stated in finding.message.say(Language.INDONESIAN)
