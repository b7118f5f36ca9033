import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0026_review_windows"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperBatchRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agency_id", models.BigIntegerField(blank=True, null=True)),
                ("account_id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField()),
                ("kinds", models.JSONField()),
                ("form", models.CharField(max_length=4)),
                ("language", models.CharField(max_length=2)),
                ("pages", models.JSONField(default=dict)),
                ("asked_at", models.DateTimeField()),
                ("printed_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "failed"),
                        ],
                        max_length=7,
                    ),
                ),
                ("run", models.CharField(blank=True, max_length=32)),
                ("seen_at", models.DateTimeField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("file_name", models.CharField(blank=True, max_length=255)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("trouble_id", models.TextField(blank=True)),
                ("trouble_en", models.TextField(blank=True)),
                (
                    "government",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="batches",
                        to="store.governmentrecord",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="paper_batch_state_known",
                    )
                ],
            },
        ),
    ]
