"""Addresses of the civic procedure, its papers, meetings and pictures."""

from django.urls import path

from courtyards.models import Courtyard
from projects.models import Project
from projects.views import civic, civic_acts, civic_papers, pairs, places, stool, voices

urlpatterns = [
    path("civic-processes/open/", civic.CaseOpenView.as_view(), name="civic_open"),
    path("civic-processes/<int:pk>/", civic.CaseView.as_view(), name="civic_process_detail"),
    path("civic-processes/<int:pk>/step/", civic.StepRecordView.as_view(), name="civic_step"),
    path(
        "civic-processes/<int:pk>/opening/",
        civic_acts.OpeningCorrectView.as_view(),
        name="civic_opening",
    ),
    path("civic-processes/<int:pk>/close/", civic.CaseCloseView.as_view(), name="civic_close"),
    path(
        "civic-processes/<int:pk>/dossier/",
        civic_papers.DossierView.as_view(),
        name="civic_dossier",
    ),
    path("civic-rules/", civic.RuleListView.as_view(), name="civic_rules"),
    path("civic-steps/<int:pk>/notice/", civic_papers.NoticeView.as_view(), name="civic_notice"),
    path("civic-steps/<int:pk>/sheet/", civic_papers.SheetView.as_view(), name="civic_sheet"),
    path(
        "civic-steps/<int:pk>/objection/",
        civic_acts.ObjectionRecordView.as_view(),
        name="civic_objection",
    ),
    path(
        "civic-steps/<int:pk>/return/",
        civic_acts.NoticeReturnView.as_view(),
        name="civic_return",
    ),
    path(
        "civic-objections/<int:pk>/answer/",
        civic_acts.ObjectionAnswerView.as_view(),
        name="civic_answer",
    ),
    path(
        "projects/<int:pk>/early-start/",
        civic_acts.EarlyStartView.as_view(),
        name="early_start",
    ),
    path(
        "projects/<int:pk>/civic/",
        places.FromPlaceView.as_view(model=Project, to="projects:civic_open", field="project"),
        name="project_civic",
    ),
    path(
        "projects/<int:pk>/stool/",
        places.FromPlaceView.as_view(model=Project, to="projects:stool_enter", field="project"),
        name="project_stool",
    ),
    path(
        "courtyards/<int:pk>/stool/",
        places.FromPlaceView.as_view(model=Courtyard, to="projects:stool_enter", field="courtyard"),
        name="courtyard_stool",
    ),
    path("stool-meetings/enter/", stool.MeetingEnterView.as_view(), name="stool_enter"),
    path(
        "stool-meetings/<int:pk>/opinions/",
        stool.OpinionsAddView.as_view(),
        name="stool_opinions",
    ),
    path("stool-meetings/<int:pk>/", stool.MeetingView.as_view(), name="stool_meeting_detail"),
    path(
        "opinions/<int:pk>/problem/",
        stool.OpinionProblemView.as_view(),
        name="opinion_problem",
    ),
    path("voices/", voices.VoiceListView.as_view(), name="voice_list"),
    path("voices/<int:pk>/review/", voices.VoiceReviewView.as_view(), name="voice_review"),
    path("projects/<int:pk>/photos/", pairs.PairListView.as_view(), name="project_photos"),
    path(
        "courtyards/<int:pk>/photos/",
        pairs.CourtyardPairListView.as_view(),
        name="courtyard_photos",
    ),
    path(
        "projects/<int:pk>/photos/add/",
        pairs.PairAddView.as_view(),
        name="project_photo_add",
    ),
    path(
        "courtyards/<int:pk>/photos/add/",
        pairs.CourtyardPairAddView.as_view(),
        name="courtyard_photo_add",
    ),
    path("photo-pairs/<int:pk>/", pairs.PairView.as_view(), name="photo_pair"),
    path("photo-pairs/<int:pk>/before/", pairs.PictureView.as_view(), name="photo_before"),
    path(
        "photo-pairs/<int:pk>/after/",
        pairs.PictureView.as_view(which="after"),
        name="photo_after",
    ),
]
