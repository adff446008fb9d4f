# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record
import baken.cycle.fields
import baken.measures.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cycle", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
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
                        choices=[
                            ("campaign", "campagne of voorlichtingsbijeenkomst"),
                            ("group", "aanpak van een groep"),
                            ("programme", "programmatische aanpak"),
                            ("closure", "sluiting of bestuurlijke maatregel"),
                            ("control", "integrale controle"),
                            ("prostitution", "prostitutiecontrole"),
                            ("intervention-team", "interventieteam"),
                            ("events", "demonstraties, evenementen en voetbal"),
                            ("nuisance", "ernstige woonoverlast"),
                            ("radicalisation", "radicalisering"),
                            ("project", "project"),
                            ("other", "iets anders"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("what", models.TextField(blank=True, verbose_name="what is done")),
                (
                    "sorts",
                    baken.measures.fields.ChosenField(
                        blank=True, default=list, offered=baken.measures.fields.sorts, verbose_name="sorts"
                    ),
                ),
                ("aim", models.TextField(blank=True, verbose_name="what it is to reach")),
                (
                    "offences",
                    baken.measures.fields.ChosenField(
                        blank=True,
                        default=list,
                        offered=baken.measures.fields.offences,
                        verbose_name="offences that it is about",
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        blank=True,
                        choices=baken.measures.fields.acts,
                        max_length=40,
                        verbose_name="legal act",
                    ),
                ),
                (
                    "power",
                    models.CharField(
                        blank=True,
                        choices=baken.measures.fields.powers,
                        max_length=60,
                        verbose_name="power used",
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mayor", "burgemeester"),
                            ("executive", "college van burgemeester en wethouders"),
                            ("council", "gemeenteraad"),
                        ],
                        max_length=20,
                        verbose_name="body that decides",
                    ),
                ),
                (
                    "ordinance",
                    models.CharField(blank=True, max_length=200, verbose_name="ordinance of the council"),
                ),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                ("start_words", models.CharField(blank=True, max_length=100, verbose_name="from, in words")),
                ("start", models.DateField(blank=True, null=True, verbose_name="from")),
                ("end_words", models.CharField(blank=True, max_length=100, verbose_name="until, in words")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                ("instrument", models.CharField(blank=True, max_length=200, verbose_name="instrument")),
                (
                    "monitoring",
                    models.CharField(blank=True, max_length=300, verbose_name="how it is followed"),
                ),
                (
                    "not_traceable",
                    models.BooleanField(default=False, verbose_name="not traceable to a progress report"),
                ),
                ("reach", models.PositiveIntegerField(blank=True, null=True, verbose_name="people reached")),
                (
                    "reach_words",
                    models.CharField(blank=True, max_length=200, verbose_name="how the reach was counted"),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="named in")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "gepland"),
                            ("untold", "niet verteld"),
                            ("started", "opgestart"),
                            ("running", "lopend"),
                            ("ended", "beëindigd"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="cycle.goal",
                        verbose_name="goal",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="cycle.steeringindicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "partners",
                    models.ManyToManyField(
                        blank=True, related_name="measures", to="cycle.party", verbose_name="partners"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="cycle.document",
                        verbose_name="progress report that tells of it",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="measures", to="cycle.theme", verbose_name="themes"
                    ),
                ),
            ],
            options={
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
                "ordering": ["kind", "title"],
            },
        ),
        migrations.CreateModel(
            name="Deployment",
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
                        choices=[
                            ("demonstration", "demonstration"),
                            ("event", "event"),
                            ("football", "football match"),
                        ],
                        max_length=15,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("start", models.DateField(verbose_name="date")),
                ("end", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                (
                    "risk",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A, regular"), ("B", "B, attention"), ("C", "C, risk")],
                        max_length=1,
                        verbose_name="risk class",
                    ),
                ),
                ("staff", models.PositiveIntegerField(blank=True, null=True, verbose_name="people deployed")),
                (
                    "hours",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=8, null=True, verbose_name="hours deployed"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "parties",
                    models.ManyToManyField(
                        blank=True, related_name="deployments", to="cycle.party", verbose_name="deployed by"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deployments",
                        to="measures.measure",
                        verbose_name="part of the measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "deployment",
                "verbose_name_plural": "calendar of events and deployment",
                "ordering": ["-start", "title"],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                ("title", models.CharField(max_length=200, verbose_name="what is ready then")),
                ("due_words", models.CharField(blank=True, max_length=100, verbose_name="due, in words")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("reached", models.DateField(blank=True, null=True, verbose_name="reached on")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="measures.measure",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["measure", "due", "title"],
            },
        ),
        migrations.CreateModel(
            name="PowerUse",
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
                ("dated", models.DateField(verbose_name="date")),
                (
                    "act",
                    models.CharField(
                        blank=True,
                        choices=baken.measures.fields.acts,
                        max_length=40,
                        verbose_name="legal act",
                    ),
                ),
                (
                    "power",
                    models.CharField(
                        choices=baken.measures.fields.powers, max_length=60, verbose_name="power used"
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("mayor", "burgemeester"),
                            ("executive", "college van burgemeester en wethouders"),
                            ("council", "gemeenteraad"),
                        ],
                        max_length=20,
                        verbose_name="body that decided",
                    ),
                ),
                (
                    "ordinance",
                    models.CharField(blank=True, max_length=200, verbose_name="ordinance of the council"),
                ),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                (
                    "address",
                    models.CharField(blank=True, max_length=200, verbose_name="address (restricted)"),
                ),
                ("detail", models.TextField(blank=True, verbose_name="detail (restricted)")),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="measures.measure",
                        verbose_name="part of the measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a power",
                "verbose_name_plural": "uses of powers",
                "ordering": ["-dated"],
            },
        ),
        migrations.CreateModel(
            name="MeasureCount",
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
                    "period",
                    models.CharField(
                        help_text="2026-03 or 2026-Q1", max_length=8, verbose_name="month or quarter"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what is counted")),
                ("value", models.PositiveIntegerField(blank=True, null=True, verbose_name="how many")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="counted by")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="measures.measure",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "count",
                "verbose_name_plural": "counts",
                "ordering": ["measure", "-period", "what"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("measure", "period", "what"),
                        name="one_count_of_a_period",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProtectedNumber",
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
                    "period",
                    models.CharField(
                        help_text="2026-03 or 2026-Q1", max_length=8, verbose_name="month or quarter"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what is counted")),
                ("value", models.PositiveIntegerField(blank=True, null=True, verbose_name="how many")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="counted by")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protected",
                        to="measures.measure",
                        verbose_name="measure",
                    ),
                ),
            ],
            options={
                "verbose_name": "protected number",
                "verbose_name_plural": "protected numbers",
                "ordering": ["measure", "-period"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("measure", "period", "what"),
                        name="one_protected_number_of_a_period",
                    )
                ],
            },
        ),
    ]
