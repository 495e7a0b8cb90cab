import datetime
import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import ledgers.models
import ledgers.pinyin
import orgs.models.people
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models
from ledgers.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    # The last two only for the order: while a library changes its tables step by step, Django
    # renders all models that are there, and should not have to render ours.
    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('django_tasks_database', '0021_conditional_partial_index_ordering'),
        ('sessions', '0001_initial'),
    ]

    # What the constraints (one holder at a time) and the pinyin search need of PostgreSQL: here,
    # because these are the first tables that are made.
    operations = [BtreeGistExtension(), TrigramExtension(), AtOnce([
        migrations.CreateModel(
            name='MemberCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='统计日期')),
                ('full_members', models.PositiveIntegerField(verbose_name='正式党员（人）')),
                ('probationary_members', models.PositiveIntegerField(default=0, verbose_name='预备党员（人）')),
            ],
            options={
                'verbose_name': '党员人数',
                'verbose_name_plural': '党员人数',
                'ordering': ['-counted_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='User',
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
                ('must_change_password', models.BooleanField(default=False, verbose_name='登录后须修改密码')),
                ('old_passwords', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=128), default=list, editable=False, size=None, verbose_name='曾用密码')),
                ('session_round', models.PositiveIntegerField(default=0, editable=False, verbose_name='登录批次')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='演示账号')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': '账号',
                'verbose_name_plural': '账号',
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Division',
            fields=[
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('code', models.CharField(max_length=12, primary_key=True, serialize=False, validators=[django.core.validators.RegexValidator('^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$', '代码应为2、4、6、9或12位数字。')], verbose_name='区划代码')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='简称')),
                ('level', models.CharField(choices=[('province', '省'), ('prefecture', '市'), ('county', '县（市、区）'), ('township', '乡镇（街道）'), ('community', '社区'), ('village', '村')], max_length=10, verbose_name='层级')),
                ('abolished_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='orgs.division', verbose_name='上级')),
            ],
            options={
                'verbose_name': '行政区划',
                'verbose_name_plural': '行政区划',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='DivisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('code', models.CharField(max_length=12, serialize=False, validators=[django.core.validators.RegexValidator('^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$', '代码应为2、4、6、9或12位数字。')], verbose_name='区划代码')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='简称')),
                ('level', models.CharField(choices=[('province', '省'), ('prefecture', '市'), ('county', '县（市、区）'), ('township', '乡镇（街道）'), ('community', '社区'), ('village', '村')], max_length=10, verbose_name='层级')),
                ('abolished_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='上级')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.division')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('role', models.CharField(choices=[('leader', '领导'), ('reporter', '填报员'), ('reviewer', '审核员'), ('org_admin', '组织管理员'), ('system_admin', '系统管理员'), ('auditor', '安全审计员')], max_length=15, verbose_name='角色')),
                ('line', models.CharField(blank=True, choices=[('roads', '城市道路综合改造'), ('urban_fringe', '城乡接合部综合改造'), ('old_neighbourhoods', '老旧小区综合改造'), ('refined_management', '城市精细化管理'), ('unmanaged_courtyards', '无主管楼院整治')], help_text='空=全部战线', max_length=24, verbose_name='战线')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划范围')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
            ],
            options={
                'verbose_name': '授权',
                'verbose_name_plural': '授权',
            },
        ),
        migrations.CreateModel(
            name='LoginLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True, verbose_name='链接摘要')),
                ('made_at', models.DateTimeField(verbose_name='签发时间')),
                ('expires_at', models.DateTimeField(verbose_name='有效期至')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='使用时间')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='作废时间')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='links_made', to=settings.AUTH_USER_MODEL, verbose_name='签发人')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
            ],
            options={
                'verbose_name': '一次性链接',
                'verbose_name_plural': '一次性链接',
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LoginLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('token_hash', models.CharField(editable=False, max_length=64, verbose_name='链接摘要')),
                ('made_at', models.DateTimeField(verbose_name='签发时间')),
                ('expires_at', models.DateTimeField(verbose_name='有效期至')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='使用时间')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='作废时间')),
                ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='签发人')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.loginlink')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartyOrganization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('path', models.CharField(max_length=255, unique=True)),
                ('depth', models.PositiveIntegerField()),
                ('numchild', models.PositiveIntegerField(default=0)),
                ('kind', models.CharField(choices=[('general_branch', '党总支'), ('branch', '党支部'), ('joint_branch', '联合党支部'), ('group', '党小组'), ('temp_general_branch', '临时党总支'), ('temp_branch', '临时党支部'), ('functional', '功能型党组织')], max_length=20, verbose_name='类别')),
                ('formation', models.CharField(blank=True, choices=[('independent', '独建'), ('joint', '联建')], max_length=12, verbose_name='组建方式')),
                ('approved_by', models.CharField(blank=True, max_length=80, verbose_name='批准单位')),
                ('approval_number', models.CharField(blank=True, max_length=60, verbose_name='批准文号')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='批准日期')),
                ('size_approval', models.CharField(blank=True, help_text='党员人数超出一般规定、经上级批准的，填写批准文号；填写后不再提示。', max_length=60, verbose_name='规模批准文号')),
                ('established_on', models.DateField(verbose_name='成立日期')),
                ('dissolved_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('term_end', models.DateField(blank=True, null=True, verbose_name='任期届满')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划')),
            ],
            options={
                'verbose_name': '党组织',
                'verbose_name_plural': '党组织',
            },
        ),
        migrations.CreateModel(
            name='MemberCountEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('counted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='统计日期')),
                ('full_members', models.PositiveIntegerField(verbose_name='正式党员（人）')),
                ('probationary_members', models.PositiveIntegerField(default=0, verbose_name='预备党员（人）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.membercount')),
                ('organization', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='membercount',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='member_counts', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.CreateModel(
            name='FormationPartner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='formation_partners', to='orgs.partyorganization', verbose_name='党支部')),
            ],
            options={
                'verbose_name': '联建单位',
                'verbose_name_plural': '联建单位',
            },
        ),
        migrations.CreateModel(
            name='PastAffiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='past_affiliations', to='orgs.partyorganization', verbose_name='党组织')),
                ('superior', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='former_inferiors', to='orgs.partyorganization', verbose_name='原上级党组织')),
            ],
            options={
                'verbose_name': '原隶属关系',
                'verbose_name_plural': '原隶属关系',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PastAffiliationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('organization', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.pastaffiliation')),
                ('superior', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='原上级党组织')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('office', models.CharField(blank=True, max_length=60, verbose_name='职务')),
                ('rank', models.CharField(choices=[('deputy_county', '副县级'), ('section', '科级'), ('staff', '一般干部'), ('none', '非干部')], default='none', max_length=15, verbose_name='级别')),
                ('party_status', models.CharField(choices=[('full', '正式党员'), ('probationary', '预备党员'), ('none', '非党员')], default='none', max_length=15, verbose_name='政治面貌')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='工作电话')),
                ('left_on', models.DateField(blank=True, help_text='自该日起不再任职；空=在任', null=True, verbose_name='离任日期')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划')),
                ('home_branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='home_members', to='orgs.partyorganization', verbose_name='组织关系所在党支部')),
            ],
            options={
                'verbose_name': '人员',
                'verbose_name_plural': '人员',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='user',
            name='person',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='user', to='orgs.person', verbose_name='人员'),
        ),
        migrations.CreateModel(
            name='PhoneReveal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revealed_at', models.DateTimeField(verbose_name='查看时间')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reveals', to='orgs.person', verbose_name='被查看人')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phone_reveals', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
            ],
            options={
                'verbose_name': '电话查看记录',
                'verbose_name_plural': '电话查看记录',
                'ordering': ['-revealed_at'],
            },
        ),
        migrations.CreateModel(
            name='PhoneRevealEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('revealed_at', models.DateTimeField(verbose_name='查看时间')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='被查看人')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.phonereveal')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='查看人')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('role', models.CharField(choices=[('secretary', '书记'), ('deputy_secretary', '副书记'), ('committee_member', '委员'), ('group_leader', '党小组长'), ('head', '主要负责人'), ('deputy_head', '分管负责人'), ('lead', '牵头（书记）'), ('executive', '主抓（副书记）'), ('staff', '工作人员')], max_length=20, verbose_name='职务')),
                ('appointed_by', models.CharField(blank=True, max_length=80, verbose_name='任命机关')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='orgs.partyorganization', verbose_name='党组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='orgs.person', verbose_name='人员')),
            ],
            options={
                'verbose_name': '任职',
                'verbose_name_plural': '任职',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GrantEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('role', models.CharField(choices=[('leader', '领导'), ('reporter', '填报员'), ('reviewer', '审核员'), ('org_admin', '组织管理员'), ('system_admin', '系统管理员'), ('auditor', '安全审计员')], max_length=15, verbose_name='角色')),
                ('line', models.CharField(blank=True, choices=[('roads', '城市道路综合改造'), ('urban_fringe', '城乡接合部综合改造'), ('old_neighbourhoods', '老旧小区综合改造'), ('refined_management', '城市精细化管理'), ('unmanaged_courtyards', '无主管楼院整治')], help_text='空=全部战线', max_length=24, verbose_name='战线')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划范围')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.grant')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
                ('post', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.post', verbose_name='依据任职')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='grant',
            name='post',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grants', to='orgs.post', verbose_name='依据任职'),
        ),
        migrations.CreateModel(
            name='Secondment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('rank', models.CharField(choices=[('deputy_county', '副县级领导'), ('section', '科级领导干部'), ('member', '党员')], max_length=15, verbose_name='抽调身份')),
                ('desk', models.CharField(blank=True, max_length=60, verbose_name='岗位')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='secondments', to='orgs.person', verbose_name='人员')),
            ],
            options={
                'verbose_name': '抽调',
                'verbose_name_plural': '抽调',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TemporaryMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='temporary_members', to='orgs.partyorganization', verbose_name='临时党组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='temporary_memberships', to='orgs.person', verbose_name='党员')),
            ],
            options={
                'verbose_name': '临时党组织成员',
                'verbose_name_plural': '临时党组织成员',
            },
        ),
        migrations.CreateModel(
            name='TemporaryMembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('organization', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='临时党组织')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='党员')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.temporarymembership')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='简称')),
                ('kind', models.CharField(choices=[('committee', '市委'), ('organ', '市直机关单位'), ('town', '乡镇'), ('street', '街道办事处'), ('leading_group', '领导小组'), ('campaign_office', '双改办'), ('headquarters', '专项工作指挥部'), ('residents_committee', '社区居民委员会'), ('villagers_committee', '村民委员会'), ('enterprise', '企业'), ('merchant', '商户')], max_length=20, verbose_name='类别')),
                ('established_on', models.DateField(blank=True, null=True, verbose_name='成立日期')),
                ('dissolved_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='orgs.unit', verbose_name='上级单位')),
            ],
            options={
                'verbose_name': '单位',
                'verbose_name_plural': '单位',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SecondmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('rank', models.CharField(choices=[('deputy_county', '副县级领导'), ('section', '科级领导干部'), ('member', '党员')], max_length=15, verbose_name='抽调身份')),
                ('desk', models.CharField(blank=True, max_length=60, verbose_name='岗位')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='人员')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.secondment')),
                ('home_unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='原单位')),
                ('to_unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='抽调至')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='secondment',
            name='home_unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='secondments_out', to='orgs.unit', verbose_name='原单位'),
        ),
        migrations.AddField(
            model_name='secondment',
            name='to_unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='secondments_in', to='orgs.unit', verbose_name='抽调至'),
        ),
        migrations.CreateModel(
            name='PostEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('role', models.CharField(choices=[('secretary', '书记'), ('deputy_secretary', '副书记'), ('committee_member', '委员'), ('group_leader', '党小组长'), ('head', '主要负责人'), ('deputy_head', '分管负责人'), ('lead', '牵头（书记）'), ('executive', '主抓（副书记）'), ('staff', '工作人员')], max_length=20, verbose_name='职务')),
                ('appointed_by', models.CharField(blank=True, max_length=80, verbose_name='任命机关')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='人员')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.post')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='post',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='orgs.unit', verbose_name='单位'),
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('office', models.CharField(blank=True, max_length=60, verbose_name='职务')),
                ('rank', models.CharField(choices=[('deputy_county', '副县级'), ('section', '科级'), ('staff', '一般干部'), ('none', '非干部')], default='none', max_length=15, verbose_name='级别')),
                ('party_status', models.CharField(choices=[('full', '正式党员'), ('probationary', '预备党员'), ('none', '非党员')], default='none', max_length=15, verbose_name='政治面貌')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='工作电话')),
                ('left_on', models.DateField(blank=True, help_text='自该日起不再任职；空=在任', null=True, verbose_name='离任日期')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划')),
                ('home_branch', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='组织关系所在党支部')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.person')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='person',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='orgs.unit', verbose_name='单位'),
        ),
        migrations.CreateModel(
            name='PartyOrganizationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('path', models.CharField(max_length=255)),
                ('depth', models.PositiveIntegerField()),
                ('numchild', models.PositiveIntegerField(default=0)),
                ('kind', models.CharField(choices=[('general_branch', '党总支'), ('branch', '党支部'), ('joint_branch', '联合党支部'), ('group', '党小组'), ('temp_general_branch', '临时党总支'), ('temp_branch', '临时党支部'), ('functional', '功能型党组织')], max_length=20, verbose_name='类别')),
                ('formation', models.CharField(blank=True, choices=[('independent', '独建'), ('joint', '联建')], max_length=12, verbose_name='组建方式')),
                ('approved_by', models.CharField(blank=True, max_length=80, verbose_name='批准单位')),
                ('approval_number', models.CharField(blank=True, max_length=60, verbose_name='批准文号')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='批准日期')),
                ('size_approval', models.CharField(blank=True, help_text='党员人数超出一般规定、经上级批准的，填写批准文号；填写后不再提示。', max_length=60, verbose_name='规模批准文号')),
                ('established_on', models.DateField(verbose_name='成立日期')),
                ('dissolved_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('term_end', models.DateField(blank=True, null=True, verbose_name='任期届满')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.partyorganization')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='所属单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='partyorganization',
            name='partners',
            field=models.ManyToManyField(related_name='+', through='orgs.FormationPartner', to='orgs.unit', verbose_name='联建单位'),
        ),
        migrations.AddField(
            model_name='partyorganization',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organizations', to='orgs.unit', verbose_name='所属单位'),
        ),
        migrations.CreateModel(
            name='FormationPartnerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.formationpartner')),
                ('organization', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党支部')),
                ('unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='联建单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='formationpartner',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='formation_partnerships', to='orgs.unit', verbose_name='联建单位'),
        ),
        migrations.AddField(
            model_name='user',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='orgs.unit', verbose_name='单位'),
        ),
        migrations.CreateModel(
            name='UnitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('short_name', models.CharField(blank=True, max_length=40, verbose_name='简称')),
                ('kind', models.CharField(choices=[('committee', '市委'), ('organ', '市直机关单位'), ('town', '乡镇'), ('street', '街道办事处'), ('leading_group', '领导小组'), ('campaign_office', '双改办'), ('headquarters', '专项工作指挥部'), ('residents_committee', '社区居民委员会'), ('villagers_committee', '村民委员会'), ('enterprise', '企业'), ('merchant', '商户')], max_length=20, verbose_name='类别')),
                ('established_on', models.DateField(blank=True, null=True, verbose_name='成立日期')),
                ('dissolved_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='上级单位')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='orgs.unit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('must_change_password', models.BooleanField(default=False, verbose_name='登录后须修改密码')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='演示账号')),
                ('person', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='人员')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='division',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), ('code__startswith', models.F('parent_id')), _connector='OR'), name='division_code_extends_parent', violation_error_message='区划代码必须以上级代码开头。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='division',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='59373ed8d4f1061bebfaec27d7f416ea1976f85f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_9c056', table='orgs_division', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='division',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_divisionevent" ("abolished_on", "code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") SELECT new_values."abolished_on", new_values."code", new_values."level", new_values."name", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."code", new_values."short_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5a78dd689585260e6d85a77d7ad22f8773c190b5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a6c12', referencing='REFERENCING NEW TABLE AS new_values ', table='orgs_division', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='division',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_divisionevent" ("abolished_on", "code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") SELECT new_values."abolished_on", new_values."code", new_values."level", new_values."name", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."code", new_values."short_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."code") = (new_values."code") WHERE (old_values."abolished_on" IS DISTINCT FROM (new_values."abolished_on") OR old_values."code" IS DISTINCT FROM (new_values."code") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."short_name" IS DISTINCT FROM (new_values."short_name")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='214b18770e452b03dab1e837d7a5ca311d8ee473', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c7f67', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='orgs_division', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='division',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_divisionevent" ("abolished_on", "code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") SELECT old_values."abolished_on", old_values."code", old_values."level", old_values."name", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."code", old_values."short_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cfd12ff5e8989112de6041119f0c113a24b19e5c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ebd11', referencing='REFERENCING OLD TABLE AS old_values ', table='orgs_division', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='divisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1eae66ad62802837b1b210d94ecf1eef51ea7d1b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_894b1', table='orgs_divisionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loginlink',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6f623581059c2a6cce1c169f333b929216ec87bd', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_51c96', table='orgs_loginlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loginlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_loginlinkevent" ("expires_at", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token_hash", "used_at", "user_id", "withdrawn_at") VALUES (NEW."expires_at", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."token_hash", NEW."used_at", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;', hash='aef1407190ca74f8a1fda6615562f4b0c0964d56', operation='INSERT', pgid='pgtrigger_insert_insert_4ea03', table='orgs_loginlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loginlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_loginlinkevent" ("expires_at", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token_hash", "used_at", "user_id", "withdrawn_at") VALUES (NEW."expires_at", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."token_hash", NEW."used_at", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;', hash='c218762e70ae811d9120a6d231ff718a89942928', operation='UPDATE', pgid='pgtrigger_update_update_c2c09', table='orgs_loginlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loginlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_loginlinkevent" ("expires_at", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "token_hash", "used_at", "user_id", "withdrawn_at") VALUES (OLD."expires_at", OLD."id", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."token_hash", OLD."used_at", OLD."user_id", OLD."withdrawn_at"); RETURN NULL;', hash='8742b79be6cba18de156265e510a398fb0bcb03b', operation='DELETE', pgid='pgtrigger_delete_delete_ce6eb', table='orgs_loginlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='loginlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='044a6c4688a1b88be6187a4fb7d64d1e25a36d69', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_08a73', table='orgs_loginlinkevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membercountevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='19595c320a6a9b9d3a8677208a99efaa2abed485', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c61d4', table='orgs_membercountevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='membercount',
            constraint=models.UniqueConstraint(fields=('organization', 'counted_on'), name='member_count_once_a_day', violation_error_message='该党组织当日已有党员人数。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membercount',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='17f01696f184b6bda6b1e53a477d1d3d60e9c422', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_4f205', table='orgs_membercount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membercount',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_membercountevent" ("counted_on", "full_members", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probationary_members") VALUES (NEW."counted_on", NEW."full_members", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."probationary_members"); RETURN NULL;', hash='f5eef728e8f5c1d11ba0f58d967b2c80d0dc9934', operation='INSERT', pgid='pgtrigger_insert_insert_83bc2', table='orgs_membercount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membercount',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_membercountevent" ("counted_on", "full_members", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probationary_members") VALUES (NEW."counted_on", NEW."full_members", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."probationary_members"); RETURN NULL;', hash='d948933a7a3896faf09c2fc3ef4554bc8dd30b90', operation='UPDATE', pgid='pgtrigger_update_update_abdd8', table='orgs_membercount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membercount',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_membercountevent" ("counted_on", "full_members", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "probationary_members") VALUES (OLD."counted_on", OLD."full_members", OLD."id", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."probationary_members"); RETURN NULL;', hash='4275df546e777e3bc396d5cfabc29726af726d34', operation='DELETE', pgid='pgtrigger_delete_delete_7b62b', table='orgs_membercount', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='pastaffiliation',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='orgs_pastaffiliation_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='pastaffiliation',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', False)), name='past_affiliation_is_past', violation_error_message='原隶属关系应有终止日期。'),
        ),
        migrations.AddConstraint(
            model_name='pastaffiliation',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='past_affiliation_one_at_a_time', violation_error_message='该党组织此期间已有隶属关系记录。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pastaffiliation',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='b494c221e4719a3caa5e76b313b33692adda01d6', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_38066', table='orgs_pastaffiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pastaffiliation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_pastaffiliationevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "superior_id", "until") VALUES (NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."superior_id", NEW."until"); RETURN NULL;', hash='fee0915eb8ddc63a1c1218d59f5f58330c5c5117', operation='INSERT', pgid='pgtrigger_insert_insert_e9ae8', table='orgs_pastaffiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pastaffiliation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_pastaffiliationevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "superior_id", "until") VALUES (NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."superior_id", NEW."until"); RETURN NULL;', hash='0e308e7bcb8d90d5af6bc4c163af6e69adbe3163', operation='UPDATE', pgid='pgtrigger_update_update_06a75', table='orgs_pastaffiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pastaffiliation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_pastaffiliationevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "superior_id", "until") VALUES (OLD."id", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."superior_id", OLD."until"); RETURN NULL;', hash='364b2f1795c1c64c95102b610380c30c8a3b08c0', operation='DELETE', pgid='pgtrigger_delete_delete_3a0b3', table='orgs_pastaffiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pastaffiliationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b26430f717da76d365970a01d3de49fdf66ada36', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6941', table='orgs_pastaffiliationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='phonereveal',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='7bd35b61401ff840f0a2e40e925d441356cfa8ad', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_51b15', table='orgs_phonereveal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='phonereveal',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_phonerevealevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revealed_at", "user_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."revealed_at", NEW."user_id"); RETURN NULL;', hash='afb34450407697c3da37d5efccf61004afe2402e', operation='INSERT', pgid='pgtrigger_insert_insert_a1c68', table='orgs_phonereveal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='phonereveal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_phonerevealevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revealed_at", "user_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revealed_at", NEW."user_id"); RETURN NULL;', hash='6879572e3941dea0aa34f6f9e4d0ea466f5b9bae', operation='UPDATE', pgid='pgtrigger_update_update_20706', table='orgs_phonereveal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='phonereveal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_phonerevealevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revealed_at", "user_id") VALUES (OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."revealed_at", OLD."user_id"); RETURN NULL;', hash='e57645453706c47fc6a4579b36d55fe89070089c', operation='DELETE', pgid='pgtrigger_delete_delete_fb171', table='orgs_phonereveal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='phonerevealevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8a2aa8b951d6752f866a61644c9255eecac7f5c4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c954a', table='orgs_phonerevealevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='grantevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e98f50f80bb29601850ea88cadacc8074a109756', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_83887', table='orgs_grantevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='orgs_grant_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.UniqueConstraint(fields=('user', 'role', 'division', 'line', 'since'), name='grant_once', violation_error_message='该账号已有同样的授权。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='grant',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='65ad51872d92c57c8e0dd913d5ee5298107b9f0a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_95789', table='orgs_grant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='grant',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_grantevent" ("division_id", "id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "role", "since", "until", "user_id") VALUES (NEW."division_id", NEW."id", NEW."line", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;', hash='fb7c27a80bdb3ebe370329c100e25bdc149ddda8', operation='INSERT', pgid='pgtrigger_insert_insert_1fc60', table='orgs_grant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='grant',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_grantevent" ("division_id", "id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "role", "since", "until", "user_id") VALUES (NEW."division_id", NEW."id", NEW."line", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;', hash='1fa41b1508499bcbbd2678df986951f680e5fcf5', operation='UPDATE', pgid='pgtrigger_update_update_2b873', table='orgs_grant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='grant',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_grantevent" ("division_id", "id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "role", "since", "until", "user_id") VALUES (OLD."division_id", OLD."id", OLD."line", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post_id", OLD."role", OLD."since", OLD."until", OLD."user_id"); RETURN NULL;', hash='8e680c3acf5ce6c184f26f8735466c98c5ca69cf', operation='DELETE', pgid='pgtrigger_delete_delete_03ac2', table='orgs_grant', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='temporarymembership',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='orgs_temporarymembership_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='temporarymembership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('person', '='), ('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='temporary_membership_once', violation_error_message='该党员此期间已在这个临时党组织中。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temporarymembership',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='2c7330a70ced38314c581a515b77cd4901438eca', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a8994', table='orgs_temporarymembership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temporarymembership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_temporarymembershipevent" ("id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='6e3861698e9ead81f117cd622aae9257d928559a', operation='INSERT', pgid='pgtrigger_insert_insert_e60e1', table='orgs_temporarymembership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temporarymembership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_temporarymembershipevent" ("id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."id", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='4b17970c08549950f36bc47fabe01e8a2e38843f', operation='UPDATE', pgid='pgtrigger_update_update_f042b', table='orgs_temporarymembership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temporarymembership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_temporarymembershipevent" ("id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."id", OLD."organization_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;', hash='2b622319d18ffdee7ff8413386b88b8f1e82bc03', operation='DELETE', pgid='pgtrigger_delete_delete_75f11', table='orgs_temporarymembership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='temporarymembershipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7cf33ca06ab1a55f8cd65d8567874aaef44b4402', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_245bd', table='orgs_temporarymembershipevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.UniqueConstraint(fields=('division', 'name'), name='unit_name_once_per_division', violation_error_message='该区划下已有同名单位。'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.CheckConstraint(condition=models.Q(('dissolved_on__isnull', True), ('established_on__isnull', True), ('dissolved_on__gte', models.F('established_on')), _connector='OR'), name='unit_dissolved_after_established', violation_error_message='撤销日期不能早于成立日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unit',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='ed2d366e2bb9271a5b567e23451bc92450f4451e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_1d9c8', table='orgs_unit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_unitevent" ("dissolved_on", "division_id", "established_on", "id", "kind", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (NEW."dissolved_on", NEW."division_id", NEW."established_on", NEW."id", NEW."kind", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short_name"); RETURN NULL;', hash='ab6d6140440485947e1bf2471c16770029625d05', operation='INSERT', pgid='pgtrigger_insert_insert_e06d1', table='orgs_unit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."dissolved_on" IS DISTINCT FROM (NEW."dissolved_on") OR OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."established_on" IS DISTINCT FROM (NEW."established_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name"))', func='INSERT INTO "orgs_unitevent" ("dissolved_on", "division_id", "established_on", "id", "kind", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (NEW."dissolved_on", NEW."division_id", NEW."established_on", NEW."id", NEW."kind", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short_name"); RETURN NULL;', hash='02bfb3dbb1b16d5b94e559a6130a8d4ee778f42a', operation='UPDATE', pgid='pgtrigger_update_update_7a15a', table='orgs_unit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_unitevent" ("dissolved_on", "division_id", "established_on", "id", "kind", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name") VALUES (OLD."dissolved_on", OLD."division_id", OLD."established_on", OLD."id", OLD."kind", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short_name"); RETURN NULL;', hash='fa69933a5537b1b5c8b689f97ac701ad303c5702', operation='DELETE', pgid='pgtrigger_delete_delete_efa42', table='orgs_unit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='50d4f97198a1436317512488c22abfb782b4d0b4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1c748', table='orgs_secondmentevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='secondment',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='orgs_secondment_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='secondment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('person', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='secondment_one_at_a_time', violation_error_message='该人员此期间已有抽调。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondment',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='f811d906c5bd5a7ac108a715e8f191ef8540e50d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_09a78', table='orgs_secondment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_secondmentevent" ("desk", "home_unit_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "since", "to_unit_id", "until") VALUES (NEW."desk", NEW."home_unit_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."since", NEW."to_unit_id", NEW."until"); RETURN NULL;', hash='1f6c26f18a61a27777dd4fe4542cdee2599c8d84', operation='INSERT', pgid='pgtrigger_insert_insert_89705', table='orgs_secondment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_secondmentevent" ("desk", "home_unit_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "since", "to_unit_id", "until") VALUES (NEW."desk", NEW."home_unit_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."since", NEW."to_unit_id", NEW."until"); RETURN NULL;', hash='f5155fcae60a6fa8db95a3b46bc8e61be3d60062', operation='UPDATE', pgid='pgtrigger_update_update_8b85b', table='orgs_secondment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='secondment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_secondmentevent" ("desk", "home_unit_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "since", "to_unit_id", "until") VALUES (OLD."desk", OLD."home_unit_id", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."since", OLD."to_unit_id", OLD."until"); RETURN NULL;', hash='432ba52088ccc8793a73fe76a2a9e3bf3eb64fdf', operation='DELETE', pgid='pgtrigger_delete_delete_d7ba8', table='orgs_secondment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='edaa57b5796a7b14e307ce77d48dcf8d7af69acb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2868e', table='orgs_postevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='orgs_post_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('organization__isnull', True), ('unit__isnull', True), _connector='XOR'), name='post_in_one_body', violation_error_message='任职应属于一个党组织或一个单位，二者选一。'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('organization__isnull', False), ('role', 'secretary'), ('since__gte', datetime.date(1, 1, 1))), expressions=[('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='post_one_secretary', violation_error_message='同一时间一个党组织只能有一名书记，请先结束前任任职。'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('organization__isnull', False), ('role', 'group_leader'), ('since__gte', datetime.date(1, 1, 1))), expressions=[('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='post_one_group_leader', violation_error_message='同一时间一个党小组只能有一名组长，请先结束前任任职。'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role__in', ['lead', 'executive']), ('unit__isnull', False), ('since__gte', datetime.date(1, 1, 1))), expressions=[('unit', '='), ('role', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='post_one_lead_one_executive', violation_error_message='同一时间一个单位只能有一名牵头、一名主抓，请先结束前任任职。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='post',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='d606b5d191e42c7491f3bf78b415c4aaa09e3d62', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_8ad61', table='orgs_post', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='post',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_postevent" ("appointed_by", "id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "unit_id", "until") VALUES (NEW."appointed_by", NEW."id", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."since", NEW."unit_id", NEW."until"); RETURN NULL;', hash='62e2e76c0fb58974a63bad9ae08373d7cc9fd752', operation='INSERT', pgid='pgtrigger_insert_insert_8da8e', table='orgs_post', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='post',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_postevent" ("appointed_by", "id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "unit_id", "until") VALUES (NEW."appointed_by", NEW."id", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."since", NEW."unit_id", NEW."until"); RETURN NULL;', hash='be2b25b23283294c6ae9200fa4e635cc0ba46e00', operation='UPDATE', pgid='pgtrigger_update_update_e3ae2', table='orgs_post', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='post',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_postevent" ("appointed_by", "id", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "unit_id", "until") VALUES (OLD."appointed_by", OLD."id", OLD."organization_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."since", OLD."unit_id", OLD."until"); RETURN NULL;', hash='87eb651b0b3277c828e1b948f5123f641d6d0604', operation='DELETE', pgid='pgtrigger_delete_delete_e81ff', table='orgs_post', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='personevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='73dde9ccff08498cc929ff8298ebf44b09c452f8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_be3f8', table='orgs_personevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['search_text', 'id'], name='person_pinyin_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('search_text', name='gin_trgm_ops'), name='person_pinyin_search'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='c2dfe2bc43dc58b1a7fa0b41130a6053fb410009', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_94c0f', table='orgs_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_personevent" ("division_id", "home_branch_id", "id", "left_on", "name", "office", "party_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rank", "unit_id") SELECT new_values."division_id", new_values."home_branch_id", new_values."id", new_values."left_on", new_values."name", new_values."office", new_values."party_status", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phone", new_values."rank", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='84f66e9c58845f87bed7edb9182cd1ce1e7e9029', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_65bb0', referencing='REFERENCING NEW TABLE AS new_values ', table='orgs_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_personevent" ("division_id", "home_branch_id", "id", "left_on", "name", "office", "party_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rank", "unit_id") SELECT new_values."division_id", new_values."home_branch_id", new_values."id", new_values."left_on", new_values."name", new_values."office", new_values."party_status", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phone", new_values."rank", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."division_id" IS DISTINCT FROM (new_values."division_id") OR old_values."home_branch_id" IS DISTINCT FROM (new_values."home_branch_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."left_on" IS DISTINCT FROM (new_values."left_on") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."office" IS DISTINCT FROM (new_values."office") OR old_values."party_status" IS DISTINCT FROM (new_values."party_status") OR old_values."phone" IS DISTINCT FROM (new_values."phone") OR old_values."rank" IS DISTINCT FROM (new_values."rank") OR old_values."unit_id" IS DISTINCT FROM (new_values."unit_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c73c0526006b6d7c722e235b85a1a0fadd82c2ef', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4c27c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='orgs_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_personevent" ("division_id", "home_branch_id", "id", "left_on", "name", "office", "party_status", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "rank", "unit_id") SELECT old_values."division_id", old_values."home_branch_id", old_values."id", old_values."left_on", old_values."name", old_values."office", old_values."party_status", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phone", old_values."rank", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a3e59ed4cbc90fe6cf1a77b442cb604026aa3bc5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ac522', referencing='REFERENCING OLD TABLE AS old_values ', table='orgs_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partyorganizationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0932a82adef3d1e5841609bdedf1faef089e402d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a23c2', table='orgs_partyorganizationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='partyorganization',
            constraint=models.CheckConstraint(condition=models.Q(('dissolved_on__isnull', True), ('dissolved_on__gte', models.F('established_on')), _connector='OR'), name='party_organization_dissolved_after_established', violation_error_message='撤销日期不能早于成立日期。'),
        ),
        migrations.AddConstraint(
            model_name='partyorganization',
            constraint=models.CheckConstraint(condition=models.Q(('formation', ''), ('kind__in', ['branch', 'joint_branch']), _connector='OR'), name='party_organization_formation_of_branches_only', violation_error_message='只有党支部、联合党支部填写组建方式。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partyorganization',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='57bec04b8ca7239aa8d9db36e605c89b426a4bb7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e2372', table='orgs_partyorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partyorganization',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_partyorganizationevent" ("approval_number", "approved_by", "approved_on", "depth", "dissolved_on", "division_id", "established_on", "formation", "id", "kind", "name", "numchild", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size_approval", "term_end", "unit_id") SELECT new_values."approval_number", new_values."approved_by", new_values."approved_on", new_values."depth", new_values."dissolved_on", new_values."division_id", new_values."established_on", new_values."formation", new_values."id", new_values."kind", new_values."name", new_values."numchild", new_values."path", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."size_approval", new_values."term_end", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3a9ce8ecfe5f99a36da5049e9b73f3d08cb58c30', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c1d34', referencing='REFERENCING NEW TABLE AS new_values ', table='orgs_partyorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partyorganization',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_partyorganizationevent" ("approval_number", "approved_by", "approved_on", "depth", "dissolved_on", "division_id", "established_on", "formation", "id", "kind", "name", "numchild", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size_approval", "term_end", "unit_id") SELECT new_values."approval_number", new_values."approved_by", new_values."approved_on", new_values."depth", new_values."dissolved_on", new_values."division_id", new_values."established_on", new_values."formation", new_values."id", new_values."kind", new_values."name", new_values."numchild", new_values."path", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."size_approval", new_values."term_end", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."approval_number" IS DISTINCT FROM (new_values."approval_number") OR old_values."approved_by" IS DISTINCT FROM (new_values."approved_by") OR old_values."approved_on" IS DISTINCT FROM (new_values."approved_on") OR old_values."depth" IS DISTINCT FROM (new_values."depth") OR old_values."dissolved_on" IS DISTINCT FROM (new_values."dissolved_on") OR old_values."division_id" IS DISTINCT FROM (new_values."division_id") OR old_values."established_on" IS DISTINCT FROM (new_values."established_on") OR old_values."formation" IS DISTINCT FROM (new_values."formation") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."numchild" IS DISTINCT FROM (new_values."numchild") OR old_values."path" IS DISTINCT FROM (new_values."path") OR old_values."size_approval" IS DISTINCT FROM (new_values."size_approval") OR old_values."term_end" IS DISTINCT FROM (new_values."term_end") OR old_values."unit_id" IS DISTINCT FROM (new_values."unit_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d56589c50f7f2631a300cae7d656cd4ff9098925', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c40a1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='orgs_partyorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='partyorganization',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "orgs_partyorganizationevent" ("approval_number", "approved_by", "approved_on", "depth", "dissolved_on", "division_id", "established_on", "formation", "id", "kind", "name", "numchild", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size_approval", "term_end", "unit_id") SELECT old_values."approval_number", old_values."approved_by", old_values."approved_on", old_values."depth", old_values."dissolved_on", old_values."division_id", old_values."established_on", old_values."formation", old_values."id", old_values."kind", old_values."name", old_values."numchild", old_values."path", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."size_approval", old_values."term_end", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='777d4f1d626b9a226cb938879b7c62ba7f1ce210', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8ec8a', referencing='REFERENCING OLD TABLE AS old_values ', table='orgs_partyorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formationpartnerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0604860142239f1656f61b191f9717e5b7c7d373', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c3bbb', table='orgs_formationpartnerevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='formationpartner',
            constraint=models.UniqueConstraint(fields=('organization', 'unit'), name='formation_partner_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formationpartner',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='aa56346abb969a1125d65d81273e8bff73e0827a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_4f173', table='orgs_formationpartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formationpartner',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_formationpartnerevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."unit_id"); RETURN NULL;', hash='83e02dac7970a1450092dee0d61a36d6170f0963', operation='INSERT', pgid='pgtrigger_insert_insert_162ff', table='orgs_formationpartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formationpartner',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "orgs_formationpartnerevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."unit_id"); RETURN NULL;', hash='009bb1c3dfbd61a721c52fb75a9eacdfecddb700', operation='UPDATE', pgid='pgtrigger_update_update_8ac4b', table='orgs_formationpartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formationpartner',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_formationpartnerevent" ("id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (OLD."id", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."unit_id"); RETURN NULL;', hash='3f3d5b950fb3a4f5466d4b972e005b368ba07743', operation='DELETE', pgid='pgtrigger_delete_delete_fa733', table='orgs_formationpartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='a4c558d7d086eecc17ade14aafef00a749fad0fc', level='STATEMENT', operation='UPDATE OF "username", "first_name"', pgid='pgtrigger_data_version_073f1', table='orgs_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_demo", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."must_change_password", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."unit_id", NEW."username"); RETURN NULL;', hash='6d224edeca43fbae18ac195fd55edffc1edd1944', operation='INSERT', pgid='pgtrigger_insert_insert_e7c63', table='orgs_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."must_change_password" IS DISTINCT FROM (NEW."must_change_password") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "orgs_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "username") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_demo", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."must_change_password", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."unit_id", NEW."username"); RETURN NULL;', hash='26a70df2e45efe8a3711ef9304406fc1977efed1', operation='UPDATE', pgid='pgtrigger_update_update_314a5', table='orgs_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "orgs_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_demo", "is_staff", "is_superuser", "last_name", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "username") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_demo", OLD."is_staff", OLD."is_superuser", OLD."last_name", OLD."must_change_password", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."unit_id", OLD."username"); RETURN NULL;', hash='f590cf1894c4fcacf307364dd7fdbedc92688c4a', operation='DELETE', pgid='pgtrigger_delete_delete_5cce0', table='orgs_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1b7d095444ab74eff3f31a7c54c4de751ebfc7e0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_41233', table='orgs_unitevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cb6dea2fd6c8c92829c33898b2ce796ea0ee8319', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eb4fe', table='orgs_userevent', when='BEFORE')),
        ),
    ])]
