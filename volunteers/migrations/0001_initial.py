import datetime
import django.contrib.postgres.constraints
import django.db.models.deletion
import ledgers.models
import ledgers.pinyin
import orgs.models.people
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from ledgers.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('courtyards', '0001_initial'),
        ('orgs', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('projects', '0001_initial'),
    ]

    operations = [AtOnce([
        migrations.CreateModel(
            name='FrontageTemplateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('version', models.CharField(choices=[('three', '门前三包'), ('four', '门前四包')], max_length=6, verbose_name='版本')),
                ('items', models.JSONField(default=list, verbose_name='各包事项')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Honour',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('kind', models.CharField(choices=[('model_household', '党员示范户'), ('vanguard', '党员先锋'), ('model_cadre', '模范干部'), ('five_star_branch', '五星支部')], max_length=20, verbose_name='荣誉')),
                ('nominated_by', models.CharField(blank=True, max_length=80, verbose_name='推荐单位')),
            ],
            options={
                'verbose_name': '荣誉',
                'verbose_name_plural': '荣誉',
            },
        ),
        migrations.CreateModel(
            name='HonourEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('kind', models.CharField(choices=[('model_household', '党员示范户'), ('vanguard', '党员先锋'), ('model_cadre', '模范干部'), ('five_star_branch', '五星支部')], max_length=20, verbose_name='荣誉')),
                ('nominated_by', models.CharField(blank=True, max_length=80, verbose_name='推荐单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('door', models.CharField(max_length=40, verbose_name='门牌')),
            ],
            options={
                'verbose_name': '户（门牌）',
                'verbose_name_plural': '户（门牌）',
            },
        ),
        migrations.CreateModel(
            name='HouseholdEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('door', models.CharField(max_length=40, verbose_name='门牌')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LetterDistribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('distributed_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='发放日期')),
                ('copies', models.PositiveIntegerField(verbose_name='份数（份）')),
            ],
            options={
                'verbose_name': '公开信发放',
                'verbose_name_plural': '公开信发放',
            },
        ),
        migrations.CreateModel(
            name='LetterDistributionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('distributed_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='发放日期')),
                ('copies', models.PositiveIntegerField(verbose_name='份数（份）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OpenLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, verbose_name='标题')),
                ('version', models.CharField(max_length=20, verbose_name='版本')),
                ('issued_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='印发日期')),
                ('body', models.TextField(blank=True, verbose_name='正文')),
            ],
            options={
                'verbose_name': '公开信',
                'verbose_name_plural': '公开信',
            },
        ),
        migrations.CreateModel(
            name='OpenLetterEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=80, verbose_name='标题')),
                ('version', models.CharField(max_length=20, verbose_name='版本')),
                ('issued_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='印发日期')),
                ('body', models.TextField(blank=True, verbose_name='正文')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PatrolFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aspect', models.CharField(choices=[('order', '序化'), ('clean', '洁化'), ('green', '绿化'), ('light', '亮化')], max_length=8, verbose_name='类别')),
                ('finding', models.CharField(max_length=200, verbose_name='问题描述')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='销号日期')),
            ],
            options={
                'verbose_name': '巡查问题',
                'verbose_name_plural': '巡查问题',
            },
        ),
        migrations.CreateModel(
            name='PatrolFindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('aspect', models.CharField(choices=[('order', '序化'), ('clean', '洁化'), ('green', '绿化'), ('light', '亮化')], max_length=8, verbose_name='类别')),
                ('finding', models.CharField(max_length=200, verbose_name='问题描述')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='销号日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pledger_office', models.CharField(max_length=60, verbose_name='立状人（职务）')),
                ('target', models.CharField(max_length=200, verbose_name='目标')),
                ('pledged_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='立状日期')),
                ('due_on', models.DateField(verbose_name='期限')),
                ('result', models.CharField(choices=[('pending', '进行中'), ('kept', '已兑现'), ('missed', '未兑现')], default='pending', max_length=10, verbose_name='结果')),
            ],
            options={
                'verbose_name': '军令状',
                'verbose_name_plural': '军令状',
                'ordering': ['-pledged_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PledgeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('pledger_office', models.CharField(max_length=60, verbose_name='立状人（职务）')),
                ('target', models.CharField(max_length=200, verbose_name='目标')),
                ('pledged_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='立状日期')),
                ('due_on', models.DateField(verbose_name='期限')),
                ('result', models.CharField(choices=[('pending', '进行中'), ('kept', '已兑现'), ('missed', '未兑现')], default='pending', max_length=10, verbose_name='结果')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PointsEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('earned_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('points', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='分值')),
                ('evidence', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('status', models.CharField(choices=[('reported', '已申报'), ('checked', '支委已核'), ('approved', '已审定')], default='reported', max_length=10, verbose_name='状态')),
                ('approved_by', models.CharField(blank=True, max_length=60, verbose_name='审定人（职务）')),
            ],
            options={
                'verbose_name': '积分记录',
                'verbose_name_plural': '积分记录',
                'ordering': ['-earned_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PointsEntryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('earned_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('points', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='分值')),
                ('evidence', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('status', models.CharField(choices=[('reported', '已申报'), ('checked', '支委已核'), ('approved', '已审定')], default='reported', max_length=10, verbose_name='状态')),
                ('approved_by', models.CharField(blank=True, max_length=60, verbose_name='审定人（职务）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PointsRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('kind', models.CharField(choices=[('base', '基础分'), ('reward', '加分'), ('deduction', '扣分')], max_length=10, verbose_name='类别')),
                ('points', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='每次分值')),
                ('yearly_cap', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='年度上限')),
            ],
            options={
                'verbose_name': '积分细则',
                'verbose_name_plural': '积分细则',
            },
        ),
        migrations.CreateModel(
            name='PointsRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('base', '基础分'), ('reward', '加分'), ('deduction', '扣分')], max_length=10, verbose_name='类别')),
                ('points', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='每次分值')),
                ('yearly_cap', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='年度上限')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostSign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('title', models.CharField(max_length=60, verbose_name='岗位名称')),
            ],
            options={
                'verbose_name': '岗位标示牌',
                'verbose_name_plural': '岗位标示牌',
            },
        ),
        migrations.CreateModel(
            name='PostSignDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': '标示牌职责',
                'verbose_name_plural': '标示牌职责',
                'db_table': 'volunteers_postsign_duties',
            },
        ),
        migrations.CreateModel(
            name='PostSignDutyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostSignEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('title', models.CharField(max_length=60, verbose_name='岗位名称')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostSignHousehold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': '标示牌所包农户',
                'verbose_name_plural': '标示牌所包农户',
                'db_table': 'volunteers_postsign_households',
            },
        ),
        migrations.CreateModel(
            name='PostSignHouseholdEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResponsibilityArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
            ],
            options={
                'verbose_name': '责任区',
                'verbose_name_plural': '责任区',
            },
        ),
        migrations.CreateModel(
            name='ResponsibilityAreaEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoadChief',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('level', models.CharField(choices=[('general', '总路长'), ('first', '一级路长'), ('second', '二级路长'), ('third', '三级路长')], max_length=8, verbose_name='级别')),
            ],
            options={
                'verbose_name': '路长',
                'verbose_name_plural': '路长',
            },
        ),
        migrations.CreateModel(
            name='RoadChiefEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('level', models.CharField(choices=[('general', '总路长'), ('first', '一级路长'), ('second', '二级路长'), ('third', '三级路长')], max_length=8, verbose_name='级别')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoadPatrol',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('patrolled_at', models.DateTimeField(validators=[ledgers.models.not_to_come], verbose_name='巡查时间')),
                ('remark', models.CharField(blank=True, max_length=200, verbose_name='情况')),
            ],
            options={
                'verbose_name': '路长巡查',
                'verbose_name_plural': '路长巡查',
                'ordering': ['-patrolled_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RoadPatrolEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('patrolled_at', models.DateTimeField(validators=[ledgers.models.not_to_come], verbose_name='巡查时间')),
                ('remark', models.CharField(blank=True, max_length=200, verbose_name='情况')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SignDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
            ],
            options={
                'verbose_name': '岗位职责',
                'verbose_name_plural': '岗位职责',
            },
        ),
        migrations.CreateModel(
            name='SignDutyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('kind', models.CharField(choices=[('commando', '党员先锋突击队'), ('service', '党员志愿者服务队'), ('volunteer', '党员志愿者队伍')], max_length=10, verbose_name='类别')),
                ('members', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('tasks', models.CharField(blank=True, max_length=200, verbose_name='任务')),
            ],
            options={
                'verbose_name': '党员队伍',
                'verbose_name_plural': '党员队伍',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TeamEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('commando', '党员先锋突击队'), ('service', '党员志愿者服务队'), ('volunteer', '党员志愿者队伍')], max_length=10, verbose_name='类别')),
                ('members', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('tasks', models.CharField(blank=True, max_length=200, verbose_name='任务')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TownPractice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=60, verbose_name='做法')),
                ('drives', models.JSONField(blank=True, default=list, verbose_name='抓手')),
                ('effects', models.JSONField(blank=True, default=list, verbose_name='成效')),
                ('described_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='总结日期')),
            ],
            options={
                'verbose_name': '乡镇特色做法',
                'verbose_name_plural': '乡镇特色做法',
                'ordering': ['division', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TownPracticeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=60, verbose_name='做法')),
                ('drives', models.JSONField(blank=True, default=list, verbose_name='抓手')),
                ('effects', models.JSONField(blank=True, default=list, verbose_name='成效')),
                ('described_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='总结日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VillagersGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
            ],
            options={
                'verbose_name': '村民小组',
                'verbose_name_plural': '村民小组',
            },
        ),
        migrations.CreateModel(
            name='VillagersGroupEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visited_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('matter', models.CharField(max_length=120, verbose_name='事项')),
                ('agreed', models.PositiveIntegerField(default=0, verbose_name='同意（户）')),
                ('hesitant', models.PositiveIntegerField(default=0, verbose_name='犹豫（户）')),
                ('opposed', models.PositiveIntegerField(default=0, verbose_name='不同意（户）')),
                ('result', models.CharField(blank=True, max_length=200, verbose_name='结果')),
            ],
            options={
                'verbose_name': '走访',
                'verbose_name_plural': '走访',
                'ordering': ['-visited_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='VisitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('visited_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('matter', models.CharField(max_length=120, verbose_name='事项')),
                ('agreed', models.PositiveIntegerField(default=0, verbose_name='同意（户）')),
                ('hesitant', models.PositiveIntegerField(default=0, verbose_name='犹豫（户）')),
                ('opposed', models.PositiveIntegerField(default=0, verbose_name='不同意（户）')),
                ('result', models.CharField(blank=True, max_length=200, verbose_name='结果')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('vanguard', '党员先锋行动'), ('members_meeting', '党员会议'), ('station', '红色驿站活动'), ('volunteering', '志愿服务'), ('joint', '支部联建活动')], max_length=16, verbose_name='类别')),
                ('title', models.CharField(max_length=120, verbose_name='内容')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('participants', models.PositiveIntegerField(default=0, verbose_name='参加人数（人）')),
                ('result', models.CharField(blank=True, max_length=200, verbose_name='成效')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='orgs.partyorganization', verbose_name='党组织')),
                ('station', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='projects.redstation', verbose_name='红色驿站')),
            ],
            options={
                'verbose_name': '活动',
                'verbose_name_plural': '活动',
                'ordering': ['-held_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ActivityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('vanguard', '党员先锋行动'), ('members_meeting', '党员会议'), ('station', '红色驿站活动'), ('volunteering', '志愿服务'), ('joint', '支部联建活动')], max_length=16, verbose_name='类别')),
                ('title', models.CharField(max_length=120, verbose_name='内容')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('participants', models.PositiveIntegerField(default=0, verbose_name='参加人数（人）')),
                ('result', models.CharField(blank=True, max_length=200, verbose_name='成效')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.activity')),
                ('station', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.redstation', verbose_name='红色驿站')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BranchLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_from', to='orgs.partyorganization', verbose_name='党支部')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links_to', to='orgs.partyorganization', verbose_name='联建党支部')),
            ],
            options={
                'verbose_name': '支部互联',
                'verbose_name_plural': '支部互联',
            },
        ),
        migrations.CreateModel(
            name='BranchLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('first', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党支部')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.branchlink')),
                ('second', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='联建党支部')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContactDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('tier', models.CharField(choices=[('leader_village', '领导干部包村'), ('cadre_group', '村“两委”干部包组'), ('member_household', '党员代表包户'), ('link_head', '联户长'), ('committee_cluster', '支委联片')], max_length=20, verbose_name='层级')),
                ('courtyard', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cluster_duties', to='courtyards.courtyard', verbose_name='片区（楼院）')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_duties', to='orgs.division', verbose_name='所在区划')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_duties', to='orgs.person', verbose_name='包联人')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leaders_in_charge', to='orgs.division', verbose_name='村')),
            ],
            options={
                'verbose_name': '包联',
                'verbose_name_plural': '包联',
                'ordering': ['division', 'tier', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ContactDutyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('tier', models.CharField(choices=[('leader_village', '领导干部包村'), ('cadre_group', '村“两委”干部包组'), ('member_household', '党员代表包户'), ('link_head', '联户长'), ('committee_cluster', '支委联片')], max_length=20, verbose_name='层级')),
                ('courtyard', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='片区（楼院）')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='包联人')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.contactduty')),
                ('village', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='村')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FrontageAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('number', models.CharField(max_length=30, unique=True, verbose_name='编号')),
                ('party_kind', models.CharField(choices=[('unit', '单位'), ('merchant', '商户'), ('resident', '居民（户）')], max_length=10, verbose_name='签订方')),
                ('premises', models.CharField(max_length=120, verbose_name='地址（门牌）')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='社区（村）')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='frontage_agreements', to='orgs.unit', verbose_name='单位（商户）')),
            ],
            options={
                'verbose_name': '门前责任书',
                'verbose_name_plural': '门前责任书',
            },
        ),
        migrations.CreateModel(
            name='FrontageTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('version', models.CharField(choices=[('three', '门前三包'), ('four', '门前四包')], max_length=6, verbose_name='版本')),
                ('items', models.JSONField(default=list, verbose_name='各包事项')),
            ],
            options={
                'verbose_name': '责任书文本',
                'verbose_name_plural': '责任书文本',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_frontagetemplate_until_after_since', violation_error_message='终止日期不能早于起始日期。')],
            },
        ),
        migrations.CreateModel(
            name='FrontageAgreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('number', models.CharField(max_length=30, verbose_name='编号')),
                ('party_kind', models.CharField(choices=[('unit', '单位'), ('merchant', '商户'), ('resident', '居民（户）')], max_length=10, verbose_name='签订方')),
                ('premises', models.CharField(max_length=120, verbose_name='地址（门牌）')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）')),
                ('party', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='单位（商户）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.frontageagreement')),
                ('template', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.frontagetemplate', verbose_name='文本')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='frontageagreement',
            name='template',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='volunteers.frontagetemplate', verbose_name='文本'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontagetemplate',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='67f9bb1d3710c6ba94f7f1838a1b551d9d3c4555', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_c8f16', table='volunteers_frontagetemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontagetemplate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_frontagetemplateevent" ("id", "items", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."id", NEW."items", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;', hash='7dcbf978ecd2c72ad39b9aa6f7643fd799b79615', operation='INSERT', pgid='pgtrigger_insert_insert_ee0e3', table='volunteers_frontagetemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontagetemplate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."items" IS DISTINCT FROM (NEW."items") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "volunteers_frontagetemplateevent" ("id", "items", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (NEW."id", NEW."items", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until", NEW."version"); RETURN NULL;', hash='921a5507398394b7edc98a862cf673678b3868e7', operation='UPDATE', pgid='pgtrigger_update_update_16057', table='volunteers_frontagetemplate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontagetemplate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_frontagetemplateevent" ("id", "items", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until", "version") VALUES (OLD."id", OLD."items", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until", OLD."version"); RETURN NULL;', hash='81f1dbd3e0e9617258ab2b84dcd1a9baaab25a88', operation='DELETE', pgid='pgtrigger_delete_delete_d0609', table='volunteers_frontagetemplate', when='AFTER')),
        ),
        migrations.AddField(
            model_name='frontagetemplateevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='frontagetemplateevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.frontagetemplate'),
        ),
        migrations.AddField(
            model_name='honour',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='honour',
            name='organization',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='honours', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='honour',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='honours', to='orgs.person', verbose_name='人员'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='organization',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='person',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='人员'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.honour'),
        ),
        migrations.AddField(
            model_name='household',
            name='building',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='doors', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='household',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='orgs.division', verbose_name='村（社区）'),
        ),
        migrations.AddField(
            model_name='honourevent',
            name='household',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.household', verbose_name='户'),
        ),
        migrations.AddField(
            model_name='honour',
            name='household',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='honours', to='volunteers.household', verbose_name='户'),
        ),
        migrations.AddField(
            model_name='contactdutyevent',
            name='household',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.household', verbose_name='户'),
        ),
        migrations.AddField(
            model_name='contactduty',
            name='household',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='volunteers.household', verbose_name='户'),
        ),
        migrations.AddField(
            model_name='householdevent',
            name='building',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='householdevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='村（社区）'),
        ),
        migrations.AddField(
            model_name='householdevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='householdevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.household'),
        ),
        migrations.AddField(
            model_name='letterdistribution',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='letterdistributionevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='letterdistributionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='letterdistributionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.letterdistribution'),
        ),
        migrations.AddField(
            model_name='openletter',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='letterdistributionevent',
            name='letter',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.openletter', verbose_name='公开信'),
        ),
        migrations.AddField(
            model_name='letterdistribution',
            name='letter',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='distributions', to='volunteers.openletter', verbose_name='公开信'),
        ),
        migrations.AddField(
            model_name='openletterevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='openletterevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='openletterevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.openletter'),
        ),
        migrations.AddField(
            model_name='patrolfinding',
            name='problem',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='patrol_finding', to='projects.problem', verbose_name='转为的问题'),
        ),
        migrations.AddField(
            model_name='patrolfinding',
            name='responsible_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='patrol_findings', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='patrolfindingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='patrolfindingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.patrolfinding'),
        ),
        migrations.AddField(
            model_name='patrolfindingevent',
            name='problem',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='转为的问题'),
        ),
        migrations.AddField(
            model_name='patrolfindingevent',
            name='responsible_unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='pledge',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='pledge',
            name='to_organization',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='orgs.partyorganization', verbose_name='向谁立状（党组织）'),
        ),
        migrations.AddField(
            model_name='pledgeevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='pledgeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pledgeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.pledge'),
        ),
        migrations.AddField(
            model_name='pledgeevent',
            name='to_organization',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='向谁立状（党组织）'),
        ),
        migrations.AddField(
            model_name='pointsentry',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='points_entries', to='orgs.person', verbose_name='党员'),
        ),
        migrations.AddField(
            model_name='pointsentryevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='党员'),
        ),
        migrations.AddField(
            model_name='pointsentryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pointsentryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.pointsentry'),
        ),
        migrations.AddField(
            model_name='pointsrule',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='制定单位区划'),
        ),
        migrations.AddField(
            model_name='pointsentryevent',
            name='rule',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.pointsrule', verbose_name='细则'),
        ),
        migrations.AddField(
            model_name='pointsentry',
            name='rule',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='volunteers.pointsrule', verbose_name='细则'),
        ),
        migrations.AddField(
            model_name='pointsruleevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='制定单位区划'),
        ),
        migrations.AddField(
            model_name='pointsruleevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pointsruleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.pointsrule'),
        ),
        migrations.AddField(
            model_name='postsign',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='post_signs', to='orgs.person', verbose_name='党员'),
        ),
        migrations.AddField(
            model_name='postsignduty',
            name='postsign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='volunteers.postsign', verbose_name='岗位标示牌'),
        ),
        migrations.AddField(
            model_name='postsigndutyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='postsigndutyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.postsignduty'),
        ),
        migrations.AddField(
            model_name='postsigndutyevent',
            name='postsign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.postsign', verbose_name='岗位标示牌'),
        ),
        migrations.AddField(
            model_name='postsignevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='党员'),
        ),
        migrations.AddField(
            model_name='postsignevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='postsignevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.postsign'),
        ),
        migrations.AddField(
            model_name='postsignhousehold',
            name='household',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='volunteers.household', verbose_name='农户'),
        ),
        migrations.AddField(
            model_name='postsignhousehold',
            name='postsign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='volunteers.postsign', verbose_name='岗位标示牌'),
        ),
        migrations.AddField(
            model_name='postsign',
            name='households',
            field=models.ManyToManyField(blank=True, related_name='signs', through='volunteers.PostSignHousehold', to='volunteers.household', verbose_name='所包农户'),
        ),
        migrations.AddField(
            model_name='postsignhouseholdevent',
            name='household',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.household', verbose_name='农户'),
        ),
        migrations.AddField(
            model_name='postsignhouseholdevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='postsignhouseholdevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.postsignhousehold'),
        ),
        migrations.AddField(
            model_name='postsignhouseholdevent',
            name='postsign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.postsign', verbose_name='岗位标示牌'),
        ),
        migrations.AddField(
            model_name='responsibilityarea',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='responsibilityarea',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responsibility_areas', to='orgs.person', verbose_name='责任人'),
        ),
        migrations.AddField(
            model_name='responsibilityareaevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='responsibilityareaevent',
            name='holder',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='责任人'),
        ),
        migrations.AddField(
            model_name='responsibilityareaevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='responsibilityareaevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.responsibilityarea'),
        ),
        migrations.AddField(
            model_name='roadchief',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='road_chiefs', to='orgs.person', verbose_name='路长'),
        ),
        migrations.AddField(
            model_name='roadchief',
            name='road',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chiefs', to='projects.road', verbose_name='路段'),
        ),
        migrations.AddField(
            model_name='roadchiefevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='路长'),
        ),
        migrations.AddField(
            model_name='roadchiefevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='roadchiefevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.roadchief'),
        ),
        migrations.AddField(
            model_name='roadchiefevent',
            name='road',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.road', verbose_name='路段'),
        ),
        migrations.AddField(
            model_name='roadpatrol',
            name='chief',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='patrols', to='volunteers.roadchief', verbose_name='路长'),
        ),
        migrations.AddField(
            model_name='patrolfindingevent',
            name='patrol',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.roadpatrol', verbose_name='巡查'),
        ),
        migrations.AddField(
            model_name='patrolfinding',
            name='patrol',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='volunteers.roadpatrol', verbose_name='巡查'),
        ),
        migrations.AddField(
            model_name='roadpatrolevent',
            name='chief',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.roadchief', verbose_name='路长'),
        ),
        migrations.AddField(
            model_name='roadpatrolevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='roadpatrolevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.roadpatrol'),
        ),
        migrations.AddField(
            model_name='postsigndutyevent',
            name='signduty',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.signduty', verbose_name='职责'),
        ),
        migrations.AddField(
            model_name='postsignduty',
            name='signduty',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='volunteers.signduty', verbose_name='职责'),
        ),
        migrations.AddField(
            model_name='postsign',
            name='duties',
            field=models.ManyToManyField(related_name='signs', through='volunteers.PostSignDuty', to='volunteers.signduty', verbose_name='职责'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signduty',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='36afc437f9b1cbd3907efa264aad272c4d569f66', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_22bc0', table='volunteers_signduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signduty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_signdutyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='67ba39419c1a603038b4e581a5ac812ef2270b83', operation='INSERT', pgid='pgtrigger_insert_insert_83330', table='volunteers_signduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signduty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name"))', func='INSERT INTO "volunteers_signdutyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='7e20b99967b1923974f2dfc228ffd7e871f2a0cc', operation='UPDATE', pgid='pgtrigger_update_update_a339f', table='volunteers_signduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signduty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_signdutyevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='794c8f601da4c4a695df877022fd00e1d7def2bf', operation='DELETE', pgid='pgtrigger_delete_delete_f6066', table='volunteers_signduty', when='AFTER')),
        ),
        migrations.AddField(
            model_name='signdutyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='signdutyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.signduty'),
        ),
        migrations.AddField(
            model_name='team',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='team',
            name='host',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='orgs.unit', verbose_name='组建单位'),
        ),
        migrations.AddField(
            model_name='team',
            name='leader',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_teams', to='orgs.person', verbose_name='队长'),
        ),
        migrations.AddField(
            model_name='team',
            name='organization',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='orgs.partyorganization', verbose_name='所属党组织'),
        ),
        migrations.AddField(
            model_name='team',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='projects.project', verbose_name='攻坚项目'),
        ),
        migrations.AddField(
            model_name='activityevent',
            name='team',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.team', verbose_name='队伍'),
        ),
        migrations.AddField(
            model_name='activity',
            name='team',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='volunteers.team', verbose_name='队伍'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='host',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='组建单位'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='leader',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='队长'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='organization',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='所属党组织'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.team'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='攻坚项目'),
        ),
        migrations.AddField(
            model_name='townpractice',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='orgs.division', verbose_name='乡镇（街道）'),
        ),
        migrations.AddField(
            model_name='townpracticeevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='乡镇（街道）'),
        ),
        migrations.AddField(
            model_name='townpracticeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='townpracticeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.townpractice'),
        ),
        migrations.AddField(
            model_name='villagersgroup',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='villagers_groups', to='orgs.division', verbose_name='村'),
        ),
        migrations.AddField(
            model_name='householdevent',
            name='group',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.villagersgroup', verbose_name='村民小组'),
        ),
        migrations.AddField(
            model_name='household',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='households', to='volunteers.villagersgroup', verbose_name='村民小组'),
        ),
        migrations.AddField(
            model_name='contactdutyevent',
            name='group',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.villagersgroup', verbose_name='村民小组'),
        ),
        migrations.AddField(
            model_name='contactduty',
            name='group',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='volunteers.villagersgroup', verbose_name='村民小组'),
        ),
        migrations.AddField(
            model_name='villagersgroupevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='村'),
        ),
        migrations.AddField(
            model_name='villagersgroupevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='villagersgroupevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.villagersgroup'),
        ),
        migrations.AddField(
            model_name='visit',
            name='duty',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='volunteers.contactduty', verbose_name='包联'),
        ),
        migrations.AddField(
            model_name='visitevent',
            name='duty',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='volunteers.contactduty', verbose_name='包联'),
        ),
        migrations.AddField(
            model_name='visitevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='visitevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='volunteers.visit'),
        ),
        migrations.AddConstraint(
            model_name='branchlink',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_branchlink_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='branchlink',
            constraint=models.CheckConstraint(condition=models.Q(('first', models.F('second')), _negated=True), name='branch_link_two_branches', violation_error_message='党支部不能与自己联建。'),
        ),
        migrations.AddConstraint(
            model_name='branchlink',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('first', '='), ('second', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='branch_link_once', violation_error_message='两个党支部此期间已联建。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchlink',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='99143f6c10702422ef2d515fa05394ee897dc4e2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_12966', table='volunteers_branchlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_branchlinkevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "since", "until") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."second_id", NEW."since", NEW."until"); RETURN NULL;', hash='e4d4672875ddb218ab2fe7af39e8105d1b9e79a3', operation='INSERT', pgid='pgtrigger_insert_insert_6b56e', table='volunteers_branchlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_branchlinkevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "since", "until") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."second_id", NEW."since", NEW."until"); RETURN NULL;', hash='d840f6376b992f2164d2145d616871dc855b216d', operation='UPDATE', pgid='pgtrigger_update_update_abde7', table='volunteers_branchlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_branchlinkevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "second_id", "since", "until") VALUES (OLD."first_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."second_id", OLD."since", OLD."until"); RETURN NULL;', hash='460fa65bac9d29d28c0dc8c92a902c28b60e8c59', operation='DELETE', pgid='pgtrigger_delete_delete_a7117', table='volunteers_branchlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='317d457b5c6a13be64fbf5052868f9fc049d597a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1544b', table='volunteers_branchlinkevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontageagreementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3797e97f9ccd5f348ca9fea50dd8fe59886573e8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7686', table='volunteers_frontageagreementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='frontageagreement',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_frontageagreement_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontageagreement',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='66ecc632a55e48459277dd15321074e09789b8a5', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_3a7a2', table='volunteers_frontageagreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontageagreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_frontageagreementevent" ("division_id", "id", "number", "party_id", "party_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "since", "template_id", "until") VALUES (NEW."division_id", NEW."id", NEW."number", NEW."party_id", NEW."party_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premises", NEW."since", NEW."template_id", NEW."until"); RETURN NULL;', hash='cd91d7570d74c590dd53373ad1e754c4e3ee329c', operation='INSERT', pgid='pgtrigger_insert_insert_595cb', table='volunteers_frontageagreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontageagreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_frontageagreementevent" ("division_id", "id", "number", "party_id", "party_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "since", "template_id", "until") VALUES (NEW."division_id", NEW."id", NEW."number", NEW."party_id", NEW."party_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premises", NEW."since", NEW."template_id", NEW."until"); RETURN NULL;', hash='ffe10730f80674fc2b21d636b5524dac2e458d8b', operation='UPDATE', pgid='pgtrigger_update_update_2dfb2', table='volunteers_frontageagreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontageagreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_frontageagreementevent" ("division_id", "id", "number", "party_id", "party_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premises", "since", "template_id", "until") VALUES (OLD."division_id", OLD."id", OLD."number", OLD."party_id", OLD."party_kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premises", OLD."since", OLD."template_id", OLD."until"); RETURN NULL;', hash='b1903bfaec5b4b7d2e58901a34dba4b16ef777f9', operation='DELETE', pgid='pgtrigger_delete_delete_097ca', table='volunteers_frontageagreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='frontagetemplateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='493871cb2e82b9df9262a3986d8d26ce6c6ab7a4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0924f', table='volunteers_frontagetemplateevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='honourevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b34efdc755fbb8a124929125dbe324a2287ef843', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_adbf4', table='volunteers_honourevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='honour',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_honour_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='honour',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('household__isnull', False), ('kind', 'model_household')), models.Q(('kind__in', ['vanguard', 'model_cadre']), ('person__isnull', False)), models.Q(('kind', 'five_star_branch'), ('organization__isnull', False)), _connector='OR'), name='honour_names_its_bearer', violation_error_message='示范户填户，先锋、模范填人员，五星支部填党组织。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='honour',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='f1dee341c12cbaa99e8ae670bbae631b658d5af1', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_9ba3c', table='volunteers_honour', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='honour',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_honourevent" ("division_id", "household_id", "id", "kind", "nominated_by", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."division_id", NEW."household_id", NEW."id", NEW."kind", NEW."nominated_by", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='a9116169343a7f5f040112a52fdc44129a92c4e2', operation='INSERT', pgid='pgtrigger_insert_insert_191ac', table='volunteers_honour', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='honour',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_honourevent" ("division_id", "household_id", "id", "kind", "nominated_by", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."division_id", NEW."household_id", NEW."id", NEW."kind", NEW."nominated_by", NEW."organization_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='724dbb036ea464872f2c0c0cfeced317e0f3f48b', operation='UPDATE', pgid='pgtrigger_update_update_24751', table='volunteers_honour', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='honour',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_honourevent" ("division_id", "household_id", "id", "kind", "nominated_by", "organization_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."division_id", OLD."household_id", OLD."id", OLD."kind", OLD."nominated_by", OLD."organization_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;', hash='b183317c65f51a73ebc0435bd4b7cd0a211a5c5d', operation='DELETE', pgid='pgtrigger_delete_delete_81721', table='volunteers_honour', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='openletter',
            constraint=models.UniqueConstraint(fields=('title', 'version'), name='open_letter_version_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='openletter',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='1aa00091d6e14c1b946ec6a5763b72ac188f2148', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fcbd2', table='volunteers_openletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='openletter',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_openletterevent" ("body", "division_id", "id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version") VALUES (NEW."body", NEW."division_id", NEW."id", NEW."issued_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."version"); RETURN NULL;', hash='6c6e39daefde6d200337c049f954859e491d7c2f', operation='INSERT', pgid='pgtrigger_insert_insert_45e87', table='volunteers_openletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='openletter',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_openletterevent" ("body", "division_id", "id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version") VALUES (NEW."body", NEW."division_id", NEW."id", NEW."issued_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."version"); RETURN NULL;', hash='a7a20960c18dcd8aeded3577076fde3ccf7609c8', operation='UPDATE', pgid='pgtrigger_update_update_1f511', table='volunteers_openletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='openletter',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_openletterevent" ("body", "division_id", "id", "issued_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version") VALUES (OLD."body", OLD."division_id", OLD."id", OLD."issued_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."version"); RETURN NULL;', hash='e763be4c25369770fb0bf2be5ad5ea35c063be08', operation='DELETE', pgid='pgtrigger_delete_delete_a9633', table='volunteers_openletter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letterdistributionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc63bb21ae097bfd294db49212c267cca37a23ed', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3625d', table='volunteers_letterdistributionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letterdistribution',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='8cebd983b3e1195210bf3e763d60cff7187c6bfe', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_f3f69', table='volunteers_letterdistribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letterdistribution',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_letterdistributionevent" ("copies", "distributed_on", "division_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."copies", NEW."distributed_on", NEW."division_id", NEW."id", NEW."letter_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='035010812d58ee4a484f4aa1f0c472b353525ea7', operation='INSERT', pgid='pgtrigger_insert_insert_50fe5', table='volunteers_letterdistribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letterdistribution',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_letterdistributionevent" ("copies", "distributed_on", "division_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."copies", NEW."distributed_on", NEW."division_id", NEW."id", NEW."letter_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='7e03167012ad06363c1eebcc010ccce61dd1a65f', operation='UPDATE', pgid='pgtrigger_update_update_08291', table='volunteers_letterdistribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letterdistribution',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_letterdistributionevent" ("copies", "distributed_on", "division_id", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."copies", OLD."distributed_on", OLD."division_id", OLD."id", OLD."letter_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='cebdd84f6ae7e05d321853f4cfc4cfbdb39a3f17', operation='DELETE', pgid='pgtrigger_delete_delete_7502e', table='volunteers_letterdistribution', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='openletterevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c83a2d828c61fbe0ef9c1819148e785fddda1638', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e8714', table='volunteers_openletterevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('pledged_on'))), name='pledge_due_after_pledged', violation_error_message='期限不能早于立状日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='5be62eca6b7db87b76549de9d2cc0c4d880442f2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_ca6a8', table='volunteers_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pledgeevent" ("division_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_on", "pledger_office", "result", "target", "to_organization_id") VALUES (NEW."division_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pledged_on", NEW."pledger_office", NEW."result", NEW."target", NEW."to_organization_id"); RETURN NULL;', hash='3c398f36a6aef97414b4689b5b3df1c6fa1283a3', operation='INSERT', pgid='pgtrigger_insert_insert_59f27', table='volunteers_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_pledgeevent" ("division_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_on", "pledger_office", "result", "target", "to_organization_id") VALUES (NEW."division_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pledged_on", NEW."pledger_office", NEW."result", NEW."target", NEW."to_organization_id"); RETURN NULL;', hash='4f6708d755612873377301b0ada06433f920d3c5', operation='UPDATE', pgid='pgtrigger_update_update_34b86', table='volunteers_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pledgeevent" ("division_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged_on", "pledger_office", "result", "target", "to_organization_id") VALUES (OLD."division_id", OLD."due_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pledged_on", OLD."pledger_office", OLD."result", OLD."target", OLD."to_organization_id"); RETURN NULL;', hash='81da116da2cdbd0fffe94affef4e71bd297273d3', operation='DELETE', pgid='pgtrigger_delete_delete_f9911', table='volunteers_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8ca185ecc7498556b679b48f140231dfa5d859f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_45870', table='volunteers_pledgeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pointsrule',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_pointsrule_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsrule',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='f1095066298a04303f6329aabad383a962ac1778', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_2e661', table='volunteers_pointsrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pointsruleevent" ("division_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "since", "until", "yearly_cap") VALUES (NEW."division_id", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."since", NEW."until", NEW."yearly_cap"); RETURN NULL;', hash='a08e83f46a7f172c7fccba2e4f956e98665e4e88', operation='INSERT', pgid='pgtrigger_insert_insert_5f7f9', table='volunteers_pointsrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."points" IS DISTINCT FROM (NEW."points") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."yearly_cap" IS DISTINCT FROM (NEW."yearly_cap"))', func='INSERT INTO "volunteers_pointsruleevent" ("division_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "since", "until", "yearly_cap") VALUES (NEW."division_id", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."since", NEW."until", NEW."yearly_cap"); RETURN NULL;', hash='927731d2200733e618a032d2d6801d5a459f8ad1', operation='UPDATE', pgid='pgtrigger_update_update_40c92', table='volunteers_pointsrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pointsruleevent" ("division_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "since", "until", "yearly_cap") VALUES (OLD."division_id", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."since", OLD."until", OLD."yearly_cap"); RETURN NULL;', hash='b4fd4bb771912e2bdfde4ac543213e32d2d28936', operation='DELETE', pgid='pgtrigger_delete_delete_e2f31', table='volunteers_pointsrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsentryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a9fbe37e26013c4510cf98c426d9b0b06bb8893b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3c30a', table='volunteers_pointsentryevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsentry',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6a325db06f022703003f1aea47a002fc3b1d8e68', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_cbfc4', table='volunteers_pointsentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsentry',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pointsentryevent" ("approved_by", "earned_on", "evidence", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id", "status") VALUES (NEW."approved_by", NEW."earned_on", NEW."evidence", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."rule_id", NEW."status"); RETURN NULL;', hash='6717e096e0ffdf3fcb1ef4011ed3bb4491999bba', operation='INSERT', pgid='pgtrigger_insert_insert_32315', table='volunteers_pointsentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsentry',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_pointsentryevent" ("approved_by", "earned_on", "evidence", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id", "status") VALUES (NEW."approved_by", NEW."earned_on", NEW."evidence", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."rule_id", NEW."status"); RETURN NULL;', hash='c37300c8a8dd5240ab62d1b9a8d9be6eae519389', operation='UPDATE', pgid='pgtrigger_update_update_9e065', table='volunteers_pointsentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsentry',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_pointsentryevent" ("approved_by", "earned_on", "evidence", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "rule_id", "status") VALUES (OLD."approved_by", OLD."earned_on", OLD."evidence", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."rule_id", OLD."status"); RETURN NULL;', hash='d0db17934a8faa0c6f0051ddf6c0dd6e6de581c2', operation='DELETE', pgid='pgtrigger_delete_delete_08f80', table='volunteers_pointsentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pointsruleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cba9bca96c7c5df0a9b040a6f40926331ae9f714', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a631d', table='volunteers_pointsruleevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0a631d20fd9880944ced8d86c948d2c9a03d5c5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d2592', table='volunteers_postsignevent', when='BEFORE')),
        ),
        migrations.AlterUniqueTogether(
            name='postsignhousehold',
            unique_together={('postsign', 'household')},
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignhousehold',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='491123da37d70658213755d66b93aea8bc0f4b02', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d186d', table='volunteers_postsign_households', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignhousehold',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsignhouseholdevent" ("household_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id") VALUES (NEW."household_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postsign_id"); RETURN NULL;', hash='4afb1893bd48793de6b366486331bc51418d19e4', operation='INSERT', pgid='pgtrigger_insert_insert_b9e5f', table='volunteers_postsign_households', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignhousehold',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_postsignhouseholdevent" ("household_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id") VALUES (NEW."household_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postsign_id"); RETURN NULL;', hash='cb3c578e7546fb41354e9429165c033152899199', operation='UPDATE', pgid='pgtrigger_update_update_eea47', table='volunteers_postsign_households', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignhousehold',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsignhouseholdevent" ("household_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id") VALUES (OLD."household_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postsign_id"); RETURN NULL;', hash='c848fee5c34b42e68fc79ce528154050f4e3333f', operation='DELETE', pgid='pgtrigger_delete_delete_0dd1c', table='volunteers_postsign_households', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignhouseholdevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0e9cce83ef2ccda271e1492fffcdca35df9e8da9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_12568', table='volunteers_postsignhouseholdevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='responsibilityarea',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_responsibilityarea_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsibilityarea',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='50beeac9079f07eb3869a7cb3a2d6e70302ae434', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_12a32', table='volunteers_responsibilityarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsibilityarea',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_responsibilityareaevent" ("division_id", "holder_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."division_id", NEW."holder_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='ebca92d5c54adec1a22d3bdbe6bc313dbdc2791b', operation='INSERT', pgid='pgtrigger_insert_insert_957ff', table='volunteers_responsibilityarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsibilityarea',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."holder_id" IS DISTINCT FROM (NEW."holder_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "volunteers_responsibilityareaevent" ("division_id", "holder_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."division_id", NEW."holder_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='0a583ed264a76f91419b3880579ad886eb05797d', operation='UPDATE', pgid='pgtrigger_update_update_8cd76', table='volunteers_responsibilityarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsibilityarea',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_responsibilityareaevent" ("division_id", "holder_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."division_id", OLD."holder_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;', hash='8f913a54e80708c256736f357f42087b62815dd2', operation='DELETE', pgid='pgtrigger_delete_delete_5b8db', table='volunteers_responsibilityarea', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsibilityareaevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dce11ec334a21f16e08121205b90b59f470275c9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f8861', table='volunteers_responsibilityareaevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='roadchief',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_roadchief_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='roadchief',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('road', '='), ('level', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='road_chief_one_per_level', violation_error_message='该路段此期间已有这一级路长。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadchief',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='716b2c62c84e93c83b09012a47c045b7b282df38', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d8aad', table='volunteers_roadchief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadchief',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_roadchiefevent" ("id", "level", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "road_id", "since", "until") VALUES (NEW."id", NEW."level", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."road_id", NEW."since", NEW."until"); RETURN NULL;', hash='a0edb3a3e0b6dfb9f2625e61a74b12cb447cbd18', operation='INSERT', pgid='pgtrigger_insert_insert_371a6', table='volunteers_roadchief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadchief',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_roadchiefevent" ("id", "level", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "road_id", "since", "until") VALUES (NEW."id", NEW."level", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."road_id", NEW."since", NEW."until"); RETURN NULL;', hash='5c663196ae6a7ad15bef923d4898c8bb7329f609', operation='UPDATE', pgid='pgtrigger_update_update_ff670', table='volunteers_roadchief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadchief',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_roadchiefevent" ("id", "level", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "road_id", "since", "until") VALUES (OLD."id", OLD."level", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."road_id", OLD."since", OLD."until"); RETURN NULL;', hash='938656f16f1abef57da78ca9c61c41f3987baf9a', operation='DELETE', pgid='pgtrigger_delete_delete_53ec7', table='volunteers_roadchief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadchiefevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e47c898c3fa2f8fd8ec0a21c54bb4243b37f0e34', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7dc14', table='volunteers_roadchiefevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadpatrol',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='87c0faa6c282e79aa2697ca7ba732dfb119681ee', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_6b414', table='volunteers_roadpatrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadpatrol',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_roadpatrolevent" ("chief_id", "id", "patrolled_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark") VALUES (NEW."chief_id", NEW."id", NEW."patrolled_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remark"); RETURN NULL;', hash='006326ed11e01d7c495293ae96af47970960c00f', operation='INSERT', pgid='pgtrigger_insert_insert_3bfe5', table='volunteers_roadpatrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadpatrol',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_roadpatrolevent" ("chief_id", "id", "patrolled_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark") VALUES (NEW."chief_id", NEW."id", NEW."patrolled_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remark"); RETURN NULL;', hash='2978a890ba93de89845835e75b16c05488333bbb', operation='UPDATE', pgid='pgtrigger_update_update_967cf', table='volunteers_roadpatrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadpatrol',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_roadpatrolevent" ("chief_id", "id", "patrolled_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark") VALUES (OLD."chief_id", OLD."id", OLD."patrolled_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remark"); RETURN NULL;', hash='f275fd7a507e7c5a127224352e619cce553ea5b4', operation='DELETE', pgid='pgtrigger_delete_delete_9bd4b', table='volunteers_roadpatrol', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patrolfindingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='491fb4021f7247b126c95b016da5e69bf8a0c1b9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eea3a', table='volunteers_patrolfindingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patrolfinding',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='e4e200acae7fb80373cd2053bd385ba51f38fa15', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b11bb', table='volunteers_patrolfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patrolfinding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_patrolfindingevent" ("aspect", "closed_on", "due_on", "finding", "id", "patrol_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "responsible_unit_id") VALUES (NEW."aspect", NEW."closed_on", NEW."due_on", NEW."finding", NEW."id", NEW."patrol_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."responsible_unit_id"); RETURN NULL;', hash='ef6f1f79413a878ab114510ca09787147fed5934', operation='INSERT', pgid='pgtrigger_insert_insert_10799', table='volunteers_patrolfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patrolfinding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_patrolfindingevent" ("aspect", "closed_on", "due_on", "finding", "id", "patrol_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "responsible_unit_id") VALUES (NEW."aspect", NEW."closed_on", NEW."due_on", NEW."finding", NEW."id", NEW."patrol_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."responsible_unit_id"); RETURN NULL;', hash='516868c299b83ba51c1e11a785c5ddb5c165cae6', operation='UPDATE', pgid='pgtrigger_update_update_a47c1', table='volunteers_patrolfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patrolfinding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_patrolfindingevent" ("aspect", "closed_on", "due_on", "finding", "id", "patrol_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "responsible_unit_id") VALUES (OLD."aspect", OLD."closed_on", OLD."due_on", OLD."finding", OLD."id", OLD."patrol_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."responsible_unit_id"); RETURN NULL;', hash='38029fbbdef55d0cf16a9ee5b5e4099a553fac43', operation='DELETE', pgid='pgtrigger_delete_delete_03a52', table='volunteers_patrolfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadpatrolevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e674eb597af590483f0c616cdc80a02df9b6da42', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f408', table='volunteers_roadpatrolevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsigndutyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9c288ce45cf401288f23fc421a19d9b2ad3003ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e23e2', table='volunteers_postsigndutyevent', when='BEFORE')),
        ),
        migrations.AlterUniqueTogether(
            name='postsignduty',
            unique_together={('postsign', 'signduty')},
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignduty',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='ccc98082c85d212b95c78cae0821c3b7d923faaa', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d9be5', table='volunteers_postsign_duties', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignduty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsigndutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id", "signduty_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postsign_id", NEW."signduty_id"); RETURN NULL;', hash='b5d91dbd8070177e1197a2fe10bfd29c13ff0533', operation='INSERT', pgid='pgtrigger_insert_insert_3bc68', table='volunteers_postsign_duties', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignduty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_postsigndutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id", "signduty_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postsign_id", NEW."signduty_id"); RETURN NULL;', hash='d548a0a0b2b1e86709c65472c1148cfb9b04cd2d', operation='UPDATE', pgid='pgtrigger_update_update_cb007', table='volunteers_postsign_duties', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsignduty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsigndutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postsign_id", "signduty_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postsign_id", OLD."signduty_id"); RETURN NULL;', hash='a7f695227dcda2a668ece629f56ce9671ca320af', operation='DELETE', pgid='pgtrigger_delete_delete_6187f', table='volunteers_postsign_duties', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='postsign',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_postsign_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsign',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='649f9fd8494bf238c6258848c32b070499f77f13', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b8a73', table='volunteers_postsign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsign',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsignevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."title", NEW."until"); RETURN NULL;', hash='917eb46845cd7edf2b04dc036361cfa074c3cd0d', operation='INSERT', pgid='pgtrigger_insert_insert_a10bb', table='volunteers_postsign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsign',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_postsignevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."title", NEW."until"); RETURN NULL;', hash='52eebd8fd891d3e9797e55340664b21da1a199a2', operation='UPDATE', pgid='pgtrigger_update_update_71539', table='volunteers_postsign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='postsign',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_postsignevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title", "until") VALUES (OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."title", OLD."until"); RETURN NULL;', hash='6f651871a1888e787e6af1dd6478ac5b059dc809', operation='DELETE', pgid='pgtrigger_delete_delete_05ce1', table='volunteers_postsign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signdutyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2b3936e8d5ab808def8d8f1b8f6fca403cfcca0b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d35a2', table='volunteers_signdutyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_team_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.UniqueConstraint(fields=('division', 'kind', 'name'), name='team_name_once', violation_error_message='该区划已有同名队伍。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6dd3739215a5d9c0265147b4f6a8cc906b5a9d7a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_8419f', table='volunteers_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_teamevent" ("division_id", "host_id", "id", "kind", "leader_id", "members", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "tasks", "until") VALUES (NEW."division_id", NEW."host_id", NEW."id", NEW."kind", NEW."leader_id", NEW."members", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."since", NEW."tasks", NEW."until"); RETURN NULL;', hash='f6c78aa80571f130cb2604184ddc7361c4b5761c', operation='INSERT', pgid='pgtrigger_insert_insert_241f0', table='volunteers_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."leader_id" IS DISTINCT FROM (NEW."leader_id") OR OLD."members" IS DISTINCT FROM (NEW."members") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."tasks" IS DISTINCT FROM (NEW."tasks") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "volunteers_teamevent" ("division_id", "host_id", "id", "kind", "leader_id", "members", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "tasks", "until") VALUES (NEW."division_id", NEW."host_id", NEW."id", NEW."kind", NEW."leader_id", NEW."members", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."since", NEW."tasks", NEW."until"); RETURN NULL;', hash='8bceb5735d38a9d98cb02f7a87a047f6fe5296c9', operation='UPDATE', pgid='pgtrigger_update_update_ed779', table='volunteers_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_teamevent" ("division_id", "host_id", "id", "kind", "leader_id", "members", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "tasks", "until") VALUES (OLD."division_id", OLD."host_id", OLD."id", OLD."kind", OLD."leader_id", OLD."members", OLD."name", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."since", OLD."tasks", OLD."until"); RETURN NULL;', hash='b037b1ab7481a4f9917639757bb9e88d36852f14', operation='DELETE', pgid='pgtrigger_delete_delete_b74ef', table='volunteers_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='70e06fd761bd0fac22928ae21d24cca290ac20b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9f9cd', table='volunteers_activityevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activity',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='8ebf471e760d2c7015ad93beeb2ff82602d66089', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_c51e6', table='volunteers_activity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activity',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_activityevent" ("division_id", "held_on", "id", "kind", "organization_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "station_id", "team_id", "title") VALUES (NEW."division_id", NEW."held_on", NEW."id", NEW."kind", NEW."organization_id", NEW."participants", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."result", NEW."station_id", NEW."team_id", NEW."title"); RETURN NULL;', hash='f5061df92e6a79c066abe24037a1daf26b63e91f', operation='INSERT', pgid='pgtrigger_insert_insert_33c03', table='volunteers_activity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activity',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_activityevent" ("division_id", "held_on", "id", "kind", "organization_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "station_id", "team_id", "title") VALUES (NEW."division_id", NEW."held_on", NEW."id", NEW."kind", NEW."organization_id", NEW."participants", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."result", NEW."station_id", NEW."team_id", NEW."title"); RETURN NULL;', hash='3c3d1eadc33a50e915405d2c482f348d1cf6a83b', operation='UPDATE', pgid='pgtrigger_update_update_f0cd5', table='volunteers_activity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activity',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_activityevent" ("division_id", "held_on", "id", "kind", "organization_id", "participants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "station_id", "team_id", "title") VALUES (OLD."division_id", OLD."held_on", OLD."id", OLD."kind", OLD."organization_id", OLD."participants", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."result", OLD."station_id", OLD."team_id", OLD."title"); RETURN NULL;', hash='3fa88882b264905e75b8b9809ea5e3582bfacfe9', operation='DELETE', pgid='pgtrigger_delete_delete_5cdc0', table='volunteers_activity', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teamevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='40ceebfec01889586c4c0fd3f9036e295851617a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7d4ac', table='volunteers_teamevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='townpractice',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='e627d6743579b5b02990ddca9b5fbbef0301eb84', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_91e8c', table='volunteers_townpractice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='townpractice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_townpracticeevent" ("described_on", "division_id", "drives", "effects", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."described_on", NEW."division_id", NEW."drives", NEW."effects", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='907ea69f92f7ae5e04a31b5295663c94bff709ec', operation='INSERT', pgid='pgtrigger_insert_insert_b0a2b', table='volunteers_townpractice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='townpractice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_townpracticeevent" ("described_on", "division_id", "drives", "effects", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."described_on", NEW."division_id", NEW."drives", NEW."effects", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='a9c19af18212fc8423fcf8578c0e372f819a7a56', operation='UPDATE', pgid='pgtrigger_update_update_8f352', table='volunteers_townpractice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='townpractice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_townpracticeevent" ("described_on", "division_id", "drives", "effects", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."described_on", OLD."division_id", OLD."drives", OLD."effects", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='3f4283ec6d0c2c395f7256b42e64ddca637c3754', operation='DELETE', pgid='pgtrigger_delete_delete_24d12', table='volunteers_townpractice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='townpracticeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='357919c2e5f20fbfffb055c82a522707750c6216', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bc313', table='volunteers_townpracticeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='villagersgroup',
            constraint=models.UniqueConstraint(fields=('division', 'name'), name='villagers_group_once', violation_error_message='该村已有同名小组。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='villagersgroup',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='df05e2f7f76c697be6f13da596969ec6010217ad', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_0ab29', table='volunteers_villagersgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='villagersgroup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_villagersgroupevent" ("division_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."division_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='a716bf292364a617381cbef4644e6cac4e6dc68f', operation='INSERT', pgid='pgtrigger_insert_insert_209bd', table='volunteers_villagersgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='villagersgroup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name"))', func='INSERT INTO "volunteers_villagersgroupevent" ("division_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."division_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='0a8b1bc99187366e91274db7cfec484e44c5c507', operation='UPDATE', pgid='pgtrigger_update_update_68f98', table='volunteers_villagersgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='villagersgroup',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_villagersgroupevent" ("division_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."division_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='526349ff5b961907f50ad160aea5f39bed02ddf1', operation='DELETE', pgid='pgtrigger_delete_delete_d9d69', table='volunteers_villagersgroup', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='householdevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5afbccd888d4c25c45ba0748a44e5b33e9b5075f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57aaf', table='volunteers_householdevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='household',
            constraint=models.UniqueConstraint(fields=('division', 'door'), name='household_door_once', violation_error_message='该村（社区）已有此门牌。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='household',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='2e1c4182154697f876240742e2aa572f6635c9fe', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_c3e4a', table='volunteers_household', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='household',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_householdevent" ("building_id", "division_id", "door", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."building_id", NEW."division_id", NEW."door", NEW."group_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='af004a6cbfb6571b4bb896029c82305e3613fc4f', operation='INSERT', pgid='pgtrigger_insert_insert_5b350', table='volunteers_household', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='household',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_householdevent" ("building_id", "division_id", "door", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."building_id", NEW."division_id", NEW."door", NEW."group_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='9fa800633e686cb3b69e6bdebd4ac42adcac9962', operation='UPDATE', pgid='pgtrigger_update_update_a0694', table='volunteers_household', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='household',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_householdevent" ("building_id", "division_id", "door", "group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."building_id", OLD."division_id", OLD."door", OLD."group_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e867fb8265f0173a887e028bdb6afaac0d38ed86', operation='DELETE', pgid='pgtrigger_delete_delete_742d5', table='volunteers_household', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactdutyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3fbb1c2aa030ae4dd1838f662ae7f098f551222a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ee5c5', table='volunteers_contactdutyevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='contactduty',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='volunteers_contactduty_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='contactduty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('tier', 'leader_village'), ('village__isnull', False), ('courtyard__isnull', True), ('group__isnull', True), ('household__isnull', True)), models.Q(('group__isnull', False), ('tier', 'cadre_group'), ('courtyard__isnull', True), ('household__isnull', True), ('village__isnull', True)), models.Q(('household__isnull', False), ('tier', 'member_household'), ('courtyard__isnull', True), ('group__isnull', True), ('village__isnull', True)), models.Q(('household__isnull', False), ('tier', 'link_head'), ('courtyard__isnull', True), ('group__isnull', True), ('village__isnull', True)), models.Q(('courtyard__isnull', False), ('tier', 'committee_cluster'), ('group__isnull', True), ('household__isnull', True), ('village__isnull', True)), _connector='OR'), name='contact_duty_tier_names_its_target', violation_error_message='包村填村、包组填村民小组、包户与联户长填户、联片填片区，其余留空。'),
        ),
        migrations.AddConstraint(
            model_name='contactduty',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('tier', 'link_head'), ('since__gte', datetime.date(1, 1, 1))), expressions=[('household', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='contact_duty_one_link_head', violation_error_message='该户此期间已有联户长。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactduty',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6c44fc668b6b158945a0b31ea001762657dfb2ed', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_61306', table='volunteers_contactduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactduty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_contactdutyevent" ("courtyard_id", "division_id", "group_id", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "tier", "until", "village_id") VALUES (NEW."courtyard_id", NEW."division_id", NEW."group_id", NEW."household_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."tier", NEW."until", NEW."village_id"); RETURN NULL;', hash='8ca897b7ba4b9465847e71d89693ebd9fd925ea1', operation='INSERT', pgid='pgtrigger_insert_insert_e496e', table='volunteers_contactduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactduty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_contactdutyevent" ("courtyard_id", "division_id", "group_id", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "tier", "until", "village_id") VALUES (NEW."courtyard_id", NEW."division_id", NEW."group_id", NEW."household_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."tier", NEW."until", NEW."village_id"); RETURN NULL;', hash='d2bb1581084677f499e641e7819327b66a88f3d7', operation='UPDATE', pgid='pgtrigger_update_update_72def', table='volunteers_contactduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactduty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_contactdutyevent" ("courtyard_id", "division_id", "group_id", "household_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "tier", "until", "village_id") VALUES (OLD."courtyard_id", OLD."division_id", OLD."group_id", OLD."household_id", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."tier", OLD."until", OLD."village_id"); RETURN NULL;', hash='51de92a1c704058824dc59c4befe5fc8ff61d5e3', operation='DELETE', pgid='pgtrigger_delete_delete_42ce6', table='volunteers_contactduty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='villagersgroupevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e7687b953646948ac2728fe50b2a686e08d538fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d9e4d', table='volunteers_villagersgroupevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='195a756aad75d68fdf1c9b304f8abb26710a6559', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_56d86', table='volunteers_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_visitevent" ("agreed", "duty_id", "hesitant", "id", "matter", "opposed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "visited_on") VALUES (NEW."agreed", NEW."duty_id", NEW."hesitant", NEW."id", NEW."matter", NEW."opposed", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='40361047cace55afd08183ec2542185a26b861a0', operation='INSERT', pgid='pgtrigger_insert_insert_5fdc5', table='volunteers_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "volunteers_visitevent" ("agreed", "duty_id", "hesitant", "id", "matter", "opposed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "visited_on") VALUES (NEW."agreed", NEW."duty_id", NEW."hesitant", NEW."id", NEW."matter", NEW."opposed", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='f5929b4b423ab22c8baa1cf91a9f1d7f9527bdff', operation='UPDATE', pgid='pgtrigger_update_update_b2bca', table='volunteers_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "volunteers_visitevent" ("agreed", "duty_id", "hesitant", "id", "matter", "opposed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "visited_on") VALUES (OLD."agreed", OLD."duty_id", OLD."hesitant", OLD."id", OLD."matter", OLD."opposed", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."result", OLD."visited_on"); RETURN NULL;', hash='bd429cc25e002677f2dfb7ca6c4aeaf7e1186100', operation='DELETE', pgid='pgtrigger_delete_delete_54caa', table='volunteers_visit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='visitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4f2c362f82c6f4646eecda8fda17ae3cc0ad3945', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6690a', table='volunteers_visitevent', when='BEFORE')),
        ),
    ])]
