"""Books of their own beside the versions they are of, so that a version may come in several."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def give_every_version_its_book(apps: Any, schema_editor: Any) -> None:
    """A version had one file; that file is now its book. Its details were not kept."""
    versions = apps.get_model("store", "BudgetVersionRecord")
    books = apps.get_model("store", "BudgetBookRecord")
    lines = apps.get_model("store", "BudgetLineRecord")
    for version in versions.objects.select_related("file").defer("file__content"):
        book = books.objects.create(
            version=version,
            file=version.file,
            is_sample=version.is_sample,
            imported_at=version.imported_at,
            imported_by=version.file.received_from,
        )
        lines.objects.filter(version=version).update(book=book)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_beneficiaries"),
    ]

    operations = [
        migrations.CreateModel(
            name="BudgetBookRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("family", models.CharField(max_length=40)),
                ("is_sample", models.BooleanField(default=False)),
                ("imported_at", models.DateTimeField()),
                ("imported_by", models.CharField(max_length=200)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=200)),
                ("withdrawal_reason", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="BudgetDetailRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("lines", models.PositiveIntegerField()),
                ("has_accounts", models.BooleanField()),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name="budgetversionrecord",
            name="sequence",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="budgetbookrecord",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="budget_books",
                to="store.agencyrecord",
            ),
        ),
        migrations.AddField(
            model_name="budgetbookrecord",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="budget_books",
                to="store.receivedfilerecord",
            ),
        ),
        migrations.AddField(
            model_name="budgetbookrecord",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="store.budgetbookrecord",
            ),
        ),
        migrations.AddField(
            model_name="budgetbookrecord",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="books",
                to="store.budgetversionrecord",
            ),
        ),
        migrations.AddField(
            model_name="budgetdetailrecord",
            name="book",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="detail",
                to="store.budgetbookrecord",
            ),
        ),
        migrations.AddField(
            model_name="budgetlinerecord",
            name="book",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="store.budgetbookrecord",
            ),
        ),
        migrations.RunPython(give_every_version_its_book, migrations.RunPython.noop),
    ]
