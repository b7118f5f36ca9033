"""Names of the style sheets, scripts and images as pages link them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class AssetStorage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed names once `collectstatic` has run; the plain names before that.

    So a fresh checkout and the tests serve pages without a build step, and a file added after
    the last `collectstatic` is still found.
    """

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name where the manifest knows one."""
        known = self.hashed_files.get(self.hash_key(self.clean_name(name)))
        return str(known) if known is not None else name
