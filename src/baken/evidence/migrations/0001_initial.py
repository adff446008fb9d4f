# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record
import baken.cycle.fields
import baken.evidence.models.methods


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cycle", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AreaTag",
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
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                (
                    "tag",
                    models.CharField(
                        choices=[("veerkracht onder druk", "resilience under pressure")],
                        default="veerkracht onder druk",
                        max_length=40,
                        verbose_name="mark",
                    ),
                ),
                (
                    "source",
                    models.CharField(max_length=300, verbose_name="document or decision that says so"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="why")),
                ("start", models.DateField(blank=True, null=True, verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "mark of an area",
                "verbose_name_plural": "marks of areas",
                "ordering": ["area"],
            },
        ),
        migrations.CreateModel(
            name="MethodAssessment",
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
                    "method",
                    models.CharField(
                        choices=baken.evidence.models.methods.method_choices,
                        max_length=40,
                        verbose_name="method of work",
                    ),
                ),
                ("dated", models.DateField(verbose_name="date")),
                (
                    "maturity",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="maturity, from 1 to 5",
                    ),
                ),
                ("explanation", models.TextField(verbose_name="why")),
                ("who", models.CharField(max_length=100, verbose_name="judged by (role, no name)")),
            ],
            options={
                "verbose_name": "judgement of a method of work",
                "verbose_name_plural": "judgements of methods of work",
                "ordering": ["method", "-dated"],
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                    "kind",
                    models.CharField(
                        choices=[("statement", "statement"), ("signal", "signal")],
                        default="statement",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "strand",
                    models.CharField(
                        choices=[
                            ("professional", "professional"),
                            ("area-team", "area team"),
                            ("facilitator", "residents, through a facilitator"),
                        ],
                        max_length=12,
                        verbose_name="source",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="in short")),
                ("who", models.CharField(max_length=100, verbose_name="who says so (role, no name)")),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                ("what", models.TextField(verbose_name="what is seen")),
                ("told", models.DateField(verbose_name="told on")),
                ("since_words", models.CharField(max_length=100, verbose_name="since when, in words")),
                ("since", models.DateField(blank=True, editable=False, null=True, verbose_name="since")),
                (
                    "since_latest",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="since, at the latest"
                    ),
                ),
                (
                    "sure",
                    models.CharField(
                        choices=[("low", "onzeker"), ("medium", "vrij zeker"), ("high", "zeker")],
                        max_length=10,
                        verbose_name="how sure",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local", "lokaal"),
                            ("regional", "regionaal"),
                            ("national", "landelijk"),
                            ("cross-border", "grensoverschrijdend"),
                        ],
                        max_length=15,
                        verbose_name="level of the issue",
                    ),
                ),
                (
                    "consent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "gegeven"),
                            ("given for the group as a whole", "gegeven voor de groep als geheel"),
                            ("not needed: nobody can be recognised", "niet nodig: niemand is herkenbaar"),
                        ],
                        max_length=50,
                        verbose_name="consent of those who spoke",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("collected", "verzameld"),
                            ("checked", "gecontroleerd"),
                            ("used", "gebruikt"),
                            ("not-used", "niet gebruikt"),
                        ],
                        default="collected",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="cycle.party",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="cycle.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement or signal",
                "verbose_name_plural": "statements and signals",
                "ordering": ["-told", "title"],
            },
        ),
    ]
