"""The operator looks at every table and changes none; nobody else gets in."""

import pytest
from django.apps import apps
from django.test import Client

from setara.backoffice.site import operator_site
from setara.backoffice.words import TABLES
from setara.domain.language.text import Language
from setara.store.models import AccountRecord, EventRecord, PersonRecord, ReceivedFileRecord
from setara.usecases.foundation.access import government_of
from tests.cast import cast
from tests.events import last_event
from tests.makers import AT
from tests.people import Cast

__all__ = ["cast"]

pytestmark = pytest.mark.django_db
TABLES_OF_OURS = list(apps.get_app_config("store").get_models())


def address(model, *rest):
    return "/".join(["/operator/store", model._meta.model_name, *map(str, rest), ""])


@pytest.fixture
def operator(cast):
    """Joko's account, which may look into the operator's room."""
    account = AccountRecord.objects.get(pk=cast.joko.account_id)
    account.is_staff = True
    account.save()
    client = Client()
    client.force_login(account)
    return client


def counts():
    return {model: model._default_manager.count() for model in TABLES_OF_OURS}


@pytest.mark.parametrize("language", list(Language))
def test_every_table_is_listed_in_the_operators_own_words(operator, cast, language):
    AccountRecord.objects.filter(pk=cast.joko.account_id).update(language=language)

    page = operator.get("/operator/").content.decode()

    for model in TABLES_OF_OURS:
        assert TABLES[model.__name__].say(language) in page
        assert address(model) in page


def test_every_word_belongs_to_a_table():
    assert set(TABLES) == {model.__name__ for model in TABLES_OF_OURS}


@pytest.mark.parametrize("model", TABLES_OF_OURS, ids=lambda model: model.__name__)
def test_each_table_opens_and_can_be_searched(operator, model):
    assert operator.get(address(model)).status_code == 200
    assert operator.get(address(model), {"q": "sari"}).status_code == 200


@pytest.mark.parametrize("model", TABLES_OF_OURS, ids=lambda model: model.__name__)
def test_each_row_opens_without_a_way_to_change_it(operator, model):
    row = model._default_manager.first()
    if row is None:
        assert operator.get(address(model, 1, "change")).status_code == 302
        return

    page = operator.get(address(model, row.pk, "change"))

    assert page.status_code == 200
    html = page.content.decode()
    assert 'name="_save"' not in html
    assert "deletelink" not in html


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("model", TABLES_OF_OURS, ids=lambda model: model.__name__)
def test_nothing_can_be_added_changed_or_deleted(operator, model, method):
    row = model._default_manager.first()
    pk = row.pk if row else 1
    before = counts()
    send = getattr(operator, method)

    assert send(address(model, "add")).status_code == 403
    assert send(address(model, pk, "delete")).status_code in ({403} if row else {302, 403})
    if method == "post":
        assert send(address(model, pk, "change"), {"name": "Diganti"}).status_code in {302, 403}
        act = {"action": "delete_selected", "_selected_action": [pk]}
        send(address(model), act)

    assert counts() == before
    assert not PersonRecord.objects.filter(name="Diganti").exists()


def test_no_page_offers_an_action_or_an_editable_column():
    for model, table in operator_site._registry.items():
        assert table.actions is None, model
        assert not table.list_editable, model


def test_no_password_is_shown_not_even_as_a_hash(operator, cast):
    account = AccountRecord.objects.get(pk=cast.sari.account_id)
    listed = operator.get(address(AccountRecord)).content.decode()
    shown = operator.get(address(AccountRecord, account.pk, "change")).content.decode()

    assert account.email in listed
    assert account.email in shown
    for page in (listed, shown):
        assert account.password not in page


def test_bytes_of_a_file_are_not_read_for_the_list(operator, cast, django_assert_max_num_queries):
    ReceivedFileRecord.objects.create(
        government_id=government_of(cast.sari),
        name="data.xlsx",
        sha256="0" * 64,
        content=b"rahasia",
        received_at=AT,
        received_from="Sari",
    )
    with django_assert_max_num_queries(14) as asked:
        page = operator.get(address(ReceivedFileRecord)).content.decode()

    assert "data.xlsx" in page
    assert not any('"content"' in query["sql"] for query in asked.captured_queries)


@pytest.mark.parametrize("who", ["sari", "dian", "hasan"])
def test_who_is_no_operator_finds_nothing(cast: Cast, who):
    client = Client()
    client.force_login(AccountRecord.objects.get(pk=getattr(cast, who).account_id))

    answer = client.get("/operator/", follow=True)

    assert answer.status_code == 404


def test_a_guest_signs_in_at_the_front_door(client):
    answer = client.get("/operator/store/eventrecord/")
    assert answer.status_code == 302
    assert answer.url.startswith("/akun/")
    assert client.get("/operator/login/").url.startswith("/akun/")


def test_signing_out_of_the_room_is_on_the_trail(operator, cast):
    assert operator.get("/operator/logout/").status_code == 405
    assert operator.post("/operator/logout/").status_code == 302

    assert last_event(cast.joko).name == "foundation.account.signed_out"
    assert operator.get("/operator/").status_code == 302


def test_passwords_are_changed_where_the_house_changes_them(operator):
    assert operator.get("/operator/password_change/").url == "/akun/sandi/ganti/"


def test_the_policy_holds_here_too(operator):
    policy = operator.get("/operator/").headers["Content-Security-Policy"]

    assert "unsafe-inline" not in policy
    assert EventRecord.objects.exists()
