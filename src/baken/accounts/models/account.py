# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, and which role somebody has from when to when."""

from __future__ import annotations

from datetime import UTC, date
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from baken.accounts.actor import Actor, Post
from baken.accounts.models.record import Record
from baken.accounts.rights import Rights, for_all
from baken.accounts.words import ROLES
from baken.model.governance import BY_AREA, Role

_GIVES_ACCESS = for_all({Role.ADMINISTRATOR})
_SEES_ACCESS = for_all({Role.ADMINISTRATOR, Role.PRIVACY_OFFICER})
_ADMINISTERS = {"role": Role.ADMINISTRATOR, "withdrawn": False, "end": None, "account__is_active": True}


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account with a name, capitals aside."""
        return self.get(username__iexact=username)


class Account(Record, AbstractBaseUser):
    """Somebody who may sign in: at the municipality's own provider (``subject``), or with a password.

    An account of itself may do nothing: what it may do follows from its assignments.
    """

    # An exclamation mark is Django's own sign that no password fits.
    password = models.CharField(_("password"), max_length=128, blank=True, default="!", editable=False)
    username = models.CharField(_("account name"), max_length=150, unique=True)
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"), blank=True)
    subject = models.CharField(_("name at the provider"), max_length=255, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    signed_out = models.DateTimeField(_("all sessions ended at"), null=True, blank=True, editable=False)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    # The password is no part of any record, and no hash of it belongs in a trail that people read.
    untraced: ClassVar[frozenset[str]] = frozenset({"password", "last_login"})
    rights: ClassVar[Rights] = Rights(read=_SEES_ACCESS, add=_GIVES_ACCESS)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["subject"], condition=~Q(subject=""), name="one_account_per_subject"
            ),
            # People do not remember capitals, so these may not tell two accounts apart.
            models.UniqueConstraint(
                Lower("username"),
                name="one_account_per_name",
                violation_error_message=_("There is an account with this name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Let an account that is withdrawn not sign in, and keep the last administrator."""
        self.username = self.normalize_username(self.username)
        if self.withdrawn:
            self.is_active = False
        if not self.is_active and not self._state.adding and self.hindrances():
            raise ValidationError({"is_active": list(self.hindrances())})

    def hindrances(self) -> tuple[str, ...]:
        """Without an administrator nobody could give access any more."""
        mine = self.assignments.filter(**_ADMINISTERS)
        return _only_administrator(mine)

    def actor(self, on: date | None = None) -> Actor:
        """This person with the roles of a day, today where none is given."""
        day = on or date.today()
        posts = [one.post for one in self.assignments.filter(withdrawn=False) if one.holds_on(day)]
        return Actor(account=self.username, name=self.name, posts=tuple(posts))

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session of this account must hold. Another password ends all, as an administrator can."""
        ended = self.signed_out.astimezone(UTC).isoformat() if self.signed_out else ""
        return salted_hmac(
            "baken.accounts", f"{self.password} {ended}", secret, algorithm="sha256"
        ).hexdigest()

    # What Django's own parts ask of a user. Rights come from roles only.
    @property
    def is_staff(self) -> bool:
        """Nobody: there is no back door beside the roles."""
        return False


class Assignment(Record):
    """That somebody has a role from a day, until a day where one is given."""

    account = models.ForeignKey(
        Account, models.PROTECT, related_name="assignments", verbose_name=_("account")
    )
    role = models.CharField(_("role"), max_length=30, choices=[(one.value, ROLES[one]) for one in Role])
    area = models.CharField(_("district"), max_length=30, blank=True)
    faction = models.CharField(_("faction"), max_length=100, blank=True)
    department = models.CharField(_("department"), max_length=150, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    rights: ClassVar[Rights] = Rights(read=_SEES_ACCESS, add=_GIVES_ACCESS)

    class Meta:
        verbose_name = _("role of an account")
        verbose_name_plural = _("roles of accounts")
        ordering: ClassVar[list[str]] = ["account__name", "start"]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_role_display()}"

    def clean(self) -> None:
        """Refuse a role that could do nothing, or that ends before it begins."""
        if self.role in BY_AREA and not self.area:
            raise ValidationError({"area": _("This role holds for one district: choose which.")})
        if self.role == Role.ACTION_OWNER and not self.department:
            raise ValidationError({"department": _("An action owner needs a department.")})
        if self.role == Role.COUNCIL_MEMBER and not self.faction:
            raise ValidationError({"faction": _("A member of the council needs a faction.")})
        if self.end and self.end < self.start:
            raise ValidationError({"end": _("This role would end before it begins.")})
        stays = self.role == Role.ADMINISTRATOR and not self.end
        if not stays and not self._state.adding and self.hindrances():
            raise ValidationError(list(self.hindrances()))

    def hindrances(self) -> tuple[str, ...]:
        """Without an administrator nobody could give access any more."""
        return _only_administrator(Assignment.objects.filter(pk=self.pk, **_ADMINISTERS))

    @property
    def post(self) -> Post:
        """The role with its area, faction and department, without the database."""
        return Post(role=Role(self.role), area=self.area, faction=self.faction, department=self.department)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


def _only_administrator(going: models.QuerySet[Assignment]) -> tuple[str, ...]:
    """Why these roles cannot go: no other account would be an administrator from now on."""
    held = set(going.values_list("pk", flat=True))
    others = Assignment.objects.filter(**_ADMINISTERS, start__lte=date.today()).exclude(pk__in=held)
    return (str(_("This is the only administrator.")),) if held and not others.exists() else ()
