"""What a learner's count stood on, so that it is noticed when that changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("courses", "0005_course_pages")]

    operations = [
        migrations.AddField("counted", "places", models.CharField(blank=True, max_length=64)),
        migrations.AddField("counted", "ungraded", models.PositiveIntegerField(default=0)),
    ]
