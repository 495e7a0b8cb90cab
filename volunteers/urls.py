"""Addresses of this app."""

from django.urls import path

from ledgers.ledger_urls import urls_of
from volunteers.contacts.views import ContactDutySucceedView
from volunteers.roads import patrol_views
from volunteers.roads.views import RoadChiefSucceedView
from volunteers.teams.views import TeamLeaderView

app_name = "volunteers"
urlpatterns = [
    path(
        "contact-duties/<int:pk>/succeed/",
        ContactDutySucceedView.as_view(),
        name="contact_duty_succeed",
    ),
    path(
        "road-chiefs/<int:pk>/succeed/",
        RoadChiefSucceedView.as_view(),
        name="road_chief_succeed",
    ),
    path("teams/<int:pk>/leader/", TeamLeaderView.as_view(), name="team_leader"),
    path("patrols/", patrol_views.PatrolListView.as_view(), name="patrol_list"),
    path("road-chiefs/<int:pk>/patrol/", patrol_views.RoadPatrolView.as_view(), name="road_patrol"),
    path(
        "patrol-findings/<int:pk>/problem/",
        patrol_views.FindingProblemView.as_view(),
        name="patrol_problem",
    ),
    *urls_of("volunteers"),
]
