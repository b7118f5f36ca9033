"""The command line finds its words, speaks two languages, and never shows a traceback."""

import inspect
import subprocess
import sys

import pytest
from django.db.utils import OperationalError

from setara.cli import main as program
from setara.cli.parser import complaint
from setara.cli.word import BROKEN, DONE, REFUSED, UNABLE, Group, Word
from setara.domain.foundation.place import BadPlaceCode
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language, Text
from setara.usecases.foundation.access import NotFound

SAYS = Text("kata uji", "a word for tests")


def every_word(words=None):
    for word in program.all_words() if words is None else words:
        yield from every_word(word.words) if isinstance(word, Group) else [word]


def deed_that_fails(error):
    def deed(given, terminal):
        raise error

    return deed


@pytest.fixture
def failing(monkeypatch):
    """Makes `setara fail` end in the given error."""

    def fail_with(error):
        word = Word("fail", SAYS, f"{__name__}:never_loaded", needs_django=False)
        monkeypatch.setattr(Word, "load", lambda self: deed_that_fails(error))
        monkeypatch.setattr(program, "all_words", lambda: (word,))

    return fail_with


@pytest.mark.parametrize(("language", "heading"), [("id", "Cara pakai:"), ("en", "Usage:")])
def test_help_lists_every_word_in_the_language_asked_for(run, language, heading):
    outcome = run("--language", language, "--help")

    assert outcome.status == DONE
    assert heading in outcome.out
    said = " ".join(outcome.out.split())
    for word in program.all_words():
        assert word.says.say(Language(language)) in said


def test_no_words_at_all_show_the_help(run):
    outcome = run()

    assert (outcome.status, outcome.err) == (DONE, "")
    assert "Cara pakai: setara" in outcome.out


def test_half_a_word_shows_what_can_follow(run):
    outcome = run("audit")

    assert outcome.status == UNABLE
    assert "verify" in outcome.out


@pytest.mark.parametrize("word", list(every_word()), ids=lambda word: word.name)
def test_every_word_names_a_deed_that_exists(word):
    deed = word.load()

    assert list(inspect.signature(deed).parameters) == ["given", "terminal"]


@pytest.mark.parametrize(
    ("words", "indonesian", "english"),
    [
        (["laww"], "tidak dikenal untuk", "is not known for"),
        (["law", "show"], "isian ini wajib: KEY", "this is required: KEY"),
        (["law", "check", "--bogus"], "tidak dikenal: --bogus", "not recognised: --bogus"),
        (["serve", "--port", "delapan"], "tidak dapat dipakai", "cannot be used"),
        (["serve", "--port"], "perlu diikuti isinya", "must be followed by its value"),
    ],
)
def test_what_cannot_be_understood_is_said_so(run, words, indonesian, english):
    in_indonesian, in_english = run(*words), run("--language=en", *words)

    assert in_indonesian.status == in_english.status == UNABLE
    assert indonesian in in_indonesian.err
    assert english in in_english.err
    assert "setara" in in_english.err


def test_a_complaint_not_known_here_stays_as_it_is():
    assert complaint("something {new}").say(Language.ENGLISH) == "something {new}"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Refused(Text("tidak {x}", "not {x}").filled(x="boleh")), (REFUSED, "tidak boleh")),
        (NotFound(Text("Isu", "The issue")), (REFUSED, "Isu tidak ditemukan")),
        (BadPlaceCode("6401"), (REFUSED, "bukan kode wilayah")),
        (OperationalError("no such table: x"), (UNABLE, "setara migrate")),
        (
            ModuleNotFoundError("No module", name="granian"),
            (UNABLE, "Paket granian belum terpasang"),
        ),
    ],
)
def test_what_went_wrong_is_told_with_a_way_on(run, failing, tmp_path, error, told):
    failing(error)
    status, reason = told

    outcome = run("fail")

    assert outcome.status == status
    assert reason in outcome.err
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize("language", list(Language))
def test_the_unexpected_goes_to_the_log_file(run, failing, tmp_path, language):
    failing(ZeroDivisionError("a secret detail"))

    outcome = run("fail", "--language", language)

    log = tmp_path / "log" / "setara.log"
    assert outcome.status == BROKEN
    assert str(log) in outcome.err
    assert "Traceback" not in outcome.err
    assert "a secret detail" not in outcome.err
    assert "ZeroDivisionError: a secret detail" in log.read_text()


def test_the_log_is_written_even_where_the_settings_are_broken(run, failing, tmp_path, monkeypatch):
    failing(ZeroDivisionError())
    monkeypatch.setenv("SETARA_HOEM", "x")
    monkeypatch.chdir(tmp_path)

    assert run("fail").status == BROKEN
    assert (tmp_path / "var" / "log" / "setara.log").exists()


def test_ctrl_c_ends_quietly(run, failing):
    failing(KeyboardInterrupt())

    outcome = run("fail")

    assert (outcome.status, outcome.out, outcome.err) == (program.INTERRUPTED, "", "")


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_words_on_the_law_start_without_django():
    outcome = python(
        "import sys; from setara.cli.main import main; main(['law', 'list']);"
        "main(['settings']); print('django' in sys.modules)"
    )

    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.splitlines()[-1] == "False"


def test_a_setting_that_cannot_be_used_is_told_without_a_traceback():
    outcome = python(
        "import os, sys; os.environ['SETARA_DATABAS'] = 'x';"
        "from setara.cli.main import main; sys.exit(main(['audit', 'verify', '--language', 'en']))"
    )

    assert outcome.returncode == UNABLE
    assert "SETARA_DATABAS is not a setting of Setara" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_reader_who_has_seen_enough_is_no_error():
    outcome = subprocess.run(
        f"{sys.executable} -m setara law list | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.stdout.startswith("Kunci")
    assert outcome.stderr == ""
