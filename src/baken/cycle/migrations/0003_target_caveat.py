# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is confirmed of a target is its caveat, zero or not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cycle", "0002_regional_themes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="goal",
            name="target_confirmed",
            field=models.BooleanField(
                default=False, verbose_name="the caveat on the target was read and confirmed"
            ),
        ),
    ]
