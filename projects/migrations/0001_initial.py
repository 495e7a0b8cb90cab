import datetime
import django.contrib.postgres.constraints
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import ledgers.models
import ledgers.pinyin
import orgs.models.people
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models
from ledgers.migrating import AtOnce


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
            name='CivicObjection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('received_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='收到日期')),
                ('channel', models.CharField(choices=[('visit', '当面反映'), ('phone', '电话反映'), ('letter', '书面反映'), ('online', '公开页留言')], default='visit', max_length=8, verbose_name='渠道')),
                ('content', models.CharField(max_length=300, verbose_name='异议内容')),
                ('answered_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='答复日期')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复')),
            ],
            options={
                'verbose_name': '公示异议',
                'verbose_name_plural': '公示异议',
                'ordering': ['received_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CivicRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('process_kind', models.CharField(choices=[('community', '一征三议两公开'), ('village', '四议两公开')], max_length=10, verbose_name='程序')),
                ('step_kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('quorum', models.CharField(choices=[('none', '不设'), ('over_half', '过半数'), ('half', '半数以上（含半数）'), ('two_thirds', '三分之二以上'), ('three_quarters', '四分之三以上')], default='none', max_length=16, verbose_name='到会（参与）要求')),
                ('majority', models.CharField(choices=[('none', '不设'), ('over_half', '过半数'), ('half', '半数以上（含半数）'), ('two_thirds', '三分之二以上'), ('three_quarters', '四分之三以上')], default='none', max_length=16, verbose_name='同意要求')),
                ('majority_of', models.CharField(choices=[('present', '实到'), ('due', '应到')], default='present', max_length=8, verbose_name='同意要求的基数')),
                ('notice_days', models.PositiveSmallIntegerField(blank=True, help_text='只用于公示；公示当天不计，自次日起算', null=True, verbose_name='公示天数')),
                ('source', models.CharField(help_text='法规条款、文件文号，或“本县规定”', max_length=200, verbose_name='依据')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CivicStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='地点')),
                ('due', models.PositiveIntegerField(default=0, verbose_name='应到（人、户）')),
                ('present', models.PositiveIntegerField(default=0, verbose_name='实到（人、户）')),
                ('agree', models.PositiveIntegerField(default=0, verbose_name='同意')),
                ('against', models.PositiveIntegerField(default=0, verbose_name='不同意')),
                ('abstain', models.PositiveIntegerField(default=0, verbose_name='弃权')),
                ('due_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='专有部分总面积（㎡）')),
                ('present_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='参与表决面积（㎡）')),
                ('agree_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='同意面积（㎡）')),
                ('against_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='不同意面积（㎡）')),
                ('abstain_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='弃权面积（㎡）')),
                ('notice_until', models.DateField(blank=True, help_text='公示的最后一天，当天仍可提出异议', null=True, verbose_name='公示截止')),
                ('content', models.TextField(blank=True, verbose_name='内容')),
                ('outcome', models.CharField(choices=[('passed', '通过'), ('returned', '退回重议'), ('rejected', '未通过')], default='passed', max_length=8, verbose_name='结果')),
                ('returns_to', models.CharField(blank=True, choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='退回到')),
                ('sheet', models.ImageField(blank=True, upload_to='civic/', verbose_name='签到表、表决单（照片）')),
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
                ('kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='地点')),
                ('due', models.PositiveIntegerField(default=0, verbose_name='应到（人、户）')),
                ('present', models.PositiveIntegerField(default=0, verbose_name='实到（人、户）')),
                ('agree', models.PositiveIntegerField(default=0, verbose_name='同意')),
                ('against', models.PositiveIntegerField(default=0, verbose_name='不同意')),
                ('abstain', models.PositiveIntegerField(default=0, verbose_name='弃权')),
                ('due_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='专有部分总面积（㎡）')),
                ('present_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='参与表决面积（㎡）')),
                ('agree_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='同意面积（㎡）')),
                ('against_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='不同意面积（㎡）')),
                ('abstain_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='弃权面积（㎡）')),
                ('notice_until', models.DateField(blank=True, help_text='公示的最后一天，当天仍可提出异议', null=True, verbose_name='公示截止')),
                ('content', models.TextField(blank=True, verbose_name='内容')),
                ('outcome', models.CharField(choices=[('passed', '通过'), ('returned', '退回重议'), ('rejected', '未通过')], default='passed', max_length=8, verbose_name='结果')),
                ('returns_to', models.CharField(blank=True, choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='退回到')),
                ('sheet', models.ImageField(blank=True, upload_to='civic/', verbose_name='签到表、表决单（照片）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DemolitionCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(help_text='写到路段、楼号或组，不写户主姓名', max_length=120, verbose_name='地点')),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('places', models.PositiveIntegerField(default=1, verbose_name='处数（处）')),
                ('area_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='面积（平方米）')),
                ('area_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='面积口径')),
                ('legal_basis', models.CharField(blank=True, help_text='实施拆除前必填', max_length=120, verbose_name='依据（文号、同意书）')),
                ('appeal_until', models.DateField(blank=True, null=True, verbose_name='复议、诉讼期满')),
                ('registered_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='登记日期')),
                ('notified_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='告知日期')),
                ('decided_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='决定（同意）日期')),
                ('enforced_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='拆除日期')),
            ],
            options={
                'verbose_name': '拆除事项',
                'verbose_name_plural': '拆除事项',
                'ordering': ['-registered_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DemolitionCaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('place', models.CharField(help_text='写到路段、楼号或组，不写户主姓名', max_length=120, verbose_name='地点')),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('places', models.PositiveIntegerField(default=1, verbose_name='处数（处）')),
                ('area_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='面积（平方米）')),
                ('area_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='面积口径')),
                ('legal_basis', models.CharField(blank=True, help_text='实施拆除前必填', max_length=120, verbose_name='依据（文号、同意书）')),
                ('appeal_until', models.DateField(blank=True, null=True, verbose_name='复议、诉讼期满')),
                ('registered_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='登记日期')),
                ('notified_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='告知日期')),
                ('decided_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='决定（同意）日期')),
                ('enforced_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='拆除日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DemolitionDispute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('raised_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='提出日期')),
                ('matter', models.CharField(help_text='写事由，不写个人信息', max_length=200, verbose_name='争议事项')),
                ('resolved_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='化解日期')),
                ('resolution', models.CharField(blank=True, max_length=200, verbose_name='化解情况')),
            ],
            options={
                'verbose_name': '拆除争议',
                'verbose_name_plural': '拆除争议',
                'ordering': ['-raised_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='DemolitionDisputeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('raised_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='提出日期')),
                ('matter', models.CharField(help_text='写事由，不写个人信息', max_length=200, verbose_name='争议事项')),
                ('resolved_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='化解日期')),
                ('resolution', models.CharField(blank=True, max_length=200, verbose_name='化解情况')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DemolitionRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('demolished_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
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
            name='DemolitionRecordEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('outdoor_toilet', '户外厕所'), ('unauthorised', '私搭乱建'), ('mixed', '户外厕所和私搭乱建（合计）'), ('illegal', '违法建设')], max_length=16, verbose_name='种类')),
                ('demolished_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('places', models.PositiveIntegerField(default=0, verbose_name='处数（处）')),
                ('area_m2', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='面积（平方米）')),
                ('area_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='面积口径')),
                ('legal_basis', models.CharField(blank=True, max_length=120, verbose_name='依据（文号、同意书）')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议')),
            ],
            options={
                'abstract': False,
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
                ('rechecked_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='复查日期')),
                ('left_over', models.PositiveIntegerField(blank=True, help_text='0 = 一遍净；没有复查的留空', null=True, verbose_name='复查遗留（处）')),
            ],
            options={
                'verbose_name': '集中拆除行动',
                'verbose_name_plural': '集中拆除行动',
                'ordering': ['-since', 'pk'],
            },
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
                ('rechecked_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='复查日期')),
                ('left_over', models.PositiveIntegerField(blank=True, help_text='0 = 一遍净；没有复查的留空', null=True, verbose_name='复查遗留（处）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EarlyStart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='决定日期')),
                ('decided_by', models.CharField(max_length=60, verbose_name='决定人（职务）')),
                ('document', models.CharField(blank=True, max_length=60, verbose_name='文号（会议纪要）')),
                ('reason', models.CharField(max_length=300, verbose_name='理由')),
            ],
            options={
                'verbose_name': '提前开工决定',
                'verbose_name_plural': '提前开工决定',
                'ordering': ['-decided_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='EarlyStartEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('decided_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='决定日期')),
                ('decided_by', models.CharField(max_length=60, verbose_name='决定人（职务）')),
                ('document', models.CharField(blank=True, max_length=60, verbose_name='文号（会议纪要）')),
                ('reason', models.CharField(max_length=300, verbose_name='理由')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('axis', models.CharField(choices=[('reasonable', '改得合理不合理'), ('quality', '质量怎么样'), ('effect', '改造成效'), ('gain', '获得感'), ('happiness', '幸福感'), ('pride', '自豪感')], max_length=12, verbose_name='评判事项')),
                ('verdict', models.CharField(choices=[('good', '好（明显）'), ('fair', '一般'), ('poor', '差')], max_length=6, verbose_name='评判结果')),
                ('evaluated_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='评判日期')),
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
            name='EvaluationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('axis', models.CharField(choices=[('reasonable', '改得合理不合理'), ('quality', '质量怎么样'), ('effect', '改造成效'), ('gain', '获得感'), ('happiness', '幸福感'), ('pride', '自豪感')], max_length=12, verbose_name='评判事项')),
                ('verdict', models.CharField(choices=[('good', '好（明显）'), ('fair', '一般'), ('poor', '差')], max_length=6, verbose_name='评判结果')),
                ('evaluated_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='评判日期')),
                ('asked', models.PositiveIntegerField(default=0, verbose_name='参与人数（人）')),
                ('satisfied', models.PositiveIntegerField(default=0, verbose_name='满意人数（人）')),
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
                ('visited_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('finding', models.CharField(blank=True, max_length=300, verbose_name='发现')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('result', models.CharField(blank=True, max_length=300, verbose_name='结果')),
                ('next_visit_on', models.DateField(blank=True, null=True, verbose_name='下次回访')),
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
                ('visited_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('finding', models.CharField(blank=True, max_length=300, verbose_name='发现')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('result', models.CharField(blank=True, max_length=300, verbose_name='结果')),
                ('next_visit_on', models.DateField(blank=True, null=True, verbose_name='下次回访')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Handling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
            ],
            options={
                'verbose_name': '经办人',
                'verbose_name_plural': '经办人',
                'ordering': ['-since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HandlingEvent',
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
            name='Holiday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(error_messages={'unique': '这一天已有安排，请修改原有的一行。'}, unique=True, verbose_name='日期')),
                ('kind', models.CharField(choices=[('off', '放假'), ('work', '上班（调休）')], default='off', max_length=10, verbose_name='安排')),
                ('name', models.CharField(help_text='如：国庆节', max_length=30, verbose_name='名称')),
                ('source', models.CharField(help_text='通知的名称和文号', max_length=100, verbose_name='依据')),
            ],
            options={
                'verbose_name': '节假日和调休',
                'verbose_name_plural': '节假日和调休',
                'ordering': ['-day'],
            },
        ),
        migrations.CreateModel(
            name='HolidayEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('day', models.DateField(error_messages={'unique': '这一天已有安排，请修改原有的一行。'}, verbose_name='日期')),
                ('kind', models.CharField(choices=[('off', '放假'), ('work', '上班（调休）')], default='off', max_length=10, verbose_name='安排')),
                ('name', models.CharField(help_text='如：国庆节', max_length=30, verbose_name='名称')),
                ('source', models.CharField(help_text='通知的名称和文号', max_length=100, verbose_name='依据')),
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
                ('actual_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='实际日期')),
                ('note', models.CharField(blank=True, help_text='如农历日期：正月初四', max_length=120, verbose_name='说明')),
                ('skip_reason', models.CharField(blank=True, help_text='前面的阶段还没有完成时填写', max_length=200, verbose_name='跳序原因')),
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
                ('actual_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='实际日期')),
                ('note', models.CharField(blank=True, help_text='如农历日期：正月初四', max_length=120, verbose_name='说明')),
                ('skip_reason', models.CharField(blank=True, help_text='前面的阶段还没有完成时填写', max_length=200, verbose_name='跳序原因')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MoneySheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='截至日期')),
                ('total_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='总投资（万元）')),
                ('central_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='中央（万元）')),
                ('provincial_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='省级（万元）')),
                ('city_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), help_text='上级市财政', max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='市级（万元）')),
                ('county_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='县（市）级（万元）')),
                ('residents_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='居民出资（万元）')),
                ('social_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='社会资本（万元）')),
                ('contracted_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='已签合同（万元）')),
                ('paid_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='已支付（万元）')),
                ('reason', models.CharField(blank=True, help_text='来源合计与总投资不符、合同超总投资或支付超合同时必填', max_length=200, verbose_name='差额说明')),
            ],
            options={
                'verbose_name': '资金表',
                'verbose_name_plural': '资金表',
                'ordering': ['-as_of', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='MoneySheetEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('as_of', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='截至日期')),
                ('total_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='总投资（万元）')),
                ('central_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='中央（万元）')),
                ('provincial_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='省级（万元）')),
                ('city_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), help_text='上级市财政', max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='市级（万元）')),
                ('county_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='县（市）级（万元）')),
                ('residents_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='居民出资（万元）')),
                ('social_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='社会资本（万元）')),
                ('contracted_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='已签合同（万元）')),
                ('paid_wan', models.DecimalField(decimal_places=4, default=Decimal('0'), max_digits=14, validators=[django.core.validators.MinValueValidator(Decimal('0'))], verbose_name='已支付（万元）')),
                ('reason', models.CharField(blank=True, help_text='来源合计与总投资不符、合同超总投资或支付超合同时必填', max_length=200, verbose_name='差额说明')),
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
            name='OrderProblem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': '督办单涉及问题',
                'verbose_name_plural': '督办单涉及问题',
            },
        ),
        migrations.CreateModel(
            name='OrderProblemEvent',
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
            name='OrderStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('acted_as', models.CharField(blank=True, max_length=80, verbose_name='经办岗位')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('action', models.CharField(choices=[('issued', '签发'), ('replied', '回复'), ('returned', '退回回复'), ('accepted', '认可并办结')], max_length=10, verbose_name='动作')),
            ],
            options={
                'verbose_name': '督办单流转',
                'verbose_name_plural': '督办单流转',
                'ordering': ['taken_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('taken_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('acted_as', models.CharField(blank=True, max_length=80, verbose_name='经办岗位')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('action', models.CharField(choices=[('issued', '签发'), ('replied', '回复'), ('returned', '退回回复'), ('accepted', '认可并办结')], max_length=10, verbose_name='动作')),
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
            name='PlanChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_on', models.DateField(verbose_name='调整日期')),
                ('was_on', models.DateField(verbose_name='原计划日期')),
                ('becomes_on', models.DateField(verbose_name='调整后日期')),
                ('reason', models.CharField(max_length=200, verbose_name='调整原因')),
            ],
            options={
                'verbose_name': '计划调整',
                'verbose_name_plural': '计划调整',
                'ordering': ['milestone', 'changed_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PlanChangeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('changed_on', models.DateField(verbose_name='调整日期')),
                ('was_on', models.DateField(verbose_name='原计划日期')),
                ('becomes_on', models.DateField(verbose_name='调整后日期')),
                ('reason', models.CharField(max_length=200, verbose_name='调整原因')),
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
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('order', '序化'), ('clean', '洁化'), ('green', '绿化'), ('light', '亮化'), ('quality', '工程质量'), ('safety', '施工安全'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('source', models.CharField(choices=[('meeting', '座谈会'), ('supervisor', '监督员'), ('patrol', '路长巡查'), ('resident', '群众反映'), ('visit', '入户走访'), ('follow_up', '跟踪问效')], max_length=12, verbose_name='来源')),
                ('raised_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='提出日期')),
                ('due_on', models.DateField(verbose_name='整改时限')),
                ('reported_on', models.DateField(blank=True, help_text='责任单位反馈已整改，等待核实', null=True, validators=[ledgers.models.not_to_come], verbose_name='反馈整改日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='销号日期')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('ending_note', models.CharField(blank=True, max_length=300, verbose_name='办理情况')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议（暂停催办）')),
                ('reopened_times', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='重新提出（次）')),
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
                ('category', models.CharField(choices=[('parking', '停车难'), ('drainage', '雨污水堵塞'), ('leak', '房屋漏水'), ('pipes', '管道破损'), ('order', '序化'), ('clean', '洁化'), ('green', '绿化'), ('light', '亮化'), ('quality', '工程质量'), ('safety', '施工安全'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('source', models.CharField(choices=[('meeting', '座谈会'), ('supervisor', '监督员'), ('patrol', '路长巡查'), ('resident', '群众反映'), ('visit', '入户走访'), ('follow_up', '跟踪问效')], max_length=12, verbose_name='来源')),
                ('raised_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='提出日期')),
                ('due_on', models.DateField(verbose_name='整改时限')),
                ('reported_on', models.DateField(blank=True, help_text='责任单位反馈已整改，等待核实', null=True, validators=[ledgers.models.not_to_come], verbose_name='反馈整改日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='销号日期')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('ending_note', models.CharField(blank=True, max_length=300, verbose_name='办理情况')),
                ('is_disputed', models.BooleanField(default=False, verbose_name='有争议（暂停催办）')),
                ('reopened_times', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='重新提出（次）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProblemLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.CharField(choices=[('supervisor', '监督员'), ('head', '楼院长')], max_length=12, verbose_name='交给')),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True, verbose_name='链接摘要')),
                ('made_at', models.DateTimeField(verbose_name='签发时间')),
                ('expires_at', models.DateTimeField(verbose_name='有效期至')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='使用时间')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='作废时间')),
            ],
            options={
                'verbose_name': '问题一次性链接',
                'verbose_name_plural': '问题一次性链接',
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ProblemLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('holder', models.CharField(choices=[('supervisor', '监督员'), ('head', '楼院长')], max_length=12, verbose_name='交给')),
                ('token_hash', models.CharField(editable=False, max_length=64, verbose_name='链接摘要')),
                ('made_at', models.DateTimeField(verbose_name='签发时间')),
                ('expires_at', models.DateTimeField(verbose_name='有效期至')),
                ('used_at', models.DateTimeField(blank=True, null=True, verbose_name='使用时间')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='作废时间')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProblemStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('acted_as', models.CharField(blank=True, max_length=80, verbose_name='经办岗位')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('action', models.CharField(choices=[('raised', '提出'), ('assigned', '交办'), ('postponed', '调整时限'), ('linked', '发出一次性链接'), ('reported', '反馈已整改'), ('refused', '核实未整改'), ('confirmed', '核实已整改'), ('closed', '销号'), ('reopened', '重新提出')], max_length=10, verbose_name='动作')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('photo', models.FileField(blank=True, upload_to='problems/%Y/%m', verbose_name='照片')),
            ],
            options={
                'verbose_name': '问题办理过程',
                'verbose_name_plural': '问题办理过程',
                'ordering': ['taken_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProblemStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('taken_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('acted_as', models.CharField(blank=True, max_length=80, verbose_name='经办岗位')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='说明')),
                ('action', models.CharField(choices=[('raised', '提出'), ('assigned', '交办'), ('postponed', '调整时限'), ('linked', '发出一次性链接'), ('reported', '反馈已整改'), ('refused', '核实未整改'), ('confirmed', '核实已整改'), ('closed', '销号'), ('reopened', '重新提出')], max_length=10, verbose_name='动作')),
                ('ending', models.CharField(blank=True, choices=[('mended', '已整改'), ('not_mended', '未整改'), ('cannot', '无法整改')], max_length=12, verbose_name='结果')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='整改时限')),
                ('photo', models.FileField(blank=True, upload_to='problems/%Y/%m', verbose_name='照片')),
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
                ('reason', models.CharField(blank=True, help_text='更正的原因，或数字与往常不同的原因', max_length=300, verbose_name='原因')),
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
                ('reason', models.CharField(blank=True, help_text='更正的原因，或数字与往常不同的原因', max_length=300, verbose_name='原因')),
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
                ('reopened_until', models.DateTimeField(blank=True, help_text='锁定以后，此刻之前仍可补报', null=True, verbose_name='重开至')),
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
                ('reopened_until', models.DateTimeField(blank=True, help_text='锁定以后，此刻之前仍可补报', null=True, verbose_name='重开至')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportPhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('picture', models.FileField(upload_to='reports', verbose_name='照片')),
                ('added_at', models.DateTimeField(verbose_name='上传时间')),
            ],
            options={
                'verbose_name': '周报照片',
                'verbose_name_plural': '周报照片',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ReportPhotoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('picture', models.FileField(upload_to='reports', verbose_name='照片')),
                ('added_at', models.DateTimeField(verbose_name='上传时间')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReportStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('filed', '报送'), ('returned', '退回'), ('approved', '审核通过'), ('corrected', '更正'), ('withdrawn', '撤回'), ('reopened', '重开')], max_length=10, verbose_name='动作')),
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
                ('action', models.CharField(choices=[('filed', '报送'), ('returned', '退回'), ('approved', '审核通过'), ('corrected', '更正'), ('withdrawn', '撤回'), ('reopened', '重开')], max_length=10, verbose_name='动作')),
                ('taken_on', models.DateField(verbose_name='日期')),
                ('taken_at', models.DateTimeField(verbose_name='时间')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='原因')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResidentVoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='意见')),
                ('reasonable', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='改得合理不合理（1至5分）')),
                ('quality', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='质量怎么样（1至5分）')),
                ('written_at', models.DateTimeField(verbose_name='提交时间')),
                ('state', models.CharField(choices=[('waiting', '待审核'), ('shown', '已公开'), ('hidden', '不公开')], default='waiting', max_length=8, verbose_name='状态')),
                ('reviewed_at', models.DateTimeField(blank=True, null=True, verbose_name='审核时间')),
                ('reason', models.CharField(blank=True, max_length=120, verbose_name='不公开的原因')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='答复')),
            ],
            options={
                'verbose_name': '群众留言',
                'verbose_name_plural': '群众留言',
                'ordering': ['-written_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ResidentVoiceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='意见')),
                ('reasonable', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='改得合理不合理（1至5分）')),
                ('quality', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='质量怎么样（1至5分）')),
                ('written_at', models.DateTimeField(verbose_name='提交时间')),
                ('state', models.CharField(choices=[('waiting', '待审核'), ('shown', '已公开'), ('hidden', '不公开')], default='waiting', max_length=8, verbose_name='状态')),
                ('reviewed_at', models.DateTimeField(blank=True, null=True, verbose_name='审核时间')),
                ('reason', models.CharField(blank=True, max_length=120, verbose_name='不公开的原因')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='答复')),
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
            name='StationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('kind', models.CharField(choices=[('service', '服务工友、群众'), ('study', '学习、主题党日'), ('vanguard', '党员先锋行动'), ('safety', '安全、质量提醒'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('text', models.CharField(max_length=200, verbose_name='内容')),
                ('attendees', models.PositiveIntegerField(default=0, verbose_name='参加（人次）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人次）')),
            ],
            options={
                'verbose_name': '驿站日志',
                'verbose_name_plural': '驿站日志',
                'ordering': ['-held_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StationEntryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('kind', models.CharField(choices=[('service', '服务工友、群众'), ('study', '学习、主题党日'), ('vanguard', '党员先锋行动'), ('safety', '安全、质量提醒'), ('other', '其他')], max_length=10, verbose_name='类别')),
                ('text', models.CharField(max_length=200, verbose_name='内容')),
                ('attendees', models.PositiveIntegerField(default=0, verbose_name='参加（人次）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人次）')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StatusNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('status', models.CharField(choices=[('planning', '筹备'), ('building', '建设中'), ('trial', '试运行'), ('in_use', '投入使用'), ('paused', '暂停')], max_length=10, verbose_name='状态')),
                ('note', models.CharField(help_text='只写项目进展，不记车辆、人员信息', max_length=200, verbose_name='进展')),
                ('next_step', models.CharField(blank=True, max_length=200, verbose_name='下一步')),
            ],
            options={
                'verbose_name': '智慧项目进展',
                'verbose_name_plural': '智慧项目进展',
                'ordering': ['-noted_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StatusNoteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('noted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('status', models.CharField(choices=[('planning', '筹备'), ('building', '建设中'), ('trial', '试运行'), ('in_use', '投入使用'), ('paused', '暂停')], max_length=10, verbose_name='状态')),
                ('note', models.CharField(help_text='只写项目进展，不记车辆、人员信息', max_length=200, verbose_name='进展')),
                ('next_step', models.CharField(blank=True, max_length=200, verbose_name='下一步')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoolMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
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
                ('held_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
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
                ('body', models.TextField(blank=True, max_length=1000, verbose_name='督办内容')),
                ('issued_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='签发日期')),
                ('due_on', models.DateField(verbose_name='办结时限')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='回复')),
                ('replied_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='回复日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='办结日期')),
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
                ('body', models.TextField(blank=True, max_length=1000, verbose_name='督办内容')),
                ('issued_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='签发日期')),
                ('due_on', models.DateField(verbose_name='办结时限')),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='回复')),
                ('replied_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='回复日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='办结日期')),
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
                ('noted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('finding', models.CharField(max_length=300, verbose_name='发现')),
                ('mended_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='整改日期')),
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
                ('noted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('finding', models.CharField(max_length=300, verbose_name='发现')),
                ('mended_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='整改日期')),
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
            name='ToiletCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='统计日期')),
                ('due_places', models.PositiveIntegerField(default=0, verbose_name='应拆户外厕所（处）')),
                ('due_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='应拆口径')),
                ('rebuilt_households', models.PositiveIntegerField(default=0, verbose_name='已改厕（户）')),
                ('public_toilets', models.PositiveIntegerField(default=0, verbose_name='新建公厕（座）')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='说明')),
            ],
            options={
                'verbose_name': '厕所改造',
                'verbose_name_plural': '厕所改造',
                'ordering': ['-counted_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ToiletCountEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('counted_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='统计日期')),
                ('due_places', models.PositiveIntegerField(default=0, verbose_name='应拆户外厕所（处）')),
                ('due_qualifier', models.CharField(choices=[('exact', '准确'), ('about', '约'), ('nearly', '近'), ('at_least', '余')], default='exact', max_length=8, verbose_name='应拆口径')),
                ('rebuilt_households', models.PositiveIntegerField(default=0, verbose_name='已改厕（户）')),
                ('public_toilets', models.PositiveIntegerField(default=0, verbose_name='新建公厕（座）')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='说明')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkShift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('worked_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('kind', models.CharField(choices=[('day', '白班（道路优化）'), ('night', '夜班（铣刨复摊）')], max_length=6, verbose_name='班次')),
                ('traffic', models.CharField(choices=[('open', '放行'), ('partly', '半幅通行'), ('closed', '封闭施工')], max_length=8, verbose_name='交通组织')),
                ('workers', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人）')),
                ('planned_m', models.PositiveIntegerField(blank=True, null=True, verbose_name='计划长度（米）')),
                ('done_m', models.PositiveIntegerField(blank=True, null=True, verbose_name='完成长度（米）')),
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
                ('worked_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='日期')),
                ('kind', models.CharField(choices=[('day', '白班（道路优化）'), ('night', '夜班（铣刨复摊）')], max_length=6, verbose_name='班次')),
                ('traffic', models.CharField(choices=[('open', '放行'), ('partly', '半幅通行'), ('closed', '封闭施工')], max_length=8, verbose_name='交通组织')),
                ('workers', models.PositiveIntegerField(default=0, verbose_name='人数（人）')),
                ('party_members', models.PositiveIntegerField(default=0, verbose_name='其中党员（人）')),
                ('planned_m', models.PositiveIntegerField(blank=True, null=True, verbose_name='计划长度（米）')),
                ('done_m', models.PositiveIntegerField(blank=True, null=True, verbose_name='完成长度（米）')),
                ('work_done', models.CharField(blank=True, max_length=200, verbose_name='完成内容')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BeforeAfterPhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('spot', models.CharField(max_length=60, verbose_name='拍摄位置')),
                ('before', models.ImageField(upload_to='pairs/', verbose_name='改造前')),
                ('before_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='改造前拍摄日期')),
                ('after', models.ImageField(blank=True, upload_to='pairs/', verbose_name='改造后')),
                ('after_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='改造后拍摄日期')),
                ('is_public', models.BooleanField(default=False, help_text='照片里没有可辨认的人脸、车牌和门牌住户信息才可公开', verbose_name='对外公开')),
                ('courtyard', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='photo_pairs', to='courtyards.courtyard', verbose_name='楼院')),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.division', verbose_name='社区（村）')),
            ],
            options={
                'verbose_name': '改造前后照片',
                'verbose_name_plural': '改造前后照片',
                'ordering': ['-before_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BeforeAfterPhotoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('spot', models.CharField(max_length=60, verbose_name='拍摄位置')),
                ('before', models.ImageField(upload_to='pairs/', verbose_name='改造前')),
                ('before_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='改造前拍摄日期')),
                ('after', models.ImageField(blank=True, upload_to='pairs/', verbose_name='改造后')),
                ('after_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='改造后拍摄日期')),
                ('is_public', models.BooleanField(default=False, help_text='照片里没有可辨认的人脸、车牌和门牌住户信息才可公开', verbose_name='对外公开')),
                ('courtyard', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='courtyards.courtyard', verbose_name='楼院')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.beforeafterphoto')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CivicObjectionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('received_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='收到日期')),
                ('channel', models.CharField(choices=[('visit', '当面反映'), ('phone', '电话反映'), ('letter', '书面反映'), ('online', '公开页留言')], default='visit', max_length=8, verbose_name='渠道')),
                ('content', models.CharField(max_length=300, verbose_name='异议内容')),
                ('answered_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='答复日期')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicobjection')),
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
                ('proposed_by', models.CharField(blank=True, choices=[('members', '党员、群众'), ('cadres', '社区（村）干部'), ('higher', '上级部门')], max_length=8, verbose_name='议题来源')),
                ('owners_matter', models.CharField(blank=True, choices=[('rules', '（一）制定、修改业主大会议事规则'), ('covenant', '（二）制定、修改管理规约'), ('committee', '（三）选举业主委员会或者更换成员'), ('manager', '（四）选聘、解聘物业服务企业或者其他管理人'), ('use_fund', '（五）使用维修资金'), ('raise_fund', '（六）筹集维修资金'), ('rebuild', '（七）改建、重建建筑物及其附属设施'), ('common_parts', '（八）改变共有部分用途或者利用共有部分从事经营活动'), ('other', '（九）有关共有和共同管理权利的其他重大事项')], max_length=12, verbose_name='业主共同决定事项')),
                ('opened_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='启动日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='办结日期')),
                ('status', models.CharField(choices=[('draft', '拟定'), ('running', '进行中'), ('returned', '退回重议'), ('rejected', '未通过'), ('closed', '办结')], default='draft', max_length=10, verbose_name='状态')),
                ('public_key', models.CharField(blank=True, editable=False, max_length=24, null=True, unique=True, verbose_name='公开页地址')),
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
                ('proposed_by', models.CharField(blank=True, choices=[('members', '党员、群众'), ('cadres', '社区（村）干部'), ('higher', '上级部门')], max_length=8, verbose_name='议题来源')),
                ('owners_matter', models.CharField(blank=True, choices=[('rules', '（一）制定、修改业主大会议事规则'), ('covenant', '（二）制定、修改管理规约'), ('committee', '（三）选举业主委员会或者更换成员'), ('manager', '（四）选聘、解聘物业服务企业或者其他管理人'), ('use_fund', '（五）使用维修资金'), ('raise_fund', '（六）筹集维修资金'), ('rebuild', '（七）改建、重建建筑物及其附属设施'), ('common_parts', '（八）改变共有部分用途或者利用共有部分从事经营活动'), ('other', '（九）有关共有和共同管理权利的其他重大事项')], max_length=12, verbose_name='业主共同决定事项')),
                ('opened_on', models.DateField(validators=[ledgers.models.not_to_come], verbose_name='启动日期')),
                ('closed_on', models.DateField(blank=True, null=True, validators=[ledgers.models.not_to_come], verbose_name='办结日期')),
                ('status', models.CharField(choices=[('draft', '拟定'), ('running', '进行中'), ('returned', '退回重议'), ('rejected', '未通过'), ('closed', '办结')], default='draft', max_length=10, verbose_name='状态')),
                ('public_key', models.CharField(blank=True, editable=False, max_length=24, null=True, verbose_name='公开页地址')),
                ('division', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='社区（村）')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicprocess')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CivicRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, help_text='自该日起不再有效；空=仍有效', null=True, verbose_name='终止日期')),
                ('process_kind', models.CharField(choices=[('community', '一征三议两公开'), ('village', '四议两公开')], max_length=10, verbose_name='程序')),
                ('step_kind', models.CharField(choices=[('solicit', '征求意见'), ('propose', '党支部提议'), ('consult', '两委商议'), ('deliberate', '党员（代表）审议、商议'), ('resolve', '居民（村民）会议决议'), ('owners', '业主共同表决（一般事项）'), ('owners_special', '业主共同表决（特别事项）'), ('decision_notice', '决议公开'), ('result_notice', '结果公开')], max_length=16, verbose_name='步骤')),
                ('quorum', models.CharField(choices=[('none', '不设'), ('over_half', '过半数'), ('half', '半数以上（含半数）'), ('two_thirds', '三分之二以上'), ('three_quarters', '四分之三以上')], default='none', max_length=16, verbose_name='到会（参与）要求')),
                ('majority', models.CharField(choices=[('none', '不设'), ('over_half', '过半数'), ('half', '半数以上（含半数）'), ('two_thirds', '三分之二以上'), ('three_quarters', '四分之三以上')], default='none', max_length=16, verbose_name='同意要求')),
                ('majority_of', models.CharField(choices=[('present', '实到'), ('due', '应到')], default='present', max_length=8, verbose_name='同意要求的基数')),
                ('notice_days', models.PositiveSmallIntegerField(blank=True, help_text='只用于公示；公示当天不计，自次日起算', null=True, verbose_name='公示天数')),
                ('source', models.CharField(help_text='法规条款、文件文号，或“本县规定”', max_length=200, verbose_name='依据')),
            ],
            options={
                'verbose_name': '议事规则',
                'verbose_name_plural': '议事规则',
                'ordering': ['process_kind', 'step_kind', '-since', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_civicrule_until_after_since', violation_error_message='终止日期不能早于起始日期。'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('since__gte', datetime.date(1, 1, 1))), expressions=[('process_kind', '='), ('step_kind', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='civic_rule_once', violation_error_message='该程序此步骤在此期间已有规则，请先结束原规则。'), models.CheckConstraint(condition=models.Q(('notice_days__isnull', True), ('notice_days__gte', 1), _connector='OR'), name='civic_rule_notice_days', violation_error_message='公示天数至少为1天。')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicrule',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='258f2fdf5928eb9ed78fc3e2ca519ab378d79b67', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_2aeef', table='projects_civicrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicruleevent" ("id", "majority", "majority_of", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_kind", "quorum", "since", "source", "step_kind", "until") VALUES (NEW."id", NEW."majority", NEW."majority_of", NEW."notice_days", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."process_kind", NEW."quorum", NEW."since", NEW."source", NEW."step_kind", NEW."until"); RETURN NULL;', hash='b104006bcc26b010091acd129f894bc10d132bbb', operation='INSERT', pgid='pgtrigger_insert_insert_73173', table='projects_civicrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicruleevent" ("id", "majority", "majority_of", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_kind", "quorum", "since", "source", "step_kind", "until") VALUES (NEW."id", NEW."majority", NEW."majority_of", NEW."notice_days", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."process_kind", NEW."quorum", NEW."since", NEW."source", NEW."step_kind", NEW."until"); RETURN NULL;', hash='0392d0670bce19ddedc11ec2a16a92c0186d6a2d', operation='UPDATE', pgid='pgtrigger_update_update_651b2', table='projects_civicrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicruleevent" ("id", "majority", "majority_of", "notice_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_kind", "quorum", "since", "source", "step_kind", "until") VALUES (OLD."id", OLD."majority", OLD."majority_of", OLD."notice_days", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."process_kind", OLD."quorum", OLD."since", OLD."source", OLD."step_kind", OLD."until"); RETURN NULL;', hash='9b6adb85cb5baa7809ae59514f7b96ff0c081cf0', operation='DELETE', pgid='pgtrigger_delete_delete_019ef', table='projects_civicrule', when='AFTER')),
        ),
        migrations.AddField(
            model_name='civicruleevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='civicruleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicrule'),
        ),
        migrations.AddField(
            model_name='civicstep',
            name='process',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.civicprocess', verbose_name='议事事项'),
        ),
        migrations.AddField(
            model_name='civicobjectionevent',
            name='step',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.civicstep', verbose_name='公示'),
        ),
        migrations.AddField(
            model_name='civicobjection',
            name='step',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objections', to='projects.civicstep', verbose_name='公示'),
        ),
        migrations.AddField(
            model_name='civicstepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='civicstepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.civicstep'),
        ),
        migrations.AddField(
            model_name='civicstepevent',
            name='process',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.civicprocess', verbose_name='议事事项'),
        ),
        migrations.AddField(
            model_name='demolitioncaseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='demolitioncaseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitioncase'),
        ),
        migrations.AddField(
            model_name='demolitiondispute',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disputes', to='projects.demolitioncase', verbose_name='拆除事项'),
        ),
        migrations.AddField(
            model_name='demolitiondisputeevent',
            name='case',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.demolitioncase', verbose_name='拆除事项'),
        ),
        migrations.AddField(
            model_name='demolitiondisputeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='demolitiondisputeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitiondispute'),
        ),
        migrations.AddField(
            model_name='demolitioncaseevent',
            name='record',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.demolitionrecord', verbose_name='拆除记录'),
        ),
        migrations.AddField(
            model_name='demolitioncase',
            name='record',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='case', to='projects.demolitionrecord', verbose_name='拆除记录'),
        ),
        migrations.AddField(
            model_name='demolitionrecordevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='demolitionrecordevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitionrecord'),
        ),
        migrations.AddField(
            model_name='demolitionrecordevent',
            name='round',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.demolitionround', verbose_name='集中行动'),
        ),
        migrations.AddField(
            model_name='demolitionrecord',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='records', to='projects.demolitionround', verbose_name='集中行动'),
        ),
        migrations.AddField(
            model_name='demolitionroundevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='demolitionroundevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.demolitionround'),
        ),
        migrations.AddField(
            model_name='earlystartevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='earlystartevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.earlystart'),
        ),
        migrations.AddField(
            model_name='evaluationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='evaluationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.evaluation'),
        ),
        migrations.AddField(
            model_name='followupvisit',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='followupvisitevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.partyorganization', verbose_name='党组织'),
        ),
        migrations.AddField(
            model_name='followupvisitevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='followupvisitevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.followupvisit'),
        ),
        migrations.AddField(
            model_name='handling',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='handling',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handlings', to='orgs.person', verbose_name='经办人'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.person', verbose_name='经办人'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.handling'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='ce5f7ba66fdce24e435230d0e50ad04dacbd9dc7', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_1c8d2', table='projects_holiday', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_holidayevent" ("day", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."day", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;', hash='c4dc8aacd2d288fea478ea05917d5bf49fe11ccf', operation='INSERT', pgid='pgtrigger_insert_insert_cc2f1', table='projects_holiday', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_holidayevent" ("day", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."day", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;', hash='a4796fd460a74ef2e2f4d7051f194a15a6eebfaa', operation='UPDATE', pgid='pgtrigger_update_update_cdc7f', table='projects_holiday', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_holidayevent" ("day", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."day", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;', hash='858c60c9b4e88348f2fb1bc13aa86fd478ae248a', operation='DELETE', pgid='pgtrigger_delete_delete_ecde6', table='projects_holiday', when='AFTER')),
        ),
        migrations.AddField(
            model_name='holidayevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='holidayevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.holiday'),
        ),
        migrations.AddConstraint(
            model_name='indicator',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_indicator_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='indicator',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='1c6841fd27674818f1a86874e98be808a478b41d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e57b9', table='projects_indicator', when='AFTER')),
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
            model_name='moneysheetevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='moneysheetevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.moneysheet'),
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
        migrations.AddField(
            model_name='orderproblemevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='orderproblemevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.orderproblem'),
        ),
        migrations.AddField(
            model_name='orderstep',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办账号'),
        ),
        migrations.AddField(
            model_name='orderstepevent',
            name='by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办账号'),
        ),
        migrations.AddField(
            model_name='orderstepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='orderstepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.orderstep'),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='109fe3a6a0d2e3030de3ad23703c8b6cb0306533', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_ddeab', table='projects_period', when='AFTER')),
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
            model_name='planchange',
            name='milestone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='projects.milestone', verbose_name='节点'),
        ),
        migrations.AddField(
            model_name='planchangeevent',
            name='milestone',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.milestone', verbose_name='节点'),
        ),
        migrations.AddField(
            model_name='planchangeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='planchangeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.planchange'),
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
            name='origin',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reopenings', to='projects.problem', verbose_name='首次提出'),
        ),
        migrations.AddField(
            model_name='problem',
            name='responsible_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='orderproblemevent',
            name='problem',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='orderproblem',
            name='problem',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='opinionevent',
            name='problem',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='转成的问题'),
        ),
        migrations.AddField(
            model_name='opinion',
            name='problem',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='opinion', to='projects.problem', verbose_name='转成的问题'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='problem',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='handling',
            name='problem',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='handlings', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='followupvisitevent',
            name='problem',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='转为的问题'),
        ),
        migrations.AddField(
            model_name='followupvisit',
            name='problem',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_up', to='projects.problem', verbose_name='转为的问题'),
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
            name='origin',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='首次提出'),
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
            model_name='problemlink',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='签发人'),
        ),
        migrations.AddField(
            model_name='problemlink',
            name='problem',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='problemlinkevent',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='签发人'),
        ),
        migrations.AddField(
            model_name='problemlinkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='problemlinkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.problemlink'),
        ),
        migrations.AddField(
            model_name='problemlinkevent',
            name='problem',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='problemstep',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办账号'),
        ),
        migrations.AddField(
            model_name='problemstep',
            name='problem',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='problemstep',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.unit', verbose_name='责任单位'),
        ),
        migrations.AddField(
            model_name='problemstepevent',
            name='by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='经办账号'),
        ),
        migrations.AddField(
            model_name='problemstepevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='problemstepevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.problemstep'),
        ),
        migrations.AddField(
            model_name='problemstepevent',
            name='problem',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.problem', verbose_name='问题'),
        ),
        migrations.AddField(
            model_name='problemstepevent',
            name='unit',
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
            model_name='moneysheetevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='moneysheet',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='money_sheets', to='projects.project', verbose_name='项目'),
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
            model_name='earlystartevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='earlystart',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='early_starts', to='projects.project', verbose_name='项目'),
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
            model_name='demolitioncaseevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目（村）'),
        ),
        migrations.AddField(
            model_name='demolitioncase',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='demolition_cases', to='projects.project', verbose_name='项目（村）'),
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
            model_name='beforeafterphotoevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='beforeafterphoto',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='photo_pairs', to='projects.project', verbose_name='项目'),
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
            model_name='reportphoto',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='上传人'),
        ),
        migrations.AddField(
            model_name='reportphoto',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='projects.report', verbose_name='周报'),
        ),
        migrations.AddField(
            model_name='reportphotoevent',
            name='added_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='上传人'),
        ),
        migrations.AddField(
            model_name='reportphotoevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reportphotoevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.reportphoto'),
        ),
        migrations.AddField(
            model_name='reportphotoevent',
            name='report',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.report', verbose_name='周报'),
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
            model_name='residentvoice',
            name='process',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='projects.civicprocess', verbose_name='议事事项'),
        ),
        migrations.AddField(
            model_name='residentvoice',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审核人'),
        ),
        migrations.AddField(
            model_name='residentvoiceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='residentvoiceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.residentvoice'),
        ),
        migrations.AddField(
            model_name='residentvoiceevent',
            name='process',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.civicprocess', verbose_name='议事事项'),
        ),
        migrations.AddField(
            model_name='residentvoiceevent',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审核人'),
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
            model_name='problemevent',
            name='road',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.road', verbose_name='路段'),
        ),
        migrations.AddField(
            model_name='problem',
            name='road',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='projects.road', verbose_name='路段'),
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
            model_name='stationentry',
            name='station',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='projects.redstation', verbose_name='红色驿站'),
        ),
        migrations.AddField(
            model_name='stationentryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='stationentryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.stationentry'),
        ),
        migrations.AddField(
            model_name='stationentryevent',
            name='station',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.redstation', verbose_name='红色驿站'),
        ),
        migrations.AddField(
            model_name='statusnote',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='status_notes', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='statusnoteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='statusnoteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.statusnote'),
        ),
        migrations.AddField(
            model_name='statusnoteevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
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
            name='from_unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='orders_issued', to='orgs.unit', verbose_name='签发单位'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='problems',
            field=models.ManyToManyField(blank=True, related_name='orders', through='projects.OrderProblem', to='projects.problem', verbose_name='涉及问题'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='supervisionorder',
            name='to_unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='orgs.unit', verbose_name='承办单位'),
        ),
        migrations.AddField(
            model_name='orderstepevent',
            name='order',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='orderstep',
            name='order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='orderproblemevent',
            name='order',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='orderproblem',
            name='order',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='handlingevent',
            name='order',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='handling',
            name='order',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='handlings', to='projects.supervisionorder', verbose_name='督办单'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='所在区划'),
        ),
        migrations.AddField(
            model_name='supervisionorderevent',
            name='from_unit',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.unit', verbose_name='签发单位'),
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
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
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
            model_name='toiletcount',
            name='project',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='toilet_counts', to='projects.project', verbose_name='项目（村）'),
        ),
        migrations.AddField(
            model_name='toiletcountevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='toiletcountevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.toiletcount'),
        ),
        migrations.AddField(
            model_name='toiletcountevent',
            name='project',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目（村）'),
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
        pgtrigger.migrations.AddTrigger(
            model_name='civicruleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4761c4fb56430dff722b062839313d0b7e97e308', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_72080', table='projects_civicruleevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present__lte', models.F('due'))), name='civic_step_present_within_due', violation_error_message='实到不能多于应到。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('agree'), '+', models.F('against')), '+', models.F('abstain')))), name='civic_step_votes_within_present', violation_error_message='同意、不同意、弃权之和不能多于实到。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present_m2__isnull', True), ('present_m2__lte', models.F('due_m2')), _connector='OR'), name='civic_step_area_present_within_due', violation_error_message='参与表决的面积不能大于专有部分总面积。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('present_m2__isnull', True), models.Q(('abstain_m2__gte', 0), ('against_m2__gte', 0), ('agree_m2__gte', 0), ('present_m2__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('agree_m2'), '+', models.F('against_m2')), '+', models.F('abstain_m2')))), _connector='OR'), name='civic_step_area_votes_within_present', violation_error_message='同意、不同意、弃权的面积之和不能大于参与表决的面积。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__startswith', 'owners'), ('due_m2__isnull', True), _connector='XOR'), name='civic_step_area_of_owners', violation_error_message='业主共同表决要填专有部分面积；其他步骤不填。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('notice_until__isnull', True), ('notice_until__gte', models.F('held_on')), _connector='OR'), name='civic_step_notice_after_held', violation_error_message='公示截止不能早于公示开始。'),
        ),
        migrations.AddConstraint(
            model_name='civicstep',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', 'returned'), ('returns_to', ''), _connector='XOR'), name='civic_step_returned_somewhere', violation_error_message='退回重议的，请选择退回到哪一步；其他结果不填。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='0bc30b259fca9729158e04e027b41df470ea0642', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_6d43b', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicstepevent" ("abstain", "abstain_m2", "against", "against_m2", "agree", "agree_m2", "content", "due", "due_m2", "held_on", "id", "kind", "notice_until", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "present_m2", "process_id", "returns_to", "sheet") VALUES (NEW."abstain", NEW."abstain_m2", NEW."against", NEW."against_m2", NEW."agree", NEW."agree_m2", NEW."content", NEW."due", NEW."due_m2", NEW."held_on", NEW."id", NEW."kind", NEW."notice_until", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."present", NEW."present_m2", NEW."process_id", NEW."returns_to", NEW."sheet"); RETURN NULL;', hash='6c2a061b4a2dbec7852bcdba0f3e7e911ef2deee', operation='INSERT', pgid='pgtrigger_insert_insert_8dd0f', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicstepevent" ("abstain", "abstain_m2", "against", "against_m2", "agree", "agree_m2", "content", "due", "due_m2", "held_on", "id", "kind", "notice_until", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "present_m2", "process_id", "returns_to", "sheet") VALUES (NEW."abstain", NEW."abstain_m2", NEW."against", NEW."against_m2", NEW."agree", NEW."agree_m2", NEW."content", NEW."due", NEW."due_m2", NEW."held_on", NEW."id", NEW."kind", NEW."notice_until", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."present", NEW."present_m2", NEW."process_id", NEW."returns_to", NEW."sheet"); RETURN NULL;', hash='95f74f0985f09375ad2982f7ab08e96d1d6863da', operation='UPDATE', pgid='pgtrigger_update_update_0195d', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicstepevent" ("abstain", "abstain_m2", "against", "against_m2", "agree", "agree_m2", "content", "due", "due_m2", "held_on", "id", "kind", "notice_until", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "present", "present_m2", "process_id", "returns_to", "sheet") VALUES (OLD."abstain", OLD."abstain_m2", OLD."against", OLD."against_m2", OLD."agree", OLD."agree_m2", OLD."content", OLD."due", OLD."due_m2", OLD."held_on", OLD."id", OLD."kind", OLD."notice_until", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."present", OLD."present_m2", OLD."process_id", OLD."returns_to", OLD."sheet"); RETURN NULL;', hash='084bf72fb1175164a75d056e177c0a81dbd4005e', operation='DELETE', pgid='pgtrigger_delete_delete_11f69', table='projects_civicstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicobjectionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58a44b34b83cd69fdd51ca9fa948a07130d23026', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_69a8a', table='projects_civicobjectionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='civicobjection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on__isnull', True)), models.Q(('answered_on__gte', models.F('received_on')), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='civic_objection_answered', violation_error_message='答复要有日期和内容，且不能早于收到异议的日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicobjection',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='3338f12e131b09927dbe90c00c896c2c26b7df53', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d2b37', table='projects_civicobjection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicobjection',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicobjectionevent" ("answer", "answered_on", "channel", "content", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "step_id") VALUES (NEW."answer", NEW."answered_on", NEW."channel", NEW."content", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_on", NEW."step_id"); RETURN NULL;', hash='e6948a9a079a814f99104426092b28342348519a', operation='INSERT', pgid='pgtrigger_insert_insert_5dd7e', table='projects_civicobjection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicobjection',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicobjectionevent" ("answer", "answered_on", "channel", "content", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "step_id") VALUES (NEW."answer", NEW."answered_on", NEW."channel", NEW."content", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_on", NEW."step_id"); RETURN NULL;', hash='f03826623d88d03d0af6307963cbb79037f73f25', operation='UPDATE', pgid='pgtrigger_update_update_c3821', table='projects_civicobjection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicobjection',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicobjectionevent" ("answer", "answered_on", "channel", "content", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "step_id") VALUES (OLD."answer", OLD."answered_on", OLD."channel", OLD."content", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_on", OLD."step_id"); RETURN NULL;', hash='d5101ac7bb9dbe5cea87234a1a72000af79fb31b', operation='DELETE', pgid='pgtrigger_delete_delete_40f12', table='projects_civicobjection', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='40732524e29bf9f91e47d80a9a800fb6627930a0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a416a', table='projects_civicstepevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='demolitiondispute',
            constraint=models.UniqueConstraint(condition=models.Q(('resolved_on__isnull', True)), fields=('case',), name='demolition_dispute_one_open', violation_error_message='该事项已有未化解的争议。'),
        ),
        migrations.AddConstraint(
            model_name='demolitiondispute',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('resolution', ''), ('resolved_on__isnull', True)), models.Q(('resolved_on__gte', models.F('raised_on')), models.Q(('resolution', ''), _negated=True)), _connector='OR'), name='demolition_dispute_resolution_whole', violation_error_message='化解争议须写明日期和情况，日期不早于提出日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitiondispute',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6dceb5fe73863c8639c89375aa14707a02293225', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_1b238', table='projects_demolitiondispute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitiondispute',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitiondisputeevent" ("case_id", "id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "resolution", "resolved_on") VALUES (NEW."case_id", NEW."id", NEW."matter", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_on", NEW."resolution", NEW."resolved_on"); RETURN NULL;', hash='164cc38fd67f47a5cdc9bdfa5588ec6daef2985f', operation='INSERT', pgid='pgtrigger_insert_insert_d90bd', table='projects_demolitiondispute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitiondispute',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_demolitiondisputeevent" ("case_id", "id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "resolution", "resolved_on") VALUES (NEW."case_id", NEW."id", NEW."matter", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_on", NEW."resolution", NEW."resolved_on"); RETURN NULL;', hash='177ff9358a4a7ac209b85e4c4a2f9755ea6d19f4', operation='UPDATE', pgid='pgtrigger_update_update_9abad', table='projects_demolitiondispute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitiondispute',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitiondisputeevent" ("case_id", "id", "matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "resolution", "resolved_on") VALUES (OLD."case_id", OLD."id", OLD."matter", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."raised_on", OLD."resolution", OLD."resolved_on"); RETURN NULL;', hash='44a0677a0cd3766af8396cf0502d3633b568e2d2', operation='DELETE', pgid='pgtrigger_delete_delete_ca25a', table='projects_demolitiondispute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitiondisputeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e00b537e75460f1e509a554af7452f05a443db0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_17ed3', table='projects_demolitiondisputeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holidayevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d2b6a2f2e3deef1e9afdc8ff7f87c59b8053b136', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ed980', table='projects_holidayevent', when='BEFORE')),
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
            model_name='planchange',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='plan_change_says_why', violation_error_message='调整计划须写明原因。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planchange',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='c585402a30c62d25ea0d94ff03d5de404aec88c6', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_bd2f4', table='projects_planchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_planchangeevent" ("becomes_on", "changed_on", "id", "milestone_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "was_on") VALUES (NEW."becomes_on", NEW."changed_on", NEW."id", NEW."milestone_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."was_on"); RETURN NULL;', hash='8f2684cb685eb8643a8dcc9ba9a5617742ed44a5', operation='INSERT', pgid='pgtrigger_insert_insert_56530', table='projects_planchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_planchangeevent" ("becomes_on", "changed_on", "id", "milestone_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "was_on") VALUES (NEW."becomes_on", NEW."changed_on", NEW."id", NEW."milestone_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."was_on"); RETURN NULL;', hash='65f8093be6f1850b9e860e6db52bf2a49b5529cc', operation='UPDATE', pgid='pgtrigger_update_update_9ce94', table='projects_planchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_planchangeevent" ("becomes_on", "changed_on", "id", "milestone_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "was_on") VALUES (OLD."becomes_on", OLD."changed_on", OLD."id", OLD."milestone_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."was_on"); RETURN NULL;', hash='de82ba240b1eb56aa105ae436eea1540943b1170', operation='DELETE', pgid='pgtrigger_delete_delete_e06ed', table='projects_planchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='025515da1a4d43409f63264ca522d8bb73c9c69f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e94a', table='projects_planchangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemlink',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='1c9ae7376c934bf10494b9e378e5bc92c5940c58', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_66fa8', table='projects_problemlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemlinkevent" ("expires_at", "holder", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "token_hash", "used_at", "withdrawn_at") VALUES (NEW."expires_at", NEW."holder", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."token_hash", NEW."used_at", NEW."withdrawn_at"); RETURN NULL;', hash='5b796efb2b920c0159d96509e7a63d2e1f6e9abc', operation='INSERT', pgid='pgtrigger_insert_insert_a18c2', table='projects_problemlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_problemlinkevent" ("expires_at", "holder", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "token_hash", "used_at", "withdrawn_at") VALUES (NEW."expires_at", NEW."holder", NEW."id", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."token_hash", NEW."used_at", NEW."withdrawn_at"); RETURN NULL;', hash='1e3d67375eb03ec6a95818d4eeaff8728c0ff820', operation='UPDATE', pgid='pgtrigger_update_update_89857', table='projects_problemlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemlinkevent" ("expires_at", "holder", "id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "token_hash", "used_at", "withdrawn_at") VALUES (OLD."expires_at", OLD."holder", OLD."id", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."token_hash", OLD."used_at", OLD."withdrawn_at"); RETURN NULL;', hash='933417e6f1fadc0cdf1c1afce02d29401fd4595a', operation='DELETE', pgid='pgtrigger_delete_delete_6c161', table='projects_problemlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='81b2a601f7468619f2acbcba7af2feeebf78168a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9cf36', table='projects_problemlinkevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='problemstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__in', ['postponed', 'refused', 'reopened']), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='problem_step_reason_given', violation_error_message='调整时限、核实未整改、重新提出必须写明原因。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstep',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='54d3824c8fb8920372574653cfc7d6eebbd6ece1', operation='UPDATE', pgid='pgtrigger_never_changed_24edc', table='projects_problemstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='27d706838d9b2eac8bd385ef9e5e6f37d1bf6348', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e9fb6', table='projects_problemstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemstepevent" ("acted_as", "action", "by_id", "due_on", "ending", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "problem_id", "taken_at", "taken_on", "unit_id") VALUES (NEW."acted_as", NEW."action", NEW."by_id", NEW."due_on", NEW."ending", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."photo", NEW."problem_id", NEW."taken_at", NEW."taken_on", NEW."unit_id"); RETURN NULL;', hash='673822efda2e208f9177253f01857def1362db2c', operation='INSERT', pgid='pgtrigger_insert_insert_e8094', table='projects_problemstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_problemstepevent" ("acted_as", "action", "by_id", "due_on", "ending", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "problem_id", "taken_at", "taken_on", "unit_id") VALUES (NEW."acted_as", NEW."action", NEW."by_id", NEW."due_on", NEW."ending", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."photo", NEW."problem_id", NEW."taken_at", NEW."taken_on", NEW."unit_id"); RETURN NULL;', hash='90b996893b796dd2490f78822403c544a2c0b567', operation='UPDATE', pgid='pgtrigger_update_update_d5875', table='projects_problemstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemstepevent" ("acted_as", "action", "by_id", "due_on", "ending", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo", "problem_id", "taken_at", "taken_on", "unit_id") VALUES (OLD."acted_as", OLD."action", OLD."by_id", OLD."due_on", OLD."ending", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."photo", OLD."problem_id", OLD."taken_at", OLD."taken_on", OLD."unit_id"); RETURN NULL;', hash='bac55c4e0ca701f30f34377647c66a106240b70f', operation='DELETE', pgid='pgtrigger_delete_delete_1a0dd', table='projects_problemstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problemstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='52ab1ef4bc920c0b6d6956d6fe4045502c3b8903', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a167', table='projects_problemstepevent', when='BEFORE')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='2b45c006f1017adc4dbc1645145ce7078988606e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_390cc', table='projects_programme', when='AFTER')),
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
            model_name='moneysheetevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f1ebd5bc0c075cab33a9035feb53713980d17baf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b11da', table='projects_moneysheetevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='moneysheet',
            constraint=models.UniqueConstraint(fields=('project', 'as_of'), name='money_sheet_once_a_day', violation_error_message='该项目当日已有资金表，请修改那一张。'),
        ),
        migrations.AddConstraint(
            model_name='moneysheet',
            constraint=models.CheckConstraint(condition=models.Q(('paid_wan__lte', models.F('total_wan'))), name='money_paid_within_total', violation_error_message='已支付不能超过总投资；总投资有调整的，请先改总投资。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneysheet',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='8fd55f7966f88aede9e5dc452806924540cacb3d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_33ca6', table='projects_moneysheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneysheet',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_moneysheetevent" ("as_of", "central_wan", "city_wan", "contracted_wan", "county_wan", "id", "paid_wan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "provincial_wan", "reason", "residents_wan", "social_wan", "total_wan") VALUES (NEW."as_of", NEW."central_wan", NEW."city_wan", NEW."contracted_wan", NEW."county_wan", NEW."id", NEW."paid_wan", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."provincial_wan", NEW."reason", NEW."residents_wan", NEW."social_wan", NEW."total_wan"); RETURN NULL;', hash='2d3c58c3ec859dd9e0ad9f6a1070d7b3af75ed2e', operation='INSERT', pgid='pgtrigger_insert_insert_974af', table='projects_moneysheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneysheet',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_moneysheetevent" ("as_of", "central_wan", "city_wan", "contracted_wan", "county_wan", "id", "paid_wan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "provincial_wan", "reason", "residents_wan", "social_wan", "total_wan") VALUES (NEW."as_of", NEW."central_wan", NEW."city_wan", NEW."contracted_wan", NEW."county_wan", NEW."id", NEW."paid_wan", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."provincial_wan", NEW."reason", NEW."residents_wan", NEW."social_wan", NEW."total_wan"); RETURN NULL;', hash='21a0375036d07840bc0df566e1154b604b13fdad', operation='UPDATE', pgid='pgtrigger_update_update_93fe9', table='projects_moneysheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moneysheet',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_moneysheetevent" ("as_of", "central_wan", "city_wan", "contracted_wan", "county_wan", "id", "paid_wan", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "provincial_wan", "reason", "residents_wan", "social_wan", "total_wan") VALUES (OLD."as_of", OLD."central_wan", OLD."city_wan", OLD."contracted_wan", OLD."county_wan", OLD."id", OLD."paid_wan", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."provincial_wan", OLD."reason", OLD."residents_wan", OLD."social_wan", OLD."total_wan"); RETURN NULL;', hash='12c3a8cef6386a6617a30f01ba2cbd86915b1fef', operation='DELETE', pgid='pgtrigger_delete_delete_04da0', table='projects_moneysheet', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='15b4e484f3f31ccb26fc5a2b55c5f7ca83d51f74', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_938c7', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "skip_reason", "stage") VALUES (NEW."actual_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."project_id", NEW."skip_reason", NEW."stage"); RETURN NULL;', hash='91c6f46e79aecd29f7666b8229e508ed3c205b4f', operation='INSERT', pgid='pgtrigger_insert_insert_2945c', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "skip_reason", "stage") VALUES (NEW."actual_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."project_id", NEW."skip_reason", NEW."stage"); RETURN NULL;', hash='818d2d3d1b09e67532f40bb97c7b553f2f3bc3ce', operation='UPDATE', pgid='pgtrigger_update_update_96e58', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_milestoneevent" ("actual_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "project_id", "skip_reason", "stage") VALUES (OLD."actual_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_on", OLD."project_id", OLD."skip_reason", OLD."stage"); RETURN NULL;', hash='8f440498e44375dcc72b360386a4b5b254b415d7', operation='DELETE', pgid='pgtrigger_delete_delete_fed44', table='projects_milestone', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26eb98e587f049e5c535a474baf74da7583e19a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_61e9a', table='projects_followupvisitevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='followupvisit',
            constraint=models.CheckConstraint(condition=models.Q(('next_visit_on__isnull', True), ('next_visit_on__gt', models.F('visited_on')), _connector='OR'), name='follow_up_next_after_visit', violation_error_message='下次回访应在本次之后。'),
        ),
        migrations.AddConstraint(
            model_name='followupvisit',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__isnull', True), ('due_on__gte', models.F('visited_on')), _connector='OR'), name='follow_up_due_after_visit', violation_error_message='整改时限不能早于本次日期。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6286b292c3175dee20d4b0a17470be3c8d1aa265', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_860ca', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "project_id", "result", "visited_on") VALUES (NEW."due_on", NEW."finding", NEW."id", NEW."kind", NEW."next_visit_on", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."project_id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='c28d841a05d8b090dd124b9985b048ded5203ed7', operation='INSERT', pgid='pgtrigger_insert_insert_e8183', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "project_id", "result", "visited_on") VALUES (NEW."due_on", NEW."finding", NEW."id", NEW."kind", NEW."next_visit_on", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."project_id", NEW."result", NEW."visited_on"); RETURN NULL;', hash='a1e9d039acc174c8742c510ef4e9f826024359a4', operation='UPDATE', pgid='pgtrigger_update_update_7b8cb', table='projects_followupvisit', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='followupvisit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_followupvisitevent" ("due_on", "finding", "id", "kind", "next_visit_on", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "project_id", "result", "visited_on") VALUES (OLD."due_on", OLD."finding", OLD."id", OLD."kind", OLD."next_visit_on", OLD."organization_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."project_id", OLD."result", OLD."visited_on"); RETURN NULL;', hash='4a019610c8a61a4790cc71a4b709cdea08b19c1a', operation='DELETE', pgid='pgtrigger_delete_delete_113b0', table='projects_followupvisit', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='fc25555c4bc2f99b4fee446d13a8f0d4c2a6a029', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_3e986', table='projects_evaluation', when='AFTER')),
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
            model_name='earlystartevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4745d3d25a250cef61960a2cd7e7be7eed4f873a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_365cb', table='projects_earlystartevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='earlystart',
            constraint=models.UniqueConstraint(fields=('project', 'decided_on'), name='early_start_once_a_day', violation_error_message='该项目当日已登记提前开工决定。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlystart',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='7df4b249892dec0593e95e0a3425a070ead1197e', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fd7e3', table='projects_earlystart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlystart',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_earlystartevent" ("decided_by", "decided_on", "document", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason") VALUES (NEW."decided_by", NEW."decided_on", NEW."document", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reason"); RETURN NULL;', hash='d189dce55d687596b6bce1fc2be46e3715dce307', operation='INSERT', pgid='pgtrigger_insert_insert_3f737', table='projects_earlystart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlystart',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_earlystartevent" ("decided_by", "decided_on", "document", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason") VALUES (NEW."decided_by", NEW."decided_on", NEW."document", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."reason"); RETURN NULL;', hash='2340e3a5fa79e81fd466d1a3bea1c2e81817cf24', operation='UPDATE', pgid='pgtrigger_update_update_6c797', table='projects_earlystart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='earlystart',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_earlystartevent" ("decided_by", "decided_on", "document", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reason") VALUES (OLD."decided_by", OLD."decided_on", OLD."document", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."reason"); RETURN NULL;', hash='867dbe3ee621478bf195d3fd42c93617924318c4', operation='DELETE', pgid='pgtrigger_delete_delete_4525c', table='projects_earlystart', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e4e65da5dbee87a4a7d12daaad739ffda7454886', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e5860', table='projects_demolitionroundevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='demolitionround',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_demolitionround_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='demolitionround',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('left_over__isnull', True), ('rechecked_on__isnull', True)), models.Q(('left_over__isnull', False), ('rechecked_on__gte', models.F('since'))), _connector='OR'), name='demolition_round_recheck_whole', violation_error_message='复查日期与遗留处数须同时填写，且不早于行动开始。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='0ab3c85d12c980c3778af4b052f8fde015cc89ac', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_66dfe', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionroundevent" ("id", "left_over", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "rechecked_on", "since", "until") VALUES (NEW."id", NEW."left_over", NEW."members_first", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."policy", NEW."project_id", NEW."rechecked_on", NEW."since", NEW."until"); RETURN NULL;', hash='9ae704852cf0b48d67a96f7fcda495153864d3fe', operation='INSERT', pgid='pgtrigger_insert_insert_f0228', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_demolitionroundevent" ("id", "left_over", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "rechecked_on", "since", "until") VALUES (NEW."id", NEW."left_over", NEW."members_first", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."policy", NEW."project_id", NEW."rechecked_on", NEW."since", NEW."until"); RETURN NULL;', hash='496073cabecc43cc62bf1911b8f3878c0ec632c3', operation='UPDATE', pgid='pgtrigger_update_update_e5c01', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionround',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitionroundevent" ("id", "left_over", "members_first", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy", "project_id", "rechecked_on", "since", "until") VALUES (OLD."id", OLD."left_over", OLD."members_first", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."policy", OLD."project_id", OLD."rechecked_on", OLD."since", OLD."until"); RETURN NULL;', hash='5d89e45b799969199c75c4aa74e23d7cb451e22b', operation='DELETE', pgid='pgtrigger_delete_delete_cd93a', table='projects_demolitionround', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecordevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='47705c5b73c4a40b999bea4dd6f7762b7cb095f0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7300a', table='projects_demolitionrecordevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitionrecord',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='d78ab43d7345285089dbbae4df5d7a4bef945c30', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d633b', table='projects_demolitionrecord', when='AFTER')),
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
            model_name='demolitioncaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7596a6514987c872a7662d22e4c412619d119f37', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1f659', table='projects_demolitioncaseevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='demolitioncase',
            constraint=models.CheckConstraint(condition=models.Q(('enforced_on__isnull', True), models.Q(('legal_basis', ''), _negated=True), _connector='OR'), name='demolition_case_basis_first', violation_error_message='没有依据（文号或同意书），不能登记拆除。'),
        ),
        migrations.AddConstraint(
            model_name='demolitioncase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('notified_on__isnull', True), ('notified_on__gte', models.F('registered_on')), _connector='OR'), models.Q(('decided_on__isnull', True), models.Q(('decided_on__gte', models.F('notified_on')), ('notified_on__isnull', False)), _connector='OR'), models.Q(('enforced_on__isnull', True), models.Q(('decided_on__isnull', False), ('enforced_on__gte', models.F('decided_on'))), _connector='OR')), name='demolition_case_steps_in_order', violation_error_message='步骤须依次办理：登记、告知、决定（同意）、拆除。'),
        ),
        migrations.AddConstraint(
            model_name='demolitioncase',
            constraint=models.CheckConstraint(condition=models.Q(('places__gte', 1)), name='demolition_case_has_places', violation_error_message='处数至少为 1。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitioncase',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='b614ba4a0a4ca87a1ea58a5e486cfda274a02a2a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_88e3c', table='projects_demolitioncase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitioncase',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitioncaseevent" ("appeal_until", "area_m2", "area_qualifier", "decided_on", "enforced_on", "id", "kind", "legal_basis", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "places", "project_id", "record_id", "registered_on") VALUES (NEW."appeal_until", NEW."area_m2", NEW."area_qualifier", NEW."decided_on", NEW."enforced_on", NEW."id", NEW."kind", NEW."legal_basis", NEW."notified_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."places", NEW."project_id", NEW."record_id", NEW."registered_on"); RETURN NULL;', hash='48cb9071f4dae7e1546016d0d5f5af3b0c843385', operation='INSERT', pgid='pgtrigger_insert_insert_a5cb0', table='projects_demolitioncase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitioncase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_demolitioncaseevent" ("appeal_until", "area_m2", "area_qualifier", "decided_on", "enforced_on", "id", "kind", "legal_basis", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "places", "project_id", "record_id", "registered_on") VALUES (NEW."appeal_until", NEW."area_m2", NEW."area_qualifier", NEW."decided_on", NEW."enforced_on", NEW."id", NEW."kind", NEW."legal_basis", NEW."notified_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."places", NEW."project_id", NEW."record_id", NEW."registered_on"); RETURN NULL;', hash='8741d039064ba5220ec6c4458cb6dd922ae1a532', operation='UPDATE', pgid='pgtrigger_update_update_3b20a', table='projects_demolitioncase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='demolitioncase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_demolitioncaseevent" ("appeal_until", "area_m2", "area_qualifier", "decided_on", "enforced_on", "id", "kind", "legal_basis", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "places", "project_id", "record_id", "registered_on") VALUES (OLD."appeal_until", OLD."area_m2", OLD."area_qualifier", OLD."decided_on", OLD."enforced_on", OLD."id", OLD."kind", OLD."legal_basis", OLD."notified_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."places", OLD."project_id", OLD."record_id", OLD."registered_on"); RETURN NULL;', hash='0751370a871eb38796f562d9df6d5617bd8e5b21', operation='DELETE', pgid='pgtrigger_delete_delete_af90f', table='projects_demolitioncase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocessevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='86af45093cf6f3e02bebdcded9a837f7c8b1c0c2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f45d', table='projects_civicprocessevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='civicprocess',
            constraint=models.CheckConstraint(condition=models.Q(('owners_matter', ''), ('kind', 'community'), _connector='OR'), name='civic_process_owners_in_community', violation_error_message='业主共同决定事项只用于社区的小区；村里的事项走“四议两公开”。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='c560043e9e6120afa594e89f8397d2086b982b20', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fe259', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "owners_matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_by", "public_key", "status") VALUES (NEW."closed_on", NEW."division_id", NEW."id", NEW."kind", NEW."matter", NEW."opened_on", NEW."owners_matter", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."proposed_by", NEW."public_key", NEW."status"); RETURN NULL;', hash='ea5a4a5ace83800c65fdb4bbc6844c5aadd7552e', operation='INSERT', pgid='pgtrigger_insert_insert_d57a6', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "owners_matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_by", "public_key", "status") VALUES (NEW."closed_on", NEW."division_id", NEW."id", NEW."kind", NEW."matter", NEW."opened_on", NEW."owners_matter", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."proposed_by", NEW."public_key", NEW."status"); RETURN NULL;', hash='e4aa0d39a05f4b6c7ccf1b3de650bde5f7f47b22', operation='UPDATE', pgid='pgtrigger_update_update_b5b31', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='civicprocess',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_civicprocessevent" ("closed_on", "division_id", "id", "kind", "matter", "opened_on", "owners_matter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "proposed_by", "public_key", "status") VALUES (OLD."closed_on", OLD."division_id", OLD."id", OLD."kind", OLD."matter", OLD."opened_on", OLD."owners_matter", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."proposed_by", OLD."public_key", OLD."status"); RETURN NULL;', hash='b2f6efafb8af9e0dc10fce00257c27dde4e5b471', operation='DELETE', pgid='pgtrigger_delete_delete_d96a2', table='projects_civicprocess', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beforeafterphotoevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b85edbf060c2ff4281c8958260117e868e76d192', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c2190', table='projects_beforeafterphotoevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='beforeafterphoto',
            constraint=models.CheckConstraint(condition=models.Q(('project__isnull', True), ('courtyard__isnull', True), _connector='XOR'), name='photo_pair_of_project_or_courtyard', violation_error_message='照片应属于一个项目或一个楼院，二者选一。'),
        ),
        migrations.AddConstraint(
            model_name='beforeafterphoto',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('after', ''), ('after_on__isnull', True)), models.Q(models.Q(('after', ''), _negated=True), ('after_on__gte', models.F('before_on'))), _connector='OR'), name='photo_pair_after_with_day', violation_error_message='改造后的照片要有拍摄日期，且不早于改造前。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beforeafterphoto',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='2e39cf558984d8b74c5e8f3b93282b235b44c8f3', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b8863', table='projects_beforeafterphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beforeafterphoto',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_beforeafterphotoevent" ("after", "after_on", "before", "before_on", "courtyard_id", "division_id", "id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "spot") VALUES (NEW."after", NEW."after_on", NEW."before", NEW."before_on", NEW."courtyard_id", NEW."division_id", NEW."id", NEW."is_public", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."spot"); RETURN NULL;', hash='2b7702a780c86ad0e81aca51efeaa0b9d82e9f24', operation='INSERT', pgid='pgtrigger_insert_insert_d58a4', table='projects_beforeafterphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beforeafterphoto',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_beforeafterphotoevent" ("after", "after_on", "before", "before_on", "courtyard_id", "division_id", "id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "spot") VALUES (NEW."after", NEW."after_on", NEW."before", NEW."before_on", NEW."courtyard_id", NEW."division_id", NEW."id", NEW."is_public", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."spot"); RETURN NULL;', hash='bdd41184d0fd694c7321c8f7efca15ce1aa827f6', operation='UPDATE', pgid='pgtrigger_update_update_25c3c', table='projects_beforeafterphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beforeafterphoto',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_beforeafterphotoevent" ("after", "after_on", "before", "before_on", "courtyard_id", "division_id", "id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "spot") VALUES (OLD."after", OLD."after_on", OLD."before", OLD."before_on", OLD."courtyard_id", OLD."division_id", OLD."id", OLD."is_public", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."spot"); RETURN NULL;', hash='b928e535e8bb9bff0705574fc23068554e527d8c', operation='DELETE', pgid='pgtrigger_delete_delete_45f2c', table='projects_beforeafterphoto', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='b056d34d23182663f2c01f41f3cebeb194a0ddc2', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b8089', table='projects_projectorganization', when='AFTER')),
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
        migrations.AddConstraint(
            model_name='redstation',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('project', 'name'), name='red_station_once', violation_error_message='该项目已有同名的红色驿站，不必重复登记。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='redstation',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='94df73358c228308127e0b2f62475788f07d6f70', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_95bc5', table='projects_redstation', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='dbba6c508d69e83382dd6041b95d0b77358bf4f6', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_47870', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "reopened_until", "status", "version") VALUES (NEW."division_id", NEW."filed_on", NEW."id", NEW."no_change", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."remark", NEW."reopened_until", NEW."status", NEW."version"); RETURN NULL;', hash='eb55a57eaa55b2f5523573469b5a89de40151a5b', operation='INSERT', pgid='pgtrigger_insert_insert_ad1b6', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "reopened_until", "status", "version") VALUES (NEW."division_id", NEW."filed_on", NEW."id", NEW."no_change", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."remark", NEW."reopened_until", NEW."status", NEW."version"); RETURN NULL;', hash='3e5c986d366f621f195a5e5de1b4c2138bf21902', operation='UPDATE', pgid='pgtrigger_update_update_f0671', table='projects_report', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='report',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportevent" ("division_id", "filed_on", "id", "no_change", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "remark", "reopened_until", "status", "version") VALUES (OLD."division_id", OLD."filed_on", OLD."id", OLD."no_change", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."remark", OLD."reopened_until", OLD."status", OLD."version"); RETURN NULL;', hash='20c1b4d6932c48ea7d3361aedc5370c39e44436b', operation='DELETE', pgid='pgtrigger_delete_delete_e6333', table='projects_report', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='bee74c54ef35833ccc4bd4d7864732e7f928d1e4', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_7b73d', table='projects_reading', when='AFTER')),
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
        pgtrigger.migrations.AddTrigger(
            model_name='reportphoto',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='3034e6d216539ef75ff194d5aab1f85d635e13fc', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a1b73', table='projects_reportphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportphoto',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportphotoevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "report_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture", NEW."report_id"); RETURN NULL;', hash='d6174e570db3190244078ba78c57a63c61b3b20b', operation='INSERT', pgid='pgtrigger_insert_insert_5d26e', table='projects_reportphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportphoto',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_reportphotoevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "report_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture", NEW."report_id"); RETURN NULL;', hash='82373fe0efabe6a8e094d55771cb0191e1eaa938', operation='UPDATE', pgid='pgtrigger_update_update_4f38f', table='projects_reportphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportphoto',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_reportphotoevent" ("added_at", "added_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "report_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture", OLD."report_id"); RETURN NULL;', hash='cd5ac0f22adebfdf1ab393b10785ef46fa80b25b', operation='DELETE', pgid='pgtrigger_delete_delete_26e8b', table='projects_reportphoto', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportphotoevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='16f475f9392cea4f1a61bccb95eb5d89de568b30', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c4b1f', table='projects_reportphotoevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='reportstep',
            index=models.Index(fields=['report', 'taken_on', 'id'], name='report_step_latest'),
        ),
        migrations.AddConstraint(
            model_name='reportstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__in', ['returned', 'corrected', 'reopened']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='report_step_reason_given', violation_error_message='退回、更正、重开必须写明原因。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='111acb97d87c7ad45f2106aa21fbcb27f6d8eb07', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_f4d3d', table='projects_reportstep', when='AFTER')),
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
            model_name='residentvoice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), ('reasonable__isnull', False), ('quality__isnull', False), _connector='OR'), name='resident_voice_says_something', violation_error_message='请写下意见，或至少打一个分。'),
        ),
        migrations.AddConstraint(
            model_name='residentvoice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'hidden'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='resident_voice_hidden_with_reason', violation_error_message='不公开的，请写明原因。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='residentvoice',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='bfbdd9d22dfca86b57a1a190f560a873b9cd851a', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a66bd', table='projects_residentvoice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='residentvoice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_residentvoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id", "quality", "reason", "reasonable", "reply", "reviewed_at", "reviewed_by_id", "state", "text", "written_at") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."process_id", NEW."quality", NEW."reason", NEW."reasonable", NEW."reply", NEW."reviewed_at", NEW."reviewed_by_id", NEW."state", NEW."text", NEW."written_at"); RETURN NULL;', hash='f563111082bacea9f987c201bec15421c1b364ed', operation='INSERT', pgid='pgtrigger_insert_insert_773e9', table='projects_residentvoice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='residentvoice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_residentvoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id", "quality", "reason", "reasonable", "reply", "reviewed_at", "reviewed_by_id", "state", "text", "written_at") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."process_id", NEW."quality", NEW."reason", NEW."reasonable", NEW."reply", NEW."reviewed_at", NEW."reviewed_by_id", NEW."state", NEW."text", NEW."written_at"); RETURN NULL;', hash='893dc132b503d7862dea5de23626a154287c58e1', operation='UPDATE', pgid='pgtrigger_update_update_318cc', table='projects_residentvoice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='residentvoice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_residentvoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "process_id", "quality", "reason", "reasonable", "reply", "reviewed_at", "reviewed_by_id", "state", "text", "written_at") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."process_id", OLD."quality", OLD."reason", OLD."reasonable", OLD."reply", OLD."reviewed_at", OLD."reviewed_by_id", OLD."state", OLD."text", OLD."written_at"); RETURN NULL;', hash='cba25e65ea9ff670859d6d06fd885d28f03772cd', operation='DELETE', pgid='pgtrigger_delete_delete_ea536', table='projects_residentvoice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='residentvoiceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='875956242231b6e7b245540ee7f0d68c77ad6c8f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3284c', table='projects_residentvoiceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='road',
            constraint=models.UniqueConstraint(fields=('division', 'name', 'starts_at', 'ends_at'), name='road_segment_once', violation_error_message='该路段已存在。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='road',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='55a5c84c56ee7dde1d543438b4e61dd732dbb5e9', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b368e', table='projects_road', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='5932d4cebe4b2193aea7c5bc6d2f386f93b3d0ab', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_00557', table='projects_project', when='AFTER')),
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
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('origin__isnull', True), ('reopened_times', 0)), models.Q(('origin__isnull', False), ('reopened_times__gt', 0)), _connector='OR'), name='problem_reopened_has_origin', violation_error_message='重新提出的问题应写明首次提出的是哪一个。'),
        ),
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.UniqueConstraint(fields=('origin', 'reopened_times'), name='problem_reopened_once', violation_error_message='该问题已由他人重新提出，请刷新后查看。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='5a98756f86158e74517e809e03b295dfbcee97ee', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_a1687', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "reopened_times", "reported_on", "responsible_unit_id", "road_id", "source", "title") VALUES (NEW."category", NEW."closed_on", NEW."courtyard_id", NEW."division_id", NEW."due_on", NEW."ending", NEW."ending_note", NEW."id", NEW."is_disputed", NEW."origin_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."raised_on", NEW."reopened_times", NEW."reported_on", NEW."responsible_unit_id", NEW."road_id", NEW."source", NEW."title"); RETURN NULL;', hash='b14e92fa0646e9470e27a4773c069e16bb2c1b92', operation='INSERT', pgid='pgtrigger_insert_insert_d31f4', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "reopened_times", "reported_on", "responsible_unit_id", "road_id", "source", "title") VALUES (NEW."category", NEW."closed_on", NEW."courtyard_id", NEW."division_id", NEW."due_on", NEW."ending", NEW."ending_note", NEW."id", NEW."is_disputed", NEW."origin_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."raised_on", NEW."reopened_times", NEW."reported_on", NEW."responsible_unit_id", NEW."road_id", NEW."source", NEW."title"); RETURN NULL;', hash='78834696e14f4041943acb816557b33216b8b017', operation='UPDATE', pgid='pgtrigger_update_update_65089', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_problemevent" ("category", "closed_on", "courtyard_id", "division_id", "due_on", "ending", "ending_note", "id", "is_disputed", "origin_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "raised_on", "reopened_times", "reported_on", "responsible_unit_id", "road_id", "source", "title") VALUES (OLD."category", OLD."closed_on", OLD."courtyard_id", OLD."division_id", OLD."due_on", OLD."ending", OLD."ending_note", OLD."id", OLD."is_disputed", OLD."origin_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."raised_on", OLD."reopened_times", OLD."reported_on", OLD."responsible_unit_id", OLD."road_id", OLD."source", OLD."title"); RETURN NULL;', hash='6b0bd3fdf66b3a78c92782bc60e78e0256cb8520', operation='DELETE', pgid='pgtrigger_delete_delete_6b270', table='projects_problem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roadevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a2b7507e06d36dda69687e36a9ac029a6b1f4db7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8a653', table='projects_roadevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='stationentry',
            constraint=models.CheckConstraint(condition=models.Q(('party_members__lte', models.F('attendees'))), name='station_entry_members_within', violation_error_message='党员人次不能多于参加人次。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationentry',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6cb05a0fa431adb7d398e5c2fa544b40c729a1a0', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d730f', table='projects_stationentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationentry',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_stationentryevent" ("attendees", "held_on", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "text") VALUES (NEW."attendees", NEW."held_on", NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."station_id", NEW."text"); RETURN NULL;', hash='009a394d2d9a156c474dd807a1aa1ba887ef3672', operation='INSERT', pgid='pgtrigger_insert_insert_8f786', table='projects_stationentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationentry',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_stationentryevent" ("attendees", "held_on", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "text") VALUES (NEW."attendees", NEW."held_on", NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."station_id", NEW."text"); RETURN NULL;', hash='669b5162410e3ed07d0060e19879b6e3dc858e98', operation='UPDATE', pgid='pgtrigger_update_update_6bf94', table='projects_stationentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationentry',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_stationentryevent" ("attendees", "held_on", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "station_id", "text") VALUES (OLD."attendees", OLD."held_on", OLD."id", OLD."kind", OLD."party_members", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."station_id", OLD."text"); RETURN NULL;', hash='1b945e0c60cfe8da6a10c3b9758146f36eb8bcaa', operation='DELETE', pgid='pgtrigger_delete_delete_c352a', table='projects_stationentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stationentryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0364232cceda34e65d13d55606d68db8b49b30e6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_06944', table='projects_stationentryevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='statusnote',
            constraint=models.UniqueConstraint(fields=('project', 'noted_on'), name='status_note_once_a_day', violation_error_message='该项目当日已有进展记录。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusnote',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='afb0dae18176b5c6446e3c65131e0daf52741fb8', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b358a', table='projects_statusnote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusnote',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_statusnoteevent" ("id", "next_step", "note", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (NEW."id", NEW."next_step", NEW."note", NEW."noted_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."status"); RETURN NULL;', hash='3894d2de76303637eee9171d0f70fbc97c7ecec8', operation='INSERT', pgid='pgtrigger_insert_insert_f7702', table='projects_statusnote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusnote',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_statusnoteevent" ("id", "next_step", "note", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (NEW."id", NEW."next_step", NEW."note", NEW."noted_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."status"); RETURN NULL;', hash='011b9e0abee138420bdbf8b5f49d424b4e20c0a1', operation='UPDATE', pgid='pgtrigger_update_update_689f1', table='projects_statusnote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusnote',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_statusnoteevent" ("id", "next_step", "note", "noted_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "status") VALUES (OLD."id", OLD."next_step", OLD."note", OLD."noted_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."status"); RETURN NULL;', hash='d773cd1593fa774318b1912f088896ef5503b556', operation='DELETE', pgid='pgtrigger_delete_delete_43b20', table='projects_statusnote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statusnoteevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='55d8ac60677f559abb6d5770d1861d84be66af63', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d2bdb', table='projects_statusnoteevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeeting',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='85f9cab01251e79377f4aeed740cf0433b7d4b58', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_8952e', table='projects_stoolmeeting', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='1d3b54ad268154297b300dd981cf5f17814924ed', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_2e00e', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "text", "voices") VALUES (NEW."answer", NEW."category", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."text", NEW."voices"); RETURN NULL;', hash='aa66f7f10a4df01db55a7d7360c2aa08bb870058', operation='INSERT', pgid='pgtrigger_insert_insert_7eced', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "text", "voices") VALUES (NEW."answer", NEW."category", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."text", NEW."voices"); RETURN NULL;', hash='edcde1b4b47e82a283f6f4f8fdae3a650725124c', operation='UPDATE', pgid='pgtrigger_update_update_a9b9b', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_opinionevent" ("answer", "category", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "text", "voices") VALUES (OLD."answer", OLD."category", OLD."id", OLD."meeting_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."text", OLD."voices"); RETURN NULL;', hash='939433d962080ebda24c3a953a1af636d0f06ed7', operation='DELETE', pgid='pgtrigger_delete_delete_273a6', table='projects_opinion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stoolmeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='707ae69558b30241d729d37fbb2ff57d62733091', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e321', table='projects_stoolmeetingevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='supervisionorder',
            constraint=models.CheckConstraint(condition=models.Q(('from_unit__isnull', True), models.Q(('from_unit', models.F('to_unit')), _negated=True), _connector='OR'), name='supervision_order_not_to_itself', violation_error_message='承办单位不能是签发单位自己，请另选。'),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='428594ba4735950ea0e1c67e1a5c6255bcb37613', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_6bbdb', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisionorderevent" ("body", "closed_on", "division_id", "due_on", "from_unit_id", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "replied_on", "reply", "title", "to_unit_id") VALUES (NEW."body", NEW."closed_on", NEW."division_id", NEW."due_on", NEW."from_unit_id", NEW."id", NEW."issued_on", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."replied_on", NEW."reply", NEW."title", NEW."to_unit_id"); RETURN NULL;', hash='b2b52788afa3e4941d97c16a02fd152a691ab0e3', operation='INSERT', pgid='pgtrigger_insert_insert_05be0', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_supervisionorderevent" ("body", "closed_on", "division_id", "due_on", "from_unit_id", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "replied_on", "reply", "title", "to_unit_id") VALUES (NEW."body", NEW."closed_on", NEW."division_id", NEW."due_on", NEW."from_unit_id", NEW."id", NEW."issued_on", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."replied_on", NEW."reply", NEW."title", NEW."to_unit_id"); RETURN NULL;', hash='3eb5313a8012c5c76adfd0f051d509a3baa36b8b', operation='UPDATE', pgid='pgtrigger_update_update_db864', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionorder',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_supervisionorderevent" ("body", "closed_on", "division_id", "due_on", "from_unit_id", "id", "issued_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "replied_on", "reply", "title", "to_unit_id") VALUES (OLD."body", OLD."closed_on", OLD."division_id", OLD."due_on", OLD."from_unit_id", OLD."id", OLD."issued_on", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."replied_on", OLD."reply", OLD."title", OLD."to_unit_id"); RETURN NULL;', hash='33d3728664b3e2d4d3719af00bf042299e713c56', operation='DELETE', pgid='pgtrigger_delete_delete_5bb39', table='projects_supervisionorder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstepevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='af688d9945c3c877b8654f048a5c87992d2825fb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8ee61', table='projects_orderstepevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='orderstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__in', ['replied', 'returned']), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='order_step_words_given', violation_error_message='回复、退回必须写明内容。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstep',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='a9b5bd58afe436e35c57560ff8802201a19f23bc', operation='UPDATE', pgid='pgtrigger_never_changed_aaced', table='projects_orderstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstep',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='199f727b483605e028b1cf34c3773b0337d20880', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e8ea8', table='projects_orderstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_orderstepevent" ("acted_as", "action", "by_id", "id", "note", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at", "taken_on") VALUES (NEW."acted_as", NEW."action", NEW."by_id", NEW."id", NEW."note", NEW."order_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."taken_at", NEW."taken_on"); RETURN NULL;', hash='92a535df474ebc313900bd24784dc4da91134177', operation='INSERT', pgid='pgtrigger_insert_insert_6dee0', table='projects_orderstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_orderstepevent" ("acted_as", "action", "by_id", "id", "note", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at", "taken_on") VALUES (NEW."acted_as", NEW."action", NEW."by_id", NEW."id", NEW."note", NEW."order_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."taken_at", NEW."taken_on"); RETURN NULL;', hash='17796c56604190a21a227e272397c9b36dcc6b55', operation='UPDATE', pgid='pgtrigger_update_update_18321', table='projects_orderstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_orderstepevent" ("acted_as", "action", "by_id", "id", "note", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at", "taken_on") VALUES (OLD."acted_as", OLD."action", OLD."by_id", OLD."id", OLD."note", OLD."order_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."taken_at", OLD."taken_on"); RETURN NULL;', hash='c514fd4e59d6ad02ae41649df8363661ff560978', operation='DELETE', pgid='pgtrigger_delete_delete_f1369', table='projects_orderstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderproblemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fced1931ae502b367ec544ece45fdb08421554ff', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_871a9', table='projects_orderproblemevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='orderproblem',
            constraint=models.UniqueConstraint(fields=('order', 'problem'), name='order_problem_once', violation_error_message='该问题已在这份督办单中。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderproblem',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='968f8d771e93e656b433bf6c2eba9acb5b6e0c7c', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_bb7a1', table='projects_orderproblem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderproblem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_orderproblemevent" ("id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id") VALUES (NEW."id", NEW."order_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id"); RETURN NULL;', hash='6b861bb4c038d5b980467de5997c42765f1c75e7', operation='INSERT', pgid='pgtrigger_insert_insert_16ec0', table='projects_orderproblem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderproblem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_orderproblemevent" ("id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id") VALUES (NEW."id", NEW."order_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id"); RETURN NULL;', hash='a4210df35d21d0bf6607ea134cd6ddb48b982de1', operation='UPDATE', pgid='pgtrigger_update_update_78b3a', table='projects_orderproblem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='orderproblem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_orderproblemevent" ("id", "order_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id") VALUES (OLD."id", OLD."order_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id"); RETURN NULL;', hash='04a1f2df5ca9d34a2dd5a1269eefe3744ba3a063', operation='DELETE', pgid='pgtrigger_delete_delete_3dd66', table='projects_orderproblem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handlingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='84bee85469a322ff741f26d55af94712ad8e9d5d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6240c', table='projects_handlingevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='handling',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='projects_handling_until_after_since', violation_error_message='终止日期不能早于起始日期。'),
        ),
        migrations.AddConstraint(
            model_name='handling',
            constraint=models.CheckConstraint(condition=models.Q(('problem__isnull', True), ('order__isnull', True), _connector='XOR'), name='handling_of_problem_or_order', violation_error_message='经办应对应一个问题或一份督办单，二者选一。'),
        ),
        migrations.AddConstraint(
            model_name='handling',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('problem__isnull', False), ('since__gte', datetime.date(1, 1, 1))), expressions=[('problem', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='handling_one_of_problem', violation_error_message='该问题此期间已有经办人，请先结束前任。'),
        ),
        migrations.AddConstraint(
            model_name='handling',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('order__isnull', False), ('since__gte', datetime.date(1, 1, 1))), expressions=[('order', '='), (orgs.models.people.DateRange(models.F('since'), models.F('until')), '&&')], name='handling_one_of_order', violation_error_message='该督办单此期间已有经办人，请先结束前任。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='3bee6daba55d3b35c957d3c312c3c71a8d702cc9', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_4cb5c', table='projects_handling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_handlingevent" ("division_id", "id", "order_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "since", "until") VALUES (NEW."division_id", NEW."id", NEW."order_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem_id", NEW."since", NEW."until"); RETURN NULL;', hash='b9fb1b789a7cbcb86b5df1ecc000eb353b7610f4', operation='INSERT', pgid='pgtrigger_insert_insert_65107', table='projects_handling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_handlingevent" ("division_id", "id", "order_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "since", "until") VALUES (NEW."division_id", NEW."id", NEW."order_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem_id", NEW."since", NEW."until"); RETURN NULL;', hash='92be0a7da41483ef50b86f1aa7891bc9a5c3e184', operation='UPDATE', pgid='pgtrigger_update_update_36538', table='projects_handling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_handlingevent" ("division_id", "id", "order_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_id", "since", "until") VALUES (OLD."division_id", OLD."id", OLD."order_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem_id", OLD."since", OLD."until"); RETURN NULL;', hash='77d631e1b1d80f0908598889991a1e0a278d27c5', operation='DELETE', pgid='pgtrigger_delete_delete_e6f73', table='projects_handling', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='93fc301565ee16e2a10791a771fb2ff88738b9a9', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_e923b', table='projects_supervisor', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='4bd49e26a6fa98bad9d87bcbc5141a76d8797332', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_5cfd1', table='projects_supervisornote', when='AFTER')),
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
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='6d14569d5a0fc18b556e532f24c105a417e5a75b', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_fc486', table='projects_target', when='AFTER')),
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
            model_name='toiletcount',
            constraint=models.UniqueConstraint(fields=('project', 'counted_on'), name='toilet_count_once_a_day', violation_error_message='该村当日已有厕所改造统计。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toiletcount',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='b1faeb4bf89c98de56e81a7f301f1e12d96028ef', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_b96ad', table='projects_toiletcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toiletcount',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_toiletcountevent" ("counted_on", "due_places", "due_qualifier", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "public_toilets", "rebuilt_households") VALUES (NEW."counted_on", NEW."due_places", NEW."due_qualifier", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."public_toilets", NEW."rebuilt_households"); RETURN NULL;', hash='b6bba3cbc78df1a086bd48c85b5cfa3518ed7a6c', operation='INSERT', pgid='pgtrigger_insert_insert_26e49', table='projects_toiletcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toiletcount',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_toiletcountevent" ("counted_on", "due_places", "due_qualifier", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "public_toilets", "rebuilt_households") VALUES (NEW."counted_on", NEW."due_places", NEW."due_qualifier", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."public_toilets", NEW."rebuilt_households"); RETURN NULL;', hash='29545831db5f71e894d23c17ead8d22678dbb6fc', operation='UPDATE', pgid='pgtrigger_update_update_a342b', table='projects_toiletcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toiletcount',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_toiletcountevent" ("counted_on", "due_places", "due_qualifier", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "public_toilets", "rebuilt_households") VALUES (OLD."counted_on", OLD."due_places", OLD."due_qualifier", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."public_toilets", OLD."rebuilt_households"); RETURN NULL;', hash='2749742b7adec444cf179c8e896379d8a21216ed', operation='DELETE', pgid='pgtrigger_delete_delete_400d3', table='projects_toiletcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toiletcountevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4985f548c5e1a17143bac2d968aa70c01f264fe4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5f75e', table='projects_toiletcountevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='workshift',
            constraint=models.UniqueConstraint(fields=('project', 'worked_on', 'kind'), name='work_shift_once', violation_error_message='该项目当日此班次已登记。'),
        ),
        migrations.AddConstraint(
            model_name='workshift',
            constraint=models.CheckConstraint(condition=models.Q(('party_members__lte', models.F('workers'))), name='work_shift_members_within_workers', violation_error_message='党员人数不能多于总人数。'),
        ),
        migrations.AddConstraint(
            model_name='workshift',
            constraint=models.CheckConstraint(condition=models.Q(('planned_m', 0), ('done_m__lte', django.db.models.expressions.CombinedExpression(models.F('planned_m'), '*', models.Value(3))), _connector='OR'), name='work_shift_done_near_plan', violation_error_message='完成长度超过计划的3倍，请核对单位（米）和数字。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='0826546a6d6931a0370295bcfba538c97f8dbc83', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_5a86b', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_workshiftevent" ("done_m", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_m", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (NEW."done_m", NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_m", NEW."project_id", NEW."traffic", NEW."work_done", NEW."worked_on", NEW."workers"); RETURN NULL;', hash='d18d166055195d90e9561c944c042e4fdf281c58', operation='INSERT', pgid='pgtrigger_insert_insert_13e3d', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_workshiftevent" ("done_m", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_m", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (NEW."done_m", NEW."id", NEW."kind", NEW."party_members", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_m", NEW."project_id", NEW."traffic", NEW."work_done", NEW."worked_on", NEW."workers"); RETURN NULL;', hash='840fdea53aadd86bda4b2adbcf56660244f69c7f', operation='UPDATE', pgid='pgtrigger_update_update_37c0d', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshift',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_workshiftevent" ("done_m", "id", "kind", "party_members", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_m", "project_id", "traffic", "work_done", "worked_on", "workers") VALUES (OLD."done_m", OLD."id", OLD."kind", OLD."party_members", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_m", OLD."project_id", OLD."traffic", OLD."work_done", OLD."worked_on", OLD."workers"); RETURN NULL;', hash='43230ac05d537313932bf5d23ef727b46e9cd2c9', operation='DELETE', pgid='pgtrigger_delete_delete_ef09e', table='projects_workshift', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workshiftevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c9daf30d42c46fef242f1767fe351ad98c3cca3b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6c3ff', table='projects_workshiftevent', when='BEFORE')),
        ),
    ])]
