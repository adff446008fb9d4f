# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables for the themes of the regional police plan and for how local themes stand to them."""

import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("cycle", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegionalTheme",
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
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "order",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="order in the plan"),
                ),
                ("place", models.CharField(blank=True, max_length=150, verbose_name="place in the text")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "document",
                    models.ForeignKey(
                        error_messages={
                            "invalid": "This document is no regional police plan. Choose one that is."
                        },
                        limit_choices_to={"kind": "regional-police-plan"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regional_themes",
                        to="cycle.document",
                        verbose_name="regional police plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "theme of the regional plan",
                "verbose_name_plural": "themes of the regional plan",
                "ordering": ["document__title", models.OrderBy(models.F("order"), nulls_last=True), "title"],
            },
        ),
        migrations.CreateModel(
            name="RegionalLink",
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
                    "how",
                    models.CharField(
                        choices=[
                            ("brought-in", "ingebracht, uitkomst niet bekend"),
                            ("taken-over", "ingebracht en overgenomen"),
                            ("not-taken-over", "ingebracht, niet overgenomen"),
                            ("from-plan", "komt uit het regionale plan"),
                        ],
                        max_length=20,
                        verbose_name="what is known",
                    ),
                ),
                ("dated", models.DateField(blank=True, null=True, verbose_name="date")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "programme",
                    models.ForeignKey(
                        error_messages={"invalid": "This document is no programme. Choose one that is."},
                        limit_choices_to={"kind": "programme"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regional_links",
                        to="cycle.document",
                        verbose_name="programme",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shows_regional_links",
                        to="cycle.document",
                        verbose_name="shown by",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regional_links",
                        to="cycle.theme",
                        verbose_name="theme of the programme",
                    ),
                ),
                (
                    "regional_theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="cycle.regionaltheme",
                        verbose_name="theme of the regional plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to the regional plan",
                "verbose_name_plural": "links to the regional plan",
                "ordering": ["theme__name", "regional_theme__title"],
            },
        ),
        migrations.AddConstraint(
            model_name="regionaltheme",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("document", "title"),
                name="regional_theme_once",
                violation_error_message="The plan has a theme of this title already. Change that one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="regionallink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("programme", "theme", "regional_theme"),
                name="regional_link_once",
                violation_error_message="These two themes are linked already for this programme. Change that link.",
            ),
        ),
    ]
