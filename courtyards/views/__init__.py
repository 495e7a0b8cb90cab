"""Mending pages of courtyards and buildings, one tap from the gap that they close."""

from django.urls import path

from courtyards.views.coverage import (
    BranchCoverView,
    BuildingGroupCoverView,
    PairingEndView,
    UnitPairView,
)
from courtyards.views.heads import (
    BuildingHeadAppointView,
    CourtyardHeadAppointView,
    HeadshipEndView,
)
from courtyards.views.staffing import (
    CadreAssignView,
    CadreEndView,
    CommitteeFormView,
    SurveyCreateView,
)
from courtyards.views.structure import StructureDetailView, StructureListView

COURTYARD, BUILDING = "courtyards/<int:pk>", "buildings/<int:pk>"
mending_urls = [
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
]
structure_urls = [
    path("structure/", StructureListView.as_view(), name="structure_list"),
    path("structure/<int:pk>/", StructureDetailView.as_view(), name="structure_detail"),
]
