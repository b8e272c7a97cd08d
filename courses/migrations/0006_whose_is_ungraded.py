from typing import Any

from django.db import migrations, models


def tell_whose(apps: Any, schema_editor: Any) -> None:
    ungraded = apps.get_model("courses", "Ungraded")
    for row in ungraded.objects.select_related("event").iterator():
        row.learner = row.event.learner
        row.save(update_fields=["learner"])


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0005_proofs"),
    ]

    operations = [
        migrations.AddField(
            model_name="ungraded",
            name="learner",
            field=models.UUIDField(null=True),
        ),
        migrations.RunPython(tell_whose, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="ungraded",
            name="learner",
            field=models.UUIDField(db_index=True),
        ),
    ]
