"""Addresses of bringing workbooks in."""

from django.urls import path

from campaign.views import batches, import_columns, import_files, imports

urlpatterns = [
    path("", imports.ImportListView.as_view(), name="import_list"),
    path("new/<slug:kind>/", imports.ImportStartView.as_view(), name="import_start"),
    path("<int:pk>/", imports.ImportDetailView.as_view(), name="import_detail"),
    path("<int:pk>/columns/", import_columns.ImportColumnsView.as_view(), name="import_columns"),
    path("<int:pk>/store/", imports.ImportStoreView.as_view(), name="import_store"),
    path("<int:pk>/marked/", import_files.ImportMarkedView.as_view(), name="import_marked"),
    path("<int:pk>/original/", import_files.ImportOriginalView.as_view(), name="import_original"),
    path("<int:pk>/drop/", imports.ImportDropView.as_view(), name="import_drop"),
    path("batches/<int:pk>/", batches.BatchDetailView.as_view(), name="batch_detail"),
    path("batches/<int:pk>/undo/", batches.BatchUndoView.as_view(), name="batch_undo"),
]
