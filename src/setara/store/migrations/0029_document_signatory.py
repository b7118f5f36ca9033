from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0028_document_pathways"),
    ]

    operations = [
        migrations.AddField(
            model_name="documentpathwayrecord",
            name="signatory",
            field=models.JSONField(blank=True, null=True),
        ),
    ]
