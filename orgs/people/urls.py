"""Addresses of the pages about people: hand-over, leading posts, secondments, vacant posts."""

from django.urls import path

from orgs.people import handover_views, staffing_views, succession_views

people_urls = [
    path(
        "people/<int:pk>/handover/",
        handover_views.PersonHandOverView.as_view(),
        name="person_hand_over",
    ),
    path(
        "people/<int:pk>/reinstate/",
        staffing_views.ReinstateView.as_view(),
        name="person_reinstate",
    ),
    path(
        "posts/<int:pk>/succeed/", succession_views.PostSucceedView.as_view(), name="post_succeed"
    ),
    path(
        "units/<int:pk>/lead/",
        staffing_views.LeaderAppointView.as_view(),
        name="unit_lead_appoint",
    ),
    path(
        "units/<int:pk>/executive/",
        staffing_views.ExecutiveAppointView.as_view(),
        name="unit_executive_appoint",
    ),
    path("units/<int:pk>/second/", staffing_views.SecondView.as_view(), name="unit_second"),
    path(
        "secondments/<int:pk>/end/",
        staffing_views.SecondmentEndView.as_view(),
        name="secondment_end",
    ),
    path(
        "organizations/<int:pk>/temporary-members/add/",
        staffing_views.TemporaryMemberAddView.as_view(),
        name="temporary_member_add",
    ),
    path(
        "temporary-members/<int:pk>/end/",
        staffing_views.TemporaryMemberEndView.as_view(),
        name="temporary_member_end",
    ),
]
