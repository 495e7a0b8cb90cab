"""Addresses of signing in, of one's own account, and of those who keep the accounts."""

from django.urls import path

from campaign.accounts import (
    own_sign_in_views,
    roster_views,
    second_factor_views,
    see_as_views,
    sign_in_views,
)
from campaign.accounts.views import (
    AccountLinkView,
    AccountListView,
    AccountPreviewView,
    FactorResetView,
    LockListView,
)
from campaign.audit.views import MatrixView
from campaign.gates import views as typed

urlpatterns = [
    path("login/", sign_in_views.PortalLoginView.as_view(), name="login"),
    path("logout/", sign_in_views.PortalLogoutView.as_view(), name="logout"),
    path("password/", sign_in_views.PasswordView.as_view(), name="password_change"),
    path("password/done/", sign_in_views.PasswordDoneView.as_view(), name="password_change_done"),
    path("link/<str:token>/", sign_in_views.LinkView.as_view(), name="link_use"),
    path("factor/", second_factor_views.FactorView.as_view(), name="second_factor"),
    path("factor/verify/", second_factor_views.VerifyView.as_view(), name="second_factor_verify"),
    path("typed/", typed.TypedFormView.as_view(), name="typed_form"),
    path("sign-ins/", own_sign_in_views.MySignInsView.as_view(), name="my_sign_ins"),
    path("people/", AccountListView.as_view(), name="account_list"),
    path("people/<int:pk>/", AccountPreviewView.as_view(), name="account_preview"),
    path("people/<int:pk>/link/", AccountLinkView.as_view(), name="account_link"),
    path(
        "people/<int:pk>/factor/",
        FactorResetView.as_view(),
        name="account_factor_reset",
    ),
    path("roster/", roster_views.RosterUploadView.as_view(), name="roster_upload"),
    path("roster/template/", roster_views.RosterTemplateView.as_view(), name="roster_template"),
    path("roster/apply/", roster_views.RosterApplyView.as_view(), name="roster_apply"),
    path("locks/", LockListView.as_view(), name="lock_list"),
    path("see-as/", see_as_views.SeeAsListView.as_view(), name="see_as_list"),
    path("see-as/<int:pk>/", see_as_views.SeeAsView.as_view(), name="see_as_start"),
    path("see-as/end/", see_as_views.SeeAsEndView.as_view(), name="see_as_end"),
    path("matrix/", MatrixView.as_view(), name="permission_matrix"),
]
