"""No verb of the use-cases gets by the trail."""

import importlib
import inspect
import pkgutil
from inspect import Parameter

import pytest

import setara.usecases
from setara.domain.foundation.actor import Actor
from setara.domain.language.text import Language, Text
from setara.store.models import EventRecord, PersonRecord
from setara.usecases.foundation.command import COMMANDS, EventForgotten, command, leave_event
from tests.makers import AT


def modules():
    """Every module of the use-cases but those that only ask."""
    for found in pkgutil.walk_packages(setara.usecases.__path__, "setara.usecases."):
        if not found.name.endswith(".queries"):
            yield importlib.import_module(found.name)


def verbs(module):
    """Public functions of the module that take `by` and the instant `at` only commands take."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("_") or function.__module__ != module.__name__:
            continue
        taken = inspect.signature(function).parameters
        if {"by", "at"} <= set(taken):
            yield f"{module.__name__}.{name}", taken


# What a command does its work with, inside its own transaction.
HANDS = {
    "setara.usecases.budget.edition_keeping.keep",
    "setara.usecases.foundation.command.leave_event",
    "setara.usecases.foundation.files.keep_file",
    "setara.usecases.foundation.files.kept_file",
    "setara.usecases.statistics.figures.figure_moved",
}
# What only works out what decisions with events of their own come to; it takes seconds, so it runs
# outside of a transaction.
DERIVED = {
    "setara.usecases.budget.learning_again.learn_everywhere",
    "setara.usecases.budget.learning_again.learn_now",
}
ALL_VERBS = {
    path: taken
    for module in modules()
    for path, taken in verbs(module)
    if path not in HANDS | DERIVED
}
SHIPPED = {path: kind for path, kind in COMMANDS.items() if path.startswith("setara.")}


def test_there_are_verbs_to_look_at():
    assert "setara.usecases.foundation.seats.fill_seat" in ALL_VERBS
    assert len(ALL_VERBS) > 15


@pytest.mark.parametrize("path", sorted(ALL_VERBS))
def test_a_verb_is_a_command(path):
    assert path in COMMANDS, f"{path} writes without @command"
    by_name = {Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD}
    assert {each.kind for each in ALL_VERBS[path].values()} <= by_name


@pytest.mark.parametrize("path", sorted(SHIPPED))
def test_a_command_is_a_verb_with_by_and_at(path):
    assert path in ALL_VERBS


@pytest.mark.parametrize("path", sorted(SHIPPED))
def test_an_event_is_named_by_room_subject_and_what_happened(path):
    kind = SHIPPED[path]
    room, subject, happened = kind.name.split(".")

    assert room == path.split(".")[2]
    assert subject.isidentifier()
    assert happened.isidentifier()
    assert all(kind.label.say(language).strip() for language in Language)


def test_no_two_commands_leave_the_same_event():
    names = [kind.name for kind in SHIPPED.values()]

    assert sorted(names) == sorted(set(names))


@pytest.fixture
def made_up():
    """Lets a test declare commands that are forgotten afterwards."""
    before = dict(COMMANDS)
    yield
    COMMANDS.clear()
    COMMANDS.update(before)


def rename(person_id: int) -> None:
    PersonRecord.objects.filter(pk=person_id).update(name="Diganti")


def test_a_command_that_forgets_its_event_is_undone(cast, made_up):
    @command("test.person.renamed", says=Text("Nama diganti", "Renamed"))
    def forgetful(*, by: Actor, at: object) -> None:
        rename(by.person_id)

    with pytest.raises(
        EventForgotten, match=r"forgetful must leave the event test\.person\.renamed"
    ):
        forgetful(by=cast.sari, at=AT)

    assert PersonRecord.objects.get(pk=cast.sari.person_id).name == "Sari"


def test_another_event_does_not_stand_in_for_the_declared_one(cast, made_up):
    @command("test.person.renamed", says=Text("Nama diganti", "Renamed"))
    def mistaken(*, by: Actor, at: object) -> None:
        rename(by.person_id)
        leave_event("test.person.praised", by=by, at=AT, subject=PersonRecord(pk=by.person_id))

    events = EventRecord.objects.count()
    with pytest.raises(EventForgotten):
        mistaken(by=cast.sari, at=AT)

    assert EventRecord.objects.count() == events


def test_what_was_undone_inside_does_not_count_outside(cast, made_up):
    @command("test.person.renamed", says=Text("Nama diganti", "Renamed"))
    def broken(*, by: Actor, at: object) -> None:
        leave_event("test.person.renamed", by=by, at=AT, subject=PersonRecord(pk=by.person_id))
        message = "broken after its event"
        raise LookupError(message)

    @command("test.person.renamed", says=Text("Nama diganti", "Renamed"))
    def careless(*, by: Actor, at: object) -> None:
        with pytest.raises(LookupError):
            broken(by=by, at=at)

    with pytest.raises(EventForgotten):
        careless(by=cast.sari, at=AT)
