# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="EditionDraft",
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
                ("on", models.DateField(verbose_name="the day from which it looks")),
                ("final", models.BooleanField(default=False, verbose_name="final edition")),
                ("what_changed", models.TextField(blank=True, verbose_name="what is different")),
                ("why_changed", models.TextField(blank=True, verbose_name="why it is corrected")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "concept"),
                            ("building", "wordt gebouwd"),
                            ("built", "gebouwd"),
                            ("failed", "bouwen mislukt"),
                            ("published", "gepubliceerd"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("message", models.TextField(blank=True, editable=False, verbose_name="what the build said")),
                (
                    "manifest",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="checksum"),
                ),
                (
                    "choices",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="checksum of the choices"
                    ),
                ),
                (
                    "published_as",
                    models.CharField(blank=True, editable=False, max_length=60, verbose_name="published as"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
                ),
                (
                    "correction_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="desk.editiondraft",
                        verbose_name="correction of",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ["-on", "-published_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FindingChoice",
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
                ("finding", models.CharField(max_length=200, verbose_name="finding")),
                ("sentence", models.TextField(blank=True, verbose_name="the finding as it was read")),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("accept", "accept"),
                            ("move", "put on another place"),
                            ("leave-out", "leave out"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="place")),
                ("reason", models.TextField(verbose_name="reason")),
                ("made", models.DateField(verbose_name="decided on")),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="desk.editiondraft",
                        verbose_name="edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision about a finding",
                "verbose_name_plural": "decisions about findings",
                "ordering": ["draft", "finding"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("draft", "finding"),
                        name="one_decision_per_finding",
                    )
                ],
            },
        ),
    ]
