"""One search over everything that has a name."""

from django.views import View

from courtyards.models import Building, Courtyard
from ledgers.query_cache import cached_page
from orgs.access import Verb
from orgs.models import PartyOrganization, Person, Unit
from projects.models import Project

FOUND_AT_ONCE = 8


class SearchView(View):
    """GET `?q=`: the first rows of each ledger whose Chinese, pinyin or initials match every word."""

    verb = Verb.VIEW
    title = "全站检索"

    def get(self, request):
        asked = request.GET.get("q", "").strip()[:60]
        words = asked.lower().split()
        return cached_page(
            request,
            "campaign/overview/search.html",
            "campaign/overview/search_fragment.html",
            lambda: {"q": asked, "groups": self.find(request, words) if words else []},
            vary=(request.user.scope, asked),
            context={"q": asked},
        )

    def find(self, request, words: list[str]) -> list[tuple]:
        """(title, rows, address of a row's page, address of the full list) for each ledger with hits."""
        groups = []
        for title, name, rows in self._ledgers(request.on):
            rows = rows.visible_to(request.user)
            for word in words:
                rows = rows.filter(search_text__contains=word)
            rows = list(rows.order_by("search_text", "pk")[: FOUND_AT_ONCE + 1])
            if rows:
                groups.append((title, name, rows[:FOUND_AT_ONCE], len(rows) > FOUND_AT_ONCE))
        return groups

    def _ledgers(self, day):
        buildings = Building.objects.on(day).with_names(day).select_related("courtyard", "division")
        return [
            (
                "楼院",
                "courtyards:courtyard",
                Courtyard.objects.on(day).with_names(day).select_related("division"),
            ),
            ("楼栋", "courtyards:building", buildings),
            ("项目", "projects:project", Project.objects.on(day).select_related("division")),
            (
                "党组织",
                "orgs:organization",
                PartyOrganization.objects.on(day).select_related("division"),
            ),
            ("单位", "orgs:unit", Unit.objects.on(day).select_related("division")),
            ("人员", "orgs:person", Person.objects.select_related("unit", "division")),
        ]
