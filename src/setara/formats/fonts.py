"""The fonts of papers and charts, from a package instead of the machine."""

from pathlib import Path

import fontpkg_noto_sans

FAMILY = fontpkg_noto_sans.FAMILY
FOLDER: Path = fontpkg_noto_sans.ROOT / "files"
