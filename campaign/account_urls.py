"""Addresses of signing in, of one's own account, and of those who keep the accounts."""

from django.contrib.auth.views import PasswordChangeDoneView
from django.urls import path

from campaign.views import accounts, entry, factor, mine, rosters, seeing, typed

urlpatterns = [
    path("login/", entry.PortalLoginView.as_view(), name="login"),
    path("logout/", entry.PortalLogoutView.as_view(), name="logout"),
    path("password/", entry.PasswordView.as_view(), name="password_change"),
    path("password/done/", PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("link/<str:token>/", entry.LinkView.as_view(), name="link_use"),
    path("factor/", factor.FactorView.as_view(), name="second_factor"),
    path("factor/verify/", factor.VerifyView.as_view(), name="second_factor_verify"),
    path("typed/", typed.TypedFormView.as_view(), name="typed_form"),
    path("sign-ins/", mine.MySignInsView.as_view(), name="my_sign_ins"),
    path("people/", accounts.AccountListView.as_view(), name="account_list"),
    path("people/<int:pk>/", accounts.AccountPreviewView.as_view(), name="account_preview"),
    path("people/<int:pk>/link/", accounts.AccountLinkView.as_view(), name="account_link"),
    path(
        "people/<int:pk>/factor/",
        accounts.FactorResetView.as_view(),
        name="account_factor_reset",
    ),
    path("roster/", rosters.RosterUploadView.as_view(), name="roster_upload"),
    path("roster/template/", rosters.RosterTemplateView.as_view(), name="roster_template"),
    path("roster/apply/", rosters.RosterApplyView.as_view(), name="roster_apply"),
    path("locks/", accounts.LockListView.as_view(), name="lock_list"),
    path("see-as/", seeing.SeeAsListView.as_view(), name="see_as_list"),
    path("see-as/<int:pk>/", seeing.SeeAsView.as_view(), name="see_as_start"),
    path("see-as/end/", seeing.SeeAsEndView.as_view(), name="see_as_end"),
    path("matrix/", accounts.MatrixView.as_view(), name="permission_matrix"),
]
