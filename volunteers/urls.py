"""Addresses of this app."""

from django.urls import path

from ledgers import registry
from volunteers import patrol_views, views

app_name = "volunteers"
urlpatterns = [
    path(
        "contact-duties/<int:pk>/succeed/",
        views.ContactDutySucceedView.as_view(),
        name="contact_duty_succeed",
    ),
    path(
        "road-chiefs/<int:pk>/succeed/",
        views.RoadChiefSucceedView.as_view(),
        name="road_chief_succeed",
    ),
    path("teams/<int:pk>/leader/", views.TeamLeaderView.as_view(), name="team_leader"),
    path("patrols/", patrol_views.PatrolListView.as_view(), name="patrol_list"),
    path("road-chiefs/<int:pk>/patrol/", patrol_views.RoadPatrolView.as_view(), name="road_patrol"),
    path(
        "patrol-findings/<int:pk>/problem/",
        patrol_views.FindingProblemView.as_view(),
        name="patrol_problem",
    ),
    *registry.urlpatterns("volunteers"),
]
