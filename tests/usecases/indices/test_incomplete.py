"""A year that lacks figures says which, briefly where it lacks several."""

from decimal import Decimal

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.registry import index_named
from setara.domain.language.text import Language
from setara.domain.statistics.observation import Source
from setara.usecases.indices.kept import Kept, KeptFigure, index_from

IPG = index_named("ipg")
BPS = Source("BPS", "Komponen IPM menurut jenis kelamin")
PASER_2021 = {
    "life_expectancy_female": "74.84",
    "life_expectancy_male": "70.86",
    "expected_schooling_female": "13.47",
    "expected_schooling_male": "13.18",
    "mean_schooling_female": "8.36",
    "mean_schooling_male": "9.15",
    "expenditure_female": "2965",
    "expenditure_male": "17502",
}


def said(*lacking):
    years = {
        2021: {
            key: KeptFigure(Decimal(value), BPS)
            for key, value in PASER_2021.items()
            if key not in lacking
        }
    }
    kept = Kept(inputs={("64.01", Vintage.OLD): years})
    found = index_from(IPG, kept, place="64.01", vintage=Vintage.OLD, year=2021)
    return getattr(found, "published", None) or found.say(Language.INDONESIAN)


def test_nothing_lacking_is_computed():
    assert said() == Decimal("71.19")


def test_several_are_named_in_one_sentence():
    assert said("mean_schooling_female", "expenditure_male") == (
        "Belum ada angkanya: Rata-rata lama sekolah perempuan dan Pengeluaran per kapita "
        "disesuaikan laki-laki."
    )


def test_one_says_what_to_do():
    assert "Lengkapi" in said("expenditure_male")
