"""Addresses of problems, supervision orders and follow-up visits, besides those of their ledgers."""

from django.urls import path

from projects.views import follow_ups, orders, problem_board, problem_links, problems, raising

urlpatterns = [
    path("problems/raise/", raising.ProblemRaiseView.as_view(), name="problem_raise"),
    path("problems/board/", problem_board.ProblemBoardView.as_view(), name="problem_board"),
    path("problems/<int:pk>/close/", problems.ProblemCloseView.as_view(), name="problem_close"),
    path("problems/<int:pk>/assign/", problems.ProblemAssignView.as_view(), name="problem_assign"),
    path("problems/<int:pk>/report/", problems.ProblemReportView.as_view(), name="problem_report"),
    path("problems/<int:pk>/refuse/", problems.ProblemRefuseView.as_view(), name="problem_refuse"),
    path("problems/<int:pk>/reopen/", problems.ProblemReopenView.as_view(), name="problem_reopen"),
    path("problems/<int:pk>/link/", problem_links.ProblemLinkView.as_view(), name="problem_link"),
    path("problems/<int:pk>/order/", orders.ProblemOrderView.as_view(), name="problem_order"),
    path("problem-steps/<int:pk>/photo/", raising.StepPhotoView.as_view(), name="problem_photo"),
    path("projects/<int:pk>/order/", orders.ProjectOrderView.as_view(), name="project_order"),
    path("orders/<int:pk>/reply/", orders.OrderReplyView.as_view(), name="order_reply"),
    path("orders/<int:pk>/judge/", orders.OrderJudgeView.as_view(), name="order_judge"),
    path("orders/<int:pk>/print/", orders.OrderPrintView.as_view(), name="order_print"),
    path(
        "projects/<int:pk>/follow-up/",
        follow_ups.FollowUpRecordView.as_view(),
        name="follow_up_record",
    ),
    path(
        "follow-ups/<int:pk>/result/",
        follow_ups.FollowUpResultView.as_view(),
        name="follow_up_result",
    ),
    path(
        "follow-ups/<int:pk>/problem/",
        follow_ups.IntoProblemView.as_view(),
        name="follow_up_problem",
    ),
]
