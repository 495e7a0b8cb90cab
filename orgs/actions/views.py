"""Pages that mend one gap: the place, its present holder and history, a short form, one service.

A page of this kind is a `MendView` with a form: it says what the row is, what to show beside the
form, and which service to call. Everything else (scope, verb, errors beside fields, the message
and the way back) is here. Writing happens on POST alone.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import CharField
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from ledgers import clock
from ledgers.formats import zh_moment
from ledgers.meanwhile import (
    CHANGED,
    ChangedMeanwhile,
    race_in_words,
    refuse_if_changed,
    stored_values,
    token_of,
)
from ledgers.pages.once import SentOnce
from ledgers.trail.row_history import last_changed_by


@dataclass(frozen=True)
class PastHolder:
    """One line of the history beside the form."""

    name: str
    since: date
    until: date | None
    note: str = ""


def holders(rows: Iterable, name: str, note: str = "") -> list[PastHolder]:
    """Tenures as history lines; `name` and `note` are the attributes to show (newest first)."""
    return [
        PastHolder(
            str(getattr(row, name)), row.since, row.until, str(getattr(row, note)) if note else ""
        )
        for row in rows
    ]


def put_errors(form, error: ValidationError) -> None:
    """Show what a service refused: beside the field where the form has it, else on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, problems in error.error_dict.items():
        name = form.field_of.get(name, name)
        if name in form.fields:
            form.add_error(name, problems)
        else:
            form.add_error(None, problems)


def texts_typed(form) -> list[tuple[str, str]]:
    """(label, text) of the free text that a sent form holds, for where the form cannot be shown again."""
    if form is None or not form.is_bound:
        return []
    fields = [
        bound
        for bound in form.visible_fields()
        if type(bound.field) is CharField and (bound.value() or "").strip()
    ]
    return [(str(bound.label), bound.value()) for bound in fields]


class MendView(SentOnce, ABC, View):
    """One row, one form, one service. Subclasses say which."""

    model = None
    verb = None  # of the page; each says its own
    row_verb = None  # what the row must allow, where that is another verb
    form_class = None
    template = "orgs/actions/form_page.html"
    matches_template = (
        "orgs/people/_person_matches.html"  # for the script that looks up as one types
    )
    detail_name = ""
    title = ""
    heading = ""  # above the form, where it is shorter than the title or depends on the row
    submit = "登记"
    danger = False

    # -- what a page says about itself

    def row_title(self, row) -> str:
        """How the row is called in the heading."""
        return str(row)

    def facts(self, row) -> list[tuple[str, str]]:
        """What stands beside the form, as (label, value)."""
        return []

    def history(self, row) -> list[PastHolder]:
        return []

    def advice(self, row) -> str:
        """A sentence above the form: what follows from filing it."""
        return ""

    def missing(self, row) -> tuple[str, str, str] | None:
        """What must be done first: (sentence, address, words of the link), or None."""
        return None

    def initial(self, row) -> dict:
        return {"since": clock.today()}

    def present(self, row):
        """The tenure that the form would replace, or None."""
        return

    def shown_now(self, row) -> str:
        """The token of what the form is about: the row, and the tenure that it would replace."""
        return token_of(stored_values(row), stored_values(self.present(row)))

    def who_changed(self, row) -> str:
        """A sentence on who was quicker, for a page that shows what no longer stands."""
        found = [last_changed_by(one) for one in (row, self.present(row)) if one is not None]
        who, at = max(
            ((who, at) for who, at in found if at), key=lambda one: one[1], default=("", None)
        )
        if at is None:
            return CHANGED
        return f"打开本页以后，{who}于{zh_moment(at)}作了修改，请按最新情况核对后再提交。"

    def detail_row(self, row):
        """The row whose page one returns to."""
        return row

    @abstractmethod
    def perform(self, row, form) -> str:
        """Call the service; returns the message that says what was done."""

    # -- the flow

    def look_up(self):
        """The row, if it lies in the reader's scope (else 404) and may be changed (else 403)."""
        visible = self.model.objects.visible_to(self.request.user)
        row = get_object_or_404(visible, pk=self.kwargs["pk"])
        if not self.request.user.may(self.row_verb or self.verb, row):
            raise PermissionDenied
        return row

    def form(self, row, *args, **kwargs):
        return self.form_class(*args, row=row, user=self.request.user, **kwargs)

    def get(self, request, pk):
        row = self.look_up()
        asked = {name: request.GET.get(name, "") for name in ("q", "person")}
        initial = self.initial(row) | asked
        form = self.form(row, initial=initial)
        if "matches" in request.GET and hasattr(form, "matches"):
            return render(request, self.matches_template, {"form": form})
        return self.page(row, form)

    def post(self, request, pk):
        row = self.look_up()
        if "find" in request.POST:
            # Only a look-up: everything typed so far comes back, nothing is checked or stored.
            return self.page(row, self.form(row, initial=request.POST.dict()))
        form = self.form(row, request.POST, request.FILES)
        if not form.is_valid():
            return self.page(row, form, status=422)
        try:
            with race_in_words():
                self.refuse_if_changed(row)
                message = self.perform(row, form)
        except ChangedMeanwhile as changed:
            form.add_error(None, changed)
            return self.page(self.look_up(), form, status=409)
        except ValidationError as error:
            put_errors(form, error)
            return self.page(row, form, status=422)
        messages.success(request, message)
        return redirect(self.back(row))

    def refuse_if_changed(self, row) -> None:
        """Raise ChangedMeanwhile where the row is no longer as the form showed it."""
        shown, now = self.request.POST.get("shown"), self.shown_now(row)
        if shown != now:
            refuse_if_changed(shown, now, self.who_changed(row))

    def back(self, row) -> str:
        return reverse(self.detail_name, args=[self.detail_row(row).pk])

    def page(self, row, form, status: int = 200) -> HttpResponse:
        context = {
            "row_title": self.row_title(row),
            "title": self.heading or self.title,
            "submit": self.submit,
            "danger": self.danger,
            "facts": self.facts(row),
            "history": self.history(row),
            "advice": self.advice(row),
            "missing": self.missing(row),
            "typed": texts_typed(form),
            "shown_token": self.shown_now(row),
            "form": form,
            "back": self.back(row),
            "picks_person": hasattr(form, "matches"),
        }
        return render(self.request, self.template, context, status=status)
