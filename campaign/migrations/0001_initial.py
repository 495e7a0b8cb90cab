import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from ledgers.migrating import AtOnce


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('projects', '0001_initial'),
    ]

    operations = [AtOnce([
        migrations.CreateModel(
            name='Brief',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='期号')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('body', models.TextField(verbose_name='正文')),
                ('byline', models.CharField(blank=True, max_length=80, verbose_name='供稿单位')),
                ('correspondent', models.CharField(blank=True, max_length=80, verbose_name='通讯员单位')),
                ('published_on', models.DateField(verbose_name='印发日期')),
            ],
            options={
                'verbose_name': '简报',
                'verbose_name_plural': '简报',
                'ordering': ['-published_on', '-number'],
            },
        ),
        migrations.CreateModel(
            name='BriefEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveIntegerField(verbose_name='期号')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('body', models.TextField(verbose_name='正文')),
                ('byline', models.CharField(blank=True, max_length=80, verbose_name='供稿单位')),
                ('correspondent', models.CharField(blank=True, max_length=80, verbose_name='通讯员单位')),
                ('published_on', models.DateField(verbose_name='印发日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('county', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='orgs.division', verbose_name='县（市、区）')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('full_name', models.CharField(max_length=120, verbose_name='全称')),
                ('started_on', models.DateField(verbose_name='启动日期')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='示例数据')),
            ],
            options={
                'verbose_name': '专项行动',
                'verbose_name_plural': '专项行动',
            },
        ),
        migrations.CreateModel(
            name='CampaignEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('name', models.CharField(max_length=60, verbose_name='名称')),
                ('full_name', models.CharField(max_length=120, verbose_name='全称')),
                ('started_on', models.DateField(verbose_name='启动日期')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='示例数据')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CampaignText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('theme', '主题'), ('slogan', '口号'), ('principle', '原则'), ('requirement', '要求'), ('external', '依托的创建活动'), ('next_step', '下一步')], max_length=12, verbose_name='类别')),
                ('text', models.CharField(max_length=200, verbose_name='内容')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
            ],
            options={
                'verbose_name': '行动用语',
                'verbose_name_plural': '行动用语',
                'ordering': ['kind', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CampaignTextEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('theme', '主题'), ('slogan', '口号'), ('principle', '原则'), ('requirement', '要求'), ('external', '依托的创建活动'), ('next_step', '下一步')], max_length=12, verbose_name='类别')),
                ('text', models.CharField(max_length=200, verbose_name='内容')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.CharField(choices=[('before', '改造前'), ('during', '施工中'), ('after', '改造后')], max_length=8, verbose_name='时点')),
                ('caption', models.CharField(max_length=120, verbose_name='说明')),
                ('taken_on', models.DateField(verbose_name='拍摄日期')),
            ],
            options={
                'verbose_name': '照片',
                'verbose_name_plural': '照片',
                'ordering': ['-taken_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PhotoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('moment', models.CharField(choices=[('before', '改造前'), ('during', '施工中'), ('after', '改造后')], max_length=8, verbose_name='时点')),
                ('caption', models.CharField(max_length=120, verbose_name='说明')),
                ('taken_on', models.DateField(verbose_name='拍摄日期')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='brief',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='briefevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='briefevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='briefevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='campaign.brief'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='bea8d10c774d88ae983712d3cd40ee7c56e1be0d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_d39e4', table='campaign_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_campaignevent" ("county_id", "full_name", "is_demo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") VALUES (NEW."county_id", NEW."full_name", NEW."is_demo", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."county_id", NEW."started_on"); RETURN NULL;', hash='0cb3d67e5d8eea0ea521246454b9f0377c3f9f7a', operation='INSERT', pgid='pgtrigger_insert_insert_b8470', table='campaign_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "campaign_campaignevent" ("county_id", "full_name", "is_demo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") VALUES (NEW."county_id", NEW."full_name", NEW."is_demo", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."county_id", NEW."started_on"); RETURN NULL;', hash='137cd8c8082f4eddac514e2ae63c05cf74d24e2d', operation='UPDATE', pgid='pgtrigger_update_update_ad162', table='campaign_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_campaignevent" ("county_id", "full_name", "is_demo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") VALUES (OLD."county_id", OLD."full_name", OLD."is_demo", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."county_id", OLD."started_on"); RETURN NULL;', hash='da12aa8da1e0b6bc859a49000ec6f717c40039a0', operation='DELETE', pgid='pgtrigger_delete_delete_5ce65', table='campaign_campaign', when='AFTER')),
        ),
        migrations.AddField(
            model_name='campaignevent',
            name='county',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='orgs.division', verbose_name='县（市、区）'),
        ),
        migrations.AddField(
            model_name='campaignevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='campaignevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='campaign.campaign'),
        ),
        migrations.AddField(
            model_name='campaigntext',
            name='campaign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='campaign.campaign', verbose_name='专项行动'),
        ),
        migrations.AddField(
            model_name='campaigntextevent',
            name='campaign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='campaign.campaign', verbose_name='专项行动'),
        ),
        migrations.AddField(
            model_name='campaigntextevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='campaigntextevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='campaign.campaigntext'),
        ),
        migrations.AddField(
            model_name='photo',
            name='brief',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='photos', to='campaign.brief', verbose_name='简报'),
        ),
        migrations.AddField(
            model_name='photo',
            name='division',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='photo',
            name='pair',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='paired', to='campaign.photo', verbose_name='对照照片'),
        ),
        migrations.AddField(
            model_name='photo',
            name='project',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='photos', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='brief',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='campaign.brief', verbose_name='简报'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='division',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='orgs.division', verbose_name='区划'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='pair',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='campaign.photo', verbose_name='对照照片'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='campaign.photo'),
        ),
        migrations.AddField(
            model_name='photoevent',
            name='project',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.project', verbose_name='项目'),
        ),
        migrations.AddConstraint(
            model_name='brief',
            constraint=models.UniqueConstraint(fields=('division', 'year', 'number'), name='brief_number_once_a_year', violation_error_message='该年度此期号已存在。'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brief',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='8a9d3d149369c14c0d80d511772e859f7770a3b3', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_f14b0', table='campaign_brief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brief',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_briefevent" ("body", "byline", "correspondent", "division_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title", "year") VALUES (NEW."body", NEW."byline", NEW."correspondent", NEW."division_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."title", NEW."year"); RETURN NULL;', hash='16b2f9ee92e35903e4be8f87e7729cf3bacabd09', operation='INSERT', pgid='pgtrigger_insert_insert_9812b', table='campaign_brief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brief',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "campaign_briefevent" ("body", "byline", "correspondent", "division_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title", "year") VALUES (NEW."body", NEW."byline", NEW."correspondent", NEW."division_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."title", NEW."year"); RETURN NULL;', hash='9a90fa1cebae0b7ab993f0c0be6aae5b74559505', operation='UPDATE', pgid='pgtrigger_update_update_0424e', table='campaign_brief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brief',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_briefevent" ("body", "byline", "correspondent", "division_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "title", "year") VALUES (OLD."body", OLD."byline", OLD."correspondent", OLD."division_id", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."title", OLD."year"); RETURN NULL;', hash='a98bf5ec2766e09f87e185856b5b7c47a22332e8', operation='DELETE', pgid='pgtrigger_delete_delete_185f7', table='campaign_brief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='briefevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b782ad63fe71e7b253f3944a71a7c8fc8e1af506', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_83cb8', table='campaign_briefevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaignevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6695404b88a44b2e31cf48989ef84cd97ef167d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_25598', table='campaign_campaignevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigntext',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='e9358831b423be3907f4ec9123f4a723f99f633d', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_abbab', table='campaign_campaigntext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigntext',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_campaigntextevent" ("campaign_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."campaign_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."text"); RETURN NULL;', hash='5142f3a85e5daf1ef10cf11c68d8a6ae55525f32', operation='INSERT', pgid='pgtrigger_insert_insert_b702e', table='campaign_campaigntext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigntext',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "campaign_campaigntextevent" ("campaign_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."campaign_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."text"); RETURN NULL;', hash='6eca9a9fe2c8e06b2bc48713015c6fca7bc8251c', operation='UPDATE', pgid='pgtrigger_update_update_f90a0', table='campaign_campaigntext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigntext',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_campaigntextevent" ("campaign_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (OLD."campaign_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."text"); RETURN NULL;', hash='bac55086a037ba5c14337f1bcef2f217271f9ecc', operation='DELETE', pgid='pgtrigger_delete_delete_84fa9', table='campaign_campaigntext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaigntextevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7b62f28951e32ef832148e672860b194f2c046bf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_56f40', table='campaign_campaigntextevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='photo',
            trigger=pgtrigger.compiler.Trigger(name='data_version', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    UPDATE ledgers_tableversion SET changes = changes + 1 WHERE id = (\n        SELECT id FROM ledgers_tableversion WHERE relation = TG_TABLE_NAME\n        LIMIT 1 FOR UPDATE SKIP LOCKED\n    );\n    IF NOT FOUND THEN\n        INSERT INTO ledgers_tableversion (relation, changes) VALUES (TG_TABLE_NAME, 1);\n    END IF;\n    RETURN NULL;\n', hash='4321112bb1e395c1114e16af2ca0c28d387fb3c9', level='STATEMENT', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_data_version_459fd', table='campaign_photo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='photo',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_photoevent" ("brief_id", "caption", "division_id", "id", "moment", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "taken_on") VALUES (NEW."brief_id", NEW."caption", NEW."division_id", NEW."id", NEW."moment", NEW."pair_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."project_id", NEW."taken_on"); RETURN NULL;', hash='5c705735773a177f933eeb9324ef1f1a57b60e8d', operation='INSERT', pgid='pgtrigger_insert_insert_ebca5', table='campaign_photo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='photo',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "campaign_photoevent" ("brief_id", "caption", "division_id", "id", "moment", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "taken_on") VALUES (NEW."brief_id", NEW."caption", NEW."division_id", NEW."id", NEW."moment", NEW."pair_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."project_id", NEW."taken_on"); RETURN NULL;', hash='39751d0843d0c38865e724fcb22f6738c7f92bbb', operation='UPDATE', pgid='pgtrigger_update_update_5486d', table='campaign_photo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='photo',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "campaign_photoevent" ("brief_id", "caption", "division_id", "id", "moment", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "taken_on") VALUES (OLD."brief_id", OLD."caption", OLD."division_id", OLD."id", OLD."moment", OLD."pair_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."project_id", OLD."taken_on"); RETURN NULL;', hash='eccb16e1ea07feaf5ca9e621641213aac4443d10', operation='DELETE', pgid='pgtrigger_delete_delete_f50ab', table='campaign_photo', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='photoevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eede615e5a1f47e3fbe5594a1a9a2159424b8369', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_87fd5', table='campaign_photoevent', when='BEFORE')),
        ),
    ])]
