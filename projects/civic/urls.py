"""Addresses of the civic procedure, its papers, meetings and pictures."""

from django.urls import path

from courtyards.models import Courtyard
from projects.civic import (
    from_place_views,
    meeting_views,
    paper_views,
    photo_pair_views,
    step_views,
    voice_views,
)
from projects.civic import views as civic
from projects.models import Project

urlpatterns = [
    path("civic-processes/open/", civic.CaseOpenView.as_view(), name="civic_open"),
    path("civic-processes/<int:pk>/", civic.CaseView.as_view(), name="civic_process_detail"),
    path("civic-processes/<int:pk>/step/", civic.StepRecordView.as_view(), name="civic_step"),
    path(
        "civic-processes/<int:pk>/opening/",
        step_views.OpeningCorrectView.as_view(),
        name="civic_opening",
    ),
    path("civic-processes/<int:pk>/close/", civic.CaseCloseView.as_view(), name="civic_close"),
    path(
        "civic-processes/<int:pk>/dossier/",
        paper_views.DossierView.as_view(),
        name="civic_dossier",
    ),
    path("civic-rules/", civic.RuleListView.as_view(), name="civic_rules"),
    path("civic-steps/<int:pk>/notice/", paper_views.NoticeView.as_view(), name="civic_notice"),
    path("civic-steps/<int:pk>/sheet/", paper_views.SheetView.as_view(), name="civic_sheet"),
    path(
        "civic-steps/<int:pk>/objection/",
        step_views.ObjectionRecordView.as_view(),
        name="civic_objection",
    ),
    path(
        "civic-steps/<int:pk>/return/",
        step_views.NoticeReturnView.as_view(),
        name="civic_return",
    ),
    path(
        "civic-objections/<int:pk>/answer/",
        step_views.ObjectionAnswerView.as_view(),
        name="civic_answer",
    ),
    path(
        "projects/<int:pk>/early-start/",
        step_views.EarlyStartView.as_view(),
        name="early_start",
    ),
    path(
        "projects/<int:pk>/civic/",
        from_place_views.FromPlaceView.as_view(
            model=Project, to="projects:civic_open", field="project", title="为项目启动议事"
        ),
        name="project_civic",
    ),
    path(
        "projects/<int:pk>/stool/",
        from_place_views.FromPlaceView.as_view(
            model=Project, to="projects:stool_enter", field="project", title="为项目登记座谈会"
        ),
        name="project_stool",
    ),
    path(
        "courtyards/<int:pk>/stool/",
        from_place_views.FromPlaceView.as_view(
            model=Courtyard,
            to="projects:stool_enter",
            field="courtyard",
            title="为楼院登记座谈会",
        ),
        name="courtyard_stool",
    ),
    path("stool-meetings/enter/", meeting_views.MeetingEnterView.as_view(), name="stool_enter"),
    path(
        "stool-meetings/<int:pk>/opinions/",
        meeting_views.OpinionsAddView.as_view(),
        name="stool_opinions",
    ),
    path(
        "stool-meetings/<int:pk>/", meeting_views.MeetingView.as_view(), name="stool_meeting_detail"
    ),
    path(
        "opinions/<int:pk>/problem/",
        meeting_views.OpinionProblemView.as_view(),
        name="opinion_problem",
    ),
    path("voices/", voice_views.VoiceListView.as_view(), name="voice_list"),
    path("voices/<int:pk>/review/", voice_views.VoiceReviewView.as_view(), name="voice_review"),
    path(
        "projects/<int:pk>/photos/", photo_pair_views.PairListView.as_view(), name="project_photos"
    ),
    path(
        "courtyards/<int:pk>/photos/",
        photo_pair_views.CourtyardPairListView.as_view(),
        name="courtyard_photos",
    ),
    path(
        "projects/<int:pk>/photos/add/",
        photo_pair_views.PairAddView.as_view(),
        name="project_photo_add",
    ),
    path(
        "courtyards/<int:pk>/photos/add/",
        photo_pair_views.CourtyardPairAddView.as_view(),
        name="courtyard_photo_add",
    ),
    path("photo-pairs/<int:pk>/", photo_pair_views.PairView.as_view(), name="photo_pair"),
    path(
        "photo-pairs/<int:pk>/before/", photo_pair_views.PictureView.as_view(), name="photo_before"
    ),
    path(
        "photo-pairs/<int:pk>/after/",
        photo_pair_views.PictureView.as_view(which="after", title="改造后照片"),
        name="photo_after",
    ),
]
