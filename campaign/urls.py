"""All addresses of the portal."""

from django.contrib import admin
from django.urls import include, path

from campaign import views
from ledgers.requests import PUBLIC_PATH
from projects.views.problem_links import ProblemLinkUseView

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("overview/", views.OverviewView.as_view(), name="overview"),
    path("search/", views.SearchView.as_view(), name="search"),
    path("figures/", views.FigureListView.as_view(), name="figure_list"),
    path("figures/<slug:code>/", views.FigureDetailView.as_view(), name="figure_detail"),
    path("figures/<slug:code>/rows/", views.FigureRowsView.as_view(), name="figure_rows"),
    path("audit/", views.AuditSearchView.as_view(), name="audit_search"),
    path("audit/chain/", views.AuditChainView.as_view(), name="audit_chain"),
    path("gaps/", views.GapListView.as_view(), name="gap_list"),
    path("gaps/<slug:code>/", views.GapDetailView.as_view(), name="gap_detail"),
    path("public/problems/<str:token>/", ProblemLinkUseView.as_view(), name="problem_link_use"),
    path("accounts/", include("campaign.account_urls")),
    path("jobs/", include("ledgers.job_urls")),
    path("imports/", include("campaign.import_urls")),
    path("orgs/", include("orgs.urls")),
    path("courtyards/", include("courtyards.urls")),
    path("projects/", include("projects.urls")),
    path(PUBLIC_PATH, include("projects.public_urls")),
    path("volunteers/", include("volunteers.urls")),
    path("admin/", admin.site.urls),
]
