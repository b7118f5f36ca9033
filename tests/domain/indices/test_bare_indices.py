"""Each index is computed and explained by a Python with nothing installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from setara.domain.indices.registry import INDICES

# -I and -S leave no way to installed packages. Figures are the middle of what is possible, or the
# worked example where an index is too particular for that.
COMPUTE_ALL = """
import json, sys
sys.path.insert(0, sys.argv[1])
from decimal import Decimal
from setara.domain.indices.computing import computed
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.registry import INDICES
from setara.domain.language.text import Language

found = {}
for index in INDICES:
    year = max(method.last_year or 2021 for method in index.methods)
    for part in ("0.5", "0.4", "0.25", "0.1", "0.01"):
        figures = {
            each.key: each.lowest + (each.highest - each.lowest) * Decimal(part)
            for each in index.measures
        }
        try:
            result = computed(index, figures, year=year)
        except UnusableInput as refusal:
            found[index.key] = refusal.reason.en
            continue
        explained = result.explain()
        lines = explained.as_tree(Language.INDONESIAN)
        json.dumps(explained.as_facts(Language.ENGLISH))
        found[index.key] = [str(result.published), len(lines)]
        break
print(json.dumps(found))
"""


def test_every_index_is_computed_and_explained_without_any_package():
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", COMPUTE_ALL, str(root / "src")],
        capture_output=True,
        text=True,
        check=True,
    )

    found = json.loads(done.stdout)
    assert list(found) == [index.key for index in INDICES]
    for key, answer in found.items():
        assert isinstance(answer, list), (key, answer)
        assert answer[1] > 2, key


def test_the_library_and_its_guide_say_the_same():
    """What `docs/how-to/compute-an-index.md` shows in Python is run as it stands there."""
    root = Path(__file__).parents[3]
    guide = (root / "docs" / "how-to" / "compute-an-index.md").read_text("utf-8")
    program = guide.split("```python\n", 1)[1].split("```", 1)[0]
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(root / 'src')!r})\n{program}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    printed = guide.split("```text\n", 1)[1].split("```", 1)[0]
    assert done.stdout == printed
