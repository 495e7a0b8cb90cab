import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
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

    # The last two only for the order, as in orgs: what hangs on the account comes before the rest.
    dependencies = [
        ('orgs', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('otp_static', '0003_add_timestamps'),
        ('otp_totp', '0003_add_timestamps'),
    ]

    operations = [AtOnce([
        migrations.CreateModel(
            name='BranchCoverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
            ],
            options={
                'verbose_name': '党支部覆盖楼院',
                'verbose_name_plural': '党支部覆盖楼院',
            },
        ),
        migrations.CreateModel(
            name='BranchCoverageEvent',
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
            name='BranchPairing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('agreement', models.CharField(blank=True, max_length=120, verbose_name='联建协议')),
            ],
            options={
                'verbose_name': '支部联建',
                'verbose_name_plural': '支部联建',
            },
        ),
        migrations.CreateModel(
            name='BranchPairingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('agreement', models.CharField(blank=True, max_length=120, verbose_name='联建协议')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Building',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='full_name', verbose_name='检索拼音')),
                ('entrances', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='单元数（个）')),
                ('floors', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='层数')),
            ],
            options={
                'verbose_name': '楼栋',
                'verbose_name_plural': '楼栋',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BuildingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('entrances', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='单元数（个）')),
                ('floors', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='层数')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Courtyard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('kind', models.CharField(choices=[('single', '楼院'), ('cluster', '片区')], default='single', max_length=8, verbose_name='类别')),
                ('location', models.CharField(blank=True, max_length=120, verbose_name='位置')),
                ('built', models.CharField(blank=True, help_text='如:1990年代、1996年', max_length=20, verbose_name='建成年代')),
                ('original_owner_note', models.CharField(blank=True, help_text='单位已破产、撤销或不在名录时填写', max_length=80, verbose_name='原产权单位说明')),
                ('main_problems', models.CharField(blank=True, max_length=200, verbose_name='主要问题')),
                ('remark', models.CharField(blank=True, max_length=200, verbose_name='备注')),
            ],
            options={
                'verbose_name': '楼院',
                'verbose_name_plural': '楼院',
                'ordering': ['search_text', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CourtyardEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('single', '楼院'), ('cluster', '片区')], default='single', max_length=8, verbose_name='类别')),
                ('location', models.CharField(blank=True, max_length=120, verbose_name='位置')),
                ('built', models.CharField(blank=True, help_text='如:1990年代、1996年', max_length=20, verbose_name='建成年代')),
                ('original_owner_note', models.CharField(blank=True, help_text='单位已破产、撤销或不在名录时填写', max_length=80, verbose_name='原产权单位说明')),
                ('main_problems', models.CharField(blank=True, max_length=200, verbose_name='主要问题')),
                ('remark', models.CharField(blank=True, max_length=200, verbose_name='备注')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupCoverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
            ],
            options={
                'verbose_name': '党小组覆盖楼栋',
                'verbose_name_plural': '党小组覆盖楼栋',
            },
        ),
        migrations.CreateModel(
            name='GroupCoverageEvent',
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
            name='Headship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('appointed_by', models.CharField(blank=True, max_length=80, verbose_name='任命单位')),
            ],
            options={
                'verbose_name': '楼院长、楼栋长任职',
                'verbose_name_plural': '楼院长、楼栋长任职',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HeadshipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('appointed_by', models.CharField(blank=True, max_length=80, verbose_name='任命单位')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PairedCadre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('capacity', models.CharField(choices=[('section', '科级干部'), ('young', '优秀年轻干部')], max_length=8, verbose_name='身份')),
                ('handover_note', models.CharField(blank=True, max_length=200, verbose_name='交接说明')),
            ],
            options={
                'verbose_name': '包联干部',
                'verbose_name_plural': '包联干部',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PairedCadreEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('capacity', models.CharField(choices=[('section', '科级干部'), ('young', '优秀年轻干部')], max_length=8, verbose_name='身份')),
                ('handover_note', models.CharField(blank=True, max_length=200, verbose_name='交接说明')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SelfManagementCommittee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('search_text', ledgers.pinyin.PinyinField(default='', editable=False, source='name', verbose_name='检索拼音')),
                ('members', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='人数（人）')),
                ('rules', models.CharField(blank=True, max_length=200, verbose_name='议事规则')),
            ],
            options={
                'verbose_name': '自管会',
                'verbose_name_plural': '自管会',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SelfManagementCommitteeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('members', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='人数（人）')),
                ('rules', models.CharField(blank=True, max_length=200, verbose_name='议事规则')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('surveyed_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='摸排日期')),
                ('buildings', models.PositiveIntegerField(verbose_name='楼栋数（栋）')),
                ('entrances', models.PositiveIntegerField(blank=True, null=True, verbose_name='单元数（个）')),
                ('households', models.PositiveIntegerField(verbose_name='户数（户）')),
                ('households_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='户数口径')),
                ('residents', models.PositiveIntegerField(verbose_name='人口数（人）')),
                ('residents_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='人口数口径')),
                ('elderly', models.PositiveIntegerField(blank=True, null=True, verbose_name='60岁以上（人）')),
                ('party_members', models.PositiveIntegerField(blank=True, null=True, verbose_name='党员数（人）')),
            ],
            options={
                'verbose_name': '摸排数据',
                'verbose_name_plural': '摸排数据',
                'ordering': ['-surveyed_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SurveyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('surveyed_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='摸排日期')),
                ('buildings', models.PositiveIntegerField(verbose_name='楼栋数（栋）')),
                ('entrances', models.PositiveIntegerField(blank=True, null=True, verbose_name='单元数（个）')),
                ('households', models.PositiveIntegerField(verbose_name='户数（户）')),
                ('households_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='户数口径')),
                ('residents', models.PositiveIntegerField(verbose_name='人口数（人）')),
                ('residents_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='人口数口径')),
                ('elderly', models.PositiveIntegerField(blank=True, null=True, verbose_name='60岁以上（人）')),
                ('party_members', models.PositiveIntegerField(blank=True, null=True, verbose_name='党员数（人）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SurveyRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('title', models.CharField(max_length=80, verbose_name='轮次')),
                ('principle', models.CharField(blank=True, max_length=120, verbose_name='原则')),
            ],
            options={
                'verbose_name': '摸排轮次',
                'verbose_name_plural': '摸排轮次',
            },
        ),
        migrations.CreateModel(
            name='SurveyRoundEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('title', models.CharField(max_length=80, verbose_name='轮次')),
                ('principle', models.CharField(blank=True, max_length=120, verbose_name='原则')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='branchcoverage',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='courtyard_coverages', to='orgs.partyorganization', verbose_name='党支部'),
        ),
        migrations.AddField(
            model_name='branchcoverageevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党支部'),
        ),
        migrations.AddField(
            model_name='branchcoverageevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='branchcoverageevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.branchcoverage'),
        ),
        migrations.AddField(
            model_name='branchpairing',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairings', to='orgs.partyorganization', verbose_name='楼院党支部'),
        ),
        migrations.AddField(
            model_name='branchpairing',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairings', to='orgs.unit', verbose_name='单位'),
        ),
        migrations.AddField(
            model_name='branchpairingevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='楼院党支部'),
        ),
        migrations.AddField(
            model_name='branchpairingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='branchpairingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.branchpairing'),
        ),
        migrations.AddField(
            model_name='branchpairingevent',
            name='unit',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='单位'),
        ),
        migrations.AddField(
            model_name='building',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='buildings', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='buildingevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='buildingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='buildingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.building'),
        ),
        migrations.AddField(
            model_name='courtyard',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='courtyards', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='courtyard',
            name='original_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owned_courtyards', to='orgs.unit', verbose_name='原产权单位'),
        ),
        migrations.AddField(
            model_name='buildingevent',
            name='courtyard',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='building',
            name='courtyard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='buildings', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='branchcoverageevent',
            name='courtyard',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='branchcoverage',
            name='courtyard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='coverages', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='courtyardevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='courtyardevent',
            name='original_owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='原产权单位'),
        ),
        migrations.AddField(
            model_name='courtyardevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='courtyardevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.courtyard'),
        ),
        migrations.AddField(
            model_name='groupcoverage',
            name='building',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='coverages', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='groupcoverage',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='building_coverages', to='orgs.partyorganization', verbose_name='党小组'),
        ),
        migrations.AddField(
            model_name='groupcoverageevent',
            name='building',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='groupcoverageevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党小组'),
        ),
        migrations.AddField(
            model_name='groupcoverageevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='groupcoverageevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.groupcoverage'),
        ),
        migrations.AddField(
            model_name='headship',
            name='building',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='headships', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='headship',
            name='courtyard',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='headships', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='headship',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='headship',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='headships', to='orgs.person', verbose_name='人员'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='building',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.building', verbose_name='楼栋'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='courtyard',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='人员'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='headshipevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.headship'),
        ),
        migrations.AddField(
            model_name='pairedcadre',
            name='courtyard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paired_cadres', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='pairedcadre',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paired_courtyards', to='orgs.person', verbose_name='干部'),
        ),
        migrations.AddField(
            model_name='pairedcadre',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent_cadres', to='orgs.unit', verbose_name='派出单位'),
        ),
        migrations.AddField(
            model_name='pairedcadreevent',
            name='courtyard',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='pairedcadreevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='干部'),
        ),
        migrations.AddField(
            model_name='pairedcadreevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pairedcadreevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.pairedcadre'),
        ),
        migrations.AddField(
            model_name='pairedcadreevent',
            name='unit',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='派出单位'),
        ),
        migrations.AddField(
            model_name='selfmanagementcommittee',
            name='courtyard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='committees', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='selfmanagementcommitteeevent',
            name='courtyard',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='selfmanagementcommitteeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='selfmanagementcommitteeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.selfmanagementcommittee'),
        ),
        migrations.AddField(
            model_name='survey',
            name='courtyard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surveys', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='courtyard',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.survey'),
        ),
        migrations.AddField(
            model_name='surveyround',
            name='surveyor',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.unit', verbose_name='摸排单位'),
        ),
        migrations.AddField(
            model_name='surveyevent',
            name='round',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.surveyround', verbose_name='摸排轮次'),
        ),
        migrations.AddField(
            model_name='survey',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='courtyards.surveyround', verbose_name='摸排轮次'),
        ),
        migrations.AddField(
            model_name='surveyroundevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='surveyroundevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='courtyards.surveyround'),
        ),
        migrations.AddField(
            model_name='surveyroundevent',
            name='surveyor',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='摸排单位'),
        ),
        migrations.AddConstraint(
            model_name='branchpairing',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_branchpairing_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='branchpairing',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('unit', '='), ('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='branch_pairing_once', violation_error_message='该单位此期间已与这个党支部联建。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchpairing',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='d0fe2efd7996b45093768789a84918be837d4509', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_db493', table='courtyards_branchpairing', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchpairing',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_branchpairingevent" ("agreement", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") VALUES (NEW."agreement", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."unit_id", NEW."until"); RETURN NULL;', hash='8d19df5423f166c722a58720b4acbb3712d58115', operation='INSERT', pgid='pgtrigger_insert_insert_78fbc', table='courtyards_branchpairing', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchpairing',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "courtyards_branchpairingevent" ("agreement", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") VALUES (NEW."agreement", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."unit_id", NEW."until"); RETURN NULL;', hash='a610c9f20f9a8c909fbad924da451568d403ec25', operation='UPDATE', pgid='pgtrigger_update_update_5260f', table='courtyards_branchpairing', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchpairing',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_branchpairingevent" ("agreement", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") VALUES (OLD."agreement", OLD."id", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."unit_id", OLD."until"); RETURN NULL;', hash='92a60707c67373c75060625122b7a14bab2f5e27', operation='DELETE', pgid='pgtrigger_delete_delete_efb63', table='courtyards_branchpairing', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchpairingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='116f8fc3a860791500354e56764bc733b2d80e0d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1659e', table='courtyards_branchpairingevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='courtyard',
            index=models.Index(fields=['search_text', 'id'], name='courtyard_pinyin_order'),
        ),
        migrations.AddIndex(
            model_name='courtyard',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('search_text', name='gin_trgm_ops'), name='courtyard_pinyin_search'),
        ),
        migrations.AddConstraint(
            model_name='courtyard',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_courtyard_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='courtyard',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('division', 'name'), name='courtyard_name_once_per_community', violation_error_message='该社区已有同名楼院，请核对或在名称中加以区分。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courtyard',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='e249ef6b6746d4586e1746b10027dad397e8816e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_453c9', table='courtyards_courtyard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courtyard',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_courtyardevent" ("built", "division_id", "id", "kind", "location", "main_problems", "name", "original_owner_id", "original_owner_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "since", "until") SELECT new_values."built", new_values."division_id", new_values."id", new_values."kind", new_values."location", new_values."main_problems", new_values."name", new_values."original_owner_id", new_values."original_owner_note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."remark", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4c087e79c85a60db57e43e4e82fc5ccbc9374f0e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_adffc', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_courtyard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courtyard',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_courtyardevent" ("built", "division_id", "id", "kind", "location", "main_problems", "name", "original_owner_id", "original_owner_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "since", "until") SELECT new_values."built", new_values."division_id", new_values."id", new_values."kind", new_values."location", new_values."main_problems", new_values."name", new_values."original_owner_id", new_values."original_owner_note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."remark", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."built" IS DISTINCT FROM (new_values."built") OR old_values."division_id" IS DISTINCT FROM (new_values."division_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."location" IS DISTINCT FROM (new_values."location") OR old_values."main_problems" IS DISTINCT FROM (new_values."main_problems") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."original_owner_id" IS DISTINCT FROM (new_values."original_owner_id") OR old_values."original_owner_note" IS DISTINCT FROM (new_values."original_owner_note") OR old_values."remark" IS DISTINCT FROM (new_values."remark") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."until" IS DISTINCT FROM (new_values."until")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e8ac3f407a4abf58ca42d5cd7d91390241f874e8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7ed47', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_courtyard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courtyard',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_courtyardevent" ("built", "division_id", "id", "kind", "location", "main_problems", "name", "original_owner_id", "original_owner_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "since", "until") SELECT old_values."built", old_values."division_id", old_values."id", old_values."kind", old_values."location", old_values."main_problems", old_values."name", old_values."original_owner_id", old_values."original_owner_note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."remark", old_values."since", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='68ae31610c8fd00097c7502cd1c9dc8265a63f14', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7cc13', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_courtyard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='buildingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0d021c7780cd0b6e5162342aebf7630bca3f783f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f4a79', table='courtyards_buildingevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='building',
            index=models.Index(fields=['search_text', 'id'], name='building_pinyin_order'),
        ),
        migrations.AddIndex(
            model_name='building',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('search_text', name='gin_trgm_ops'), name='building_pinyin_search'),
        ),
        migrations.AddConstraint(
            model_name='building',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_building_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='building',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('courtyard', 'name'), name='building_name_once_per_courtyard', violation_error_message='该楼院已有同名楼栋。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='building',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='d44a933bea3223d79a834a3dfc4ecf6baa8b28eb', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_7c270', table='courtyards_building', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='building',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_buildingevent" ("courtyard_id", "division_id", "entrances", "floors", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."courtyard_id", NEW."division_id", NEW."entrances", NEW."floors", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='d1611bba54309b8c812a562282134e990fd3ed11', operation='INSERT', pgid='pgtrigger_insert_insert_20825', table='courtyards_building', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='building',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."courtyard_id" IS DISTINCT FROM (NEW."courtyard_id") OR OLD."division_id" IS DISTINCT FROM (NEW."division_id") OR OLD."entrances" IS DISTINCT FROM (NEW."entrances") OR OLD."floors" IS DISTINCT FROM (NEW."floors") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))', func='INSERT INTO "courtyards_buildingevent" ("courtyard_id", "division_id", "entrances", "floors", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."courtyard_id", NEW."division_id", NEW."entrances", NEW."floors", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='685621a35e205db4e643d1fcf01920f1a666c62a', operation='UPDATE', pgid='pgtrigger_update_update_d06b5', table='courtyards_building', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='building',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_buildingevent" ("courtyard_id", "division_id", "entrances", "floors", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."courtyard_id", OLD."division_id", OLD."entrances", OLD."floors", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;', hash='f8f7525ee1bda89506392d41e6672d34de2a1b35', operation='DELETE', pgid='pgtrigger_delete_delete_2b800', table='courtyards_building', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchcoverageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e2152c98323241d9a7f3279521aeb173ca4a2fb3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_273b4', table='courtyards_branchcoverageevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='branchcoverage',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_branchcoverage_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='branchcoverage',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('courtyard', '='), ('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='branch_coverage_once', violation_error_message='该党支部此期间已覆盖这个楼院。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchcoverage',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='fc47299dc0c07c31ed474b2d7bad5ea071d9abe0', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_00fc5', table='courtyards_branchcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchcoverage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_branchcoverageevent" ("courtyard_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT new_values."courtyard_id", new_values."id", new_values."organization_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ee41c2c3489bf3b0a9ffd6fafcac02cddb4375b4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b3fb9', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_branchcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchcoverage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_branchcoverageevent" ("courtyard_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT new_values."courtyard_id", new_values."id", new_values."organization_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0cb528447b19b644b5410a4a2140f07ce0968c24', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6f847', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_branchcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branchcoverage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_branchcoverageevent" ("courtyard_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT old_values."courtyard_id", old_values."id", old_values."organization_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='483b961b1253f1e6838d23a9484a1177e43019c8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0f886', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_branchcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='courtyardevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cc254a9e2a56a385bbbaa8e53b15c761301be9ea', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_731e2', table='courtyards_courtyardevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='groupcoverage',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_groupcoverage_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='groupcoverage',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('building', '='), ('organization', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='group_coverage_once', violation_error_message='该党小组此期间已覆盖这栋楼。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupcoverage',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='0e1763600cedfc1a8d184b12c981daf1049dd902', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_268ab', table='courtyards_groupcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupcoverage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_groupcoverageevent" ("building_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."building_id", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='df2f46050d945ff9d5a91a829fec263abc0c1c4f', operation='INSERT', pgid='pgtrigger_insert_insert_1bf5b', table='courtyards_groupcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupcoverage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "courtyards_groupcoverageevent" ("building_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (NEW."building_id", NEW."id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."until"); RETURN NULL;', hash='cc87aa9f08cb3219ec8c25477c1ecd0ee6ee87c3', operation='UPDATE', pgid='pgtrigger_update_update_c79af', table='courtyards_groupcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupcoverage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_groupcoverageevent" ("building_id", "id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") VALUES (OLD."building_id", OLD."id", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."until"); RETURN NULL;', hash='c28f6e9ca73e655737fc3f20ac0a5931505bd1a2', operation='DELETE', pgid='pgtrigger_delete_delete_e5521', table='courtyards_groupcoverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groupcoverageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='853fa51ccc7e7a9701716cd10c8050701a991e08', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d6ab3', table='courtyards_groupcoverageevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='headship',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_headship_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='headship',
            constraint=models.CheckConstraint(condition=models.Q(('courtyard__isnull', True), ('building__isnull', True), _connector='XOR'), name='headship_of_courtyard_or_building', violation_error_message='任职应对应一个楼院或一栋楼，二者选一。'),
        ),
        migrations.AddConstraint(
            model_name='headship',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('courtyard__isnull', False), ('since__gte', datetime.date(1, 1, 1))), expressions=[('courtyard', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='headship_one_courtyard_head', violation_error_message='该楼院此期间已有楼院长，请先结束前任任职。'),
        ),
        migrations.AddConstraint(
            model_name='headship',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('building__isnull', False), ('since__gte', datetime.date(1, 1, 1))), expressions=[('building', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='headship_one_building_head', violation_error_message='该楼栋此期间已有楼栋长，请先结束前任任职。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='headship',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='3a79f5546bd34f58a2653338eb7fa57737c606c8', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b0f01', table='courtyards_headship', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='headship',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_headshipevent" ("appointed_by", "building_id", "courtyard_id", "division_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT new_values."appointed_by", new_values."building_id", new_values."courtyard_id", new_values."division_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6afe5dbc39bf18f3d7ed70fc4afca0a3ecbf0e52', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_66f7a', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_headship', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='headship',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_headshipevent" ("appointed_by", "building_id", "courtyard_id", "division_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT new_values."appointed_by", new_values."building_id", new_values."courtyard_id", new_values."division_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9e9f9bef9fafc45b7588ee07486169e17c2c17ba', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_59efe', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_headship', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='headship',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_headshipevent" ("appointed_by", "building_id", "courtyard_id", "division_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "until") SELECT old_values."appointed_by", old_values."building_id", old_values."courtyard_id", old_values."division_id", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c66319776398ad0f9aeca4623e20bdd7661eaf13', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9640a', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_headship', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='headshipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='53631e74584208cdff0a8202020707b99d08260c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9d299', table='courtyards_headshipevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pairedcadre',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_pairedcadre_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='pairedcadre',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('courtyard', '='), ('person', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='paired_cadre_once', violation_error_message='该干部此期间已包联这个楼院。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pairedcadre',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='4369562e063d0f51d48c33715b44fc80b917c933', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_94a16', table='courtyards_pairedcadre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pairedcadre',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_pairedcadreevent" ("capacity", "courtyard_id", "handover_note", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") SELECT new_values."capacity", new_values."courtyard_id", new_values."handover_note", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."unit_id", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4f57cce72918c06a4e1227b705cf2ba047959be2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9e15e', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_pairedcadre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pairedcadre',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_pairedcadreevent" ("capacity", "courtyard_id", "handover_note", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") SELECT new_values."capacity", new_values."courtyard_id", new_values."handover_note", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."unit_id", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7f391174d322840b8ec9c1435fa1bac80d57e723', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_91e05', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_pairedcadre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pairedcadre',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_pairedcadreevent" ("capacity", "courtyard_id", "handover_note", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "unit_id", "until") SELECT old_values."capacity", old_values."courtyard_id", old_values."handover_note", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."unit_id", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bf4ed73175925b38e4fa18c11a62773513f9f88d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e08dc', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_pairedcadre', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pairedcadreevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df40cfb654c5218cd4958d69c3979f47d22949f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a5d0e', table='courtyards_pairedcadreevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='selfmanagementcommittee',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_selfmanagementcommittee_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='selfmanagementcommittee',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('courtyard', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='committee_one_at_a_time', violation_error_message='该楼院此期间已有自管会。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='selfmanagementcommittee',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='82918ba9a8a298ddbf91c027dd9bb3c504648d5f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_936cd', table='courtyards_selfmanagementcommittee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='selfmanagementcommittee',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_selfmanagementcommitteeevent" ("courtyard_id", "id", "members", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "since", "until") SELECT new_values."courtyard_id", new_values."id", new_values."members", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."rules", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b4d2fd89d960dff095f188695b61b60e394b1499', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_afe65', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_selfmanagementcommittee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='selfmanagementcommittee',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_selfmanagementcommitteeevent" ("courtyard_id", "id", "members", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "since", "until") SELECT new_values."courtyard_id", new_values."id", new_values."members", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."rules", new_values."since", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."courtyard_id" IS DISTINCT FROM (new_values."courtyard_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."members" IS DISTINCT FROM (new_values."members") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."rules" IS DISTINCT FROM (new_values."rules") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."until" IS DISTINCT FROM (new_values."until")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ad30a8d627702cbaa03ecc48dbb595efc1d023c4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_4ce74', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_selfmanagementcommittee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='selfmanagementcommittee',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_selfmanagementcommitteeevent" ("courtyard_id", "id", "members", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rules", "since", "until") SELECT old_values."courtyard_id", old_values."id", old_values."members", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."rules", old_values."since", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='20bd53ff7b12b4a16a3c217dceeba07b27b0d260', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_98256', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_selfmanagementcommittee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='selfmanagementcommitteeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2c48da6049cd55e5783fbfaae2cdef723dbaf18e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2649c', table='courtyards_selfmanagementcommitteeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='surveyround',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='courtyards_surveyround_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyround',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='c8968c08470782c7785900b22df08844d4e54ec1', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a4ad5', table='courtyards_surveyround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyround',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_surveyroundevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principle", "since", "surveyor_id", "title", "until") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."principle", NEW."since", NEW."surveyor_id", NEW."title", NEW."until"); RETURN NULL;', hash='53f12ce97c6448ffb2eb83ae1fbf7a57e88c77b6', operation='INSERT', pgid='pgtrigger_insert_insert_bcbfe', table='courtyards_surveyround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyround',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "courtyards_surveyroundevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principle", "since", "surveyor_id", "title", "until") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."principle", NEW."since", NEW."surveyor_id", NEW."title", NEW."until"); RETURN NULL;', hash='574fd75e9d6f4b5d50fa5dad703394a0c41b1b84', operation='UPDATE', pgid='pgtrigger_update_update_59f62', table='courtyards_surveyround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyround',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "courtyards_surveyroundevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "principle", "since", "surveyor_id", "title", "until") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."principle", OLD."since", OLD."surveyor_id", OLD."title", OLD."until"); RETURN NULL;', hash='07578658ddccd2fbf38fa0beef78e2b6755c5df5', operation='DELETE', pgid='pgtrigger_delete_delete_fadd3', table='courtyards_surveyround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e0ce6d8d568a1c0b2674788d0fcb4966f6a16ee2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_28925', table='courtyards_surveyevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='survey',
            index=models.Index(fields=['courtyard', '-surveyed_on', '-id'], name='survey_latest'),
        ),
        migrations.AddConstraint(
            model_name='survey',
            constraint=models.UniqueConstraint(fields=('courtyard', 'surveyed_on'), name='survey_once_a_day', violation_error_message='该楼院当日已有摸排数据。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='be3023347c247fd20bed207fadf89cb3bd9eb59e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_aae04', table='courtyards_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_surveyevent" ("buildings", "courtyard_id", "elderly", "entrances", "households", "households_qualifier", "id", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "residents_qualifier", "round_id", "surveyed_on") SELECT new_values."buildings", new_values."courtyard_id", new_values."elderly", new_values."entrances", new_values."households", new_values."households_qualifier", new_values."id", new_values."party_members", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."residents", new_values."residents_qualifier", new_values."round_id", new_values."surveyed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c0d7cb9f0363b4d49e7e01952cd8444771bae001', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e34e1', referencing='REFERENCING NEW TABLE AS new_values ', table='courtyards_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_surveyevent" ("buildings", "courtyard_id", "elderly", "entrances", "households", "households_qualifier", "id", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "residents_qualifier", "round_id", "surveyed_on") SELECT new_values."buildings", new_values."courtyard_id", new_values."elderly", new_values."entrances", new_values."households", new_values."households_qualifier", new_values."id", new_values."party_members", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."residents", new_values."residents_qualifier", new_values."round_id", new_values."surveyed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='feeaf43d15eaa9bee351d085a93f779d0b0f2f4c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d1681', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='courtyards_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='survey',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "courtyards_surveyevent" ("buildings", "courtyard_id", "elderly", "entrances", "households", "households_qualifier", "id", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "residents_qualifier", "round_id", "surveyed_on") SELECT old_values."buildings", old_values."courtyard_id", old_values."elderly", old_values."entrances", old_values."households", old_values."households_qualifier", old_values."id", old_values."party_members", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."residents", old_values."residents_qualifier", old_values."round_id", old_values."surveyed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='aeccf40b6610f3bb123c64f5b1fdd68bb1ff42db', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f8f7a', referencing='REFERENCING OLD TABLE AS old_values ', table='courtyards_survey', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='surveyroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='80b04778e54a10429a87a547be5b3773734f3528', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ccb70', table='courtyards_surveyroundevent', when='BEFORE')),
        ),
    ])]
