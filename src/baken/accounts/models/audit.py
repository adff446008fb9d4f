# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The audit trail: rows that are only ever added, each of which holds the digest of the one before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """That somebody did something: who, when, with which record, old and new values, and why.

    ``changes`` is canonical JSON as text, so that the digest is over the bytes that are kept.
    """

    number = models.BigIntegerField(_("number"), primary_key=True)
    at = models.CharField(_("when"), max_length=32)
    account = models.CharField(_("account"), max_length=150)
    name = models.CharField(_("name"), max_length=150)
    roles = models.CharField(_("roles"), max_length=300)
    act = models.CharField(_("what was done"), max_length=60)
    kind = models.CharField(_("kind of record"), max_length=60)
    record = models.CharField(_("record"), max_length=60)
    title = models.CharField(_("title"), max_length=300)
    changes = models.TextField(_("old and new"))
    why = models.TextField(_("why"))
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("entry of the audit trail")
        verbose_name_plural = _("audit trail")
        ordering: ClassVar[list[str]] = ["number"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "record", "number"])]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.title}"


class AuditHead(models.Model):
    """The last number and digest of the trail: the one row that whoever writes must hold."""

    number = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
