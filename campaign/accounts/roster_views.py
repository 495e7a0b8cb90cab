"""Accounts from a roster: template, upload with preview, confirmation, links."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from campaign.accounts.login_slips import slips
from campaign.accounts.reach import Reaches
from ledgers import clock
from ledgers.exports import attached
from ledgers.meanwhile import ChangedMeanwhile
from ledgers.pages.once import SentOnce, stored_at
from orgs.access import Verb
from orgs.accounts.roster_plan import plan_roster
from orgs.accounts.roster_services import apply_roster
from orgs.accounts.roster_workbook import LABELS, RosterRow, empty_roster, read
from orgs.accounts.sign_in_records import record_account_event
from orgs.ledger_forms import upward
from orgs.models import Division, Unit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SALT = "orgs.roster"
PREVIEW_LIVES = 3600  # seconds within which a preview can be confirmed
OFFERED_UNITS = 2000


class RosterForm(forms.Form):
    """The filled-in roster; what is in it is read at once, so that mistakes stand at the field."""

    roster = forms.FileField(
        label="名册文件",
        error_messages={"required": "请选择名册文件。", "empty": "文件是空的。"},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_roster(self):
        return read(self.cleaned_data["roster"])


class RosterTemplateView(View):
    """GET: the empty roster with drop-down lists of what this administrator may name."""

    verb = Verb.ADMINISTER
    title = "名册模板"

    def get(self, request):
        places = Division.objects.visible_to(request.user, Verb.ADMINISTER)
        places = places.filter(abolished_on=None).order_by("code").values_list("code", "name")
        units = upward(Unit.objects.on(clock.today()), request.user, Verb.ADMINISTER)
        names = list(units.order_by("search_text", "pk").values_list("name", flat=True))
        content = empty_roster(list(places[:OFFERED_UNITS]), names[:OFFERED_UNITS])
        response = HttpResponse(content, content_type=XLSX)
        return attached(response, "名册.xlsx", plain="roster.xlsx")


class RosterUploadView(View):
    """GET: where to upload. POST: the preview of what the roster would do; stores nothing."""

    verb = Verb.ADMINISTER
    title = "名册开户"

    def get(self, request):
        return upload_page(request, RosterForm())

    def post(self, request):
        form = RosterForm(request.POST, request.FILES)
        if not form.is_valid():
            return upload_page(request, form, status=400)
        roster = form.cleaned_data["roster"]
        plan = plan_roster(roster.rows, by=request.user)
        return preview(request, roster.rows, plan, passed_over=roster.passed_over)


def upload_page(request, form, *, notice="", status=200):
    """Where a roster is uploaded; `notice` says why one has come back here."""
    context = {"form": form, "notice": notice}
    return render(request, "campaign/accounts/roster.html", context, status=status)


def preview(request, rows, plan, *, notice="", passed_over=(), status=200):
    """The preview page; the rows travel signed in its form, so that nothing is stored.

    `passed_over` are lines of the file (number, text) that were taken for remarks, not for people.
    """
    reaches, columns = Reaches(clock.today()), plan.columns()
    context = {
        "plan": plan,
        "headers": [LABELS[key] for key in columns],
        "rows": [
            (row, reaches.of(row.scope) if row.scope else None, row.shown(columns))
            for row in plan.rows
        ],
        "notice": notice,
        "passed_over": passed_over,
        "packed": signing.dumps([row.packed() for row in rows], salt=SALT, compress=True),
        "shown_token": plan.token(),
    }
    return render(request, "campaign/accounts/roster_preview.html", context, status=status)


class RosterApplyView(SentOnce, View):
    """POST: carry out the previewed roster, all of it or nothing; answers with the links, once."""

    verb = Verb.ADMINISTER
    title = "名册确认"
    http_method_names = ["post"]

    def post(self, request):
        try:
            packed = signing.loads(request.POST.get("packed", ""), salt=SALT, max_age=PREVIEW_LIVES)
        except signing.BadSignature:
            words = "预览已失效，请重新上传名册。"
            return upload_page(request, RosterForm(), notice=words, status=400)
        rows = [RosterRow.unpacked(each) for each in packed]
        try:
            plan, opened = apply_roster(
                rows=rows, by=request.user, shown=request.POST.get("shown", "")
            )
        except ChangedMeanwhile as changed:
            words = changed.messages[0]
            return preview(request, rows, changed.stored, notice=words, status=409)
        except ValidationError as error:
            plan = plan_roster(rows, by=request.user)
            return preview(request, rows, plan, notice=" ".join(error.messages), status=400)
        done = {
            "开户": len(opened),
            "授权": len(plan.to_do),
            "不变": len(plan.rows) - len(plan.to_do),
        }
        record_account_event(
            "account", request=request, user=request.user, detail={"what": "名册开户"} | done
        )
        pairs = [(each.user, each.token) for each in opened]
        context = {"slips": slips(request, pairs), "done": done, "back": None}
        response = render(request, "campaign/accounts/slips.html", context)
        response["Cache-Control"] = "no-store"
        return stored_at(response, reverse("account_list"))
