"""A version squashes its migrations: the database of the version before goes on, a new one starts.

By Django's own commands, on a small app of its own: two tables, one of them growing over three
migrations.
"""

import os
import subprocess
import sys
from pathlib import Path

import databases
import psycopg2
import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "settings.py": """
        import environ
        DATABASES = {"default": environ.Env().db("DATABASE_URL")}
        INSTALLED_APPS = ["pgtrigger", "allotments"]
        DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
        USE_TZ = True
    """,
    "allotments/__init__.py": "",
    "allotments/models.py": """
        import pgtrigger
        from django.db import models

        class Garden(models.Model):
            name = models.CharField(max_length=40)

        class Plot(models.Model):
            number = models.PositiveIntegerField()
            garden = models.ForeignKey(Garden, models.PROTECT)
            area = models.DecimalField(max_digits=7, decimal_places=2, null=True)
            neighbours = models.ManyToManyField("self")

            class Meta:
                constraints = [models.UniqueConstraint(
                    fields=["garden", "number"], name="plot_number_once")]
                indexes = [models.Index(fields=["area"], name="plot_area")]
                triggers = [pgtrigger.Protect(name="kept", operation=pgtrigger.Delete)]
    """,
    "allotments/migrations/__init__.py": "",
    "allotments/migrations/0001_initial.py": """
        import pgtrigger.compiler
        import pgtrigger.migrations
        from django.db import migrations, models
        from ledgers.migrating import AtOnce

        class Migration(migrations.Migration):
            initial = True
            operations = [AtOnce([
                migrations.CreateModel("Plot", [
                    ("id", models.BigAutoField(auto_created=True, primary_key=True,
                                               serialize=False, verbose_name="ID")),
                    ("size", models.IntegerField()),
                    ("letter", models.CharField(max_length=1)),
                ]),
                migrations.CreateModel("Garden", [
                    ("id", models.BigAutoField(auto_created=True, primary_key=True,
                                               serialize=False, verbose_name="ID")),
                    ("name", models.CharField(max_length=20)),
                ]),
                migrations.AddField("Plot", "garden", models.ForeignKey(
                    on_delete=models.deletion.PROTECT, to="allotments.garden")),
                pgtrigger.migrations.AddTrigger("plot", pgtrigger.compiler.Trigger(
                    name="old", sql=pgtrigger.compiler.UpsertTriggerSql(
                        func="RETURN NEW;", hash="0", operation="UPDATE",
                        condition='WHEN (OLD."letter" IS DISTINCT FROM NEW."letter")',
                        pgid="pgtrigger_old_00000", table="allotments_plot", when="BEFORE"))),
            ])]
    """,
    "allotments/migrations/0002_grown.py": """
        import pgtrigger.migrations
        from django.db import migrations, models

        class Migration(migrations.Migration):
            dependencies = [("allotments", "0001_initial")]
            operations = [
                pgtrigger.migrations.RemoveTrigger("plot", "old"),
                migrations.RemoveField("Plot", "letter"),
                migrations.RenameField("Plot", "size", "number"),
                migrations.AlterField("Plot", "number", models.PositiveIntegerField()),
                migrations.AlterField("Garden", "name", models.CharField(max_length=40)),
                migrations.AddField("Plot", "area", models.DecimalField(
                    max_digits=7, decimal_places=2, null=True)),
                migrations.AddConstraint("plot", models.UniqueConstraint(
                    fields=("garden", "number"), name="plot_number_once")),
            ]
    """,
    "allotments/migrations/0003_by_hand.py": """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            dependencies = [("allotments", "0002_grown")]
            operations = [
                migrations.RunSQL("CREATE VIEW wide_plots AS "
                                  "SELECT id FROM allotments_plot WHERE area > 100"),
                migrations.AddField("Plot", "neighbours", models.ManyToManyField(
                    to="allotments.plot")),
                migrations.AddIndex("plot", models.Index(fields=["area"], name="plot_area")),
            ]
    """,
}
# Without the names of constraints: the check behind a PositiveIntegerField is called otherwise where
# the field became one later. Names that we give ourselves stand among the indexes as well.
SHAPE = """
    SELECT concat_ws(' ', table_name, column_name, data_type, numeric_precision,
                     character_maximum_length, is_nullable, column_default, is_identity)
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_triggerdef(t.oid) || f.prosrc
      FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_viewdef(oid) FROM pg_class WHERE relname = 'wide_plots'
    ORDER BY 1
"""


@pytest.fixture
def allotments(tmp_path):
    """A function that runs a command of Django's for the small app on the database of an address."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = text.strip("\n").splitlines()
        file.write_text("\n".join(line[8:] for line in lines) + "\n")
    environment = os.environ | {
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "settings",
    }

    def run(url: str, *arguments: str) -> str:
        command = [sys.executable, "-m", "django", *arguments]
        given = {"cwd": tmp_path, "env": environment | {"DATABASE_URL": url}}
        done = subprocess.run(command, capture_output=True, text=True, **given)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def shape(url: str) -> list[str]:
    """All that the tables of a database are made of, as text, without the list of migrations."""
    own = psycopg2.connect(url)
    try:
        with own.cursor() as cursor:
            cursor.execute(SHAPE)
            return [line for (line,) in cursor.fetchall() if "django_migrations" not in line]
    finally:
        own.close()


def test_a_database_of_the_version_before_and_an_empty_one_end_alike(allotments, scratch, tmp_path):
    # The version before, and what its last state lacks of the models: the new trigger.
    allotments(scratch, "migrate")
    allotments(scratch, "makemigrations", "allotments", "--name", "kept")
    allotments(scratch, "migrate")
    before = shape(scratch)
    assert any("kept" in line for line in before) and any("wide_plots" in line for line in before)

    # The next version squashes, and the files that were replaced go.
    number = ["allotments", "0004", "--squashed-name", "version_2", "--no-input"]
    allotments(scratch, "squashmigrations", *number)
    migrations = tmp_path / "allotments" / "migrations"
    for file in migrations.glob("000[1-4]_*.py"):
        if file.name != "0001_version_2.py":
            file.unlink()
    written = (migrations / "0001_version_2.py").read_text()
    assert written.count("AtOnce(") == 1 and "RunSQL" in written and "RemoveTrigger" not in written

    assert "No migrations to apply" in allotments(scratch, "migrate")
    assert "[X] 0001_version_2" in allotments(scratch, "showmigrations", "allotments")
    assert shape(scratch) == before
    with databases.scratch("empty") as empty:
        allotments(empty, "migrate")
        assert shape(empty) == before
        allotments(empty, "makemigrations", "--check")

    # And once more: what replaced becomes an ordinary first migration.
    ordinary = written[: written.index("    replaces = ")] + written[written.index("    initial") :]
    (migrations / "0001_version_2.py").write_text(ordinary)
    assert "No migrations to apply" in allotments(scratch, "migrate")
