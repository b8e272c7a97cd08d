import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Admission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('via', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('v', models.PositiveSmallIntegerField()),
                ('device', models.UUIDField()),
                ('seq', models.PositiveBigIntegerField()),
                ('learner', models.UUIDField()),
                ('record_seq', models.PositiveBigIntegerField()),
                ('kind', models.CharField(max_length=24)),
                ('at', models.DateTimeField()),
                ('corrected_at', models.DateTimeField()),
                ('sureness', models.PositiveSmallIntegerField(choices=[(1, 'Same Session'), (2, 'Nearest Sync'), (3, 'As Sent')])),
                ('received_at', models.DateTimeField()),
                ('session', models.UUIDField(null=True)),
                ('mono', models.BigIntegerField(null=True)),
                ('module', models.CharField(blank=True, max_length=60)),
                ('release', models.CharField(blank=True, max_length=64)),
                ('item', models.CharField(blank=True, max_length=120)),
                ('body', models.JSONField()),
                ('fingerprint', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Centre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('time_zone', models.CharField(default='Asia/Shanghai', max_length=64)),
                ('is_default', models.BooleanField(default=False, help_text='Learners who join no group come here.')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('needs', 'centre sees what she needs'), ('contact', 'centre may write or call')], max_length=12)),
                ('given', models.BooleanField()),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('phone', 'phone'), ('wechat', 'WeChat'), ('email', 'e-mail')], max_length=8)),
                ('value', models.CharField(max_length=120)),
                ('consent_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Counted',
            fields=[
                ('learner', models.UUIDField(primary_key=True, serialize=False)),
                ('record_seq', models.PositiveBigIntegerField(default=0)),
                ('places', models.CharField(blank=True, max_length=64)),
                ('ungraded', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='County',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='CurrentRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('module', 'Module'), ('outline', 'Outline')], max_length=8)),
                ('key', models.CharField(max_length=60)),
                ('language', models.CharField(max_length=8)),
                ('since_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Delivered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name='Device',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64)),
                ('app', models.CharField(blank=True, max_length=40)),
                ('n', models.PositiveBigIntegerField(default=0)),
                ('x', models.UUIDField()),
                ('next_seq', models.PositiveBigIntegerField(default=1, help_text='one above the highest `seq` it delivered')),
                ('latest_at', models.DateTimeField(null=True)),
                ('met_device_at', models.DateTimeField(null=True)),
                ('met_server_at', models.DateTimeField(null=True)),
                ('waiting', models.PositiveIntegerField(help_text='events not yet sent, as the phone last said', null=True)),
                ('created_at', models.DateTimeField()),
                ('last_heard_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Epoch',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('value', models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name='Erased',
            fields=[
                ('learner', models.UUIDField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Folded',
            fields=[
                ('learner', models.UUIDField(primary_key=True, serialize=False)),
                ('record_seq', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('role', models.CharField(choices=[('trainer', 'trainer'), ('manager', 'manager'), ('operator', 'operator')], max_length=10)),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', '简体中文')], default='zh-hans', max_length=8)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='JoinCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=8, unique=True)),
                ('seats', models.PositiveIntegerField(blank=True, null=True)),
                ('used', models.PositiveIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Learner',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('nickname', models.CharField(blank=True, max_length=40)),
                ('picture', models.CharField(blank=True, max_length=20)),
                ('profile_at', models.DateTimeField(blank=True, null=True)),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', '简体中文')], default='zh-hans', max_length=8)),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('birth_year_at', models.DateTimeField(blank=True, null=True)),
                ('gender', models.CharField(blank=True, choices=[('woman', 'woman'), ('man', 'man'), ('other', 'other')], max_length=8)),
                ('gender_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField()),
                ('record_seq', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'learner',
                'verbose_name_plural': 'learners',
            },
        ),
        migrations.CreateModel(
            name='LearnerDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('learner', models.UUIDField()),
                ('day_date', models.DateField()),
                ('opened', models.PositiveIntegerField(default=0)),
                ('finished', models.PositiveIntegerField(default=0)),
                ('answers', models.PositiveIntegerField(default=0)),
                ('right', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='LessonProgress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('learner', models.UUIDField()),
                ('module', models.CharField(max_length=60)),
                ('lesson', models.CharField(max_length=60)),
                ('opened_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('mastered_at', models.DateTimeField(null=True)),
                ('last_at', models.DateTimeField(null=True)),
                ('right', models.JSONField(default=dict)),
                ('releases', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('record_seq', models.PositiveBigIntegerField()),
                ('kind', models.CharField(max_length=24)),
                ('language', models.CharField(max_length=8)),
                ('title', models.CharField(max_length=120)),
                ('text', models.TextField()),
                ('link', models.CharField(blank=True, max_length=200)),
                ('created_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PackFile',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('content_type', models.CharField(max_length=60)),
                ('plain', models.BinaryField()),
                ('brotli', models.BinaryField(null=True)),
                ('gzip', models.BinaryField(null=True)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Parked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event_id', models.UUIDField(null=True)),
                ('code', models.CharField(max_length=40)),
                ('raw', models.TextField()),
                ('raw_hash', models.CharField(max_length=64)),
                ('received_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReadKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_hash', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('module', 'Module'), ('outline', 'Outline')], max_length=8)),
                ('key', models.CharField(max_length=60)),
                ('language', models.CharField(max_length=8)),
                ('format', models.PositiveSmallIntegerField()),
                ('body', models.BinaryField()),
                ('pack_bytes', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('stopped', 'stopped mid-lesson'), ('lessons-wait', 'lessons wait')], max_length=20)),
                ('period', models.CharField(max_length=64)),
                ('channel', models.CharField(choices=[('inbox', 'in the app'), ('trainer-list', "trainer's list")], max_length=20)),
                ('state', models.CharField(choices=[('due', 'due'), ('listed', 'waits for the trainer'), ('sent', 'sent'), ('dropped', 'no longer needed')], default='due', max_length=8)),
                ('lesson', models.CharField(blank=True, help_text='`module/lesson` it is about', max_length=120)),
                ('due_at', models.DateTimeField()),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReminderRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('per_week', models.PositiveSmallIntegerField(default=2)),
                ('quiet_from', models.TimeField(default='20:30')),
                ('quiet_until', models.TimeField(default='08:00')),
                ('channels', models.JSONField(default=list, help_text='order of channels; empty: all, in the usual order')),
            ],
        ),
        migrations.CreateModel(
            name='StaffRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('trainer', 'trainer'), ('manager', 'manager'), ('operator', 'operator')], max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Village',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Staff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('language', models.CharField(choices=[('en', 'English'), ('zh-hans', '简体中文')], default='zh-hans', max_length=8)),
                ('password_once', models.BooleanField(default=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='answer', serialize=False, to='courses.event')),
                ('learner', models.UUIDField()),
                ('module', models.CharField(max_length=60)),
                ('lesson', models.CharField(max_length=60)),
                ('item', models.CharField(max_length=60)),
                ('edition', models.PositiveIntegerField()),
                ('release', models.CharField(max_length=64)),
                ('sitting', models.UUIDField()),
                ('attempt', models.PositiveSmallIntegerField()),
                ('credit', models.FloatField()),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Ungraded',
            fields=[
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='ungraded', serialize=False, to='courses.event')),
                ('release', models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['device', 'seq'], name='event_device_seq'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.UniqueConstraint(fields=('learner', 'record_seq'), name='event_record_seq'),
        ),
        migrations.AddField(
            model_name='centre',
            name='county',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='centres', to='courses.county'),
        ),
        migrations.AddField(
            model_name='currentrelease',
            name='centre',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='delivered',
            name='device',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.device'),
        ),
        migrations.AddField(
            model_name='admission',
            name='device',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='admissions', to='courses.device'),
        ),
        migrations.AddConstraint(
            model_name='epoch',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='epoch_one_row'),
        ),
        migrations.AddField(
            model_name='group',
            name='centre',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='groups', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='group',
            name='trainers',
            field=models.ManyToManyField(blank=True, related_name='teaches', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='invitation',
            name='centre',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='county',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.county'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='invited_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='joincode',
            name='group',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_codes', to='courses.group'),
        ),
        migrations.AddField(
            model_name='contact',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='consent',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='admission',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='admissions', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='learnerday',
            name='centre',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='learnerday',
            name='group',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='courses.group'),
        ),
        migrations.AddIndex(
            model_name='lessonprogress',
            index=models.Index(fields=['module', 'lesson'], name='lessonprogress_lesson'),
        ),
        migrations.AddConstraint(
            model_name='lessonprogress',
            constraint=models.UniqueConstraint(fields=('learner', 'module', 'lesson'), name='lessonprogress_once'),
        ),
        migrations.AddField(
            model_name='membership',
            name='centre',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='membership',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='courses.group'),
        ),
        migrations.AddField(
            model_name='membership',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='message',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='parked',
            name='device',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.device'),
        ),
        migrations.AddField(
            model_name='readkey',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='read_keys', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='release',
            name='manifest',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.packfile'),
        ),
        migrations.AddField(
            model_name='currentrelease',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='courses.release'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='learner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='courses.learner'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='sent_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reminderrule',
            name='centre',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reminder_rule', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='staffrole',
            name='centre',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='staffrole',
            name='county',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='courses.county'),
        ),
        migrations.AddField(
            model_name='staffrole',
            name='staff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='village',
            name='centre',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='villages', to='courses.centre'),
        ),
        migrations.AddField(
            model_name='membership',
            name='village',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='courses.village'),
        ),
        migrations.AddField(
            model_name='learnerday',
            name='village',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='courses.village'),
        ),
        migrations.AddIndex(
            model_name='answer',
            index=models.Index(fields=['learner', 'module', 'lesson'], name='answer_learner_lesson'),
        ),
        migrations.AddConstraint(
            model_name='centre',
            constraint=models.UniqueConstraint(fields=('county', 'name'), name='centre_name_unique_in_county'),
        ),
        migrations.AddConstraint(
            model_name='centre',
            constraint=models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='centre_one_default'),
        ),
        migrations.AddConstraint(
            model_name='delivered',
            constraint=models.UniqueConstraint(fields=('device', 'event_id'), name='delivered_once'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.UniqueConstraint(fields=('centre', 'name'), name='group_name_unique_in_centre'),
        ),
        migrations.AddConstraint(
            model_name='joincode',
            constraint=models.CheckConstraint(condition=models.Q(('seats__isnull', True), ('used__lte', models.F('seats')), _connector='OR'), name='joincode_not_overbooked'),
        ),
        migrations.AddConstraint(
            model_name='contact',
            constraint=models.UniqueConstraint(fields=('learner', 'kind', 'value'), name='contact_once'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.UniqueConstraint(fields=('learner', 'purpose', 'at'), name='consent_line_once'),
        ),
        migrations.AddConstraint(
            model_name='admission',
            constraint=models.UniqueConstraint(fields=('device', 'learner'), name='admission_once'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.UniqueConstraint(fields=('learner', 'record_seq'), name='message_record_seq'),
        ),
        migrations.AddConstraint(
            model_name='parked',
            constraint=models.UniqueConstraint(fields=('device', 'raw_hash'), name='parked_once'),
        ),
        migrations.AddConstraint(
            model_name='readkey',
            constraint=models.UniqueConstraint(fields=('learner', 'key_hash'), name='readkey_once'),
        ),
        migrations.AddConstraint(
            model_name='currentrelease',
            constraint=models.UniqueConstraint(fields=('kind', 'key', 'language'), name='currentrelease_once'),
        ),
        migrations.AddIndex(
            model_name='reminder',
            index=models.Index(fields=['state', 'due_at'], name='reminder_state_due'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('learner', 'reason', 'period', 'channel'), name='reminder_once'),
        ),
        migrations.AddConstraint(
            model_name='staffrole',
            constraint=models.CheckConstraint(condition=models.Q(('centre__isnull', True), ('county__isnull', True), _connector='OR'), name='staffrole_one_place'),
        ),
        migrations.AddConstraint(
            model_name='staffrole',
            constraint=models.CheckConstraint(condition=models.Q(('role', 'operator'), ('centre__isnull', False), ('county__isnull', False), _connector='OR'), name='staffrole_only_operators_everywhere'),
        ),
        migrations.AddConstraint(
            model_name='staffrole',
            constraint=models.UniqueConstraint(condition=models.Q(('centre__isnull', False)), fields=('staff', 'role', 'centre'), name='staffrole_once_in_centre'),
        ),
        migrations.AddConstraint(
            model_name='staffrole',
            constraint=models.UniqueConstraint(condition=models.Q(('county__isnull', False)), fields=('staff', 'role', 'county'), name='staffrole_once_in_county'),
        ),
        migrations.AddConstraint(
            model_name='staffrole',
            constraint=models.UniqueConstraint(condition=models.Q(('centre__isnull', True), ('county__isnull', True)), fields=('staff', 'role'), name='staffrole_once_everywhere'),
        ),
        migrations.AddConstraint(
            model_name='village',
            constraint=models.UniqueConstraint(fields=('centre', 'name'), name='village_name_unique_in_centre'),
        ),
        migrations.AddIndex(
            model_name='membership',
            index=models.Index(fields=['centre', 'group'], name='membership_centre_group'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('learner',), name='membership_one_open'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='membership_forward'),
        ),
        migrations.AddIndex(
            model_name='learnerday',
            index=models.Index(fields=['centre', 'day_date'], name='learnerday_centre_day'),
        ),
        migrations.AddConstraint(
            model_name='learnerday',
            constraint=models.UniqueConstraint(fields=('learner', 'day_date', 'centre', 'group', 'village'), name='learnerday_once', nulls_distinct=False),
        ),
    ]
