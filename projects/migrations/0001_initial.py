import datetime
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import ledgers.pinyin
import orgs.models.people
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from ledgers.at_once import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('courtyards', '0001_initial'),
        ('orgs', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [AtOnce([
        migrations.CreateModel(
            name='DemolitionRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('demolished_on', models.DateField(verbose_name='日期')),
                ('places', models.PositiveIntegerField(default=0, verbose_name='处数（处）')),
                ('area_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='面积（平方米）')),
                ('area_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='面积口径')),
                ('legal_basis', models.CharField(blank=True, max_length=120, verbose_name='依据（文号、同意书）')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议')),
            ],
            options={
                'verbose_name': '拆除记录',
                'verbose_name_plural': '拆除记录',
                'ordering': ['-demolished_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='DemolitionRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('policy', models.CharField(max_length=60, verbose_name='做法')),
                ('members_first', models.PositiveIntegerField(default=0, verbose_name='带头党员（人）')),
            ],
            options={
                'verbose_name': '集中拆除行动',
                'verbose_name_plural': '集中拆除行动',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('axis', models.CharField(choices=[('reasonable', '改得合理不合理'), ('quality', '质量怎么样'), ('effect', '改造成效'), ('gain', '获得感'), ('happiness', '幸福感'), ('pride', '自豪感')], max_length=12, verbose_name='评判事项')),
                ('verdict', models.CharField(choices=[('good', '好（明显）'), ('fair', '一般'), ('poor', '差')], max_length=6, verbose_name='评判结果')),
                ('evaluated_on', models.DateField(verbose_name='评判日期')),
                ('asked', models.PositiveIntegerField(default=0, verbose_name='参与人数（人）')),
                ('satisfied', models.PositiveIntegerField(default=0, verbose_name='满意人数（人）')),
            ],
            options={
                'verbose_name': '群众评判',
                'verbose_name_plural': '群众评判',
                'ordering': ['-evaluated_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='IndicatorEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('code', models.CharField(max_length=40, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('unit', models.CharField(max_length=20, verbose_name='单位')),
                ('kinds', models.JSONField(default=list, help_text='项目类别代码的列表', verbose_name='适用项目类别')),
                ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='小数位')),
                ('in_weekly_report', models.BooleanField(default=True, verbose_name='列入周报')),
                ('is_percent', models.BooleanField(default=False, verbose_name='百分数')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('survey', '摸排'), ('consent', '意愿征求'), ('approval', '立项与资金'), ('design', '设计'), ('tender', '招标'), ('start', '开工'), ('works', '施工'), ('completion', '竣工'), ('acceptance', '联合验收'), ('settlement', '结算审计'), ('handover', '移交'), ('long_term', '长效管理')], max_length=12, verbose_name='阶段')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='计划日期')),
                ('actual_on', models.DateField(blank=True, null=True, verbose_name='实际日期')),
                ('note', models.CharField(blank=True, help_text='如农历日期：正月初四', max_length=120, verbose_name='说明')),
            ],
            options={
                'verbose_name': '节点',
                'verbose_name_plural': '节点',
                'ordering': ['project', models.OrderBy(models.F('planned_on'), nulls_last=True), 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MilestoneEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('stage', models.CharField(choices=[('survey', '摸排'), ('consent', '意愿征求'), ('approval', '立项与资金'), ('design', '设计'), ('tender', '招标'), ('start', '开工'), ('works', '施工'), ('completion', '竣工'), ('acceptance', '联合验收'), ('settlement', '结算审计'), ('handover', '移交'), ('long_term', '长效管理')], max_length=12, verbose_name='阶段')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='计划日期')),
                ('actual_on', models.DateField(blank=True, null=True, verbose_name='实际日期')),
                ('note', models.CharField(blank=True, help_text='如农历日期：正月初四', max_length=120, verbose_name='说明')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('text', models.CharField(max_length=300, verbose_name='意见')),
                ('voices', models.PositiveIntegerField(default=1, verbose_name='同类意见数')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复')),
            ],
            options={
                'verbose_name': '群众意见',
                'verbose_name_plural': '群众意见',
            },
        ),
        migrations.CreateModel(
            name='OpinionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('text', models.CharField(max_length=300, verbose_name='意见')),
                ('voices', models.PositiveIntegerField(default=1, verbose_name='同类意见数')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Period',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年')),
                ('number', models.PositiveSmallIntegerField(verbose_name='周次')),
                ('start', models.DateField(unique=True, verbose_name='开始日期')),
                ('end', models.DateField(verbose_name='结束日期')),
                ('due_at', models.DateTimeField(verbose_name='截止时间')),
            ],
            options={
                'verbose_name': '报送周期',
                'verbose_name_plural': '报送周期',
                'ordering': ['-start'],
            },
        ),
        migrations.CreateModel(
            name='PeriodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField(verbose_name='年')),
                ('number', models.PositiveSmallIntegerField(verbose_name='周次')),
                ('start', models.DateField(verbose_name='开始日期')),
                ('end', models.DateField(verbose_name='结束日期')),
                ('due_at', models.DateTimeField(verbose_name='截止时间')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, verbose_name='问题')),
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('source', models.CharField(choices=[('meeting', '座谈会'), ('supervisor', '监督员'), ('patrol', '路长巡查'), ('resident', '群众反映'), ('visit', '入户走访'), ('follow_up', '跟踪问效')], max_length=12, verbose_name='来源')),
                ('raised_on', models.DateField(verbose_name='提出日期')),
                ('due_on', models.DateField(verbose_name='整改时限')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='销号日期')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('ending_note', models.CharField(blank=True, max_length=300, verbose_name='办理情况')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议（暂停催办）')),
            ],
            options={
                'verbose_name': '问题',
                'verbose_name_plural': '问题',
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProblemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=120, verbose_name='问题')),
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('source', models.CharField(choices=[('meeting', '座谈会'), ('supervisor', '监督员'), ('patrol', '路长巡查'), ('resident', '群众反映'), ('visit', '入户走访'), ('follow_up', '跟踪问效')], max_length=12, verbose_name='来源')),
                ('raised_on', models.DateField(verbose_name='提出日期')),
                ('due_on', models.DateField(verbose_name='整改时限')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='销号日期')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('ending_note', models.CharField(blank=True, max_length=300, verbose_name='办理情况')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议（暂停催办）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('line', models.CharField(choices=[('roads', '城市道路综合改造'), ('urban_fringe', '城乡接合部综合改造'), ('old_neighbourhoods', '老旧小区综合改造'), ('refined_management', '城市精细化管理'), ('unmanaged_courtyards', '无主管楼院整治')], max_length=24, verbose_name='战线')),
                ('reports_weekly', models.BooleanField(default=True, verbose_name='按周报送')),
            ],
            options={
                'verbose_name': '战线',
                'verbose_name_plural': '战线',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('line', models.CharField(choices=[('roads', '城市道路综合改造'), ('urban_fringe', '城乡接合部综合改造'), ('old_neighbourhoods', '老旧小区综合改造'), ('refined_management', '城市精细化管理'), ('unmanaged_courtyards', '无主管楼院整治')], max_length=24, verbose_name='战线')),
                ('reports_weekly', models.BooleanField(default=True, verbose_name='按周报送')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('kind', models.CharField(choices=[('road_section', '道路综合改造'), ('village', '城乡接合部村庄'), ('corridor_greening', '廊道绿化'), ('old_community', '老旧小区'), ('parking_road', '智慧停车道路'), ('garage', '立体智能停车场'), ('smart_city', '城市大脑与智慧交通'), ('other', '其他')], max_length=20, verbose_name='类别')),
                ('budget_wan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='总投资（万元）')),
                ('scope_of_work', models.CharField(blank=True, max_length=200, verbose_name='改造内容')),
                ('is_demonstration', models.BooleanField(default=False, verbose_name='示范点（段）')),
                ('answerable', models.CharField(blank=True, max_length=60, verbose_name='责任人（职务）')),
            ],
            options={
                'verbose_name': '项目',
                'verbose_name_plural': '项目',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProjectEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('road_section', '道路综合改造'), ('village', '城乡接合部村庄'), ('corridor_greening', '廊道绿化'), ('old_community', '老旧小区'), ('parking_road', '智慧停车道路'), ('garage', '立体智能停车场'), ('smart_city', '城市大脑与智慧交通'), ('other', '其他')], max_length=20, verbose_name='类别')),
                ('budget_wan', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='总投资（万元）')),
                ('scope_of_work', models.CharField(blank=True, max_length=200, verbose_name='改造内容')),
                ('is_demonstration', models.BooleanField(default=False, verbose_name='示范点（段）')),
                ('answerable', models.CharField(blank=True, max_length=60, verbose_name='责任人（职务）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectOrganization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('level', models.CharField(choices=[('community', '社区'), ('courtyard', '楼院'), ('site', '工地')], max_length=10, verbose_name='层级')),
            ],
            options={
                'verbose_name': '项目党组织',
                'verbose_name_plural': '项目党组织',
            },
        ),
        migrations.CreateModel(
            name='ProjectOrganizationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('level', models.CharField(choices=[('community', '社区'), ('courtyard', '楼院'), ('site', '工地')], max_length=10, verbose_name='层级')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text='周报为该周最后一日', verbose_name='数据日期')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='累计值')),
                ('qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='口径')),
                ('verified_on', models.DateField(blank=True, null=True, verbose_name='核定日期')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
            ],
            options={
                'verbose_name': '指标数据',
                'verbose_name_plural': '指标数据',
                'ordering': ['-day', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ReadingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('day', models.DateField(help_text='周报为该周最后一日', verbose_name='数据日期')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='累计值')),
                ('qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='口径')),
                ('verified_on', models.DateField(blank=True, null=True, verbose_name='核定日期')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RedStation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('location', models.CharField(blank=True, max_length=120, verbose_name='地点')),
                ('services', models.CharField(blank=True, max_length=200, verbose_name='服务内容')),
            ],
            options={
                'verbose_name': '党员红色驿站',
                'verbose_name_plural': '党员红色驿站',
            },
        ),
        migrations.CreateModel(
            name='RedStationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('location', models.CharField(blank=True, max_length=120, verbose_name='地点')),
                ('services', models.CharField(blank=True, max_length=200, verbose_name='服务内容')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('due', '待报'), ('draft', '填报中'), ('filed', '待审核'), ('returned', '已退回'), ('approved', '已审核')], default='due', max_length=10, verbose_name='状态')),
                ('no_change', models.BooleanField(default=False, verbose_name='本周无变化')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='情况说明')),
                ('filed_on', models.DateField(blank=True, help_text='最近一次报送；退回后清空', null=True, verbose_name='报送日期')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='版本')),
            ],
            options={
                'verbose_name': '周报',
                'verbose_name_plural': '周报',
                'ordering': ['-period__start', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('status', models.CharField(choices=[('due', '待报'), ('draft', '填报中'), ('filed', '待审核'), ('returned', '已退回'), ('approved', '已审核')], default='due', max_length=10, verbose_name='状态')),
                ('no_change', models.BooleanField(default=False, verbose_name='本周无变化')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='情况说明')),
                ('filed_on', models.DateField(blank=True, help_text='最近一次报送；退回后清空', null=True, verbose_name='报送日期')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='版本')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('filed', '报送'), ('returned', '退回'), ('approved', '审核通过'), ('corrected', '更正')], max_length=10, verbose_name='动作')),
                ('taken_on', models.DateField(verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
            ],
            options={
                'verbose_name': '周报流转',
                'verbose_name_plural': '周报流转',
                'ordering': ['taken_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('action', models.CharField(choices=[('filed', '报送'), ('returned', '退回'), ('approved', '审核通过'), ('corrected', '更正')], max_length=10, verbose_name='动作')),
                ('taken_on', models.DateField(verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Road',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('starts_at', models.CharField(blank=True, max_length=60, verbose_name='起点')),
                ('ends_at', models.CharField(blank=True, max_length=60, verbose_name='止点')),
                ('axis', models.CharField(blank=True, choices=[('ns', '纵（南北向）'), ('ew', '横（东西向）')], max_length=2, verbose_name='走向')),
            ],
            options={
                'verbose_name': '道路（路段）',
                'verbose_name_plural': '道路（路段）',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RoadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('starts_at', models.CharField(blank=True, max_length=60, verbose_name='起点')),
                ('ends_at', models.CharField(blank=True, max_length=60, verbose_name='止点')),
                ('axis', models.CharField(blank=True, choices=[('ns', '纵（南北向）'), ('ew', '横（东西向）')], max_length=2, verbose_name='走向')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoolMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='日期')),
                ('topic', models.CharField(max_length=120, verbose_name='议题')),
                ('host', models.CharField(blank=True, max_length=60, verbose_name='主持人（职务）')),
                ('attendees', models.PositiveIntegerField(default=0, verbose_name='到会人数（人）')),
            ],
            options={
                'verbose_name': '小板凳座谈会',
                'verbose_name_plural': '小板凳座谈会',
                'ordering': ['-held_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='StoolMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('held_on', models.DateField(verbose_name='日期')),
                ('topic', models.CharField(max_length=120, verbose_name='议题')),
                ('host', models.CharField(blank=True, max_length=60, verbose_name='主持人（职务）')),
                ('attendees', models.PositiveIntegerField(default=0, verbose_name='到会人数（人）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SupervisionOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True, verbose_name='编号')),
                ('title', models.CharField(max_length=120, verbose_name='事项')),
                ('issued_on', models.DateField(verbose_name='签发日期')),
                ('due_on', models.DateField(verbose_name='办结时限')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='回复')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='回复日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
            ],
            options={
                'verbose_name': '督办单',
                'verbose_name_plural': '督办单',
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SupervisionOrderEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.CharField(max_length=20, verbose_name='编号')),
                ('title', models.CharField(max_length=120, verbose_name='事项')),
                ('issued_on', models.DateField(verbose_name='签发日期')),
                ('due_on', models.DateField(verbose_name='办结时限')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='回复')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='回复日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Supervisor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
            ],
            options={
                'verbose_name': '监督员',
                'verbose_name_plural': '监督员',
            },
        ),
        migrations.CreateModel(
            name='SupervisorEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SupervisorNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noted_on', models.DateField(verbose_name='日期')),
                ('finding', models.CharField(max_length=300, verbose_name='发现')),
                ('mended_on', models.DateField(blank=True, null=True, verbose_name='整改日期')),
            ],
            options={
                'verbose_name': '监督记录',
                'verbose_name_plural': '监督记录',
                'ordering': ['-noted_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SupervisorNoteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('noted_on', models.DateField(verbose_name='日期')),
                ('finding', models.CharField(max_length=300, verbose_name='发现')),
                ('mended_on', models.DateField(blank=True, null=True, verbose_name='整改日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField(verbose_name='应达日期')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='目标值')),
            ],
            options={
                'verbose_name': '计划目标',
                'verbose_name_plural': '计划目标',
                'ordering': ['project', 'due_on'],
            },
        ),
        migrations.CreateModel(
            name='TargetEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('due_on', models.DateField(verbose_name='应达日期')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='目标值')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkShift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('worked_on', models.DateField(verbose_name='日期')),
                ('kind', models.CharField(choices=[('day', '白班（道路优化）'), ('night', '夜班（铣刨复摊）')], max_length=6, verbose_name='班次')),
                ('traffic', models.CharField(choices=[('open', '放行'), ('partly', '半幅通行'), ('closed', '封闭施工')], max_length=8, verbose_name='交通组织')),
                ('workers', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人）')),
                ('work_done', models.CharField(blank=True, max_length=200, verbose_name='完成内容')),
            ],
            options={
                'verbose_name': '施工班次',
                'verbose_name_plural': '施工班次',
                'ordering': ['-worked_on', 'kind'],
            },
        ),
        migrations.CreateModel(
            name='WorkShiftEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('worked_on', models.DateField(verbose_name='日期')),
                ('kind', models.CharField(choices=[('day', '白班（道路优化）'), ('night', '夜班（铣刨复摊）')], max_length=6, verbose_name='班次')),
                ('traffic', models.CharField(choices=[('open', '放行'), ('partly', '半幅通行'), ('closed', '封闭施工')], max_length=8, verbose_name='交通组织')),
                ('workers', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人）')),
                ('work_done', models.CharField(blank=True, max_length=200, verbose_name='完成内容')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CivicProcess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('community', '一征三议两公开'), ('village', '四议两公开')], max_length=10, verbose_name='程序')),
                ('matter', models.CharField(max_length=120, verbose_name='事项')),
                ('opened_on', models.DateField(verbose_name='启动日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                ('status', models.CharField(choices=[('draft', '拟定'), ('running', '进行中'), ('returned', '退回重议'), ('rejected', '未通过'), ('closed', '办结')], default='draft', max_length=10, verbose_name='状态')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='社区（村）')),
            ],
            options={
                'verbose_name': '民主议事',
                'verbose_name_plural': '民主议事',
                'ordering': ['-opened_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CivicProcessEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('community', '一征三议两公开'), ('village', '四议两公开')], max_length=10, verbose_name='程序')),
                ('matter', models.CharField(max_length=120, verbose_name='事项')),
                ('opened_on', models.DateField(verbose_name='启动日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                ('status', models.CharField(choices=[('draft', '拟定'), ('running', '进行中'), ('returned', '退回重议'), ('rejected', '未通过'), ('closed', '办结')], default='draft', max_length=10, verbose_name='状态')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicprocess')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CivicStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('held_on', models.DateField(verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='地点')),
                ('due', models.PositiveIntegerField(default=0, verbose_name='应到（人、户）')),
                ('present', models.PositiveIntegerField(default=0, verbose_name='实到（人、户）')),
                ('agree', models.PositiveIntegerField(default=0, verbose_name='同意')),
                ('against', models.PositiveIntegerField(default=0, verbose_name='不同意')),
                ('abstain', models.PositiveIntegerField(default=0, verbose_name='弃权')),
                ('notice_until', models.DateField(blank=True, null=True, verbose_name='公示截止')),
                ('content', models.TextField(blank=True, verbose_name='内容')),
                ('process', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.civicprocess', verbose_name='议事事项')),
            ],
            options={
                'verbose_name': '议事步骤',
                'verbose_name_plural': '议事步骤',
                'ordering': ['process', 'held_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CivicStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('held_on', models.DateField(verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='地点')),
                ('due', models.PositiveIntegerField(default=0, verbose_name='应到（人、户）')),
                ('present', models.PositiveIntegerField(default=0, verbose_name='实到（人、户）')),
                ('agree', models.PositiveIntegerField(default=0, verbose_name='同意')),
                ('against', models.PositiveIntegerField(default=0, verbose_name='不同意')),
                ('abstain', models.PositiveIntegerField(default=0, verbose_name='弃权')),
                ('notice_until', models.DateField(blank=True, null=True, verbose_name='公示截止')),
                ('content', models.TextField(blank=True, verbose_name='内容')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicstep')),
                ('process', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.civicprocess', verbose_name='议事事项')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DemolitionRecordEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('demolished_on', models.DateField(verbose_name='日期')),
                ('places', models.PositiveIntegerField(default=0, verbose_name='处数（处）')),
                ('area_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='面积（平方米）')),
                ('area_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='面积口径')),
                ('legal_basis', models.CharField(blank=True, max_length=120, verbose_name='依据（文号、同意书）')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitionrecord')),
                ('round', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.demolitionround', verbose_name='集中行动')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='demolitionrecord',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='records', to='projects.demolitionround', verbose_name='集中行动'),
        ),
        migrations.CreateModel(
            name='DemolitionRoundEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('policy', models.CharField(max_length=60, verbose_name='做法')),
                ('members_first', models.PositiveIntegerField(default=0, verbose_name='带头党员（人）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitionround')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EvaluationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('axis', models.CharField(choices=[('reasonable', '改得合理不合理'), ('quality', '质量怎么样'), ('effect', '改造成效'), ('gain', '获得感'), ('happiness', '幸福感'), ('pride', '自豪感')], max_length=12, verbose_name='评判事项')),
                ('verdict', models.CharField(choices=[('good', '好（明显）'), ('fair', '一般'), ('poor', '差')], max_length=6, verbose_name='评判结果')),
                ('evaluated_on', models.DateField(verbose_name='评判日期')),
                ('asked', models.PositiveIntegerField(default=0, verbose_name='参与人数（人）')),
                ('satisfied', models.PositiveIntegerField(default=0, verbose_name='满意人数（人）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.evaluation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FollowUpVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('guidance', '业务指导'), ('supervision', '工作督导')], max_length=12, verbose_name='类别')),
                ('visited_on', models.DateField(verbose_name='日期')),
                ('finding', models.CharField(blank=True, max_length=300, verbose_name='发现')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('result', models.CharField(blank=True, max_length=300, verbose_name='结果')),
                ('next_visit_on', models.DateField(blank=True, null=True, verbose_name='下次回访')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='orgs.partyorganization', verbose_name='党组织')),
            ],
            options={
                'verbose_name': '跟踪问效',
                'verbose_name_plural': '跟踪问效',
                'ordering': ['-visited_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FollowUpVisitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('guidance', '业务指导'), ('supervision', '工作督导')], max_length=12, verbose_name='类别')),
                ('visited_on', models.DateField(verbose_name='日期')),
                ('finding', models.CharField(blank=True, max_length=300, verbose_name='发现')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('result', models.CharField(blank=True, max_length=300, verbose_name='结果')),
                ('next_visit_on', models.DateField(blank=True, null=True, verbose_name='下次回访')),
                ('organization', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.followupvisit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='代码')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('unit', models.CharField(max_length=20, verbose_name='单位')),
                ('kinds', models.JSONField(default=list, help_text='项目类别代码的列表', verbose_name='适用项目类别')),
                ('decimals', models.PositiveSmallIntegerField(default=0, verbose_name='小数位')),
                ('in_weekly_report', models.BooleanField(default=True, verbose_name='列入周报')),
                ('is_percent', models.BooleanField(default=False, verbose_name='百分数')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
            ],
            options={
                'verbose_name': '指标',
                'verbose_name_plural': '指标',
                'ordering': ['position', 'code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_indicator_until_after_since', violation_error_message='终止日期不能早于起始日期。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='2138ccce38f21592e3316d130231a95991e622da', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e57b9', table='projects_indicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_indicatorevent" ("code", "decimals", "id", "in_weekly_report", "is_percent", "kinds", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "since", "unit", "until") VALUES (NEW."code", NEW."decimals", NEW."id", NEW."in_weekly_report", NEW."is_percent", NEW."kinds", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."since", NEW."unit", NEW."until"); RETURN NULL;', hash='6480fcabdc6bf940c307bb9e68dbd2087da43c92', operation='INSERT', pgid='pgtrigger_insert_insert_2d764', table='projects_indicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_indicatorevent" ("code", "decimals", "id", "in_weekly_report", "is_percent", "kinds", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "since", "unit", "until") VALUES (NEW."code", NEW."decimals", NEW."id", NEW."in_weekly_report", NEW."is_percent", NEW."kinds", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."since", NEW."unit", NEW."until"); RETURN NULL;', hash='2315ecf2a28e7d99da40a42c5b39d1604102cda0', operation='UPDATE', pgid='pgtrigger_update_update_c2cc9', table='projects_indicator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_indicatorevent" ("code", "decimals", "id", "in_weekly_report", "is_percent", "kinds", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "since", "unit", "until") VALUES (OLD."code", OLD."decimals", OLD."id", OLD."in_weekly_report", OLD."is_percent", OLD."kinds", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."since", OLD."unit", OLD."until"); RETURN NULL;', hash='4f67be3920f2dfc567dce5b92ce7696e042b50ad', operation='DELETE', pgid='pgtrigger_delete_delete_3d6ed', table='projects_indicator', when='AFTER')),
        ),
        migrations.AddField(
            model_name='indicatorevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='indicatorevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.indicator'),
        ),
        migrations.AddField(
            model_name='milestoneevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='milestoneevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.milestone'),
        ),
        migrations.AddField(
            model_name='opinionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='opinionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.opinion'),
        ),
        migrations.AddConstraint(
            model_name='period',
            constraint=models.UniqueConstraint(fields=('year', 'number'), name='period_number_once'),
        ),
        migrations.AddConstraint(
            model_name='period',
            constraint=models.CheckConstraint(condition=models.Q(('end__gte', models.F('start'))), name='period_end_after_start', violation_error_message='结束日期不能早于开始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='period',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='8b1ac537df908f7436aba7c34055d1dad68afe6f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_ddeab', table='projects_period', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='period',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_periodevent" ("due_at", "end", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "year") VALUES (NEW."due_at", NEW."end", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."start", NEW."year"); RETURN NULL;', hash='a21cf308e6ae7e454165ebe7bbf370c0e285eb1e', operation='INSERT', pgid='pgtrigger_insert_insert_f1ae8', table='projects_period', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='period',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_periodevent" ("due_at", "end", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "year") VALUES (NEW."due_at", NEW."end", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."start", NEW."year"); RETURN NULL;', hash='5330f4060bf7e0eda4cd6f64ada84ab713ea1401', operation='UPDATE', pgid='pgtrigger_update_update_a7262', table='projects_period', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='period',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_periodevent" ("due_at", "end", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start", "year") VALUES (OLD."due_at", OLD."end", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."start", OLD."year"); RETURN NULL;', hash='721d9f22ba4017980f7ebedc424be2c9763777cc', operation='DELETE', pgid='pgtrigger_delete_delete_751c5', table='projects_period', when='AFTER')),
        ),
        migrations.AddField(
            model_name='periodevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='periodevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.period'),
        ),
        migrations.AddField(
            model_name='problem',
            name='courtyard',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='problem',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='orgs.division', verbose_name='社区（村）'),
        ),
        migrations.AddField(
            model_name='problem',
            name='responsible_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='courtyard',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.problem'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='responsible_unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='programme',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='programme',
            name='headquarters',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='orgs.unit', verbose_name='指挥部'),
        ),
        migrations.AddField(
            model_name='programme',
            name='temp_branch',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='orgs.partyorganization', verbose_name='临时党支部'),
        ),
        migrations.AddField(
            model_name='programmeevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='programmeevent',
            name='headquarters',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='指挥部'),
        ),
        migrations.AddField(
            model_name='programmeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='programmeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.programme'),
        ),
        migrations.AddField(
            model_name='programmeevent',
            name='temp_branch',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='临时党支部'),
        ),
        migrations.AddField(
            model_name='project',
            name='contractor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='built_projects', to='orgs.unit', verbose_name='施工单位'),
        ),
        migrations.AddField(
            model_name='project',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='project',
            name='lead_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='led_projects', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='project',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='projects.programme', verbose_name='战线'),
        ),
        migrations.AddField(
            model_name='problemevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='problem',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='milestoneevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='milestone',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='milestones', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='followupvisitevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='followupvisit',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='evaluationevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='evaluation',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evaluations', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='demolitionroundevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目（村）'),
        ),
        migrations.AddField(
            model_name='demolitionround',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='demolition_rounds', to='projects.project', verbose_name='项目（村）'),
        ),
        migrations.AddField(
            model_name='demolitionrecordevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='demolitionrecord',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='demolitions', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='civicprocessevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='civicprocess',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='civic_processes', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='contractor',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='施工单位'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='lead_unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.project'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='programme',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.programme', verbose_name='战线'),
        ),
        migrations.AddField(
            model_name='projectorganization',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_links', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='projectorganization',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='organizations', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='projectorganizationevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='projectorganizationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='projectorganizationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.projectorganization'),
        ),
        migrations.AddField(
            model_name='projectorganizationevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='reading',
            name='corrects',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='projects.reading', verbose_name='更正'),
        ),
        migrations.AddField(
            model_name='reading',
            name='indicator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='projects.indicator', verbose_name='指标'),
        ),
        migrations.AddField(
            model_name='reading',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='corrects',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.reading', verbose_name='更正'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='indicator',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.indicator', verbose_name='指标'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.reading'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='redstation',
            name='host',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='red_stations', to='orgs.unit', verbose_name='依托单位'),
        ),
        migrations.AddField(
            model_name='redstation',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='red_stations', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='redstationevent',
            name='host',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='依托单位'),
        ),
        migrations.AddField(
            model_name='redstationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='redstationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.redstation'),
        ),
        migrations.AddField(
            model_name='redstationevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='report',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='report',
            name='period',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='projects.period', verbose_name='周期'),
        ),
        migrations.AddField(
            model_name='report',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='readingevent',
            name='report',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.report', verbose_name='周报'),
        ),
        migrations.AddField(
            model_name='reading',
            name='report',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='projects.report', verbose_name='周报'),
        ),
        migrations.AddField(
            model_name='reportevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='reportevent',
            name='period',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.period', verbose_name='周期'),
        ),
        migrations.AddField(
            model_name='reportevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reportevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.report'),
        ),
        migrations.AddField(
            model_name='reportevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='reportstep',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人'),
        ),
        migrations.AddField(
            model_name='reportstep',
            name='indicator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.indicator', verbose_name='涉及指标'),
        ),
        migrations.AddField(
            model_name='reportstep',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.report', verbose_name='周报'),
        ),
        migrations.AddField(
            model_name='reportstepevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办人'),
        ),
        migrations.AddField(
            model_name='reportstepevent',
            name='indicator',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.indicator', verbose_name='涉及指标'),
        ),
        migrations.AddField(
            model_name='reportstepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reportstepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.reportstep'),
        ),
        migrations.AddField(
            model_name='reportstepevent',
            name='report',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.report', verbose_name='周报'),
        ),
        migrations.AddField(
            model_name='road',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='projectevent',
            name='road',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.road', verbose_name='道路'),
        ),
        migrations.AddField(
            model_name='project',
            name='road',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='projects.road', verbose_name='道路'),
        ),
        migrations.AddField(
            model_name='roadevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='roadevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='roadevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.road'),
        ),
        migrations.AddField(
            model_name='stoolmeeting',
            name='courtyard',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stool_meetings', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='stoolmeeting',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='社区（村）'),
        ),
        migrations.AddField(
            model_name='stoolmeeting',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stool_meetings', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='opinionevent',
            name='meeting',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.stoolmeeting', verbose_name='座谈会'),
        ),
        migrations.AddField(
            model_name='opinion',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='projects.stoolmeeting', verbose_name='座谈会'),
        ),
        migrations.AddField(
            model_name='stoolmeetingevent',
            name='courtyard',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='stoolmeetingevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）'),
        ),
        migrations.AddField(
            model_name='stoolmeetingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='stoolmeetingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.stoolmeeting'),
        ),
        migrations.AddField(
            model_name='stoolmeetingevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='problem',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='to_unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='orgs.unit', verbose_name='承办单位'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.supervisionorder'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='problem',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='to_unit',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='承办单位'),
        ),
        migrations.AddField(
            model_name='supervisor',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervised_projects', to='orgs.person', verbose_name='监督员'),
        ),
        migrations.AddField(
            model_name='supervisor',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supervisors', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='supervisorevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='监督员'),
        ),
        migrations.AddField(
            model_name='supervisorevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='supervisorevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.supervisor'),
        ),
        migrations.AddField(
            model_name='supervisorevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='supervisornote',
            name='supervisor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='projects.supervisor', verbose_name='监督员'),
        ),
        migrations.AddField(
            model_name='supervisornoteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='supervisornoteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.supervisornote'),
        ),
        migrations.AddField(
            model_name='supervisornoteevent',
            name='supervisor',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.supervisor', verbose_name='监督员'),
        ),
        migrations.AddField(
            model_name='target',
            name='indicator',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='projects.indicator', verbose_name='指标'),
        ),
        migrations.AddField(
            model_name='target',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='targetevent',
            name='indicator',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.indicator', verbose_name='指标'),
        ),
        migrations.AddField(
            model_name='targetevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='targetevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.target'),
        ),
        migrations.AddField(
            model_name='targetevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='workshift',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='workshiftevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='workshiftevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.workshift'),
        ),
        migrations.AddField(
            model_name='workshiftevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present__lte', models.F('due'))), name='civic_step_present_within_due', violation_error_message='实到不能多于应到。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('agree'), '+', models.F('against')), '+', models.F('abstain')))), name='civic_step_votes_within_present', violation_error_message='同意、不同意、弃权之和不能多于实到。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='1dc8fd6d8ec07c0e903faa178299fe50f3b446f2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_6d43b', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicstepevent" ("abstain", "against", "agree", "content", "due", "held_on", "id", "kind", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "process_id") VALUES (NEW."abstain", NEW."against", NEW."agree", NEW."content", NEW."due", NEW."held_on", NEW."id", NEW."kind", NEW."notice_until", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."present", NEW."process_id"); RETURN NULL;', hash='37cd3d6e3436d113d0a0b8f15b6105c025a6b7ac', operation='INSERT', pgid='pgtrigger_insert_insert_8dd0f', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicstepevent" ("abstain", "against", "agree", "content", "due", "held_on", "id", "kind", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "process_id") VALUES (NEW."abstain", NEW."against", NEW."agree", NEW."content", NEW."due", NEW."held_on", NEW."id", NEW."kind", NEW."notice_until", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."present", NEW."process_id"); RETURN NULL;', hash='8f9c6a1fbb643a0c6bd9b7c3a05ace45e3c067f3', operation='UPDATE', pgid='pgtrigger_update_update_0195d', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicstepevent" ("abstain", "against", "agree", "content", "due", "held_on", "id", "kind", "notice_until", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "process_id") VALUES (OLD."abstain", OLD."against", OLD."agree", OLD."content", OLD."due", OLD."held_on", OLD."id", OLD."kind", OLD."notice_until", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."present", OLD."process_id"); RETURN NULL;', hash='3843c7c763444c1e07ff6736678f27ab067c302e', operation='DELETE', pgid='pgtrigger_delete_delete_11f69', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='40732524e29bf9f91e47d80a9a800fb6627930a0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a416a', table='projects_civicstepevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicatorevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='397b0ca09d1b999e40fbc0cbcf17c3183930b816', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_915fb', table='projects_indicatorevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='periodevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='498532007b5e3abdb62c865ea91b6176480ad021', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_55bdf', table='projects_periodevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_programme_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.UniqueConstraint(fields=('division', 'line'), name='programme_line_once', violation_error_message='该区划此战线已存在。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='b606917a7fd04e76b79fb65557306413a2d743a5', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_390cc', table='projects_programme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_programmeevent" ("division_id", "headquarters_id", "id", "line", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reports_weekly", "since", "temp_branch_id", "until") VALUES (NEW."division_id", NEW."headquarters_id", NEW."id", NEW."line", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reports_weekly", NEW."since", NEW."temp_branch_id", NEW."until"); RETURN NULL;', hash='899cead68680d4cf9d046eefae0f62f417fb7588', operation='INSERT', pgid='pgtrigger_insert_insert_e4da0', table='projects_programme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."headquarters_id" IS DISTINCT FROM (NEW."headquarters_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."line" IS DISTINCT FROM (NEW."line") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reports_weekly" IS DISTINCT FROM (NEW."reports_weekly") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."temp_branch_id" IS DISTINCT FROM (NEW."temp_branch_id") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "projects_programmeevent" ("division_id", "headquarters_id", "id", "line", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reports_weekly", "since", "temp_branch_id", "until") VALUES (NEW."division_id", NEW."headquarters_id", NEW."id", NEW."line", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reports_weekly", NEW."since", NEW."temp_branch_id", NEW."until"); RETURN NULL;', hash='66cd5688e51028d9b6c46bb43f1f18ad080af54e', operation='UPDATE', pgid='pgtrigger_update_update_6c4d5', table='projects_programme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_programmeevent" ("division_id", "headquarters_id", "id", "line", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reports_weekly", "since", "temp_branch_id", "until") VALUES (OLD."division_id", OLD."headquarters_id", OLD."id", OLD."line", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reports_weekly", OLD."since", OLD."temp_branch_id", OLD."until"); RETURN NULL;', hash='456ec344f832069753a3c169ebbc231411c2b481', operation='DELETE', pgid='pgtrigger_delete_delete_12dcf', table='projects_programme', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programmeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='34a45c93c6a4af27fa38d5730cdf9e90502bd13c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_73b9d', table='projects_programmeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3dc1e6150fe8070e4387fadb2ef2d116a4704ab3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5f010', table='projects_problemevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('raised_on')), _connector='OR'), name='problem_closed_after_raised', violation_error_message='销号日期不能早于提出日期。'),
        ),
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), models.Q(('ending', ''), _negated=True), _connector='OR'), name='problem_ending_given', violation_error_message='销号须选择结果：已整改、未整改或无法整改。'),
        ),
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('raised_on'))), name='problem_due_after_raised', violation_error_message='整改时限不能早于提出日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='832694046908fb4d5a0fe0e50fdd25ef69306d29', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a1687', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "responsible_unit_id", "source", "title") VALUES (NEW."category", NEW."closed_on", NEW."courtyard_id", NEW."division_id", NEW."due_on", NEW."ending", NEW."ending_note", NEW."id", NEW."is_disputed", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."raised_on", NEW."responsible_unit_id", NEW."source", NEW."title"); RETURN NULL;', hash='d9e1ce9028bb15183829252a6e5c6bf2c9b5508e', operation='INSERT', pgid='pgtrigger_insert_insert_d31f4', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "responsible_unit_id", "source", "title") VALUES (NEW."category", NEW."closed_on", NEW."courtyard_id", NEW."division_id", NEW."due_on", NEW."ending", NEW."ending_note", NEW."id", NEW."is_disputed", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."raised_on", NEW."responsible_unit_id", NEW."source", NEW."title"); RETURN NULL;', hash='2f576e9f2d28f62ebdcdca4d0fd718518e801748', operation='UPDATE', pgid='pgtrigger_update_update_65089', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "responsible_unit_id", "source", "title") VALUES (OLD."category", OLD."closed_on", OLD."courtyard_id", OLD."division_id", OLD."due_on", OLD."ending", OLD."ending_note", OLD."id", OLD."is_disputed", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."raised_on", OLD."responsible_unit_id", OLD."source", OLD."title"); RETURN NULL;', hash='26d72e143b34e4412f3fba300b9ed73f2117f07b', operation='DELETE', pgid='pgtrigger_delete_delete_6b270', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestoneevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3650ccc777918a130ef41c08626f724bf1940708', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bab76', table='projects_milestoneevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('project', 'stage'), name='milestone_stage_once', violation_error_message='该项目此阶段已有节点。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='debc87d1659630882693a5f184e67b4921b3353f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_938c7', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "stage") VALUES (NEW."actual_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."project_id", NEW."stage"); RETURN NULL;', hash='428a41946fddfde4c3fd5180fd7c9bd1285f1bc8', operation='INSERT', pgid='pgtrigger_insert_insert_2945c', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "stage") VALUES (NEW."actual_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."project_id", NEW."stage"); RETURN NULL;', hash='20fdb4eb7be8a519b0edc173076580291edffe1b', operation='UPDATE', pgid='pgtrigger_update_update_96e58', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "stage") VALUES (OLD."actual_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_on", OLD."project_id", OLD."stage"); RETURN NULL;', hash='fd6fad239d7cd64795d85d3325e08eadddbf4edb', operation='DELETE', pgid='pgtrigger_delete_delete_fed44', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26eb98e587f049e5c535a474baf74da7583e19a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_61e9a', table='projects_followupvisitevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='9e47c51c4284fe7de89d72d3b54d4062740605ae', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_860ca', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "result", "visited_on") VALUES (NEW."due_on", NEW."finding", NEW."id", NEW."kind", NEW."next_visit_on", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='687e0404da9db059c7d2341a6e49299cab330363', operation='INSERT', pgid='pgtrigger_insert_insert_e8183', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "result", "visited_on") VALUES (NEW."due_on", NEW."finding", NEW."id", NEW."kind", NEW."next_visit_on", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='0971f5becd886a203aa77204aadb82a8ee5a295f', operation='UPDATE', pgid='pgtrigger_update_update_7b8cb', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "result", "visited_on") VALUES (OLD."due_on", OLD."finding", OLD."id", OLD."kind", OLD."next_visit_on", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."result", OLD."visited_on"); RETURN NULL;', hash='a7dcc4f6651bdd83a2fb5b976804fbdb5dc640b0', operation='DELETE', pgid='pgtrigger_delete_delete_113b0', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cbea50b823dae7999cdb76e372d767d89eaa27b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5200d', table='projects_evaluationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='evaluation',
            constraint=models.UniqueConstraint(fields=('project', 'axis', 'evaluated_on'), name='evaluation_once_a_day', violation_error_message='该项目此事项当日已有评判。'),
        ),
        migrations.AddConstraint(
            model_name='evaluation',
            constraint=models.CheckConstraint(condition=models.Q(('satisfied__lte', models.F('asked'))), name='evaluation_satisfied_within_asked', violation_error_message='满意人数不能多于参与人数。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluation',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='86b7ad1938657b31dd7d0fb9756caa55f4bc384c', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_3e986', table='projects_evaluation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_evaluationevent" ("asked", "axis", "evaluated_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "satisfied", "verdict") VALUES (NEW."asked", NEW."axis", NEW."evaluated_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."satisfied", NEW."verdict"); RETURN NULL;', hash='2c1720cd4f83ed91b761e0a995887b266aefbe69', operation='INSERT', pgid='pgtrigger_insert_insert_8eb14', table='projects_evaluation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_evaluationevent" ("asked", "axis", "evaluated_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "satisfied", "verdict") VALUES (NEW."asked", NEW."axis", NEW."evaluated_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."satisfied", NEW."verdict"); RETURN NULL;', hash='a74f1142527486ee2b9ec41b78515bd3024e710f', operation='UPDATE', pgid='pgtrigger_update_update_e1f39', table='projects_evaluation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evaluation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_evaluationevent" ("asked", "axis", "evaluated_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "satisfied", "verdict") VALUES (OLD."asked", OLD."axis", OLD."evaluated_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."satisfied", OLD."verdict"); RETURN NULL;', hash='3e3064a295f7a483e8dbad8fc540904006fa0216', operation='DELETE', pgid='pgtrigger_delete_delete_c9df1', table='projects_evaluation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e4e65da5dbee87a4a7d12daaad739ffda7454886', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e5860', table='projects_demolitionroundevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='demolitionround',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_demolitionround_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='debbcd628a028bca6516cea60069a00a8703644d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_66dfe', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionroundevent" ("id", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "since", "until") VALUES (NEW."id", NEW."members_first", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."policy", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='7c47587090f3017bde760d362d26b43b67bbba36', operation='INSERT', pgid='pgtrigger_insert_insert_f0228', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_demolitionroundevent" ("id", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "since", "until") VALUES (NEW."id", NEW."members_first", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."policy", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='cf50ee9d9d342a643e451ee868c0d6440afa7abf', operation='UPDATE', pgid='pgtrigger_update_update_e5c01', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionroundevent" ("id", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "since", "until") VALUES (OLD."id", OLD."members_first", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."policy", OLD."project_id", OLD."since", OLD."until"); RETURN NULL;', hash='96227184c6cfbac53c0b86fceb130feb747eb608', operation='DELETE', pgid='pgtrigger_delete_delete_cd93a', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecordevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='47705c5b73c4a40b999bea4dd6f7762b7cb095f0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7300a', table='projects_demolitionrecordevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecord',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='698d029749b334d10bf858ed055874ff110f5713', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d633b', table='projects_demolitionrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecord',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionrecordevent" ("area_m2", "area_qualifier", "demolished_on", "id", "is_disputed", "kind", "legal_basis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "round_id") VALUES (NEW."area_m2", NEW."area_qualifier", NEW."demolished_on", NEW."id", NEW."is_disputed", NEW."kind", NEW."legal_basis", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."project_id", NEW."round_id"); RETURN NULL;', hash='c3be4edc54592f9ba52b6bfbb18264e491123624', operation='INSERT', pgid='pgtrigger_insert_insert_35848', table='projects_demolitionrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecord',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_demolitionrecordevent" ("area_m2", "area_qualifier", "demolished_on", "id", "is_disputed", "kind", "legal_basis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "round_id") VALUES (NEW."area_m2", NEW."area_qualifier", NEW."demolished_on", NEW."id", NEW."is_disputed", NEW."kind", NEW."legal_basis", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."project_id", NEW."round_id"); RETURN NULL;', hash='dffe23a903da4be1eeae7fa866476d026864231e', operation='UPDATE', pgid='pgtrigger_update_update_375c3', table='projects_demolitionrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecord',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionrecordevent" ("area_m2", "area_qualifier", "demolished_on", "id", "is_disputed", "kind", "legal_basis", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "project_id", "round_id") VALUES (OLD."area_m2", OLD."area_qualifier", OLD."demolished_on", OLD."id", OLD."is_disputed", OLD."kind", OLD."legal_basis", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."project_id", OLD."round_id"); RETURN NULL;', hash='04673c3be34dc2a94d3b482dfc028d4c99cb2bce', operation='DELETE', pgid='pgtrigger_delete_delete_bb3a0', table='projects_demolitionrecord', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocessevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='86af45093cf6f3e02bebdcded9a837f7c8b1c0c2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f45d', table='projects_civicprocessevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='2f463cd8d9c7512a8888202d7d6e3ef4795773d2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fe259', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (NEW."closed_on", NEW."division_id", NEW."id", NEW."kind", NEW."matter", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."status"); RETURN NULL;', hash='7f8398f2d6f2c88536c9f57b9b7dca5253d2f75f', operation='INSERT', pgid='pgtrigger_insert_insert_d57a6', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (NEW."closed_on", NEW."division_id", NEW."id", NEW."kind", NEW."matter", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."status"); RETURN NULL;', hash='1d6455d89622d60595dd7eee135b0288a34e883a', operation='UPDATE', pgid='pgtrigger_update_update_b5b31', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (OLD."closed_on", OLD."division_id", OLD."id", OLD."kind", OLD."matter", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."status"); RETURN NULL;', hash='6111b04c82f6e46d50f719b9d672f2ff637ccf93', operation='DELETE', pgid='pgtrigger_delete_delete_d96a2', table='projects_civicprocess', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='projectorganization',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_projectorganization_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='projectorganization',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('project', '='), ('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='project_organization_once', violation_error_message='该党组织此期间已在这个项目中。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectorganization',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='f3994a99cd806ee1c25e92cb7ca881cba2e1564f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b8089', table='projects_projectorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectorganization',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectorganizationevent" ("id", "level", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (NEW."id", NEW."level", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='c1f6c8aea3c7f17b7f573baad952f0d0c2475417', operation='INSERT', pgid='pgtrigger_insert_insert_f4515', table='projects_projectorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectorganization',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectorganizationevent" ("id", "level", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (NEW."id", NEW."level", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='4e39aeef9776d2ec145c4c9726b2d28c15aa1b32', operation='UPDATE', pgid='pgtrigger_update_update_db966', table='projects_projectorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectorganization',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectorganizationevent" ("id", "level", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (OLD."id", OLD."level", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."since", OLD."until"); RETURN NULL;', hash='d7c42e71633cf005997ae09f04034345ddf7454d', operation='DELETE', pgid='pgtrigger_delete_delete_6a53b', table='projects_projectorganization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectorganizationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='55cf326ab2dce333194341c5edea6e0beef189a6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_87bd4', table='projects_projectorganizationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='redstation',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_redstation_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstation',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='70490d2829ebfaa68c7d6cb64617a9fcaca4a3ce', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_95bc5', table='projects_redstation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_redstationevent" ("host_id", "id", "location", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "services", "since", "until") VALUES (NEW."host_id", NEW."id", NEW."location", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."services", NEW."since", NEW."until"); RETURN NULL;', hash='b4f0f04c2437117a0a4e0d802993daa283641aa7', operation='INSERT', pgid='pgtrigger_insert_insert_30271', table='projects_redstation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."location" IS DISTINCT FROM (NEW."location") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."services" IS DISTINCT FROM (NEW."services") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "projects_redstationevent" ("host_id", "id", "location", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "services", "since", "until") VALUES (NEW."host_id", NEW."id", NEW."location", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."services", NEW."since", NEW."until"); RETURN NULL;', hash='91189d8eedfffd4a7de3b81ca456de610483a4cb', operation='UPDATE', pgid='pgtrigger_update_update_b4ebd', table='projects_redstation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_redstationevent" ("host_id", "id", "location", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "services", "since", "until") VALUES (OLD."host_id", OLD."id", OLD."location", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."services", OLD."since", OLD."until"); RETURN NULL;', hash='b5e3bdd8f23dcfe57e377426b3a7ffb7595cc828', operation='DELETE', pgid='pgtrigger_delete_delete_0e99e', table='projects_redstation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5e990ac5cb8474cf529b00ea2b0c6b663fe48e9e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_76444', table='projects_redstationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('project', 'period'), name='report_once_a_period'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='cdad315d7e9ea99f66b702be68984f0a2ef3ad8b', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_47870', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "status", "version") VALUES (NEW."division_id", NEW."filed_on", NEW."id", NEW."no_change", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."remark", NEW."status", NEW."version"); RETURN NULL;', hash='282bab04260d46316ee4c400e4b1d46d3421f40f', operation='INSERT', pgid='pgtrigger_insert_insert_ad1b6', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "status", "version") VALUES (NEW."division_id", NEW."filed_on", NEW."id", NEW."no_change", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."remark", NEW."status", NEW."version"); RETURN NULL;', hash='3928e02cb32a13fe3198c8bed6b1697dd97655a3', operation='UPDATE', pgid='pgtrigger_update_update_f0671', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "status", "version") VALUES (OLD."division_id", OLD."filed_on", OLD."id", OLD."no_change", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."remark", OLD."status", OLD."version"); RETURN NULL;', hash='5a6bfca8d716aa2ed68909bb6706a4914ce19db1', operation='DELETE', pgid='pgtrigger_delete_delete_e6333', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3aa8ee4d3561385ae5acc4221b53a22fc25b0721', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4bcf8', table='projects_readingevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(fields=['project', 'indicator', '-day', '-verified_on', '-id'], include=('value', 'qualifier'), name='reading_latest'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(condition=models.Q(('corrects__isnull', True)), fields=('project', 'indicator', 'day'), name='reading_once_a_day', violation_error_message='该项目此指标当日已有数据，更正请走更正流程。'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='reading_correction_says_why', violation_error_message='更正必须写明原因。'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.CheckConstraint(condition=models.Q(('value__gte', 0)), name='reading_not_negative', violation_error_message='累计值不能为负数。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='3900f3ae9d210fbb540c8966df4bc092804c8e2c', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_7b73d', table='projects_reading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_readingevent" ("corrects_id", "day", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "qualifier", "reason", "report_id", "value", "verified_on") VALUES (NEW."corrects_id", NEW."day", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."qualifier", NEW."reason", NEW."report_id", NEW."value", NEW."verified_on"); RETURN NULL;', hash='aeb4f1d0e0d0814b3daefd5e9cbeeb6639b60ed5', operation='INSERT', pgid='pgtrigger_insert_insert_27ae5', table='projects_reading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_readingevent" ("corrects_id", "day", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "qualifier", "reason", "report_id", "value", "verified_on") VALUES (NEW."corrects_id", NEW."day", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."qualifier", NEW."reason", NEW."report_id", NEW."value", NEW."verified_on"); RETURN NULL;', hash='6022864431b3b47d6482bfca57c01a5e56af058a', operation='UPDATE', pgid='pgtrigger_update_update_4db05', table='projects_reading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_readingevent" ("corrects_id", "day", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "qualifier", "reason", "report_id", "value", "verified_on") VALUES (OLD."corrects_id", OLD."day", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."qualifier", OLD."reason", OLD."report_id", OLD."value", OLD."verified_on"); RETURN NULL;', hash='49cde102e765e2b4428b80efae8916bc48e458fb', operation='DELETE', pgid='pgtrigger_delete_delete_1a000', table='projects_reading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2d1b9b8ecce1a4a50798d82dbcd2c56e3d65c8a0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_810b8', table='projects_reportevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='reportstep',
            index=models.Index(fields=['report', 'taken_on', 'id'], name='report_step_latest'),
        ),
        migrations.AddConstraint(
            model_name='reportstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__in', ['returned', 'corrected']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='report_step_reason_given', violation_error_message='退回、更正必须写明原因。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='e2d0739dcaaffe28aa1bb896e98bb9ced32fc02b', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_f4d3d', table='projects_reportstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportstepevent" ("action", "by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "taken_at", "taken_on") VALUES (NEW."action", NEW."by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."report_id", NEW."taken_at", NEW."taken_on"); RETURN NULL;', hash='dfa281d2708a06ab46b535447a9a42f14bff5c08', operation='INSERT', pgid='pgtrigger_insert_insert_ffd84', table='projects_reportstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_reportstepevent" ("action", "by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "taken_at", "taken_on") VALUES (NEW."action", NEW."by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."report_id", NEW."taken_at", NEW."taken_on"); RETURN NULL;', hash='f537fc7a6961714d8e0142ff2cdb9825f57f4d53', operation='UPDATE', pgid='pgtrigger_update_update_268e5', table='projects_reportstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportstepevent" ("action", "by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "taken_at", "taken_on") VALUES (OLD."action", OLD."by_id", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."report_id", OLD."taken_at", OLD."taken_on"); RETURN NULL;', hash='1ad1c8011bf374f0358df62e8dd8d93a27bd3275', operation='DELETE', pgid='pgtrigger_delete_delete_3483f', table='projects_reportstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c4462306e97d76a50e74aa52502a317e0d79bdda', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_76165', table='projects_reportstepevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='road',
            constraint=models.UniqueConstraint(fields=('division', 'name', 'starts_at', 'ends_at'), name='road_segment_once', violation_error_message='该路段已存在。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='road',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='83fa191210b8e9ab35536b96596a1752292c02ed', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b368e', table='projects_road', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='road',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_roadevent" ("axis", "division_id", "ends_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at") VALUES (NEW."axis", NEW."division_id", NEW."ends_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_at"); RETURN NULL;', hash='2f4983ce1c8ae74df43b69063c6e5c8854e153c6', operation='INSERT', pgid='pgtrigger_insert_insert_e86ba', table='projects_road', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='road',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."axis" IS DISTINCT FROM (NEW."axis") OR OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at"))', func='INSERT INTO "projects_roadevent" ("axis", "division_id", "ends_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at") VALUES (NEW."axis", NEW."division_id", NEW."ends_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_at"); RETURN NULL;', hash='dad17076816efbbe7784c458d864aefdaaae5d83', operation='UPDATE', pgid='pgtrigger_update_update_52631', table='projects_road', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='road',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_roadevent" ("axis", "division_id", "ends_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at") VALUES (OLD."axis", OLD."division_id", OLD."ends_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_at"); RETURN NULL;', hash='a9ae903857a597ddbf6431ead62bf2cc6ddaed6b', operation='DELETE', pgid='pgtrigger_delete_delete_0fdef', table='projects_road', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='projectevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e539f9fdce38ce92bafc8b1e4a452e7eeeec59d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bce67', table='projects_projectevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_project_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.UniqueConstraint(fields=('programme', 'division', 'kind', 'name'), name='project_name_once', violation_error_message='该区划此战线下已有同名项目。'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('budget_wan__isnull', True), ('budget_wan__gte', 0), _connector='OR'), name='project_budget_not_negative', violation_error_message='总投资不能为负数。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='947811502914b933b88bd51e3d37b6b3c4195b82', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_00557', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectevent" ("answerable", "budget_wan", "contractor_id", "division_id", "id", "is_demonstration", "kind", "lead_unit_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "road_id", "scope_of_work", "since", "until") VALUES (NEW."answerable", NEW."budget_wan", NEW."contractor_id", NEW."division_id", NEW."id", NEW."is_demonstration", NEW."kind", NEW."lead_unit_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."road_id", NEW."scope_of_work", NEW."since", NEW."until"); RETURN NULL;', hash='9c5225647209a59009296b99b8495ab08779f1d9', operation='INSERT', pgid='pgtrigger_insert_insert_2e147', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answerable" IS DISTINCT FROM (NEW."answerable") OR OLD."budget_wan" IS DISTINCT FROM (NEW."budget_wan") OR OLD."contractor_id" IS DISTINCT FROM (NEW."contractor_id") OR OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_demonstration" IS DISTINCT FROM (NEW."is_demonstration") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lead_unit_id" IS DISTINCT FROM (NEW."lead_unit_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."road_id" IS DISTINCT FROM (NEW."road_id") OR OLD."scope_of_work" IS DISTINCT FROM (NEW."scope_of_work") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "projects_projectevent" ("answerable", "budget_wan", "contractor_id", "division_id", "id", "is_demonstration", "kind", "lead_unit_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "road_id", "scope_of_work", "since", "until") VALUES (NEW."answerable", NEW."budget_wan", NEW."contractor_id", NEW."division_id", NEW."id", NEW."is_demonstration", NEW."kind", NEW."lead_unit_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."road_id", NEW."scope_of_work", NEW."since", NEW."until"); RETURN NULL;', hash='95f38d23ed60331a196d41800595ad1e28712464', operation='UPDATE', pgid='pgtrigger_update_update_804c3', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectevent" ("answerable", "budget_wan", "contractor_id", "division_id", "id", "is_demonstration", "kind", "lead_unit_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "road_id", "scope_of_work", "since", "until") VALUES (OLD."answerable", OLD."budget_wan", OLD."contractor_id", OLD."division_id", OLD."id", OLD."is_demonstration", OLD."kind", OLD."lead_unit_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."road_id", OLD."scope_of_work", OLD."since", OLD."until"); RETURN NULL;', hash='6d251741cd5b4b7b74c0934f3de376358632a19d', operation='DELETE', pgid='pgtrigger_delete_delete_2192f', table='projects_project', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a2b7507e06d36dda69687e36a9ac029a6b1f4db7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8a653', table='projects_roadevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeeting',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='e513ea79338db7462dd2dc20c91abe7a6aca9b10', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_8952e', table='projects_stoolmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_stoolmeetingevent" ("attendees", "courtyard_id", "division_id", "held_on", "host", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "topic") VALUES (NEW."attendees", NEW."courtyard_id", NEW."division_id", NEW."held_on", NEW."host", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."topic"); RETURN NULL;', hash='750678ad4b369d5879c2ade2a7ee65060d592586', operation='INSERT', pgid='pgtrigger_insert_insert_c1cf0', table='projects_stoolmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_stoolmeetingevent" ("attendees", "courtyard_id", "division_id", "held_on", "host", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "topic") VALUES (NEW."attendees", NEW."courtyard_id", NEW."division_id", NEW."held_on", NEW."host", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."topic"); RETURN NULL;', hash='8d85142b5eeeecd37234cf6b05ea7acf9b544fca', operation='UPDATE', pgid='pgtrigger_update_update_feed9', table='projects_stoolmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_stoolmeetingevent" ("attendees", "courtyard_id", "division_id", "held_on", "host", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "topic") VALUES (OLD."attendees", OLD."courtyard_id", OLD."division_id", OLD."held_on", OLD."host", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."topic"); RETURN NULL;', hash='b8bd03d3781a335fba98d30f8a47cd03a9fe0ca8', operation='DELETE', pgid='pgtrigger_delete_delete_89a99', table='projects_stoolmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3994fbd3838aaee6df18c7095547dabce42c2e65', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_33b73', table='projects_opinionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='b8c02650a97a87b02d78225041fe88571379ca2b', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_2e00e', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "voices") VALUES (NEW."answer", NEW."category", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."voices"); RETURN NULL;', hash='264fb2efebf3c1ff00c8792ff50000622e8c3282', operation='INSERT', pgid='pgtrigger_insert_insert_7eced', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "voices") VALUES (NEW."answer", NEW."category", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."voices"); RETURN NULL;', hash='8e4cbadd930c4da21dd93f2619d13ceb332bb026', operation='UPDATE', pgid='pgtrigger_update_update_a9b9b', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "voices") VALUES (OLD."answer", OLD."category", OLD."id", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."voices"); RETURN NULL;', hash='abe13e8a50c9b2e54b24dee7a8fde7c139bdba12', operation='DELETE', pgid='pgtrigger_delete_delete_273a6', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='707ae69558b30241d729d37fbb2ff57d62733091', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e321', table='projects_stoolmeetingevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='supervisionorder',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('issued_on'))), name='supervision_order_due_after_issued', violation_error_message='办结时限不能早于签发日期。'),
        ),
        migrations.AddConstraint(
            model_name='supervisionorder',
            constraint=models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('issued_on')), _connector='OR'), name='supervision_order_closed_after_issued', violation_error_message='办结日期不能早于签发日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='620b2b8c6735b002f9b01daad515309295eb1515', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_6bbdb', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisionorderevent" ("closed_on", "division_id", "due_on", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "replied_on", "reply", "title", "to_unit_id") VALUES (NEW."closed_on", NEW."division_id", NEW."due_on", NEW."id", NEW."issued_on", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."replied_on", NEW."reply", NEW."title", NEW."to_unit_id"); RETURN NULL;', hash='6d0c1d9ae23e8c92f566f3d4402273d72ddba030', operation='INSERT', pgid='pgtrigger_insert_insert_05be0', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_supervisionorderevent" ("closed_on", "division_id", "due_on", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "replied_on", "reply", "title", "to_unit_id") VALUES (NEW."closed_on", NEW."division_id", NEW."due_on", NEW."id", NEW."issued_on", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."replied_on", NEW."reply", NEW."title", NEW."to_unit_id"); RETURN NULL;', hash='75869e3cd0099f36a3000a40bc5444a8056d8f1c', operation='UPDATE', pgid='pgtrigger_update_update_db864', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisionorderevent" ("closed_on", "division_id", "due_on", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "replied_on", "reply", "title", "to_unit_id") VALUES (OLD."closed_on", OLD."division_id", OLD."due_on", OLD."id", OLD."issued_on", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."replied_on", OLD."reply", OLD."title", OLD."to_unit_id"); RETURN NULL;', hash='ac0a3bdc5af8344c50b5c3eab3e534e6d52e1198', operation='DELETE', pgid='pgtrigger_delete_delete_5bb39', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorderevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='31962554f6d088b4796e58ec2dcb7378cb77bc30', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44a81', table='projects_supervisionorderevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='supervisor',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_supervisor_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='supervisor',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('project', '='), ('person', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='supervisor_once', violation_error_message='该监督员此期间已在这个项目中。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisor',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='1992359f1149fe232e1e3699a6fa77e382ed800a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e923b', table='projects_supervisor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisor',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisorevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='64155f380e609cd5955670843800259f33f1df43', operation='INSERT', pgid='pgtrigger_insert_insert_9440c', table='projects_supervisor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_supervisorevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."since", NEW."until"); RETURN NULL;', hash='7ee95043f9aed565932e099acc6ba92743568c9e', operation='UPDATE', pgid='pgtrigger_update_update_f56f4', table='projects_supervisor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisorevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "since", "until") VALUES (OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."since", OLD."until"); RETURN NULL;', hash='2f328313db977f6989212817b5783e1af2756675', operation='DELETE', pgid='pgtrigger_delete_delete_dcc2f', table='projects_supervisor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisorevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e93543a1ea276974f2fc367ba714a051dad13cf2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6c883', table='projects_supervisorevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisornote',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='6427b11eb0ef04c63d27d7308ddac15c52cd9697', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_5cfd1', table='projects_supervisornote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisornote',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisornoteevent" ("finding", "id", "mended_on", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_id") VALUES (NEW."finding", NEW."id", NEW."mended_on", NEW."noted_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."supervisor_id"); RETURN NULL;', hash='bb0c4dfe8345a060c99a3367a4534efc3eb47568', operation='INSERT', pgid='pgtrigger_insert_insert_e3c9e', table='projects_supervisornote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisornote',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_supervisornoteevent" ("finding", "id", "mended_on", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_id") VALUES (NEW."finding", NEW."id", NEW."mended_on", NEW."noted_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."supervisor_id"); RETURN NULL;', hash='b59111af58c2323135bcbfeb6d7648288d44c7bb', operation='UPDATE', pgid='pgtrigger_update_update_d581f', table='projects_supervisornote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisornote',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisornoteevent" ("finding", "id", "mended_on", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervisor_id") VALUES (OLD."finding", OLD."id", OLD."mended_on", OLD."noted_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."supervisor_id"); RETURN NULL;', hash='949c3a1b158796a1c69288a640e502ff22c937a0', operation='DELETE', pgid='pgtrigger_delete_delete_165ff', table='projects_supervisornote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisornoteevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='21eaca307c6d3e89404784c1853465f67f591885', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7f29c', table='projects_supervisornoteevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.UniqueConstraint(fields=('project', 'indicator', 'due_on'), name='target_once_a_day', violation_error_message='该项目此指标当日已有目标。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='target',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='4f8065ff67e2f147ff6f46054761dbf9d617f1fa', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fc486', table='projects_target', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='target',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_targetevent" ("due_on", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "value") VALUES (NEW."due_on", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."value"); RETURN NULL;', hash='4f81efd1681d3fb3906a8b6bcb2128c48cba173d', operation='INSERT', pgid='pgtrigger_insert_insert_9ce37', table='projects_target', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='target',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_targetevent" ("due_on", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "value") VALUES (NEW."due_on", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."value"); RETURN NULL;', hash='6f91d98538006a52190228edf7bfc63d651ad03b', operation='UPDATE', pgid='pgtrigger_update_update_c534d', table='projects_target', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='target',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_targetevent" ("due_on", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "value") VALUES (OLD."due_on", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."value"); RETURN NULL;', hash='3c15063b3974b751c01825b47c443fa02e69b178', operation='DELETE', pgid='pgtrigger_delete_delete_d5422', table='projects_target', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='targetevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2f7443b0b39857ab2d09fc55a4174bfa9860fdba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a9e3', table='projects_targetevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='workshift',
            constraint=models.UniqueConstraint(fields=('project', 'worked_on', 'kind'), name='work_shift_once', violation_error_message='该项目当日此班次已登记。'),
        ),
        migrations.AddConstraint(
            model_name='workshift',
            constraint=models.CheckConstraint(condition=models.Q(('party_members__lte', models.F('workers'))), name='work_shift_members_within_workers', violation_error_message='党员人数不能多于总人数。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO ledgers_dataversion (shard, changes) VALUES (pg_backend_pid() % 1024, 1)\n    ON CONFLICT (shard) DO UPDATE SET changes = ledgers_dataversion.changes + 1;\n    RETURN NULL;\n', hash='91a11976f4ff21f404051354ab7ef1e6852ea168', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_5a86b', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_workshiftevent" ("id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."traffic", NEW."work_done", NEW."worked_on", NEW."workers"); RETURN NULL;', hash='6267513cf3b4da9712d9b6353e24d02245dd81cb', operation='INSERT', pgid='pgtrigger_insert_insert_13e3d', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_workshiftevent" ("id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."traffic", NEW."work_done", NEW."worked_on", NEW."workers"); RETURN NULL;', hash='3fe7fdd7268bc51e80eceee45f993229c2530a44', operation='UPDATE', pgid='pgtrigger_update_update_37c0d', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_workshiftevent" ("id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (OLD."id", OLD."kind", OLD."party_members", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."traffic", OLD."work_done", OLD."worked_on", OLD."workers"); RETURN NULL;', hash='9748ee60c6a8fb374382933ff9ca3ab442770adf', operation='DELETE', pgid='pgtrigger_delete_delete_ef09e', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshiftevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c9daf30d42c46fef242f1767fe351ad98c3cca3b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6c3ff', table='projects_workshiftevent', when='BEFORE')),
        ),
    ])]
