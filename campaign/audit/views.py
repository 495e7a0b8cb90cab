"""The auditor's pages: the search over the whole trail, its file, and how the chain stands."""

import csv
import io

from django import forms
from django.core.validators import validate_ipv46_address
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views import View

from campaign.audit import search as audit_search
from campaign.audit.matrix import page_table, page_title, verb_table
from ledgers import clock
from ledgers.as_of import BadRequestPage
from ledgers.exports import BOM, signature, watermark
from ledgers.fields import DayField
from ledgers.models import AuditKind, TrailCheck
from ledgers.streamed import looks_like_formula
from ledgers.trail import audit
from orgs.access import Verb
from orgs.choices import Role


class SearchForm(forms.Form):
    """What the auditor asks for; all fields narrow the result."""

    who = forms.CharField(label="何人（账号或名称）", max_length=60, required=False)
    since = DayField(label="自", required=False)
    until = DayField(label="至", required=False)
    action = forms.ChoiceField(label="动作", required=False)
    model = forms.ChoiceField(label="对象类别", required=False)
    object_key = forms.CharField(label="对象编号", max_length=64, required=False)
    batch = forms.CharField(label="批次", max_length=80, required=False)
    address = forms.CharField(
        label="网络地址", max_length=45, required=False, validators=[validate_ipv46_address]
    )
    request = forms.CharField(label="请求编号", max_length=36, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", "全部"), *audit_search.ACTION_CHOICES]
        self.fields["model"].choices = [("", "全部"), *audit_search.model_choices()]

    def in_words(self) -> list[str]:
        """The questions that were asked, as `对象类别：人员`."""
        found = []
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if value:
                said = dict(getattr(field, "choices", [])).get(value, value)
                found.append(f"{field.label}：{said}")
        return found


class AuditSearchView(View):
    """GET: the trail as the query string asks, newest first; `?before=` pages, `?format=csv`.

    A wrong value gives the page with its error and status 400, and no rows.
    """

    verb = Verb.AUDIT
    title = "审计检索"

    def get(self, request):
        form = SearchForm(request.GET)
        if not form.is_valid():
            return self._page(form, [], status=400)
        entries = audit_search.search(form.cleaned_data)
        if request.GET.get("format"):
            return self._export(form, entries)
        before = self._before()
        if before:
            entries = entries.filter(id__lt=before)
        window = list(entries[: audit_search.PAGE + 1])
        return self._page(
            form,
            audit_search.describe_entries(window[: audit_search.PAGE]),
            more=window[audit_search.PAGE - 1].id if len(window) > audit_search.PAGE else None,
            asked=form.in_words(),
        )

    def _before(self) -> int | None:
        asked = self.request.GET.get("before", "").strip()
        if asked and (not asked.isdecimal() or len(asked) > 18):
            raise BadRequestPage("翻页位置无法识别，请回到第一页再翻。")
        return int(asked) if asked else None

    def _link(self, **changed) -> str:
        kept = {k: v for k, v in self.request.GET.items() if v and k not in ("before", "format")}
        return f"?{urlencode(kept | changed)}"

    def _page(self, form, rows, *, more=None, asked=(), status=200):
        context = {
            "form": form,
            "rows": rows,
            "asked": list(asked),
            "first": self._link(),
            "paged": bool(self.request.GET.get("before")),
            "more": self._link(before=more) if more else "",
            "file": self._link(format="csv"),
            "link": lambda **query: f"?{urlencode(query)}",
            "page_title": page_title,
            "limit": audit_search.EXPORTED,
            "check": TrailCheck.objects.first(),
        }
        return render(self.request, "campaign/audit/audit_search.html", context, status=status)

    @transaction.atomic
    def _export(self, form, entries):
        """The result as a CSV file with a watermark; that it was taken out is kept as well."""
        if self.request.GET["format"] != "csv":
            raise BadRequestPage("检索结果只能导出为 csv。")
        text, count = _file(form, entries, signature(self.request.user))
        audit.record(
            AuditKind.EXPORT,
            request=self.request,
            detail={
                "ledger": "审计检索结果",
                "format": "csv",
                "rows": count,
                "asked": form.in_words(),
            },
        )
        response = HttpResponse(BOM + text, content_type="text/csv; charset=utf-8")
        name = f"audit_{clock.today():%Y%m%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def _file(form, entries, by: str) -> tuple[str, int]:
    """The text of the file, and the number of its rows."""
    out, count = io.StringIO(), 0
    write = csv.writer(out).writerow
    asked = "、".join(form.in_words()) or "全部"
    write([" · ".join(["审计检索结果", f"筛选：{asked}", *watermark(by)])])
    write(
        [
            "留痕编号",
            "时间",
            "何人",
            "动作",
            "对象类别",
            "对象编号",
            "对象",
            "内容",
            "网络地址",
            "页面",
            "批次",
            "请求编号",
        ]
    )
    window = list(entries[: audit_search.EXPORTED])
    for start in range(0, len(window), 500):
        for row in audit_search.describe_entries(window[start : start + 500]):
            write([_cell(value) for value in _line(row)])
            count += 1
    return out.getvalue(), count


def _line(row) -> list:
    changes = "；".join(
        f"{c.label}：{c.old} → {c.new}" if c.old else f"{c.label}：{c.new}" for c in row.changes
    )
    key = row.href[1] if row.href else ""
    return [
        row.number, f"{row.at:%Y-%m-%d %H:%M:%S%z}", row.who, row.action, row.kind, key, row.name,
        changes, row.address, f"{page_title(row.path)} {row.path}".strip(), row.batch, row.request_id,
    ]  # fmt: skip


def _cell(value) -> str:
    """A cell that no spreadsheet reads as a formula."""
    text = str(value)
    return f"'{text}" if looks_like_formula(text) else text


class AuditChainView(View):
    """GET: the results of the last walks along the chain."""

    verb = Verb.AUDIT
    title = "留痕核验"

    def get(self, request):
        return render(
            request,
            "campaign/audit/audit_chain.html",
            {"checks": list(TrailCheck.objects.all()[:20])},
        )


class MatrixView(View):
    """GET: who may do what: role × verb, and page × role, from the classes in the code."""

    verb = Verb.AUDIT
    title = "权限矩阵"

    def get(self, request):
        context = {
            "verbs": [verb.label for verb in Verb],
            "roles": [role.label for role in Role],
            "by_role": verb_table(),
            "by_page": page_table(),
        }
        return render(request, "campaign/audit/permission_matrix.html", context)
