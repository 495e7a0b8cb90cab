"""Addresses of this app."""

from django.urls import path

from ledgers import registry
from projects.views import demolition, handling, overviews, plan, problems, reports, reviews

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
    path("problems/<int:pk>/close/", problems.ProblemCloseView.as_view(), name="problem_close"),
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
    *registry.urlpatterns("projects"),
]
