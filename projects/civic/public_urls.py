"""Addresses of the pages without an account."""

from django.urls import path

from projects.civic import public_views

urlpatterns = [
    path("<str:key>/", public_views.PublicCaseView.as_view(), name="public_case"),
    path(
        "<str:key>/photos/<int:pk>/<str:which>/",
        public_views.PublicPhotoView.as_view(),
        name="public_photo",
    ),
]
