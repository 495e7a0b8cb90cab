from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """What the constraints (one holder at a time) and the pinyin search need of PostgreSQL.

    The ground floor has no tables; it prepares the database before the first one is made.
    """

    initial = True
    dependencies = []
    run_before = [("orgs", "0001_initial")]
    operations = [BtreeGistExtension(), TrigramExtension()]
