"""The pages 新增 and 修改 of a ledger."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ledgers.meanwhile import ChangedMeanwhile, token_of_row
from ledgers.pages.facts import text_of
from ledgers.pages.forms import first_days
from ledgers.pages.ledger_page import ChangesLedger, LedgerPage
from ledgers.pages.once import SentOnce
from ledgers.pages.services import save_row
from ledgers.trail.row_history import event_of_token, last_changed_by


@dataclass(frozen=True)
class OthersChange:
    """What someone else did to one field since the form was opened, beside what was typed."""

    label: str
    old: str
    new: str
    typed: str


class _ChangeView(SentOnce, ChangesLedger, LedgerPage):
    """GET: the form. POST: store the row and go to its page, or the form with what is wrong."""

    template = "ledgers/pages/form.html"

    def row(self):
        """The row to change, or None for a new one."""

    def get(self, request, **kwargs):
        return self._page(self._form(self.row()))

    def post(self, request, **kwargs):
        row = self.row()
        form = self._form(row, request.POST)
        if not form.is_valid():
            return self._page(form, shown=request.POST.get("shown", ""), status=400)
        shown = request.POST.get("shown", "")
        try:
            saved = save_row(form=form, user=request.user, verb=self.verb, shown=shown)
        except ChangedMeanwhile as changed:
            return self._conflict(form, changed.stored, shown)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self._page(form, shown=shown, status=400)
        messages.success(request, f"已保存：{self.ledger.heading(saved)}")
        return redirect(self._address("detail", saved.pk))

    def _form(self, row, data=None):
        initial = {} if row else first_days(self.ledger.form) | self.request.GET.dict()
        return self.ledger.form(data, instance=row, initial=initial, user=self.request.user)

    def _conflict(self, form, stored, shown):
        """Nothing was stored: show field by field what the other changed; filing again decides."""
        opened = event_of_token(stored, form.attnames(), shown)
        changes = {}
        for field in type(stored)._meta.fields:
            if field.name not in form.fields or not _differs(field, stored, opened, form.instance):
                continue
            old = text_of(opened, field) if opened else "(不详)"
            changes[field.name] = OthersChange(
                str(field.verbose_name), old, text_of(stored, field), text_of(form.instance, field)
            )
        who, at = last_changed_by(stored)
        return self._page(
            form,
            shown=token_of_row(stored, form.attnames()),
            changes=changes,
            changed_by=who,
            changed_at=at,
            status=409,
        )

    def _page(self, form, *, shown=None, changes=None, status=200, **extra):
        row = form.instance if form.instance.pk and not form.instance._state.adding else None
        if shown is None:
            shown = token_of_row(row, form.attnames()) if row else ""
        context = {
            "ledger": self.ledger,
            "row": row,
            "title": f"修改{self.ledger.label}" if row else f"新增{self.ledger.label}",
            "fields": form.drawn(changes),
            "form_errors": form.non_field_errors(),
            "has_errors": bool(form.errors),
            "shown_token": shown,
            "changes": changes or {},
            "back": self._address("detail", row.pk) if row else self._address("list"),
            "changed_by": "",
            "changed_at": None,
            **extra,
        }
        return render(self.request, self.template, context, status=status)

    def _address(self, action, *args) -> str:
        asked = self.request.asked_on
        suffix = f"?on={asked.isoformat()}" if asked else ""
        return reverse(self.ledger.url_name(action), args=args) + suffix


def _differs(field, stored, opened, typed) -> bool:
    """Whether the stored value is not the one the form was opened with (else: not the typed one)."""
    return getattr(stored, field.attname) != getattr(opened or typed, field.attname)


class LedgerCreateView(_ChangeView):
    word = "新增"

    def row(self):
        return None


class LedgerUpdateView(_ChangeView):
    word = "修改"

    def row(self):
        visible = self.ledger.visible(self.request.user)
        row = get_object_or_404(visible, pk=self.kwargs["pk"])
        if not self.request.user.may(self.verb, row):
            raise PermissionDenied
        return row
