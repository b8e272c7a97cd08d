import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0010_review_due"),
    ]

    operations = [
        migrations.AddField(
            model_name="lessonpage",
            name="country",
            field=models.CharField(
                blank=True,
                help_text="Two letters, such as cn, where the lesson speaks of one country’s rules. Learners read it at the start.",
                max_length=2,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[a-z]{2}$", "Write the two small letters of the country, such as cn."
                    )
                ],
                verbose_name="holds in one country only",
            ),
        ),
    ]
