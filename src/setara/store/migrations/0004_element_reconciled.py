from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_changed_cells")]

    operations = [
        migrations.AddField(
            model_name="elementrecord",
            name="reconciled_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="elementrecord",
            name="reconciled_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="elementrecord",
            name="reconciled_with",
            field=models.CharField(blank=True, max_length=400),
        ),
    ]
