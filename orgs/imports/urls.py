"""Addresses of bringing workbooks in."""

from django.urls import path

from orgs.imports import batch_views, column_views, file_views
from orgs.imports import views as imports

urlpatterns = [
    path("", imports.ImportListView.as_view(), name="import_list"),
    path("new/<slug:kind>/", imports.ImportStartView.as_view(), name="import_start"),
    path("<int:pk>/", imports.ImportDetailView.as_view(), name="import_detail"),
    path("<int:pk>/columns/", column_views.ImportColumnsView.as_view(), name="import_columns"),
    path("<int:pk>/store/", imports.ImportStoreView.as_view(), name="import_store"),
    path("<int:pk>/marked/", file_views.ImportMarkedView.as_view(), name="import_marked"),
    path("<int:pk>/original/", file_views.ImportOriginalView.as_view(), name="import_original"),
    path("<int:pk>/drop/", imports.ImportDropView.as_view(), name="import_drop"),
    path("batches/<int:pk>/", batch_views.BatchDetailView.as_view(), name="batch_detail"),
    path("batches/<int:pk>/undo/", batch_views.BatchUndoView.as_view(), name="batch_undo"),
]
