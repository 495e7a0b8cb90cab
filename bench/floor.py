"""The floor: the least that a page with rows can cost on this stack.

One query for 50 rows of 10 columns, rendered by Jinja2; no session, no account, no middleware.
"""

from django.shortcuts import render
from django.urls import path

from orgs.models import Person

COLUMNS = (
    "pk",
    "name",
    "search_text",
    "division_id",
    "unit_id",
    "office",
    "rank",
    "party_status",
    "home_branch_id",
    "phone",
)


def floor(request):
    """GET: the first 50 people in the order of their key."""
    rows = Person.objects.order_by("pk").values_list(*COLUMNS)[:50]
    return render(request, "floor.html", {"columns": COLUMNS, "rows": rows})


urlpatterns = [path("", floor)]
