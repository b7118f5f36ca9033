"""Gender indices as plain functions: one module an index, one formula a published method.

    from setara.domain.indices import ipg

    result = ipg(life_expectancy_female=74.84, life_expectancy_male=70.86, …, year=2021)
    result.published            # Decimal("71.19")
    result.explain().as_lines(Language.ENGLISH)

Nothing but Python is needed.
"""

from setara.domain.indices.computing import Result
from setara.domain.indices.definition import NoMethod, UnusableInput
from setara.domain.indices.eige import eige
from setara.domain.indices.gdi import gdi, gdi_group
from setara.domain.indices.gggi import gggi, gggi_of_subindices
from setara.domain.indices.gii import gii
from setara.domain.indices.gpi import adjusted_gpi, at_parity, gpi
from setara.domain.indices.hdi import hdi
from setara.domain.indices.idg import idg
from setara.domain.indices.idg_ahead import one_year_ahead, solve_ppp
from setara.domain.indices.ihdi import ihdi, inequality_coefficient
from setara.domain.indices.ikg import ikg
from setara.domain.indices.income_by_sex import income_by_sex
from setara.domain.indices.ipg import ipg
from setara.domain.indices.ipg_until_2013 import ipg_until_2013
from setara.domain.indices.ipm import ipm
from setara.domain.indices.ranking import ranks

__all__ = [
    "NoMethod",
    "Result",
    "UnusableInput",
    "adjusted_gpi",
    "at_parity",
    "eige",
    "gdi",
    "gdi_group",
    "gggi",
    "gggi_of_subindices",
    "gii",
    "gpi",
    "hdi",
    "idg",
    "ihdi",
    "ikg",
    "income_by_sex",
    "inequality_coefficient",
    "ipg",
    "ipg_until_2013",
    "ipm",
    "one_year_ahead",
    "ranks",
    "solve_ppp",
]
