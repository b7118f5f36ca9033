"""What each peer of W2 does with the same figures; run by the interpreter of the peers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

Z = 1.959963984540054
LOWER, UPPER = 0.97, 1.03


def pandas(home: Path) -> tuple[float, Callable[[], None]]:
    """The script an analyst would write, by columns."""
    import numpy as np
    import pandas as pd

    every = pd.read_csv(home / "figures.csv")
    started = process_time()
    every["w"] = every["women"] / every["women_base"]
    every["m"] = every["men"] / every["men_base"]
    every["d"] = (every["w"] - every["m"]) * 100
    years = every["year"] - every.groupby("id")["year"].transform("mean")
    products = (years * every["d"]).groupby(every["id"]).sum()
    slope = products / (years**2).groupby(every["id"]).sum()
    now = every[every["year"] == every["year"].max()].set_index("id")
    found = pd.DataFrame({"difference": now["d"], "ratio": now["w"] / now["m"]})
    found.loc[now["m"] == 0, "ratio"] = np.nan
    for sex in ("women", "men"):
        cases, base = now[sex], now[f"{sex}_base"]
        middle, whole = 2 * cases + Z * Z, 2 * (base + Z * Z)
        reach = Z * np.sqrt(Z * Z + 4 * cases * (base - cases) / base)
        found[f"{sex}_lower"] = np.where(cases == 0, 0, (middle - reach) / whole)
        found[f"{sex}_upper"] = np.where(cases == base, 1, (middle + reach) / whole)
    down = np.sqrt((now["w"] - found["women_lower"]) ** 2 + (found["men_upper"] - now["m"]) ** 2)
    up = np.sqrt((found["women_upper"] - now["w"]) ** 2 + (now["m"] - found["men_lower"]) ** 2)
    found["difference_lower"] = now["w"] - now["m"] - down
    found["difference_upper"] = now["w"] - now["m"] + up
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = 1 / now["women"] - 1 / now["women_base"] + 1 / now["men"] - 1 / now["men_base"]
        factor = np.exp(Z * np.sqrt(spread))
        found["ratio_lower"] = found["ratio"] / factor
        found["ratio_upper"] = found["ratio"] * factor
    lost = (now["women"] == 0) | (now["men"] == 0) | (spread <= 0)
    found.loc[lost, ["ratio_lower", "ratio_upper"]] = np.nan
    found["slope"] = slope
    found["rank"] = _ranks(now, found)
    spent = process_time() - started
    return spent, lambda: found.to_csv(home / "pandas.csv", float_format="%.17g")


def _ranks(now: Any, found: Any) -> Any:
    import numpy as np
    import pandas as pd

    larger = np.maximum(now["w"], now["m"])
    severity = 1 - np.minimum(now["w"], now["m"]) / larger
    chance = (found["difference_lower"] <= 0) & (found["difference_upper"] >= 0)
    adjusted = np.where(found["ratio"] > 1, 2 - 1 / found["ratio"], found["ratio"])
    standing = (larger > 0) & ~chance & ~((adjusted >= LOWER) & (adjusted <= UPPER))
    order = pd.DataFrame(
        {"severity": np.floor(severity * 1000 + 0.5), "affected": now["women_base"]}
    )[standing].sort_values(["severity", "affected"], ascending=False)
    first = ~order.duplicated()
    place = pd.Series(np.arange(1, len(order) + 1), index=order.index)
    return place.where(first).ffill()


SQL = """
CREATE TABLE answers AS
WITH slopes AS (
    SELECT id, regr_slope((women / women_base - men / men_base) * 100, year) AS slope
    FROM every GROUP BY id
), now AS (
    SELECT *, women / women_base AS w, men / men_base AS m,
        z * sqrt(z * z + 4 * women * (women_base - women) / women_base) AS wr,
        z * sqrt(z * z + 4 * men * (men_base - men) / men_base) AS mr,
        1 / nullif(women, 0) - 1 / women_base + 1 / nullif(men, 0) - 1 / men_base AS spread
    FROM every, quantile WHERE year = (SELECT max(year) FROM every)
), wilson AS (
    SELECT *,
        CASE WHEN women = 0 THEN 0
            ELSE (2 * women + z * z - wr) / (2 * (women_base + z * z)) END AS wl,
        CASE WHEN women = women_base THEN 1
            ELSE (2 * women + z * z + wr) / (2 * (women_base + z * z)) END AS wu,
        CASE WHEN men = 0 THEN 0 ELSE (2 * men + z * z - mr) / (2 * (men_base + z * z)) END AS ml,
        CASE WHEN men = men_base THEN 1
            ELSE (2 * men + z * z + mr) / (2 * (men_base + z * z)) END AS mu,
        CASE WHEN spread > 0 THEN exp(z * sqrt(spread)) END AS factor,
        w / nullif(m, 0) AS ratio
    FROM now
), limited AS (
    SELECT *, w - m - sqrt((w - wl) ** 2 + (mu - m) ** 2) AS dl,
        w - m + sqrt((wu - w) ** 2 + (m - ml) ** 2) AS du,
        CASE WHEN ratio > 1 THEN 2 - 1 / ratio ELSE ratio END AS adjusted,
        floor((1 - least(w, m) / nullif(greatest(w, m), 0)) * 1000 + 0.5) AS severity
    FROM wilson
), ranked AS (
    SELECT id, rank() OVER (ORDER BY severity DESC, women_base DESC) AS rank FROM limited
    WHERE severity IS NOT NULL AND NOT (dl <= 0 AND du >= 0)
        AND (adjusted IS NULL OR NOT adjusted BETWEEN 0.97 AND 1.03)
)
SELECT id, (w - m) * 100 AS difference, ratio, wl AS women_lower, wu AS women_upper,
    ml AS men_lower, mu AS men_upper, dl AS difference_lower, du AS difference_upper,
    ratio / factor AS ratio_lower, ratio * factor AS ratio_upper, slope, rank
FROM limited JOIN slopes USING (id) LEFT JOIN ranked USING (id) ORDER BY id
"""


def duckdb(home: Path) -> tuple[float, Callable[[], None]]:
    """One statement over a table in memory."""
    import duckdb as engine

    base: Any = engine.connect()
    columns = "id INT, year INT, women DOUBLE, women_base DOUBLE, men DOUBLE, men_base DOUBLE"
    base.execute(f"CREATE TABLE every ({columns})")
    base.execute(f"INSERT INTO every SELECT * FROM read_csv('{home / 'figures.csv'}')")  # noqa: S608
    base.execute("CREATE TABLE quantile AS SELECT ?::DOUBLE AS z", [Z])
    started = process_time()
    base.execute(SQL)
    spent = process_time() - started
    target = home / "duckdb.csv"
    return spent, lambda: base.execute(f"COPY answers TO '{target}' (HEADER, DELIMITER ',')")


NEEDED = {"pandas": ("pandas", "numpy"), "duckdb": ("duckdb",)}
DEEDS = {"pandas": pandas, "duckdb": duckdb}

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    for package in NEEDED[name]:
        import_module(package)
    spent, write = DEEDS[name](Path(folder))
    write()
    print(spent)
