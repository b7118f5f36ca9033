"""Parts of addresses that are checked before a view is asked."""

from django.urls import register_converter


class YearConverter:
    """A year of four digits there can be data for; any other address is not found."""

    regex = r"19\d{2}|20\d{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


def register() -> None:
    """Make `<year:…>` known; called where the first addresses are read."""
    register_converter(YearConverter, "year")
