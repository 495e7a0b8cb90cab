"""How problems stand, for those who lead: late ones by unit and place, the endings kept apart."""

from django.urls import reverse
from django.utils.http import urlencode
from django.views import View

from ledgers.query_cache import cached_page
from orgs.access import Verb, scope_of
from projects.problems import figures


class ProblemBoardView(View):
    """GET: the board of everything in scope, on `request.on`; each number leads to its rows."""

    verb = Verb.VIEW
    title = "问题总体情况"

    def get(self, request):
        scope, day = scope_of(request.user), request.on
        return cached_page(
            request,
            "projects/problems/problem_board.html",
            "projects/problems/problem_board_fragment.html",
            lambda: self._board(request, scope, day),
            vary=(scope,),
        )

    @staticmethod
    def _board(request, scope, day) -> dict:
        page = reverse("projects:problem_list")
        asked = (("on", day.isoformat()),) if request.asked_on else ()

        def rows(*asks) -> str:
            query = urlencode([*(pair for pairs in asks for pair in pairs), *asked])
            return f"{page}?{query}" if query else page

        return {
            "numbers": figures.standing(scope, day),
            "units": figures.by_unit(scope, day),
            "places": figures.by_place(scope, day),
            "rows": rows,
            "overdue": (("state", "overdue"),),
            "open": (("state", "open"),),
        }
