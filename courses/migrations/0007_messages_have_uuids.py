"""A phone names a message by a uuid. No site has messages yet, so the table is made anew."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("courses", "0006_roll_ups_know_places")]

    operations = [
        migrations.DeleteModel("Message"),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("record_seq", models.PositiveBigIntegerField()),
                ("kind", models.CharField(max_length=24)),
                ("language", models.CharField(max_length=8)),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("link", models.CharField(blank=True, max_length=200)),
                ("created_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="courses.learner"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("learner", "record_seq"), name="message_record_seq"),
                ],
            },
        ),
    ]
