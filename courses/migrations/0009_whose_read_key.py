"""Until now only the device that named a learner first could leave a key to read for her."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def remember_devices(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    admissions = apps.get_model("courses", "Admission").objects
    first = admissions.filter(learner=OuterRef("learner"), via="first").order_by("at").values("device")[:1]
    apps.get_model("courses", "ReadKey").objects.filter(device=None).update(device=Subquery(first))


class Migration(migrations.Migration):
    dependencies = [("courses", "0008_household_phones")]
    operations = [migrations.RunPython(remember_devices, migrations.RunPython.noop)]
