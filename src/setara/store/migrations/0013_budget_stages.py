"""Versions by stage; every line has a book. Apart from the filling, which PostgreSQL asks for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0012_budget_books"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="budgetversionrecord",
            name="budget_version_phase_known",
        ),
        migrations.RemoveConstraint(
            model_name="budgetversionrecord",
            name="budget_version_once_a_phase",
        ),
        migrations.RemoveField(
            model_name="budgetversionrecord",
            name="file",
        ),
        migrations.RemoveField(
            model_name="budgetversionrecord",
            name="imported_at",
        ),
        migrations.RemoveField(
            model_name="budgetversionrecord",
            name="is_sample",
        ),
        migrations.AlterField(
            model_name="budgetversionrecord",
            name="phase",
            field=models.CharField(
                choices=[
                    ("RKPD", "RKPD"),
                    ("KUA-PPAS", "KUA-PPAS"),
                    ("RKA", "RKA"),
                    ("DPA", "DPA"),
                    ("RKAP", "RKAP"),
                    ("DPPA", "DPPA"),
                    ("REALISASI", "REALISASI"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="budgetlinerecord",
            name="book",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="store.budgetbookrecord",
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetversionrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("phase__in", ["RKPD", "KUA-PPAS", "RKA", "DPA", "RKAP", "DPPA", "REALISASI"])
                ),
                name="budget_version_phase_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetversionrecord",
            constraint=models.UniqueConstraint(
                fields=("government", "year", "phase", "sequence"), name="budget_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetversionrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("phase", "REALISASI"), _negated=True),
                    models.Q(("sequence__gte", 1), ("sequence__lte", 12)),
                    _connector="OR",
                ),
                name="budget_version_realised_up_to_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetbookrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawal_reason", ""), ("withdrawn_at__isnull", True)),
                    models.Q(
                        ("withdrawn_at__gte", models.F("imported_at")),
                        models.Q(("withdrawal_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="budget_book_withdrawn_with_a_reason",
            ),
        ),
    ]
