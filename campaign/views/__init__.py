"""The pages that look across the apps."""

from campaign.views.audit import AuditChainView, AuditSearchView
from campaign.views.figures import FigureDetailView, FigureListView, FigureRowsView
from campaign.views.gaps import GapDetailView, GapListView
from campaign.views.home import HomeView, OverviewView
from campaign.views.search import SearchView

__all__ = [
    "AuditChainView",
    "AuditSearchView",
    "FigureDetailView",
    "FigureListView",
    "FigureRowsView",
    "GapDetailView",
    "GapListView",
    "HomeView",
    "OverviewView",
    "SearchView",
]
