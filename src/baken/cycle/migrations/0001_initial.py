# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables as they were first made."""

import django.db.models.deletion
from django.db import migrations, models

import baken.accounts.models.record
import baken.cycle.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ActionRecord",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("what", models.TextField(blank=True, verbose_name="what is done")),
                ("residents", models.CharField(blank=True, max_length=300, verbose_name="part of residents")),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="area")),
                ("start_words", models.CharField(blank=True, max_length=100, verbose_name="from, in words")),
                ("start", models.DateField(blank=True, null=True, verbose_name="from")),
                ("end_words", models.CharField(blank=True, max_length=100, verbose_name="done by, in words")),
                ("end", models.DateField(blank=True, null=True, verbose_name="done by")),
                ("instrument", models.CharField(blank=True, max_length=200, verbose_name="instrument")),
                ("power", models.CharField(blank=True, max_length=60, verbose_name="power used")),
                (
                    "money",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="money (euros)"
                    ),
                ),
                (
                    "money_kind",
                    models.CharField(
                        blank=True,
                        choices=[("structural", "structural"), ("incidental", "incidental")],
                        max_length=12,
                        verbose_name="kind of money",
                    ),
                ),
                ("output", models.TextField(blank=True, verbose_name="output")),
                ("effect", models.TextField(blank=True, verbose_name="effect that is meant")),
                ("impact", models.TextField(blank=True, verbose_name="impact on society")),
                ("indicator", models.CharField(blank=True, max_length=60, verbose_name="indicator")),
                (
                    "monitoring",
                    models.CharField(blank=True, max_length=300, verbose_name="how it is followed"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not-started", "niet begonnen"),
                            ("in-progress", "in uitvoering"),
                            ("blocked", "geblokkeerd"),
                            ("done", "klaar"),
                            ("stopped", "gestopt"),
                        ],
                        default="not-started",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="why it has this status")),
                ("updated", models.DateField(blank=True, null=True, verbose_name="last told about")),
                (
                    "extra",
                    models.JSONField(blank=True, default=dict, verbose_name="other columns of the file"),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "ordering": ["theme__name", "title"],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                ("number", models.CharField(max_length=10, verbose_name="number")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
            ],
            options={
                "verbose_name": "agenda item",
                "verbose_name_plural": "agenda items",
                "ordering": ["-meeting__dated", "number"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("parties", baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="parties")),
                ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                ("agreed", models.TextField(verbose_name="what was agreed")),
            ],
            options={
                "verbose_name": "agreement of the triangle",
                "verbose_name_plural": "agreements of the triangle",
                "ordering": ["-dated"],
            },
        ),
        migrations.CreateModel(
            name="DistrictRole",
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
                        choices=[("area-manager", "area manager"), ("alderman", "alderman of the district")],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("area", baken.cycle.fields.AreaField(blank=True, max_length=30, verbose_name="district")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("filled", "filled"),
                            ("vacant", "vacant"),
                            ("not-told", "nobody tells who it is"),
                        ],
                        max_length=10,
                        verbose_name="filled",
                    ),
                ),
                ("holder", models.CharField(blank=True, max_length=150, verbose_name="who it is")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="stands in")),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "role in a district",
                "verbose_name_plural": "roles in districts",
                "ordering": ["area", "role", "start"],
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                            ("safety-picture", "veiligheidsbeeld"),
                            ("safety-analysis", "veiligheidsanalyse"),
                            ("programme", "meerjarenprogramma veiligheid"),
                            ("implementation-plan", "uitvoeringsplan"),
                            ("progress-report", "voortgangsrapportage"),
                            ("interim-evaluation", "tussentijdse evaluatie"),
                            ("final-evaluation", "eindevaluatie"),
                            ("proposal", "raadsvoorstel"),
                            ("tailored-proposal", "voorstel op maat"),
                            ("decision", "besluit"),
                            ("regional-police-plan", "regionaal beleidsplan politie"),
                            ("national-agenda", "landelijke veiligheidsagenda"),
                            ("other", "ander document"),
                        ],
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "original_title",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="title as the source spells it"
                    ),
                ),
                ("also_called", models.CharField(blank=True, max_length=300, verbose_name="also called")),
                (
                    "held",
                    models.CharField(
                        choices=[
                            ("held", "held"),
                            ("named", "named, not held"),
                            ("expected", "still to come"),
                        ],
                        default="held",
                        max_length=10,
                        verbose_name="held",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("preparation", "in voorbereiding"),
                            ("consultation", "ter zienswijze"),
                            ("submitted", "voorgelegd"),
                            ("adopted", "vastgesteld"),
                            ("evaluated", "geëvalueerd"),
                            ("adjusted", "bijgesteld"),
                            ("completed", "afgerond"),
                            ("ended", "geëindigd"),
                        ],
                        default="preparation",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("internal", "inside the municipality"),
                            ("council", "shared with the council"),
                            ("public", "public"),
                        ],
                        default="internal",
                        max_length=10,
                        verbose_name="seen by",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("council", "gemeenteraad"),
                            ("executive", "college van burgemeester en wethouders"),
                            ("mayor", "burgemeester"),
                            ("triangle", "lokale driehoek"),
                        ],
                        max_length=20,
                        verbose_name="owned by",
                    ),
                ),
                (
                    "adopted_by_others",
                    models.CharField(blank=True, max_length=300, verbose_name="adopted by others"),
                ),
                ("consulted", models.CharField(blank=True, max_length=100, verbose_name="body consulted")),
                ("department", models.CharField(blank=True, max_length=150, verbose_name="department")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="case number")),
                ("start", models.DateField(blank=True, null=True, verbose_name="term from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="term until")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="date")),
                ("dated_words", models.CharField(blank=True, max_length=100, verbose_name="date in words")),
                (
                    "shared_on",
                    models.DateField(blank=True, null=True, verbose_name="shared with the council on"),
                ),
                ("due_words", models.CharField(blank=True, max_length=150, verbose_name="due, in words")),
                ("due_earliest", models.DateField(blank=True, null=True, verbose_name="due from")),
                ("due_latest", models.DateField(blank=True, null=True, verbose_name="due by")),
                ("alternatives", models.TextField(blank=True, verbose_name="alternatives")),
                (
                    "legal_basis",
                    baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="legal basis"),
                ),
                (
                    "sdgs",
                    baken.cycle.fields.IdsField(
                        blank=True, default=list, verbose_name="sustainable development goals"
                    ),
                ),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="file or address")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="named in")),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": [
                    models.OrderBy(models.F("start"), descending=True, nulls_last=True),
                    models.OrderBy(models.F("dated"), descending=True, nulls_last=True),
                    "title",
                ],
            },
        ),
        migrations.CreateModel(
            name="Faction",
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
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
            ],
            options={
                "verbose_name": "faction",
                "verbose_name_plural": "factions",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                    "body",
                    models.CharField(
                        choices=[
                            ("council", "gemeenteraad"),
                            ("executive", "college van burgemeester en wethouders"),
                            ("mayor", "burgemeester"),
                            ("triangle", "lokale driehoek"),
                        ],
                        max_length=20,
                        verbose_name="body",
                    ),
                ),
                ("dated", models.DateField(verbose_name="date")),
                ("public", models.BooleanField(default=True, verbose_name="public")),
                ("seats", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="seats")),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["-dated"],
            },
        ),
        migrations.CreateModel(
            name="Prioritisation",
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
                    "order",
                    baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="order of the themes"),
                ),
                ("scores", models.JSONField(blank=True, default=dict, verbose_name="scores")),
                ("weights", models.JSONField(blank=True, default=dict, verbose_name="weights")),
                ("reason", models.TextField(verbose_name="reason")),
            ],
            options={
                "verbose_name": "order of priority",
                "verbose_name_plural": "orders of priority",
                "ordering": ["-dated"],
            },
        ),
        migrations.CreateModel(
            name="SteeringIndicator",
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
                ("code", models.CharField(max_length=60, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("piloted", "in proef"),
                            ("adopted", "vastgesteld"),
                            ("retired", "vervallen"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("definition", models.TextField(blank=True, verbose_name="definition")),
                ("scale", models.CharField(blank=True, max_length=150, verbose_name="scale")),
                ("kind", models.CharField(blank=True, max_length=100, verbose_name="measured by")),
                (
                    "rhythm_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months between releases"
                    ),
                ),
                ("last_release", models.DateField(blank=True, null=True, verbose_name="last release")),
                (
                    "next_release",
                    models.DateField(blank=True, null=True, verbose_name="next release expected"),
                ),
                (
                    "threshold",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=6,
                        null=True,
                        verbose_name="review from a change of (%)",
                    ),
                ),
            ],
            options={
                "verbose_name": "steering indicator",
                "verbose_name_plural": "steering indicators",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("council", "gemeenteraad"),
                            ("executive", "college van burgemeester en wethouders"),
                            ("mayor", "burgemeester"),
                            ("triangle", "lokale driehoek"),
                        ],
                        max_length=20,
                        verbose_name="body",
                    ),
                ),
                ("taken", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("adopted", "adopted"),
                            ("amended", "adopted as amended"),
                            ("rejected", "rejected"),
                            ("noted", "noted"),
                            ("agreed", "agreed"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "points",
                    baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="decision points"),
                ),
                ("evidence", models.CharField(max_length=300, verbose_name="document that shows it")),
                (
                    "stated_for",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="votes in favour, as stated"
                    ),
                ),
                (
                    "stated_against",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="votes against, as stated"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("unsigned", "niet ondertekend"), ("signed", "ondertekend")],
                        default="unsigned",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "signed_first",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="signed by the clerk or secretary"
                    ),
                ),
                ("signed_first_on", models.DateField(blank=True, null=True, verbose_name="on")),
                (
                    "signed_second",
                    models.CharField(blank=True, max_length=150, verbose_name="signed by the chair"),
                ),
                ("signed_second_on", models.DateField(blank=True, null=True, verbose_name="on (chair)")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="cycle.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="cycle.document",
                        verbose_name="decides on",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"kind__in": ["proposal", "tailored-proposal"]},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decided",
                        to="cycle.document",
                        verbose_name="proposal",
                    ),
                ),
                (
                    "shown_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shows",
                        to="cycle.document",
                        verbose_name="shown by",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": [models.OrderBy(models.F("taken"), descending=True, nulls_last=True), "title"],
            },
        ),
        migrations.CreateModel(
            name="Deviation",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("reason", models.TextField(verbose_name="reason")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(verbose_name="until")),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="cycle.actionrecord",
                        verbose_name="action",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="cycle.decision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        limit_choices_to={"kind": "implementation-plan"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="cycle.document",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "temporary deviation",
                "verbose_name_plural": "temporary deviations",
                "ordering": ["-start"],
            },
        ),
        migrations.CreateModel(
            name="DecisionPoint",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "proposal",
                    models.ForeignKey(
                        limit_choices_to={"kind__in": ["proposal", "tailored-proposal"]},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="cycle.document",
                        verbose_name="proposal",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision point",
                "verbose_name_plural": "decision points",
                "ordering": ["proposal", "number"],
            },
        ),
        migrations.CreateModel(
            name="BudgetLine",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("programme", models.CharField(max_length=100, verbose_name="programme of the budget")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("structural", "structural"),
                            ("incidental", "incidental"),
                            ("not-told", "not told by the document"),
                        ],
                        max_length=12,
                        verbose_name="kind of money",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount (euros)"
                    ),
                ),
                ("new", models.BooleanField(default=False, verbose_name="new money")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="budget of the year"
                    ),
                ),
                ("areas", baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="areas")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="stands in")),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="money",
                        to="cycle.decision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="money",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "budget line",
                "verbose_name_plural": "budget lines",
                "ordering": ["document", "title"],
            },
        ),
        migrations.CreateModel(
            name="Ambition",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="place")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ambitions",
                        to="cycle.document",
                        verbose_name="stands in",
                    ),
                ),
            ],
            options={
                "verbose_name": "ambition",
                "verbose_name_plural": "ambitions",
                "ordering": ["title"],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="proposal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="cycle.document",
                verbose_name="proposal",
            ),
        ),
        migrations.AddField(
            model_name="actionrecord",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                limit_choices_to={"kind": "implementation-plan"},
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="cycle.document",
                verbose_name="plan",
            ),
        ),
        migrations.CreateModel(
            name="Evaluation",
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
                    "frozen",
                    models.JSONField(blank=True, editable=False, null=True, verbose_name="frozen contents"),
                ),
                ("file", models.BinaryField(blank=True, null=True)),
                (
                    "digest",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="checksum"),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("method", models.TextField(blank=True, verbose_name="method")),
                ("start", models.DateField(blank=True, null=True, verbose_name="period from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="period until")),
                ("conclusion", models.TextField(blank=True, verbose_name="conclusion")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("continue", "continue"),
                            ("adjust", "adjust the approach"),
                            ("theme", "change the themes"),
                            ("stop", "stop"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "loopt"), ("closed", "afgesloten")],
                        default="draft",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluation",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="cycle.document",
                        verbose_name="evaluates",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluation",
                "verbose_name_plural": "evaluations",
                "ordering": ["-end", "title"],
            },
        ),
        migrations.CreateModel(
            name="EvaluationQuestion",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("question", models.TextField(verbose_name="question")),
                ("method", models.CharField(blank=True, max_length=300, verbose_name="how it was studied")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                ("effect", models.TextField(blank=True, verbose_name="effect that is stated")),
                (
                    "indicator",
                    models.CharField(blank=True, max_length=60, verbose_name="effect on the indicator"),
                ),
                (
                    "effect_method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("before/after", "voor en na"),
                            ("comparison", "vergelijking met andere gebieden"),
                            ("none", "niet onderzocht"),
                        ],
                        max_length=20,
                        verbose_name="how the effect was studied",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="cycle.evaluation",
                        verbose_name="evaluation",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of an evaluation",
                "verbose_name_plural": "questions of evaluations",
                "ordering": ["evaluation", "number"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
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
                            ("improve", "improve"),
                            ("hold", "hold"),
                            ("frame", "frame"),
                            ("direction", "direction"),
                        ],
                        default="improve",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "target",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="target"
                    ),
                ),
                (
                    "target_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="in the year"),
                ),
                (
                    "target_confirmed",
                    models.BooleanField(default=False, verbose_name="zero as a target was confirmed"),
                ),
                (
                    "band_low",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="band from"
                    ),
                ),
                (
                    "band_high",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="band up to"
                    ),
                ),
                (
                    "not_measurable",
                    models.CharField(blank=True, max_length=300, verbose_name="not yet measurable, because"),
                ),
                ("area", models.CharField(blank=True, max_length=30, verbose_name="area")),
                ("tags", models.CharField(blank=True, max_length=300, verbose_name="tags")),
                (
                    "sdgs",
                    baken.cycle.fields.IdsField(
                        blank=True, default=list, verbose_name="sustainable development goals"
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="stands in")),
                (
                    "ambition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="cycle.ambition",
                        verbose_name="ambition",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "indicators",
                    models.ManyToManyField(
                        blank=True,
                        related_name="goals",
                        to="cycle.steeringindicator",
                        verbose_name="indicators",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal",
                "verbose_name_plural": "goals",
                "ordering": ["document__start", "theme__name", "title"],
            },
        ),
        migrations.AddField(
            model_name="actionrecord",
            name="goal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="cycle.goal",
                verbose_name="goal",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="cycle.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.CreateModel(
            name="Membership",
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
                ("member", models.CharField(max_length=150, verbose_name="member")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "faction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="cycle.faction",
                        verbose_name="faction",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership of a faction",
                "verbose_name_plural": "memberships of factions",
                "ordering": ["member", "start"],
            },
        ),
        migrations.CreateModel(
            name="MomentRecord",
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
                            ("adoption", "vaststelling van het programma"),
                            ("regional", "regionaal beleidsplan politie"),
                            ("plan", "uitvoeringsplan"),
                            ("plan-evaluation", "evaluatie van het uitvoeringsplan"),
                            ("interim-evaluation", "tussentijdse evaluatie"),
                            ("progress-report", "voortgangsrapportage"),
                            ("planning", "planning en control"),
                            ("survey", "ronde van een enquête"),
                            ("release", "nieuwe cijfers"),
                            ("task", "taak"),
                            ("other", "anders"),
                        ],
                        max_length=40,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("words", models.CharField(blank=True, max_length=150, verbose_name="when, in words")),
                ("earliest", models.DateField(blank=True, null=True, verbose_name="from")),
                ("latest", models.DateField(blank=True, null=True, verbose_name="by")),
                ("realised", models.DateField(blank=True, null=True, verbose_name="realised on")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="of the year")),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("duty", "wettelijke plicht"),
                            ("rule", "vaste regel"),
                            ("statement", "staat in een document"),
                            ("release", "verwachte cijfers"),
                        ],
                        default="statement",
                        max_length=20,
                        verbose_name="rests on",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="stands in")),
                ("said_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moments",
                        to="cycle.document",
                        verbose_name="about",
                    ),
                ),
            ],
            options={
                "verbose_name": "moment",
                "verbose_name_plural": "moments",
                "ordering": ["latest", "earliest", "title"],
            },
        ),
        migrations.CreateModel(
            name="Party",
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
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("department", "department of the municipality"),
                            ("area-team", "area team"),
                            ("police", "police"),
                            ("prosecutor", "public prosecutor"),
                            ("care", "care and safety"),
                            ("social", "civil society"),
                            ("housing", "housing corporation"),
                            ("school", "school"),
                            ("business", "entrepreneurs"),
                            ("residents", "residents or their initiative"),
                            ("group", "group of parties"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("domain", models.CharField(blank=True, max_length=100, verbose_name="domain")),
                ("aliases", models.JSONField(blank=True, default=list, verbose_name="earlier names")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="named in")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("members", models.ManyToManyField(blank=True, to="cycle.party", verbose_name="members")),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="actionrecord",
            name="co_owners",
            field=models.ManyToManyField(
                blank=True, related_name="shares", to="cycle.party", verbose_name="co-owners"
            ),
        ),
        migrations.AddField(
            model_name="actionrecord",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leads",
                to="cycle.party",
                verbose_name="lead",
            ),
        ),
        migrations.CreateModel(
            name="Report",
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
                    "frozen",
                    models.JSONField(blank=True, editable=False, null=True, verbose_name="frozen contents"),
                ),
                ("file", models.BinaryField(blank=True, null=True)),
                (
                    "digest",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="checksum"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("progress", "progress report"),
                            ("control", "section for planning and control"),
                        ],
                        default="progress",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("start", models.DateField(verbose_name="period from")),
                ("end", models.DateField(verbose_name="period until")),
                (
                    "moment",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("framework", "kadernota"),
                            ("budget", "programmabegroting"),
                            ("interim", "bestuursrapportage"),
                            ("accounts", "jaarstukken"),
                        ],
                        max_length=100,
                        verbose_name="moment of planning and control",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "in bewerking"), ("closed", "afgerond en bevroren")],
                        default="draft",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="cycle.document",
                        verbose_name="reports on the plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-end"],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                            ("cycle", "step of the cycle"),
                            ("source", "source to fetch"),
                            ("review", "review"),
                            ("reminder", "reminder"),
                        ],
                        default="cycle",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
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
                        verbose_name="for",
                    ),
                ),
                ("due", models.DateField(verbose_name="due")),
                ("done", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("area", models.CharField(blank=True, max_length=30, verbose_name="district")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="source")),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cycle.document",
                        verbose_name="about",
                    ),
                ),
            ],
            options={
                "verbose_name": "task",
                "verbose_name_plural": "tasks",
                "ordering": ["due", "title"],
            },
        ),
        migrations.CreateModel(
            name="Theme",
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
                ("code", models.CharField(max_length=60, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("theme", "theme"), ("attention", "point of attention")],
                        default="theme",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "voorgesteld"),
                            ("pick-up", "vastpakken"),
                            ("hold", "vasthouden"),
                            ("continue", "doorzetten"),
                            ("ended", "losgelaten"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                ("stage_from", models.DateField(blank=True, null=True, verbose_name="in this stage since")),
                (
                    "portfolio_holder",
                    models.CharField(blank=True, max_length=100, verbose_name="portfolio holder"),
                ),
                ("origin_words", models.CharField(blank=True, max_length=300, verbose_name="other origins")),
                (
                    "fields",
                    baken.cycle.fields.IdsField(blank=True, default=list, verbose_name="standard fields"),
                ),
                (
                    "sdgs",
                    baken.cycle.fields.IdsField(
                        blank=True, default=list, verbose_name="sustainable development goals"
                    ),
                ),
                (
                    "broad_tasks",
                    models.CharField(blank=True, max_length=300, verbose_name="broad tasks of the coalition"),
                ),
                (
                    "domains",
                    models.CharField(blank=True, max_length=300, verbose_name="other domains involved"),
                ),
                ("context", models.TextField(blank=True, verbose_name="context from other domains")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "origins",
                    models.ManyToManyField(
                        blank=True, related_name="themes", to="cycle.document", verbose_name="follows from"
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["kind", "name"],
            },
        ),
        migrations.AddField(
            model_name="steeringindicator",
            name="themes",
            field=models.ManyToManyField(
                blank=True, related_name="steering", to="cycle.theme", verbose_name="themes"
            ),
        ),
        migrations.CreateModel(
            name="Review",
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
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("signal", "signal"),
                            ("threshold", "threshold passed"),
                            ("evaluation", "evaluation"),
                            ("council", "request of the council"),
                        ],
                        max_length=12,
                        verbose_name="cause",
                    ),
                ),
                ("what", models.TextField(verbose_name="what was seen")),
                ("noticed", models.DateField(verbose_name="seen on")),
                ("bodies", models.JSONField(blank=True, default=list, verbose_name="bodies that decide")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "te beoordelen"),
                            ("proposed", "voorstel gemaakt"),
                            ("decided", "besloten"),
                            ("dismissed", "geen bijstelling nodig"),
                        ],
                        default="open",
                        editable=False,
                        max_length=30,
                        verbose_name="status",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="cycle.decision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="cycle.document",
                        verbose_name="proposal",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="cycle.steeringindicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="cycle.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "review of the course",
                "verbose_name_plural": "reviews of the course",
                "ordering": ["-noticed"],
            },
        ),
        migrations.CreateModel(
            name="ReportText",
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
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="position")),
                ("text", models.TextField(verbose_name="text")),
                ("checked", models.JSONField(blank=True, default=dict, editable=False, verbose_name="check")),
                (
                    "signed_by",
                    models.CharField(
                        blank=True,
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
                        editable=False,
                        max_length=150,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="signed on"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="cycle.report",
                        verbose_name="report",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="cycle.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a report",
                "verbose_name_plural": "texts of reports",
                "ordering": ["report", "theme__name", "position"],
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="goals",
                to="cycle.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="actionrecord",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="cycle.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="Vote",
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
                ("member", models.CharField(max_length=150, verbose_name="member")),
                ("title", models.CharField(blank=True, max_length=10, verbose_name="form of address")),
                (
                    "choice",
                    models.CharField(
                        choices=[("for", "in favour"), ("against", "against")],
                        max_length=10,
                        verbose_name="vote",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="cycle.decision",
                        verbose_name="decision",
                    ),
                ),
                (
                    "faction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="cycle.faction",
                        verbose_name="faction",
                    ),
                ),
            ],
            options={
                "verbose_name": "vote",
                "verbose_name_plural": "votes",
                "ordering": ["decision", "choice", "member"],
            },
        ),
        migrations.CreateModel(
            name="DocumentLink",
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
                    "relation",
                    models.CharField(
                        choices=[
                            ("basis-for", "is the basis for"),
                            ("replaces", "replaces"),
                            ("implements", "implements"),
                            ("evaluates", "evaluates"),
                            ("reports-on", "reports on"),
                            ("proposes", "proposes"),
                            ("decides-on", "decides on"),
                        ],
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads_to",
                        to="cycle.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follows_from",
                        to="cycle.document",
                        verbose_name="other document",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation of documents",
                "verbose_name_plural": "relations of documents",
                "ordering": ["source__title", "relation"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("source", "relation", "target"),
                        name="one_link_of_a_kind",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("meeting", "number"),
                name="one_item_per_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="vote",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn", False)),
                fields=("decision", "member", "faction"),
                name="one_vote_per_member",
            ),
        ),
    ]
