"""All addresses of the portal."""

from django.contrib import admin
from django.urls import include, path

from campaign.audit.views import AuditChainView, AuditSearchView
from campaign.figures.views import FigureDetailView, FigureListView, FigureRowsView
from campaign.gaps.views import GapDetailView, GapListView
from campaign.overview.search_views import SearchView
from campaign.overview.views import HomeView, OverviewView
from ledgers.request_origin import PUBLIC_PATH
from projects.problems.answer_link_views import ProblemLinkUseView

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("overview/", OverviewView.as_view(), name="overview"),
    path("search/", SearchView.as_view(), name="search"),
    path("figures/", FigureListView.as_view(), name="figure_list"),
    path("figures/<slug:code>/", FigureDetailView.as_view(), name="figure_detail"),
    path("figures/<slug:code>/rows/", FigureRowsView.as_view(), name="figure_rows"),
    path("audit/", AuditSearchView.as_view(), name="audit_search"),
    path("audit/chain/", AuditChainView.as_view(), name="audit_chain"),
    path("gaps/", GapListView.as_view(), name="gap_list"),
    path("gaps/<slug:code>/", GapDetailView.as_view(), name="gap_detail"),
    path("public/problems/<str:token>/", ProblemLinkUseView.as_view(), name="problem_link_use"),
    path("accounts/", include("campaign.accounts.urls")),
    path("jobs/", include("ledgers.jobs.urls")),
    path("imports/", include("orgs.imports.urls")),
    path("orgs/", include("orgs.urls")),
    path("courtyards/", include("courtyards.urls")),
    path("projects/", include("projects.urls")),
    path(PUBLIC_PATH, include("projects.civic.public_urls")),
    path("volunteers/", include("volunteers.urls")),
    path("admin/", admin.site.urls),
]
