"""Builds the whole county, floor by floor, and stores it."""

from django.db import transaction

from demo import extras, ground, press
from demo.context import Demo
from demo.courtyards import courtyards, heads, pairing
from demo.orgs import (
    accounts,
    branches,
    divisions,
    handlers,
    members,
    offices,
    organizations,
    units,
)
from demo.orgs.people import People
from demo.orgs.tree import Tree
from demo.projects import civic, plan, problem_steps, problems, projects, reporting, sites
from demo.volunteers import agreements, chiefs, contacts, teams


def build(seed: int) -> int:
    """Store the demo county made from `seed`, all or nothing; returns the number of rows."""
    demo = Demo(seed)
    with transaction.atomic():
        _compose(demo)
        return demo.rows.store()


def _compose(demo: Demo):
    """The builders in order: each stands on what the earlier ones left in `demo`."""
    divisions.build(demo)
    accounts.build(demo)
    units.build(demo)
    people, tree = People(demo), Tree(demo)
    organizations.build(demo, people, tree)
    offices.build(demo, people)
    courtyards.build(demo)
    branches.build(demo, people, tree)
    heads.build(demo, people)
    pairing.build(demo, people)
    projects.build(demo)
    plan.build(demo)
    sites.build(demo)
    reporting.build(demo)
    sites.after_reports(demo)
    ground.build(demo)
    problems.build(demo)
    problem_steps.build(demo)
    handlers.build(demo)
    civic.build(demo, people)
    teams.build(demo, people)
    contacts.build(demo, people)
    members.build(demo)
    agreements.build(demo)
    chiefs.build(demo, people)
    press.build(demo)
    extras.build(demo)
