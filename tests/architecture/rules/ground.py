"""The ground floor stands by itself: the standard library, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.rules.reading import Violation, modules

# -I and -S leave no way to installed packages; what is imported then is ours or Python's.
IMPORT_ALL = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except Exception as error:
        print(f"{name}\\t{type(error).__name__}: {error}")
"""


def bare_domain_violations(root: Path) -> list[Violation]:
    """Modules of the domain that cannot be imported by a Python with nothing installed."""
    found = modules(root, "domain")
    by_name = {module.name: module for module in found}
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", IMPORT_ALL, str(root / "src"), *by_name],
        capture_output=True,
        text=True,
        check=True,
    )
    failures = (line.split("\t", 1) for line in done.stdout.splitlines())
    return [by_name[name].violation(1, why) for name, why in failures]
