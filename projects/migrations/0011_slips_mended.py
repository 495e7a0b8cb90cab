"""Rows that the rules of the next migrations would refuse, as earlier versions let them in.

What cannot be true is taken away and nothing is invented: the issuer of an order to itself, a
deadline before its visit (it becomes the visit's day), a plan that a shift exceeded more than
three times, and the second of two stations of one name, which ends on the day on which it began.
The history of the rows keeps what stood there.
"""

from django.db import migrations

MENDED = [
    "UPDATE projects_supervisionorder SET from_unit_id = NULL WHERE from_unit_id = to_unit_id",
    "UPDATE projects_followupvisit SET due_on = visited_on WHERE due_on < visited_on",
    "UPDATE projects_workshift SET planned_m = NULL WHERE planned_m > 0 AND done_m > planned_m * 3",
    """UPDATE projects_redstation AS later SET until = later.since WHERE later.until IS NULL
       AND EXISTS (SELECT FROM projects_redstation AS first WHERE first.until IS NULL
       AND first.project_id = later.project_id AND first.name = later.name AND first.id < later.id)""",
]


class Migration(migrations.Migration):
    dependencies = [("projects", "0010_order_of_several")]

    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in MENDED]
