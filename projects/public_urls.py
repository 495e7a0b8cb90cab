"""Addresses of the pages without an account."""

from django.urls import path

from projects.views import public

urlpatterns = [
    path("<str:key>/", public.PublicCaseView.as_view(), name="public_case"),
    path(
        "<str:key>/photos/<int:pk>/<str:which>/",
        public.PublicPhotoView.as_view(),
        name="public_photo",
    ),
]
