"""The two sexes of the national code list, which Setara never ranks."""

from enum import StrEnum

from setara.domain.language.text import Text


class Sex(StrEnum):
    """Stored as the national code list has it: `L` and `P`."""

    MALE = "L"
    FEMALE = "P"

    @property
    def other(self) -> "Sex":
        """The sex this one is compared with."""
        return Sex.FEMALE if self is Sex.MALE else Sex.MALE

    @property
    def label(self) -> Text:
        """`laki-laki` / `men`, `perempuan` / `women`."""
        return LABELS[self]


LABELS = {
    Sex.MALE: Text("laki-laki", "men"),
    Sex.FEMALE: Text("perempuan", "women"),
}
