import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0019_practice_year"),
    ]

    operations = [
        migrations.AddField(
            model_name="statementrecord",
            name="changes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changed_by",
                to="store.statementrecord",
            ),
        ),
        migrations.CreateModel(
            name="QuarterReportRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quarter", models.PositiveSmallIntegerField()),
                ("edition", models.PositiveIntegerField()),
                ("indicators", models.JSONField(default=list)),
                ("actions", models.JSONField(default=list)),
                ("spent", models.BigIntegerField(blank=True, null=True)),
                ("spent_source", models.CharField(blank=True, max_length=400)),
                ("obstacles", models.TextField(blank=True)),
                ("remedy", models.TextField(blank=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("reported_by", models.CharField(max_length=200)),
                ("reported_at", models.DateTimeField()),
                (
                    "pathway",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quarter_reports",
                        to="store.pathwayrecord",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pathway", "quarter", "edition"), name="quarter_report_edition_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                        name="quarter_report_of_a_quarter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("edition", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="quarter_report_changed_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("spent__isnull", True), ("spent_source", "")),
                            models.Q(
                                ("spent__gte", 0), models.Q(("spent_source", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="quarter_report_money_with_a_source",
                    ),
                ],
            },
        ),
    ]
