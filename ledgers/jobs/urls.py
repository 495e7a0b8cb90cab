"""Addresses of the work behind the pages."""

from django.urls import path

from ledgers.jobs.views import JobDetailView, JobFileView, JobListView

urlpatterns = [
    path("", JobListView.as_view(), name="job_list"),
    path("<int:pk>/", JobDetailView.as_view(), name="job_detail"),
    path("<int:pk>/file/", JobFileView.as_view(), name="job_file"),
]
