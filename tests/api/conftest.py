"""Programs at the machines' door."""

import pytest
from django.test import Client

from setara.store.models import AccountRecord
from tests.cast import cast

__all__ = ["cast"]


@pytest.fixture
def ask():
    """`ask("/law/regulations", who=cast.sari)`: the answer to a program with that session."""

    def asking(path, *, who=None, **query):
        client = Client()
        if who is not None:
            client.force_login(AccountRecord.objects.get(pk=who.account_id))
        return client.get(f"/api/v1{path}", query)

    return asking
