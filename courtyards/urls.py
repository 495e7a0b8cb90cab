"""Addresses of this app: pages that close a gap, the structure, the ledgers."""

from django.urls import path

from courtyards.heads.committee_views import CommitteeFormView
from courtyards.heads.views import (
    BuildingHeadAppointView,
    CourtyardHeadAppointView,
    HeadshipEndView,
)
from courtyards.pairing.cadre_views import CadreAssignView, CadreEndView
from courtyards.pairing.views import (
    BranchCoverView,
    BuildingGroupCoverView,
    PairingEndView,
    UnitPairView,
)
from courtyards.places.views import SurveyCreateView
from courtyards.structure.views import StructureDetailView, StructureListView
from ledgers.ledger_urls import urls_of

COURTYARD, BUILDING = "courtyards/<int:pk>", "buildings/<int:pk>"
app_name = "courtyards"
urlpatterns = [
    path(f"{COURTYARD}/head/", CourtyardHeadAppointView.as_view(), name="courtyard_head_appoint"),
    path(f"{COURTYARD}/committee/", CommitteeFormView.as_view(), name="committee_form"),
    path(f"{COURTYARD}/branch/", BranchCoverView.as_view(), name="branch_cover"),
    path(f"{COURTYARD}/cadre/", CadreAssignView.as_view(), name="cadre_assign"),
    path(f"{COURTYARD}/survey/", SurveyCreateView.as_view(), name="survey_create"),
    path(f"{BUILDING}/head/", BuildingHeadAppointView.as_view(), name="building_head_appoint"),
    path(f"{BUILDING}/group/", BuildingGroupCoverView.as_view(), name="building_group_cover"),
    path("units/<int:pk>/pair/", UnitPairView.as_view(), name="unit_pair"),
    path("branch-pairings/<int:pk>/end/", PairingEndView.as_view(), name="pairing_end"),
    path("headships/<int:pk>/end/", HeadshipEndView.as_view(), name="headship_end"),
    path("cadres/<int:pk>/end/", CadreEndView.as_view(), name="cadre_end"),
    path("structure/", StructureListView.as_view(), name="structure_list"),
    path("structure/<int:pk>/", StructureDetailView.as_view(), name="structure_detail"),
    *urls_of("courtyards"),
]
