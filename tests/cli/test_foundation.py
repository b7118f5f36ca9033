"""The operator's words bring a government into the house and watch over its trail."""

import io
import json

import pytest

from setara.cli.deeds import foundation as deeds
from setara.cli.word import DONE, REFUSED
from setara.domain.language.text import Language
from setara.store.models import AccountRecord, EventRecord, GovernmentRecord
from setara.usecases.foundation.actors import actor
from tests.makers import AT
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db
SECRETARY = ("government", "secretary", "64.01", "Dian", "--sex", "P", "--decree", "1/2025")


def type_in(monkeypatch, *lines, secretly=True):
    """What the operator types when asked; otherwise what is piped in."""
    if secretly:
        typed = iter(lines)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr(deeds, "getpass", lambda prompt: next(typed))
    else:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))


def test_from_an_empty_house_to_a_signed_in_secretary(run, monkeypatch):
    type_in(monkeypatch, PASSWORD, secretly=False)

    assert run("government", "found", "64.01", "Kabupaten Paser").status == DONE
    assert run(*SECRETARY, "--decided-on", "2025-01-02").status == DONE
    opened = run("account", "open", "64.01", "dian", "dian@contoh.id", "--speaks", "en")

    assert (opened.status, opened.out) == (DONE, "Akun dian@contoh.id dibuka.\n")
    assert PASSWORD not in opened.out + opened.err
    account = AccountRecord.objects.get()
    assert account.check_password(PASSWORD)
    dian = actor(account_id=account.pk, at=AT)
    assert [seat.kind.value for seat in dian.seats] == ["secretary"]
    assert dian.language is Language.ENGLISH
    assert not dian.is_operator
    assert "foundation.secretariat.started" in EventRecord.objects.values_list("name", flat=True)


def test_a_government_is_founded_once(run):
    run("government", "found", "64.01", "Kabupaten Paser")

    again = run("government", "found", "64.01", "Paser", "--language", "en")
    practice = run("government", "found", "64.01", "Paser latihan", "--practice")

    assert (again.status, practice.status) == (REFUSED, DONE)
    assert "already registered as Kabupaten Paser" in again.err
    assert GovernmentRecord.objects.filter(is_practice=True).count() == 1


def test_a_place_that_is_not_shipped_is_refused(run):
    outcome = run("government", "found", "99.01", "Khayalan")

    assert outcome.status == REFUSED
    assert "99.01" in outcome.err


def test_governments_are_listed_with_their_numbers(run, cast):
    lines = run("government", "list", "--language", "en").out.splitlines()

    assert lines[0].split() == ["Code", "Name", "Kind", "Persons", "Accounts"]
    assert lines[2].split() == ["64.01", "Kabupaten", "Paser", "practice", "7", "7"]
    assert lines[3].split() == ["64.03", "Kabupaten", "Berau", "practice", "1", "1"]


def test_only_the_first_secretary_is_the_operators(run, cast):
    outcome = run(*SECRETARY, "--decided-on", "2025-01-02", "--practice", "--language", "en")

    assert outcome.status == REFUSED
    assert "the secretariat itself fills seats" in outcome.err


@pytest.mark.parametrize(
    ("person", "reason"), [("Orang Lain", "0 orang"), ("Sari", "sudah mempunyai akun")]
)
def test_an_account_needs_one_registered_person_without_one(run, cast, monkeypatch, person, reason):
    type_in(monkeypatch, PASSWORD, secretly=False)

    outcome = run("account", "open", "64.01", person, "x@contoh.id", "--practice")

    assert outcome.status == REFUSED
    assert reason in outcome.err


def test_the_password_is_typed_twice_and_unseen(run, cast, monkeypatch):
    AccountRecord.objects.filter(pk=cast.sari.account_id).delete()
    words = ("account", "open", "64.01", "Sari", "sari@contoh.id", "--practice", "--operator")
    type_in(monkeypatch, PASSWORD, "lain")
    assert "tidak sama" in run(*words).err
    type_in(monkeypatch, PASSWORD, PASSWORD)

    assert run(*words).status == DONE

    account = AccountRecord.objects.get(email="sari@contoh.id")
    assert account.is_staff
    assert account.check_password(PASSWORD)


def test_without_a_password_the_owner_sets_one_by_mail(run, cast):
    AccountRecord.objects.filter(pk=cast.sari.account_id).delete()

    run("account", "open", "64.01", "Sari", "sari@contoh.id", "--practice", "--no-password")

    assert not AccountRecord.objects.get(email="sari@contoh.id").has_usable_password()


def test_whole_trails_end_with_0(run, cast):
    outcome = run("audit", "verify")

    assert outcome.status == DONE
    assert [line.partition(":")[0] for line in outcome.out.splitlines()] == [
        "Kabupaten Paser",
        "Kabupaten Berau",
    ]
    assert outcome.out.count("utuh") == 2


def test_a_faulty_event_is_named_with_its_government_and_ends_with_1(run, cast):
    events = EventRecord.objects.filter(government_id=cast.sari.government_id)
    events.filter(sequence=5).update(actor_name="Orang lain")
    events.filter(sequence=9).delete()

    outcome = run("audit", "verify", "--language", "en")
    for_programs = run("audit", "verify", "--json")

    name = events.get(sequence=5).name
    assert outcome.status == for_programs.status == REFUSED
    assert (
        f"Kabupaten Paser: Event number 5 was changed after it was recorded. ({name})"
        in outcome.out
    )
    assert "Kabupaten Paser: Event number 9 was removed." in outcome.out
    paser, berau = json.loads(for_programs.out)["governments"]
    assert [fault["sequence"] for fault in paser["faults"]] == [5, 9]
    assert set(paser["faults"][0]["message"]) == {"id", "en"}
    assert (paser["faults"][0]["event"], paser["faults"][1]["event"]) == (name, None)
    assert berau["faults"] == []


def test_an_empty_house_has_no_trail(run, db):
    outcome = run("audit", "verify")

    assert (outcome.status, outcome.out) == (DONE, "Belum ada jejak audit.\n")
