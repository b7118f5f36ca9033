import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0017_tagging_windows"),
    ]

    operations = [
        migrations.CreateModel(
            name="ScreeningModelRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("method", models.PositiveSmallIntegerField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("until", models.DateField()),
                ("learned", models.JSONField()),
                ("learned_at", models.DateTimeField()),
                (
                    "government",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="store.governmentrecord",
                    ),
                ),
            ],
        ),
    ]
