"""批量修改: one field of many rows, previewed row by row before anything is stored."""

from functools import cached_property

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from ledgers.as_of import BadRequestPage
from ledgers.pages.ledger_page import ChangesLedger
from ledgers.pages.query_state import AskedOfLedger
from ledgers.pages.services import BULK_LIMIT, change_rows, one_field


class BulkChangeView(ChangesLedger, AskedOfLedger):
    """GET: which rows (`?pick=` keys, or `?all=1` for all filtered ones), which field, which value.

    POST `step=preview`: what would change, row by row; nothing is stored. POST `step=apply`: store
    it for the rows of the preview; those that somebody changed meanwhile come back as a preview of
    their own (409). A key outside the reader's scope is a 404.
    """

    word = "批量修改"

    def get(self, request):
        return self._choose()

    def post(self, request):
        step = request.POST.get("step", "")
        if step not in ("preview", "apply"):
            raise BadRequestPage("请先在台账中勾选要修改的条目，再填写修改内容。")
        field = request.POST.get("field", "")
        if field not in self.ledger.bulk:
            return self._choose("请选择要修改的栏目。")
        value = self._value_form(field, request.POST)
        if not value.is_valid():
            return self._choose("所填内容有误，请按提示更正。", value)
        if not self.rows:
            return self._choose("请先勾选要修改的条目。")
        return self._preview(value) if step == "preview" else self._apply(value)

    # -- which rows ---------------------------------------------------------------------------

    @cached_property
    def shown(self) -> dict[str, str]:
        """Key → token of the rows of a preview, as its page sends them back."""
        pairs = self.request.POST.get("shown", "").split(",")
        return dict(pair.split(":", 1) for pair in pairs if ":" in pair)

    @cached_property
    def rows(self) -> list:
        """The rows that the change is about. Raises Http404 and BadRequestPage."""
        if self.shown:
            return self._by_key(list(self.shown))
        if self.request.GET.get("all"):
            if not self.filterset.is_valid():
                raise BadRequestPage("筛选条件有误，请返回台账更正后再批量修改。")
            found = self.filterset.qs.order_by(*self.ledger.default_order())
            return self._limited(list(found[: BULK_LIMIT + 1]))
        return self._by_key(self.request.GET.getlist("pick"))

    def _by_key(self, keys: list[str]) -> list:
        if not all(key.isdecimal() and len(key) < 19 for key in keys):
            raise Http404("no such row")
        wanted = {int(key) for key in keys}
        self._limited(keys)
        visible = self.ledger.visible(self.request.user).filter(pk__in=wanted)
        found = list(visible.order_by("pk"))
        if len(found) < len(wanted):
            raise Http404("a row is out of scope")
        return found

    def _limited(self, rows: list) -> list:
        if len(rows) > BULK_LIMIT:
            raise BadRequestPage(f"一次最多批量修改{BULK_LIMIT}条，请先缩小筛选范围。")
        return rows

    # -- the steps ----------------------------------------------------------------------------

    def _value_form(self, field: str, data):
        return one_field(self.ledger.form(data, user=self.request.user, prefix="to"), field)

    def _choose(self, problem: str = "", value=None):
        """The page that asks for field and value; with `problem` as its error."""
        form = self.ledger.form(user=self.request.user, prefix="to")
        drawn = {field.name.removeprefix("to-"): field for field in form.drawn()}
        if value is not None:
            drawn |= {field.name.removeprefix("to-"): field for field in value.drawn()}
        fields = [(name, drawn[name]) for name in self.ledger.bulk]
        for _, field in fields:
            field.hint = field.hint or ("" if field.required else "留空即清空该栏。")
            field.required = False  # only the chosen one is
        chosen = self.request.POST.get("field", "")
        context = {"fields": fields, "chosen": chosen, "problem": problem, "rows": self.rows}
        return self._render("ledgers/pages/bulk.html", context, 400 if problem else 200)

    def _change(self, value, *, keep: bool):
        (field,) = value.fields
        return change_rows(
            ledger=self.ledger,
            rows=self.rows,
            user=self.request.user,
            field=field,
            data=self.request.POST,
            shown=self.shown,
            keep=keep,
        )

    def _preview(self, value):
        return self._show(value, self._change(value, keep=False))

    def _apply(self, value):
        found = self._change(value, keep=True)
        stored = sum(outcome.changes for outcome in found)
        left = [outcome for outcome in found if outcome.problems]
        if stored:
            messages.success(self.request, f"已批量修改{stored}条{self.ledger.label}。")
        if not left:
            return redirect(self.list_link())
        return self._show(value, left, status=409, stored=stored)

    def _show(self, value, found, *, status=200, stored=None):
        (field,) = value.fields
        context = {
            "field": field,
            "label": str(self.ledger.model._meta.get_field(field).verbose_name),
            "value": self.request.POST.get(f"to-{field}"),
            "found": [(self.ledger.heading(outcome.row), outcome) for outcome in found],
            "changing": sum(outcome.changes for outcome in found),
            "meanwhile": sum(outcome.meanwhile for outcome in found),
            "wrong": sum(bool(o.problems) and not o.meanwhile for o in found),
            "shown_token": ",".join(
                f"{o.row.pk}:{o.token}" for o in found if o.changes or o.meanwhile
            ),
            "stored": stored,
            "again": self.request.get_full_path(),
        }
        return self._render("ledgers/pages/bulk_preview.html", context, status)

    def _render(self, template: str, context: dict, status: int):
        frame = {"ledger": self.ledger, "back": self.list_link()}
        return render(self.request, template, frame | context, status=status)
