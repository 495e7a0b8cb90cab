"""Addresses of this app."""

from django.urls import path

from ledgers import registry
from volunteers import views

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
    *registry.urlpatterns("volunteers"),
]
