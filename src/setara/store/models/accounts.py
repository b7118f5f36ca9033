"""The account a person signs in with."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import PROTECT

from setara.domain.language.text import Language
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.foundation import PersonRecord


class AccountManager(BaseUserManager["AccountRecord"]):
    """Finds accounts by e-mail address without regard to case, as Django's sign-in asks it to."""

    def get_by_natural_key(self, username: str | None) -> AccountRecord:
        return self.get(email__iexact=username)


class AccountRecord(AbstractBaseUser):
    """An e-mail address with a password; what it may do follows from its person's seats.

    `is_staff` marks the operator, who may open the back office to look, not to change.
    """

    email = models.EmailField(unique=True)
    person = models.OneToOneField(PersonRecord, on_delete=PROTECT, related_name="account")
    language = models.CharField(
        max_length=2, choices=choices_of(Language), default=Language.INDONESIAN
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [one_of("account", "language", Language)]

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        """Django's back office asks this; the operator may view and nothing else."""
        return self.is_active and self.is_staff and ".view_" in perm

    def has_module_perms(self, app_label: str) -> bool:
        """Django's back office asks this to list an app."""
        return self.is_active and self.is_staff
