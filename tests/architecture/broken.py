"""A small sound project, and for each rule the ways in which one file of it can break the rule."""

from __future__ import annotations

from typing import NamedTuple

DOMAIN = "src/setara/domain/budget/book.py"
STORE = "src/setara/store/models/budget.py"
COMMANDS = "src/setara/usecases/budget/commands.py"
QUERIES = "src/setara/usecases/budget/queries.py"
VIEWS = "src/setara/web/budget/views.py"
TEMPLATE = "src/setara/web/budget/templates/budget/book.html"

SOUND = {
    "pyproject.toml": """\
[project.optional-dependencies]
app = [
    "django>=5.2",  # the framework
]
[dependency-groups]
test = [
    "pytest>=8",  # runs the tests
]
bench = [
    "pandas>=3",  # stands beside
]
""",
    "requirements/app.lock": "django==5.2 \\\n    --hash=sha256:00\n",
    "requirements/test.lock": (
        "django==5.2 \\\n    --hash=sha256:00\npytest==8.4 \\\n    --hash=sha256:00\n"
    ),
    "requirements/bench.lock": "pandas==3.1 \\\n    --hash=sha256:00\n",
    "src/setara/__init__.py": '"""A small project."""\n',
    "src/setara/domain/__init__.py": '"""Floor 0."""\n',
    "src/setara/domain/budget/__init__.py": '"""Money."""\n',
    "src/setara/domain/reports/__init__.py": '"""Papers."""\n',
    DOMAIN: '"""A book of money."""\n\nfrom datetime import date\n\nFIRST = date(2025, 1, 1)\n',
    "src/setara/store/models/__init__.py": (
        '"""The tables."""\n\nfrom setara.store.models.budget import BookRecord\n'
    ),
    STORE: (
        '"""Tables of money."""\n\n\nclass BookRecord:\n    """A book."""\n\n'
        "    class Meta:\n"
        "        constraints = [UniqueConstraint(fields=['year'], name='book_once')]\n"
    ),
    COMMANDS: (
        '"""Verbs on money."""\n\n\n@command("budget.book.opened", says=TEXT)\n'
        "def open_book(*, by: Actor, at: datetime, year: int) -> int:\n    return year\n\n\n"
        "def may_open(year: int) -> Verdict:\n    return ALLOWED\n"
    ),
    QUERIES: (
        '"""Questions about money."""\n\n\n@dataclass(frozen=True, slots=True)\n'
        "class BookAnswer:\n    year: int\n\n\n"
        "def books(*, by: Actor) -> tuple[BookAnswer, ...] | None:\n    return ()\n"
    ),
    VIEWS: '"""Pages of money."""\n\n\ndef show(request):\n    return request\n',
    TEMPLATE: '<p title="{% t "Buku" "Book" %}">{% say page.title %} Setara 12</p>\n',
    "tests/test_book.py": '"""The book is tested."""\n',
}


class Broken(NamedTuple):
    """A file that breaks the rule, and a part of what the rule says about it."""

    rule: str
    path: str
    text: str
    why: str


def _broken(rule: str, path: str, text: str, why: str) -> Broken:
    """A Python file gets the docstring that it needs to break one rule only."""
    return Broken(rule, path, f'"""Broken."""\n\n{text}\n', why)


def _diagonals() -> list[Broken]:
    rule = "diagonal_violations"
    return [
        _broken(rule, DOMAIN, "from setara.domain.reports import outline", "room budget"),
        _broken(rule, VIEWS, "from setara.usecases.reports.queries import paper", "room reports"),
        _broken(rule, VIEWS, "import setara.usecases.coordination.queries", "room coordination"),
        _broken(
            rule,
            "src/setara/usecases/statistics/queries.py",
            "def late():\n    from setara.store.models import BookRecord",
            "setara.store.models.budget (room budget)",
        ),
        _broken(
            rule,
            "src/setara/web/shell/frame.py",
            "from setara.usecases.statistics import queries",
            "room shell may not import",
        ),
    ]


def _sizes() -> list[Broken]:
    def function(lines: int) -> str:
        return "def long():\n" + "    print()\n" * (lines - 1)

    return [
        _broken("module_violations", DOMAIN, "A = 1\n" * 400, "at most 400"),
        _broken("module_violations", "tests/test_book.py", "A = 1\n" * 400, "at most 400"),
        _broken("function_violations", DOMAIN, function(41), "long has 41 lines, at most 40"),
        _broken("function_violations", VIEWS, function(21), "long has 21 lines, at most 20"),
        Broken("template_violations", TEMPLATE, "<br>\n" * 151, "151 lines"),
    ]


def _names() -> list[Broken]:
    rule = "identifier_violations"
    return [
        Broken("drawer_violations", "src/setara/domain/utils/__init__.py", '"""U."""', "'utils'"),
        Broken("drawer_violations", "src/setara/web/helpers.py", '"""H."""', "'helpers'"),
        _broken(rule, DOMAIN, "gap_id = 1", "'gap_id'"),
        _broken(rule, DOMAIN, "class GapForm:\n    year = 1", "'GapForm'"),
        _broken(rule, DOMAIN, "def of(arg):\n    return arg", "'arg'"),
        _broken(rule, DOMAIN, "def show_gap():\n    return 1", "'show_gap'"),
        _broken(rule, DOMAIN, "dict(gap=1)", "'gap'"),
        _broken(rule, DOMAIN, "import book as gap", "'gap'"),
        Broken(rule, "src/setara/domain/budget/gap.py", '"""G."""', "'gap'"),
        _broken("class_violations", DOMAIN, "class BookManager:\n    year = 1", "BookManager"),
    ]


def _clock() -> list[Broken]:
    rule = "clock_violations"
    return [
        _broken(rule, DOMAIN, "from datetime import date\n\nA = date.today()", "date.today"),
        _broken(rule, COMMANDS, "import datetime\n\nA = datetime.datetime.now()", "datetime.now"),
        _broken(rule, COMMANDS, "from django.utils.timezone import now", "timezone.now"),
        _broken(rule, COMMANDS, "from time import time", "time.time"),
        _broken(rule, COMMANDS, "A = localdate()", "localdate()"),
        _broken(rule, STORE, "A = DateTimeField(auto_now=True)", "auto_now"),
        _broken(rule, STORE, "A = DateTimeField(default=timezone.now)", "timezone.now"),
        _broken("chance_violations", DOMAIN, "import random", "random"),
        _broken("chance_violations", DOMAIN, "from urllib import request", "urllib.request"),
    ]


def _commands() -> list[Broken]:
    def command(signature: str) -> str:
        return f'@command("budget.book.opened", says=TEXT)\ndef open_book{signature}:\n    pass'

    rule, other = "command_violations", "src/setara/usecases/budget/books.py"
    query = "query_violations"
    return [
        _broken(rule, COMMANDS, "def open_book(*, by: A, at: D) -> int:\n    pass", "@command"),
        _broken(rule, other, command("(by: A, at: D) -> int"), "by position"),
        _broken(rule, other, command("(*, by: A) -> int"), "takes no at"),
        _broken(rule, other, command("(*, at: D) -> None"), "takes no by"),
        _broken(rule, other, command("(*, by: A, at: D) -> BookRecord"), "returns BookRecord"),
        _broken(rule, other, command("(*, by: A, at: D)"), "returns anything"),
        _broken(query, QUERIES, "def books(*, year: int) -> int:\n    pass", "takes no by"),
        _broken(query, QUERIES, "def books(by: A) -> int:\n    pass", "by position"),
        _broken(query, QUERIES, "def books(*, by: A):\n    pass", "does not say"),
        _broken(
            query, QUERIES, "def books(*, by: A) -> tuple[BookRecord]:\n    pass", "BookRecord"
        ),
        _broken(query, QUERIES, "def books(*, by: A) -> 'list[int]':\n    pass", "returns list"),
        _broken(
            query,
            QUERIES,
            "@dataclass\nclass Soft:\n    year: int\n\n\ndef books(*, by: A) -> Soft:\n    pass",
            "not a frozen dataclass",
        ),
    ]


def _tables() -> list[Broken]:
    signals, hidden = "signal_violations", "hidden_logic_violations"
    meta = "class BookRecord:\n    class Meta:\n        "
    return [
        _broken(signals, COMMANDS, "from django.dispatch import receiver", "django.dispatch"),
        _broken(signals, VIEWS, "from django.db.models.signals import post_save", "signals"),
        _broken(signals, VIEWS, "from allauth.account import signals", "allauth.account"),
        _broken(signals, STORE, "book_opened = Signal()", "Signal"),
        _broken(hidden, STORE, "class BookRecord:\n    def save(self):\n        pass", "save()"),
        _broken(hidden, STORE, meta + "ordering = ['year']", "order_by"),
        _broken(hidden, STORE, meta + "unique_together = ['year']", "constraints"),
        _broken("unnamed_constraint_violations", STORE, "A = models.Index(fields=[])", "name"),
    ]


def _files() -> list[Broken]:
    rule, lock = "docstring_violations", "requirements/app.lock"
    unsaid = '[dependency-groups]\ntest = [\n    "pytest>=8",\n]\n'
    return [
        Broken(rule, DOMAIN, "A = 1\n", "says nothing"),
        Broken(rule, DOMAIN, '"""Book"""\n', "no sentence"),
        Broken("reason_violations", "pyproject.toml", unsaid, "pytest: say why"),
        Broken("hash_violations", lock, "django==5.2\n", "no hash"),
        Broken("hash_violations", lock, "django>=5.2 \\\n    --hash=sha256:00\n", "one version"),
        Broken("lock_violations", lock, "flask==3.0 \\\n    --hash=sha256:00\n", "django is not"),
        Broken("word_violations", TEMPLATE, "<p>Simpan</p>", "'Simpan'"),
        Broken("word_violations", TEMPLATE, '<img alt="Peta">', "'Peta'"),
        Broken("layout_violations", TEMPLATE, "<p>\t</p>\n", "tab"),
        Broken("layout_violations", TEMPLATE, "<p> \n", "at the end"),
        Broken("layout_violations", TEMPLATE, "<p>\n   <b>\n", "indented by 3"),
        Broken("layout_violations", TEMPLATE, "<p>", "line end"),
        _broken("bare_domain_violations", DOMAIN, "import django", "ModuleNotFoundError"),
    ]


BROKEN = [*_diagonals(), *_sizes(), *_names(), *_clock(), *_commands(), *_tables(), *_files()]
