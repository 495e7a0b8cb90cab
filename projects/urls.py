"""Addresses of this app."""

from django.urls import path

from ledgers import registry
from projects import problem_urls
from projects.views import handling, reports, reviews

app_name = "projects"
urlpatterns = [
    # The weekly report's own pages come before the ledger's, whose addresses end in any word.
    path("reports/mine/", reports.ReportMineView.as_view(), name="report_mine"),
    path("reports/review/", reviews.ReportReviewListView.as_view(), name="report_review_list"),
    path("reports/<int:pk>/", reviews.ReportDetailView.as_view(), name="report_detail"),
    path("reports/<int:pk>/form/", reports.ReportFormView.as_view(), name="report_form"),
    path("reports/<int:pk>/draft/", reports.ReportDraftView.as_view(), name="report_draft"),
    path("reports/<int:pk>/approve/", reviews.ReportApproveView.as_view(), name="report_approve"),
    path("reports/<int:pk>/return/", reviews.ReportReturnView.as_view(), name="report_return"),
    path("readings/<int:pk>/correct/", reviews.ReportCorrectView.as_view(), name="report_correct"),
    *problem_urls.urlpatterns,
    path(
        "problems/<int:pk>/handler/",
        handling.ProblemHandlerView.as_view(),
        name="problem_handler",
    ),
    path(
        "projects/<int:pk>/supervisor/",
        handling.SupervisorAppointView.as_view(),
        name="supervisor_appoint",
    ),
    path("orders/<int:pk>/handler/", handling.OrderHandlerView.as_view(), name="order_handler"),
    *registry.urlpatterns("projects"),
]
