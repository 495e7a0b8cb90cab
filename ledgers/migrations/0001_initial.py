from pathlib import Path
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from ledgers.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        AtOnce([
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30, verbose_name='台账')),
                ('file_name', models.CharField(max_length=200, verbose_name='文件名')),
                ('digest', models.CharField(max_length=64, verbose_name='文件校验值（SHA-256）')),
                ('imported_at', models.DateTimeField(verbose_name='导入时间')),
                ('counts', models.JSONField(blank=True, default=dict, verbose_name='行数')),
                ('place', models.CharField(blank=True, db_index=True, max_length=12, verbose_name='范围')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='撤销时间')),
            ],
            options={
                'verbose_name': '导入批次',
                'verbose_name_plural': '导入批次',
                'ordering': ['-imported_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='次序')),
                ('sheet', models.CharField(max_length=100, verbose_name='工作表')),
                ('row', models.PositiveIntegerField(verbose_name='行号')),
                ('status', models.CharField(max_length=10, verbose_name='状态')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='哪一条')),
                ('key', models.BigIntegerField(blank=True, null=True, verbose_name='台账中的编号')),
                ('values', models.JSONField(default=list, verbose_name='内容')),
                ('changes', models.JSONField(default=list, verbose_name='变更')),
                ('problems', models.JSONField(default=list, verbose_name='问题')),
            ],
            options={
                'verbose_name': '上传文件的行',
                'verbose_name_plural': '上传文件的行',
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='ImportShape',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30, verbose_name='台账')),
                ('shape', models.CharField(max_length=64, verbose_name='表头校验值')),
                ('columns', models.JSONField(default=dict, verbose_name='指定的列')),
                ('reach', models.JSONField(blank=True, default=list, verbose_name='范围')),
            ],
            options={
                'verbose_name': '记住的列',
                'verbose_name_plural': '记住的列',
            },
        ),
        migrations.CreateModel(
            name='ImportUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30, verbose_name='台账')),
                ('file_name', models.CharField(max_length=200, verbose_name='文件名')),
                ('digest', models.CharField(max_length=64, verbose_name='文件校验值（SHA-256）')),
                ('uploaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='上传时间')),
                ('state', models.CharField(choices=[('reading', '正在读取'), ('refused', '读不了'), ('read', '待确认'), ('stored', '已入库'), ('dropped', '已放弃')], default='reading', max_length=10, verbose_name='状态')),
                ('columns', models.JSONField(blank=True, default=dict, verbose_name='指定的列')),
                ('heads', models.JSONField(blank=True, default=list, verbose_name='表头')),
                ('told', models.JSONField(blank=True, default=list, verbose_name='另行说明')),
                ('counts', models.JSONField(blank=True, default=dict, verbose_name='行数')),
                ('shown', models.CharField(blank=True, max_length=64, verbose_name='预览校验值')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='原因')),
            ],
            options={
                'verbose_name': '上传的文件',
                'verbose_name_plural': '上传的文件',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='类别')),
                ('title', models.CharField(max_length=200, verbose_name='事项')),
                ('arguments', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='参数')),
                ('state', models.CharField(choices=[('waiting', '等待办理'), ('running', '正在办理'), ('done', '已完成'), ('failed', '未能完成')], default='waiting', max_length=10, verbose_name='状态')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='办理次数')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='已办')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='共计')),
                ('text', models.CharField(blank=True, max_length=100, verbose_name='进展')),
                ('result', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='结果')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='原因')),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='提交时间')),
                ('started_at', models.DateTimeField(null=True, verbose_name='开始时间')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='结束时间')),
            ],
            options={
                'verbose_name': '后台办理',
                'verbose_name_plural': '后台办理',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ledger', models.CharField(max_length=80, verbose_name='台账')),
                ('row', models.CharField(max_length=40, verbose_name='行')),
                ('written_at', models.DateTimeField(verbose_name='填写时间')),
                ('text', models.CharField(max_length=500, verbose_name='备注')),
            ],
            options={
                'verbose_name': '备注',
                'verbose_name_plural': '备注',
                'ordering': ['-written_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ledger', models.CharField(max_length=80, verbose_name='台账')),
                ('name', models.CharField(max_length=30, verbose_name='名称')),
                ('query', models.CharField(blank=True, max_length=2000, verbose_name='筛选、排序和列')),
                ('is_default', models.BooleanField(default=False, verbose_name='打开台账时默认使用')),
                ('shared_over', models.JSONField(blank=True, default=list, verbose_name='共享范围')),
            ],
            options={
                'verbose_name': '常用视图',
                'verbose_name_plural': '常用视图',
            },
        ),
        migrations.CreateModel(
            name='TableVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(db_index=True, max_length=63)),
                ('changes', models.PositiveBigIntegerField()),
            ],
            options={
                'verbose_name': '数据版本',
                'verbose_name_plural': '数据版本',
            },
        ),
        migrations.CreateModel(
            name='TrailAnchor',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='末封序号')),
                ('digest', models.BinaryField(verbose_name='末封摘要')),
                ('entries', models.BigIntegerField(verbose_name='移出条数')),
                ('xid', models.BigIntegerField(verbose_name='事务')),
                ('made_at', models.DateTimeField(verbose_name='移出时间')),
                ('file_name', models.CharField(max_length=200, verbose_name='文件')),
                ('file_digest', models.CharField(max_length=64, verbose_name='文件摘要')),
            ],
            options={
                'verbose_name': '留痕移出记录',
                'verbose_name_plural': '留痕移出记录',
            },
        ),
        migrations.CreateModel(
            name='TrailCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('began_at', models.DateTimeField(verbose_name='开始时间')),
                ('ended_at', models.DateTimeField(verbose_name='结束时间')),
                ('seals', models.BigIntegerField(verbose_name='封存数')),
                ('entries', models.BigIntegerField(verbose_name='条数')),
                ('unreadable', models.BigIntegerField(default=0, verbose_name='无法复核条数')),
                ('head', models.CharField(blank=True, max_length=100, verbose_name='链首')),
                ('fault', models.TextField(blank=True, verbose_name='首个断点')),
            ],
            options={
                'verbose_name': '留痕核验',
                'verbose_name_plural': '留痕核验',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='TrailEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('xid', models.BigIntegerField(verbose_name='事务')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('source', models.CharField(max_length=63, verbose_name='来源表')),
                ('source_id', models.BigIntegerField(verbose_name='来源编号')),
                ('subject', models.CharField(max_length=63, verbose_name='对象类别')),
                ('object_key', models.CharField(max_length=64, verbose_name='对象编号')),
                ('action', models.CharField(max_length=20, verbose_name='动作')),
                ('user_id', models.BigIntegerField(null=True, verbose_name='账号编号')),
                ('address', models.GenericIPAddressField(null=True, verbose_name='网络地址')),
                ('path', models.CharField(max_length=300, verbose_name='页面')),
                ('request_id', models.CharField(max_length=36, verbose_name='请求编号')),
                ('batch', models.CharField(max_length=80, verbose_name='批次')),
                ('digest', models.BinaryField(verbose_name='摘要')),
            ],
            options={
                'verbose_name': '留痕索引',
                'verbose_name_plural': '留痕索引',
            },
        ),
        migrations.CreateModel(
            name='TrailPending',
            fields=[
                ('xid', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='事务')),
                ('first_entry', models.BigIntegerField(verbose_name='首条')),
            ],
            options={
                'verbose_name': '待封存',
                'verbose_name_plural': '待封存',
            },
        ),
        migrations.CreateModel(
            name='TrailSeal',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='序号')),
                ('sealed_at', models.DateTimeField(verbose_name='封存时间')),
                ('xid', models.BigIntegerField(verbose_name='事务')),
                ('first_entry', models.BigIntegerField(verbose_name='首条')),
                ('last_entry', models.BigIntegerField(verbose_name='末条')),
                ('entries', models.IntegerField(verbose_name='条数')),
                ('previous', models.BinaryField(verbose_name='前一摘要')),
                ('digest', models.BinaryField(verbose_name='摘要')),
            ],
            options={
                'verbose_name': '留痕封存',
                'verbose_name_plural': '留痕封存',
            },
        ),
        migrations.CreateModel(
            name='TrailShape',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=63, verbose_name='来源表')),
                ('columns', models.JSONField(verbose_name='列')),
                ('after_entry', models.BigIntegerField(verbose_name='起于')),
            ],
            options={
                'verbose_name': '留痕列',
                'verbose_name_plural': '留痕列',
            },
        ),
        migrations.CreateModel(
            name='Allowance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='日期')),
                ('digest', models.CharField(max_length=32, verbose_name='摘要')),
                ('used', models.PositiveIntegerField(default=0, verbose_name='次数')),
            ],
            options={
                'verbose_name': '限次计数',
                'verbose_name_plural': '限次计数',
                'constraints': [models.UniqueConstraint(fields=('day', 'digest'), name='allowance_once')],
            },
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.UUIDField(unique=True, verbose_name='表单标记')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True, verbose_name='时间')),
                ('typed', models.CharField(max_length=20, verbose_name='内容校验值')),
                ('leads_to', models.TextField(blank=True, verbose_name='登记后的页面')),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
            ],
            options={
                'verbose_name': '已提交的表单',
                'verbose_name_plural': '已提交的表单',
            },
        ),
        migrations.CreateModel(
            name='AuditRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='时间')),
                ('kind', models.CharField(choices=[('sign_in', '登录'), ('sign_in_failed', '登录失败'), ('sign_out', '退出'), ('locked_out', '锁定'), ('refused', '拒绝访问'), ('export', '导出'), ('reveal', '查看电话'), ('see_as', '以他人视角查看'), ('account', '账号管理'), ('import', '导入'), ('other', '其他')], max_length=20, verbose_name='类别')),
                ('user_id', models.BigIntegerField(blank=True, null=True, verbose_name='账号编号')),
                ('username', models.CharField(blank=True, max_length=150, verbose_name='账号')),
                ('address', models.GenericIPAddressField(blank=True, null=True, verbose_name='网络地址')),
                ('path', models.CharField(blank=True, max_length=300, verbose_name='页面')),
                ('request_id', models.CharField(blank=True, max_length=36, verbose_name='请求编号')),
                ('batch', models.CharField(blank=True, max_length=80, verbose_name='批次')),
                ('model', models.CharField(blank=True, max_length=80, verbose_name='对象类别')),
                ('object_key', models.CharField(blank=True, max_length=64, verbose_name='对象编号')),
                ('object_name', models.CharField(blank=True, max_length=200, verbose_name='对象')),
                ('detail', models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='详情')),
            ],
            options={
                'verbose_name': '审计记录',
                'verbose_name_plural': '审计记录',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['user_id', 'kind', '-id'], name='audit_by_user'), models.Index(fields=['kind', '-id'], name='audit_by_kind')],
            },
        ),
        migrations.AddField(
            model_name='importbatch',
            name='imported_by',
            field=models.ForeignKey(blank=True, help_text='空=由命令行导入', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='导入人'),
        ),
        migrations.AddField(
            model_name='importbatch',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='撤销人'),
        ),
        migrations.AddField(
            model_name='importshape',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='账号'),
        ),
        migrations.AddField(
            model_name='importupload',
            name='batch',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.importbatch', verbose_name='批次'),
        ),
        migrations.AddField(
            model_name='importupload',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='上传人'),
        ),
        migrations.AddField(
            model_name='importrow',
            name='upload',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='ledgers.importupload', verbose_name='文件'),
        ),
        migrations.AddField(
            model_name='job',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='账号'),
        ),
        migrations.AddField(
            model_name='importupload',
            name='job',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='ledgers.job', verbose_name='办理'),
        ),
        migrations.AddField(
            model_name='note',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to=settings.AUTH_USER_MODEL, verbose_name='填写人'),
        ),
        migrations.AddField(
            model_name='savedview',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL, verbose_name='账号'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=django.contrib.postgres.indexes.BrinIndex(fields=['at'], name='trail_by_time'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=models.Index(fields=['subject', 'object_key', 'id'], name='trail_by_object'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=models.Index(condition=models.Q(('user_id__isnull', False)), fields=['user_id', 'id'], name='trail_by_user'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=models.Index(condition=models.Q(('action__in', ['insert', 'update']), _negated=True), fields=['action', 'id'], name='trail_by_action'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=models.Index(condition=models.Q(('batch', ''), _negated=True), fields=['batch', 'id'], name='trail_by_batch'),
        ),
        migrations.AddIndex(
            model_name='trailentry',
            index=models.Index(condition=models.Q(('address__isnull', False)), fields=['address', 'id'], name='trail_by_address'),
        ),
        migrations.AddIndex(
            model_name='trailseal',
            index=models.Index(fields=['xid', 'first_entry'], name='seal_by_transaction'),
        ),
        migrations.AddConstraint(
            model_name='importshape',
            constraint=models.UniqueConstraint(fields=('user', 'kind', 'shape'), name='import_shape_once'),
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(fields=['upload', 'status', 'position'], name='import_row_by_status'),
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(fields=['upload', 'position'], name='import_row_in_order'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(fields=['user', '-id'], name='job_of_user'),
        ),
        migrations.AddIndex(
            model_name='importupload',
            index=models.Index(fields=['user', '-id'], name='import_upload_of_user'),
        ),
        migrations.AddIndex(
            model_name='note',
            index=models.Index(fields=['ledger', 'row', '-written_at'], name='note_of_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='note',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ab2b1d57cec1c7e6fd84c9e2cd028acaeadfbc16', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_902ef', table='ledgers_note', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='note',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='09c334934b62ac29bb0c51ec8e81cf3c2d6939b2', level='STATEMENT', operation='INSERT', pgid='pgtrigger_data_version_d77a7', table='ledgers_note', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='savedview',
            index=models.Index(fields=['ledger'], name='saved_view_ledger'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('owner', 'ledger', 'name'), name='saved_view_name_once', violation_error_message='您已有同名的常用视图，请换个名称。'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('owner', 'ledger'), name='saved_view_one_default', violation_error_message='每个台账只能有一个默认视图。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='savedview',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='c956ef35e89785e2834605f99c06a0823e0583f5', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_ef6f3', table='ledgers_savedview', when='AFTER')),
        ),
        migrations.CreateModel(
            name='LocalReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=20, unique=True, validators=[django.core.validators.RegexValidator('^[㐀-䶿一-鿿]+$', '地名只填汉字。')], verbose_name='地名')),
                ('reading', models.CharField(max_length=120, validators=[django.core.validators.RegexValidator('^[a-z]+( [a-z]+)*$', '读音用小写字母，各字之间空一格，例如lu an。')], verbose_name='读音')),
            ],
            options={
                'verbose_name': '地名读音',
                'verbose_name_plural': '地名读音',
                'ordering': ['term'],
            },
        ),
        migrations.CreateModel(
            name='LocalReadingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('term', models.CharField(max_length=20, validators=[django.core.validators.RegexValidator('^[㐀-䶿一-鿿]+$', '地名只填汉字。')], verbose_name='地名')),
                ('reading', models.CharField(max_length=120, validators=[django.core.validators.RegexValidator('^[a-z]+( [a-z]+)*$', '读音用小写字母，各字之间空一格，例如lu an。')], verbose_name='读音')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='localreading',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='afb14254392c2df1417c72853a5f60451b5e9f7f', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_8d618', table='ledgers_localreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='localreading',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ledgers_localreadingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "term") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reading", NEW."term"); RETURN NULL;', hash='ebc868a9f2444441e14fce96535bcdaed237c9d7', operation='INSERT', pgid='pgtrigger_insert_insert_c16af', table='ledgers_localreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='localreading',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "ledgers_localreadingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "term") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reading", NEW."term"); RETURN NULL;', hash='1dafeae155ef6dd6bbaa9160e128e254c3885597', operation='UPDATE', pgid='pgtrigger_update_update_5f92c', table='ledgers_localreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='localreading',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "ledgers_localreadingevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "term") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reading", OLD."term"); RETURN NULL;', hash='02983af1659a29fde844ceb81bb25bbe3db652ad', operation='DELETE', pgid='pgtrigger_delete_delete_b74c6', table='ledgers_localreading', when='AFTER')),
        ),
        migrations.AddField(
            model_name='localreadingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='localreadingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='ledgers.localreading'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='localreadingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7c729a1b44737c439089219eda78006e7f72032f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_984e5', table='ledgers_localreadingevent', when='BEFORE')),
        ),
        ]),
        # What the database does by itself: index, seal, guard. Each table of the trail gets
        # its triggers after all migrations have run (ledgers/apps.py).
        migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")),
    ]
