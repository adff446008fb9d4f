# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record
import baken.participation.asked


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cycle", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contribution",
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
                    "named_as",
                    models.CharField(blank=True, max_length=300, verbose_name="as the source names it"),
                ),
                ("when_words", models.CharField(blank=True, max_length=150, verbose_name="when, in words")),
                ("start", models.DateField(blank=True, null=True, verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                ("how", models.TextField(verbose_name="how")),
                ("result", models.TextField(blank=True, verbose_name="what came of it")),
                ("no_change", models.TextField(blank=True, verbose_name="nothing changed, because")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="named in")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="cycle.document",
                        verbose_name="contributed to",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="cycle.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "via",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributed_through",
                        to="cycle.party",
                        verbose_name="through",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ["about", "party__name"],
            },
        ),
        migrations.CreateModel(
            name="CouncilInput",
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
                    "question",
                    models.PositiveSmallIntegerField(
                        choices=baken.participation.asked.question_choices, verbose_name="question"
                    ),
                ),
                ("answer", models.TextField(verbose_name="answer")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "nog niet verwerkt"),
                            ("used", "gebruikt"),
                            ("not-used", "niet gebruikt"),
                        ],
                        default="open",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                (
                    "place",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="place in the text"
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_input",
                        to="cycle.document",
                        verbose_name="meant for",
                    ),
                ),
                (
                    "faction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_input",
                        to="cycle.faction",
                        verbose_name="faction",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council_input",
                        to="cycle.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "used_in",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="input_used",
                        to="cycle.document",
                        verbose_name="used in",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of a faction",
                "verbose_name_plural": "answers of factions",
                "ordering": ["about", "question", "faction__name"],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("text", models.TextField(verbose_name="question")),
                ("asked", models.DateField(verbose_name="asked on")),
                ("due", models.DateField(editable=False, verbose_name="answer due by")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "open"), ("answered", "beantwoord")],
                        default="open",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("answer", models.TextField(blank=True, editable=False, verbose_name="answer")),
                (
                    "answered_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="answered on"),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, editable=False, max_length=200, verbose_name="place in the text"
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="cycle.document",
                        verbose_name="about",
                    ),
                ),
                (
                    "faction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="cycle.faction",
                        verbose_name="faction",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="cycle.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "used_in",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions_used",
                        to="cycle.document",
                        verbose_name="changed the text of",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of a faction",
                "verbose_name_plural": "questions of factions",
                "ordering": ["-asked", "faction__name"],
            },
        ),
        migrations.CreateModel(
            name="TextChange",
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
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place in the text")),
                ("what", models.TextField(verbose_name="what changed")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="participation.contribution",
                        verbose_name="contribution",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="text_changes",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="text_changes",
                        to="cycle.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a text",
                "verbose_name_plural": "changes of texts",
                "ordering": ["contribution", "theme"],
            },
        ),
        migrations.CreateModel(
            name="ThemeCode",
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
                    "input",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="participation.councilinput",
                        verbose_name="answer of a faction",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="cycle.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme of an answer",
                "verbose_name_plural": "themes of answers",
                "ordering": ["theme", "input"],
            },
        ),
        migrations.AddConstraint(
            model_name="councilinput",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("about", "question", "faction"),
                name="one_answer_per_faction",
                violation_error_message="This faction answered this question already: change that answer.",
            ),
        ),
        migrations.AddConstraint(
            model_name="themecode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("input", "theme"),
                name="one_code_of_a_kind",
                violation_error_message="This answer stands under this theme already.",
            ),
        ),
    ]
