"""Addresses of problems, supervision orders and follow-up visits, besides those of their ledgers."""

from django.urls import path

from projects.problems import (
    answer_link_views,
    board_views,
    follow_up_views,
    order_views,
    raise_views,
)
from projects.problems import views as problems

urlpatterns = [
    path("problems/raise/", raise_views.ProblemRaiseView.as_view(), name="problem_raise"),
    path("problems/board/", board_views.ProblemBoardView.as_view(), name="problem_board"),
    path("problems/<int:pk>/close/", problems.ProblemCloseView.as_view(), name="problem_close"),
    path("problems/<int:pk>/assign/", problems.ProblemAssignView.as_view(), name="problem_assign"),
    path("problems/<int:pk>/report/", problems.ProblemReportView.as_view(), name="problem_report"),
    path("problems/<int:pk>/refuse/", problems.ProblemRefuseView.as_view(), name="problem_refuse"),
    path("problems/<int:pk>/reopen/", problems.ProblemReopenView.as_view(), name="problem_reopen"),
    path(
        "problems/<int:pk>/link/", answer_link_views.ProblemLinkView.as_view(), name="problem_link"
    ),
    path("problems/<int:pk>/order/", order_views.ProblemOrderView.as_view(), name="problem_order"),
    path(
        "problem-steps/<int:pk>/photo/", raise_views.StepPhotoView.as_view(), name="problem_photo"
    ),
    path("projects/<int:pk>/order/", order_views.ProjectOrderView.as_view(), name="project_order"),
    path("orders/<int:pk>/reply/", order_views.OrderReplyView.as_view(), name="order_reply"),
    path("orders/<int:pk>/judge/", order_views.OrderJudgeView.as_view(), name="order_judge"),
    path("orders/<int:pk>/print/", order_views.OrderPrintView.as_view(), name="order_print"),
    path(
        "projects/<int:pk>/follow-up/",
        follow_up_views.FollowUpRecordView.as_view(),
        name="follow_up_record",
    ),
    path(
        "follow-ups/<int:pk>/result/",
        follow_up_views.FollowUpResultView.as_view(),
        name="follow_up_result",
    ),
    path(
        "follow-ups/<int:pk>/problem/",
        follow_up_views.IntoProblemView.as_view(),
        name="follow_up_problem",
    ),
]
