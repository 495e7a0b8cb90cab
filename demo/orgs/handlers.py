"""Who handles the problems and orders: the courtyard's cadre, or who carries out a unit's work."""

from courtyards.models import PairedCadre
from demo.context import Demo
from orgs.models import Post
from projects.models import Handling, Problem, SupervisionOrder


def build(demo: Demo):
    """A handler for each problem of a courtyard and for each order to a headquarters or a town."""
    cadres = {row.courtyard_id: row for row in demo.rows.of(PairedCadre) if row.until is None}
    carriers = {
        row.unit_id: row for row in demo.rows.of(Post) if row.role == "executive" and not row.until
    }
    for problem in demo.rows.of(Problem):
        _handled(demo, cadres.get(problem.courtyard_id), problem.raised_on, problem=problem)
    for order in demo.rows.of(SupervisionOrder):
        _handled(demo, carriers.get(order.to_unit_id), order.issued_on, order=order)


def _handled(demo: Demo, duty, begun, **matter):
    """`duty` is what makes its holder the handler; a matter closed before it has none."""
    row = next(iter(matter.values()))
    if duty is None:
        return
    since = max(begun, duty.since)
    if row.closed_on is None or row.closed_on > since:
        demo.add(
            Handling,
            person=duty.person,
            division_id=row.division_id,
            since=since,
            until=row.closed_on,
            **matter,
        )
