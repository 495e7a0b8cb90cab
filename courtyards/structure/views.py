"""The three levels of the Party in the communities, to browse: all communities, and each one."""

from django.shortcuts import get_object_or_404
from django.views import View

from courtyards.structure.tree import Structure
from ledgers.query_cache import cached_page
from orgs.access import Verb
from orgs.models import PartyOrganization

LIST, DETAIL = (
    "courtyards/structure/structure_list.html",
    "courtyards/structure/structure_detail.html",
)


class StructureListView(View):
    """GET: every community with its branches, groups and coverage, on `request.on`."""

    verb = Verb.VIEW
    title = "三级组织架构"

    def get(self, request):
        def build() -> dict:
            structure = Structure(request.user, request.on)
            return {
                "rows": structure.rows,
                "total": structure.total(),
                "apart": structure.apart,
                "on": request.on,
            }

        return cached_page(
            request,
            LIST,
            "courtyards/structure/structure_list_fragment.html",
            build,
            vary=(request.user.pk,),
        )


class StructureDetailView(View):
    """GET: one organisation with all under it, and what each covers, on `request.on`."""

    verb = Verb.VIEW
    title = "三级组织架构（社区）"

    def get(self, request, pk):
        visible = PartyOrganization.objects.visible_to(request.user)
        organization = get_object_or_404(visible.select_related("division"), pk=pk)

        def build() -> dict:
            structure = Structure(request.user, request.on)
            body = structure.bodies.get(pk)
            return {
                "organization": organization,
                "body": body,
                "superior": body and structure.bodies.get(body.superior),
                "uncovered": structure.uncovered(body) if body and body.is_top else [],
                "on": request.on,
            }

        return cached_page(
            request,
            DETAIL,
            "courtyards/structure/structure_detail_fragment.html",
            build,
            vary=(request.user.pk, pk),
            context={"organization": organization},
        )
