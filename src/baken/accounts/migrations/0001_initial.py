# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import baken.accounts.models.record


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.CharField(
                        default=baken.accounts.models.record.new_id,
                        editable=False,
                        max_length=60,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn", models.BooleanField(default=False, editable=False, verbose_name="withdrawn")),
                (
                    "password",
                    models.CharField(
                        blank=True, default="!", editable=False, max_length=128, verbose_name="password"
                    ),
                ),
                ("username", models.CharField(max_length=150, unique=True, verbose_name="account name")),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail address")),
                (
                    "subject",
                    models.CharField(blank=True, max_length=255, verbose_name="name at the provider"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
                (
                    "signed_out",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="all sessions ended at"
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("subject", ""), _negated=True),
                        fields=("subject",),
                        name="one_account_per_subject",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("username"),
                        name="one_account_per_name",
                        violation_error_message="There is an account with this name already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=baken.accounts.models.record.new_id,
                        editable=False,
                        max_length=60,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn", models.BooleanField(default=False, editable=False, verbose_name="withdrawn")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "beheerder"),
                            ("analyst", "veiligheidsanalist"),
                            ("adviser", "beleidsadviseur"),
                            ("action-owner", "trekker van een actie"),
                            ("area-manager", "stadsdeelregisseur"),
                            ("area-team", "gebiedsteam"),
                            ("facilitator", "gespreksleider"),
                            ("clerk", "griffier"),
                            ("secretary", "gemeentesecretaris"),
                            ("order-officer", "ambtenaar openbare orde en veiligheid"),
                            ("mayor", "burgemeester"),
                            ("executive-member", "wethouder"),
                            ("council-member", "raadslid"),
                            ("controller", "controller"),
                            ("privacy-officer", "functionaris gegevensbescherming"),
                            ("reader", "lezer"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=30, verbose_name="district")),
                ("faction", models.CharField(blank=True, max_length=100, verbose_name="faction")),
                ("department", models.CharField(blank=True, max_length=150, verbose_name="department")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "role of an account",
                "verbose_name_plural": "roles of accounts",
                "ordering": ["account__name", "start"],
            },
        ),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="number")),
                ("at", models.CharField(max_length=32, verbose_name="when")),
                ("account", models.CharField(max_length=150, verbose_name="account")),
                ("name", models.CharField(max_length=150, verbose_name="name")),
                ("roles", models.CharField(max_length=300, verbose_name="roles")),
                ("act", models.CharField(max_length=60, verbose_name="what was done")),
                ("kind", models.CharField(max_length=60, verbose_name="kind of record")),
                ("record", models.CharField(max_length=60, verbose_name="record")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("changes", models.TextField(verbose_name="old and new")),
                ("why", models.TextField(verbose_name="why")),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "entry of the audit trail",
                "verbose_name_plural": "audit trail",
                "ordering": ["number"],
                "indexes": [
                    models.Index(fields=["kind", "record", "number"], name="accounts_au_kind_506234_idx")
                ],
            },
        ),
    ]
