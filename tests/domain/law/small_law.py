"""A law of a few lines without a fault, to be spoiled in one place at a time."""

from __future__ import annotations

from pathlib import Path

REGULATION = """
[[regulation]]
key = "uu-1-2000"
kind = "UU"
number = "1"
year = 2000
title = "Contoh"
title_en = "Example"
issuer = "DPR"
scope = "national"
state = "in_force"
mark = "Q"
verified = true
sources = ["LN 2000/1 https://example.org/1"]
"""
RELATED = """
[[regulation]]
key = "uu-2-2001"
kind = "UU"
number = "2"
year = 2001
title = "Contoh kedua"
title_en = "Second example"
issuer = "DPR"
scope = "national"
state = "amended"
amended_by = ["uu-3-2002"]
mark = "K"
verified = false
sources = ["LN 2001/2"]

[[regulation]]
key = "uu-3-2002"
kind = "UU"
number = "3"
year = 2002
title = "Contoh ketiga"
title_en = "Third example"
issuer = "DPR"
scope = "national"
state = "unknown"
amends = ["uu-2-2001"]
mark = "K"
verified = false
sources = ["LN 2002/3"]
"""
PARAMETERS = """
[[a.b]]
from = 2010-01-01
to = 2016-01-01
value = 1.5
unit = "tahun"
regulation = "uu-1-2000"
locator = "Pasal 1"
verified = true

[[a.b]]
from = 2016-01-01
to = 2020-01-01
value = 2
unit = "hari"
regulation = "uu-2-2001"
locator = "Pasal 2"
verified = false

[[c]]
from = 2010-01-01
value = 3
unit = "orang"
regulation = "uu-2-2001"
locator = "Pasal 3"
verified = false
"""
FORM = """
key = "f"
version = "1"
title = "F"
title_en = "F"
official = false
verified = false
from = 2010-01-01
to = 2020-01-01
regulation = "uu-1-2000"
agency_label = "PD"
agency_label_en = "Agency"
sources = ["x"]
field = [{ code = "a", label = "A", label_en = "A" }]
"""
PLACES = """
sources = ["x"]
[places.ID]
"64" = "Kalimantan Timur"
[places."64"]
"64.01" = "Kabupaten Paser"
[places."64.01"]
"64.01.04" = "Tanah Grogot"
[places."64.01.04"]
"64.01.04.1001" = "Tanah Grogot"
"""
NOMENCLATURE = """
first_year = 2025
last_year = 2026
verified = false
note = "catatan"
note_en = "note"
sources = ["x"]

[[activity]]
code = "2.08"
name = "A"

[[activity]]
code = "2.08.02"
name = "B"

[[activity]]
code = "2.08.02.2.01"
name = "C"

[[activity]]
code = "2.08.02.2.01.0001"
name = "D"
"""
GLOSSARY = """
[x]
id = "X"
en = "X"
means = "m"
means_en = "m"
verified = true
sources = ["s"]

[y]
id = "Y"
en = "Y"
means = "m"
means_en = "m"
verified = true
sources = ["t"]
"""
FILES = {
    "regulations/a.toml": REGULATION,
    "regulations/b.toml": RELATED,
    "parameters/a.toml": PARAMETERS,
    "forms/a.toml": FORM,
    "forms/b.toml": FORM.replace('"1"', '"2"').replace(
        "from = 2010-01-01\nto = 2020-01-01", "from = 2020-01-01"
    ),
    "places/a.toml": PLACES,
    "places/b.toml": 'sources = ["x"]\n[places.ID]\n"72" = "Sulawesi Tengah"\n',
    "nomenclature/a.toml": NOMENCLATURE,
    "nomenclature/b.toml": NOMENCLATURE.replace("2025", "2020").replace("2026", "2024"),
    "glossary.toml": GLOSSARY,
}


def written(root: Path, **spoiled: str) -> Path:
    """The small law below `root`; `spoiled` gives the content of files by their name."""
    for name, content in {**FILES, **spoiled}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root
