"""Addresses of this app."""

from django.urls import path

from ledgers.ledger_urls import urls_of
from projects.civic import urls as civic_urls
from projects.overviews import views as overviews
from projects.plan import views as plan
from projects.problems import handling_views
from projects.problems import urls as problem_urls
from projects.reporting import detail_views, grid_views, missing_views, photo_views, review_views
from projects.reporting import views as reports
from projects.reporting.review_views import ReportCorrectView
from projects.sites import views as demolition

app_name = "projects"
urlpatterns = [
    # The weekly report's own pages come before the ledger's, whose addresses end in any word.
    path("reports/grid/", grid_views.ReportGridView.as_view(), name="report_grid"),
    path("reports/mine/", reports.ReportMineView.as_view(), name="report_mine"),
    path("reports/missing/", missing_views.MissingListView.as_view(), name="report_missing"),
    path("reports/missing/reopen/", missing_views.WeekReopenView.as_view(), name="week_reopen"),
    path("reports/review/", review_views.ReportReviewListView.as_view(), name="report_review_list"),
    path(
        "reports/review/many/",
        review_views.ReportApproveManyView.as_view(),
        name="report_approve_many",
    ),
    path("reports/<int:pk>/", detail_views.ReportDetailView.as_view(), name="report_detail"),
    path("reports/<int:pk>/notes/", detail_views.ReportNoteView.as_view(), name="report_note"),
    path("reports/<int:pk>/form/", reports.ReportFormView.as_view(), name="report_form"),
    path("reports/<int:pk>/draft/", reports.ReportDraftView.as_view(), name="report_draft"),
    path("reports/<int:pk>/photos/", photo_views.PhotoAddView.as_view(), name="report_photo_add"),
    path("report-photos/<int:pk>/", photo_views.PhotoView.as_view(), name="report_photo"),
    path(
        "report-photos/<int:pk>/remove/",
        photo_views.PhotoRemoveView.as_view(),
        name="report_photo_remove",
    ),
    path(
        "reports/<int:pk>/withdraw/", reports.ReportWithdrawView.as_view(), name="report_withdraw"
    ),
    path(
        "reports/<int:pk>/approve/", review_views.ReportApproveView.as_view(), name="report_approve"
    ),
    path("reports/<int:pk>/return/", review_views.ReportReturnView.as_view(), name="report_return"),
    path("reports/<int:pk>/reopen/", review_views.ReportReopenView.as_view(), name="report_reopen"),
    path(
        "readings/<int:pk>/correct/",
        ReportCorrectView.as_view(),
        name="report_correct",
    ),
    *problem_urls.urlpatterns,
    path(
        "problems/<int:pk>/handler/",
        handling_views.ProblemHandlerView.as_view(),
        name="problem_handler",
    ),
    path(
        "projects/<int:pk>/supervisor/",
        handling_views.SupervisorAppointView.as_view(),
        name="supervisor_appoint",
    ),
    path(
        "orders/<int:pk>/handler/", handling_views.OrderHandlerView.as_view(), name="order_handler"
    ),
    *civic_urls.urlpatterns,
    # Plan against actual: pages over many projects, then those that mend one row.
    path("timeline/", overviews.TimelineView.as_view(), name="timeline"),
    path("stages/", overviews.StageBoardView.as_view(), name="stage_board"),
    path("money/", overviews.MoneyView.as_view(), name="money"),
    path("shifts/", overviews.ShiftsView.as_view(), name="shifts"),
    path("clearance/", overviews.ClearanceView.as_view(), name="clearance"),
    path("smart/", overviews.SmartView.as_view(), name="smart"),
    *(
        path(f"{where}/<int:pk>/{step}/", view.as_view(), name=name)
        for where, step, view, name in (
            ("projects", "plan", plan.ProjectPlanView, "project_plan"),
            ("projects", "satisfaction", plan.SatisfactionView, "project_evaluate"),
            ("projects", "spaces", plan.ParkingCountView, "parking_count"),
            ("milestones", "move", plan.MilestoneMoveView, "milestone_move"),
            ("milestones", "reach", plan.MilestoneReachView, "milestone_reach"),
            ("demolition-cases", "next", demolition.DemolitionAdvanceView, "demolition_advance"),
            ("demolition-cases", "dispute", demolition.DemolitionDisputeView, "demolition_dispute"),
            ("demolition-cases", "resolve", demolition.DemolitionResolveView, "demolition_resolve"),
        )
    ),
    *urls_of("projects"),
]
