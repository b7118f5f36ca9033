"""What each timer does: sessions go, faults of a trail reach the operators, plans stay good."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils.timezone import now

from setara.jobs import trails
from setara.jobs.sessions import clear_expired
from setara.jobs.upkeep import optimise
from setara.store.models import AccountRecord, EventRecord
from tests.makers import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def operators(cast):
    """Joko watches in Indonesian, Maya in English; Hasan's account is closed."""
    accounts = AccountRecord.objects
    for who, language in ((cast.joko, "id"), (cast.maya, "en"), (cast.hasan, "id")):
        accounts.filter(pk=who.account_id).update(is_staff=True, language=language)
    accounts.filter(pk=cast.hasan.account_id).update(is_active=False)
    return [accounts.get(pk=who.account_id).email for who in (cast.joko, cast.maya)]


def damage(who, sequences):
    rows = EventRecord.objects.filter(government_id=who.government_id, sequence__in=sequences)
    assert rows.update(actor_name="Orang lain") == len(sequences)


def test_only_expired_sessions_are_deleted():
    for key, days in (("old", -1), ("new", 1)):
        Session.objects.create(
            session_key=key, session_data="x", expire_date=now() + timedelta(days=days)
        )

    clear_expired(AT)

    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_whole_trails_write_to_nobody(operators):
    outcome = trails.verify(AT)

    assert outcome.filled().en.startswith("{count} audit trails are whole")
    assert mail.outbox == []


def test_every_operator_hears_of_each_fault_in_the_own_language(cast, operators):
    damage(cast.sari, [4, 6])
    damage(cast.maya, [2])

    outcome = trails.verify(AT)

    assert dict(outcome.values) == {"faults": 3, "count": 2, "told": 2}
    first, second = mail.outbox
    assert [first.to, second.to] == [[email] for email in operators]
    assert "tidak utuh" in first.subject
    assert "Kabupaten Paser: Peristiwa nomor 4 telah diubah" in first.body
    assert "not whole" in second.subject
    assert "Kabupaten Paser: Event number 6 was changed" in second.body
    assert "Kabupaten Berau: Event number 2 was changed" in second.body
    assert "setara audit verify" in second.body


def test_a_ruined_trail_makes_no_endless_mail(cast, operators, monkeypatch):
    monkeypatch.setattr(trails, "MOST_LINES", 2)
    damage(cast.sari, [2, 3, 4, 5, 6])

    trails.verify(AT)

    body = mail.outbox[1].body
    assert "number 3" in body
    assert "number 4" not in body
    assert "… and 3 more" in body


def test_a_warning_that_cannot_leave_is_a_failure(cast, operators, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    damage(cast.sari, [4])

    with pytest.raises(OSError, match="refused"):
        trails.verify(AT)


def test_upkeep_suits_the_database():
    assert optimise(AT).en in {
        "SQLite's statistics were renewed.",
        "Not needed on this database.",
    }
