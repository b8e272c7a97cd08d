
import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('courses', '0001_people_and_records'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CoursePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('course_id', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9-]{0,39}$', 'Use small letters, digits and hyphens, at most 40.')], verbose_name='id of the course')),
                ('outline', models.JSONField(default=dict, editable=False)),
                ('facts', models.JSONField(default=list, editable=False)),
            ],
            options={
                'verbose_name': 'course',
                'verbose_name_plural': 'courses',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='LessonPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lesson_id', models.CharField(help_text='The same in every language, such as ra1. It never changes once learners have seen it.', max_length=40, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9-]{0,39}$', 'Use small letters, digits and hyphens, at most 40.')], verbose_name='id of the lesson')),
                ('minutes', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='minutes')),
                ('can', models.CharField(help_text='One sentence that begins with “I can” (我能…).', max_length=300, verbose_name='afterwards I can …')),
                ('needs', models.CharField(blank=True, help_text='As module/lesson, with commas between: pc/pc4, pc/pc7.', max_length=300, validators=[django.core.validators.RegexValidator('^([a-z0-9-]+/[a-z0-9-]+(, ?[a-z0-9-]+/[a-z0-9-]+)*)?$', 'Write module/lesson, with commas between.')], verbose_name='lessons needed before')),
                ('helps', models.CharField(blank=True, max_length=300, validators=[django.core.validators.RegexValidator('^([a-z0-9-]+/[a-z0-9-]+(, ?[a-z0-9-]+/[a-z0-9-]+)*)?$', 'Write module/lesson, with commas between.')], verbose_name='lessons that help')),
                ('digcomp', models.CharField(blank=True, help_text='Such as 5.2, 1.3.', max_length=100, verbose_name='competences (DigComp)')),
                ('body', wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name='cards')),
            ],
            options={
                'verbose_name': 'lesson',
                'verbose_name_plural': 'lessons',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='LoadedLibrary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('folder', models.CharField(max_length=250, unique=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('loaded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ModulePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('module_id', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[a-z0-9][a-z0-9-]{0,39}$', 'Use small letters, digits and hyphens, at most 40.')], verbose_name='id of the module')),
                ('level', models.CharField(choices=[('start', 'for the start'), ('core', 'core'), ('advanced', 'advanced')], default='core', max_length=8, verbose_name='level')),
                ('about', models.CharField(help_text='One sentence: what it is good for.', max_length=300, verbose_name='about')),
                ('copied_from', models.CharField(blank=True, editable=False, max_length=40)),
            ],
            options={
                'verbose_name': 'module',
                'verbose_name_plural': 'modules',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='CompileReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('module', 'Module'), ('outline', 'Outline')], max_length=8)),
                ('key', models.CharField(max_length=60)),
                ('compiled_at', models.DateTimeField()),
                ('problems', models.JSONField(default=list)),
                ('advice', models.JSONField(default=list)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='compilereport_once')],
            },
        ),
        migrations.CreateModel(
            name='CompileRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('module', 'Module'), ('outline', 'Outline')], max_length=8)),
                ('key', models.CharField(max_length=60)),
                ('asked_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'key'), name='compilerequest_once')],
            },
        ),
        migrations.CreateModel(
            name='LoadedText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.CharField(max_length=40)),
                ('module', models.CharField(blank=True, max_length=40)),
                ('lesson', models.CharField(blank=True, max_length=40)),
                ('language', models.CharField(max_length=8)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('course', 'module', 'lesson', 'language'), name='loadedtext_once')],
            },
        ),
        migrations.CreateModel(
            name='LibraryFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('module', models.CharField(max_length=40)),
                ('lesson', models.CharField(max_length=40)),
                ('file', models.CharField(max_length=100)),
                ('content_type', models.CharField(max_length=60)),
                ('width', models.PositiveIntegerField(default=0)),
                ('height', models.PositiveIntegerField(default=0)),
                ('content', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.packfile')),
            ],
            options={
                'verbose_name': 'file of the library',
                'verbose_name_plural': 'files of the library',
                'ordering': ['module', 'lesson', 'file'],
                'constraints': [models.UniqueConstraint(fields=('module', 'lesson', 'file'), name='libraryfile_once')],
            },
        ),
    ]
