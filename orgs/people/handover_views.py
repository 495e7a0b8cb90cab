"""The hand-over page: all that a person holds, who takes each, a preview, and one step."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from psycopg2.errors import DeadlockDetected

from ledgers import clock
from ledgers.formats import zh_date
from ledgers.meanwhile import RACE, ChangedMeanwhile
from ledgers.pages.facts import text_of
from ledgers.pages.once import SentOnce
from ledgers.trail.row_history import event_of_token
from orgs.access import Verb
from orgs.models import Person
from orgs.people import handover_items
from orgs.people.handover import (
    Fate,
    HandOverRefused,
    hand_over,
    rehearse_hand_over,
)
from orgs.people.handover_forms import (
    ALL,
    COMMON,
    OTHER,
    PART,
    HandOverForm,
    PickForm,
    possible_successors,
)


@dataclass(frozen=True)
class ChangeSinceOpened:
    """What happened to one duty since the page was opened."""

    word: str
    label: str
    differences: tuple[tuple[str, str, str], ...] = ()


def _differences(item: handover_items.HandoverItem, token: str) -> tuple:
    """(field, old, new) of a row that is not as it was when the page was opened."""
    row = item.row
    opened = event_of_token(row, handover_items.compared_columns(row), token)
    if opened is None:
        return ()
    moved = [
        f
        for f in row._meta.concrete_fields
        if f.attname in handover_items.compared_columns(row)
        and getattr(row, f.attname) != getattr(opened, f.attname)
    ]
    return tuple((str(f.verbose_name), text_of(opened, f), text_of(row, f)) for f in moved)


def changes_since(
    items: list[handover_items.HandoverItem], shown: dict[str, str]
) -> list[ChangeSinceOpened]:
    """What is new, different or gone among `items` against what the page had shown."""
    now = {item.key: item for item in items}
    found = [ChangeSinceOpened("新增", item.label) for key, item in now.items() if key not in shown]
    found += [
        ChangeSinceOpened("有变动", now[key].label, _differences(now[key], token))
        for key, token in shown.items()
        if key in now and now[key].token != token
    ]
    return found + [_gone(key) for key in shown if key not in now]


def day_of(text: str | None) -> date | None:
    """A typed day, or None where it is none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _is_key(text: str) -> bool:
    """Whether `text` may name a row of a kind that there is."""
    code, _, pk = text.rpartition("-")
    known = code in {kind.code for kind in handover_items.all_handover_kinds()}
    return known and pk.isdecimal() and len(pk) < 19


def _gone(key: str) -> ChangeSinceOpened:
    """A duty that is no longer the person's on that day."""
    code, _, pk = key.rpartition("-")
    kind = handover_items.handover_kind(code)
    row = kind.rows_of.objects.filter(pk=pk).first()
    if row is None:
        return ChangeSinceOpened("已不在其名下", kind.label)
    until = f"（{zh_date(row.until)}终止）" if kind.dated and row.until else ""
    return ChangeSinceOpened("已不在其名下", f"{kind.label}：{kind.say(row)}{until}")


class PersonHandOverView(SentOnce, View):
    """GET: the page, or the matches of one look-up. POST: look up, preview, or carry out."""

    verb = Verb.ORGANISE
    title = "办理交接"

    def look_up(self) -> Person:
        """The person, if in the reader's scope (else 404) and theirs to organise (else 403)."""
        person = get_object_or_404(
            Person.objects.visible_to(self.request.user), pk=self.kwargs["pk"]
        )
        if not self.request.user.may(Verb.ORGANISE, person):
            raise PermissionDenied
        return person

    def held(self, person, day: date) -> list[handover_items.HandoverItem]:
        return handover_items.held_on(person, day, user=self.request.user)

    def get(self, request, pk):
        person = self.look_up()
        if "matches" in request.GET:
            return self.matches(person)
        asked = request.GET.get("row", "")
        items = self.held(person, request.on)
        mine = [item for item in items if item.in_scope]
        fates = {i.key: Fate.KEEP if asked else "" for i in mine if i.key != asked}
        if not asked:
            fates |= {item.key: Fate.VACATE for item in mine if item.kind.fill is None}
        initial = {"on": request.on, "extent": PART if asked else ALL, "fates": fates}
        form = HandOverForm(person=person, user=request.user, items=mine, initial=initial)
        return self.page(person, form, items)

    def matches(self, person):
        """The persons found for one row (`row`, empty for the common successor), for the script."""
        asked = self.request.GET
        pick = PickForm(
            pool=possible_successors(person, self.request.user),
            prefix=asked.get("row") or None,
            initial={name: asked.get(name, "") for name in ("q", "person")},
        )
        return render(self.request, "orgs/people/_handover_matches.html", {"pick": pick})

    def post(self, request, pk):
        person = self.look_up()
        items = self.held(person, day_of(request.POST.get("on")) or clock.today())
        mine = [item for item in items if item.in_scope]
        data = request.POST.copy()
        if data.get("find", COMMON) != COMMON:  # who looks for somebody means to choose one
            data[f"{data['find']}-fate"] = OTHER
        form = HandOverForm(data, person=person, user=request.user, items=mine)
        step = data.get("step", "preview")
        if "find" in data or step in ("refresh", "edit"):
            # Only a look: everything typed comes back, nothing is checked or stored.
            return self.page(person, form, items, checked=False)
        if not form.is_valid():
            return self.page(person, form, items, status=422)
        act = hand_over if step == "confirm" else rehearse_hand_over
        done = self.perform(act, person, form)
        if done is None:
            return self.page(person, form, items, status=422)
        if isinstance(done, ChangedMeanwhile):
            return self.changed(person, form)
        if step != "confirm":
            return self.confirmation(person, form, done)
        messages.success(request, self.said(person, form, done))
        return redirect("orgs:person_detail", pk=person.pk)

    def shown(self) -> dict[str, str]:
        """The rows that the page had shown, with their tokens."""
        pairs = (text.partition("=") for text in self.request.POST.getlist("shown"))
        return {key: token for key, _, token in pairs if _is_key(key)}

    def perform(self, act, person, form):
        """What the service did; ChangedMeanwhile; or None with the reasons put into the form."""
        data = form.cleaned_data
        try:
            return act(
                person=person,
                on=data["on"],
                by=self.request.user,
                decisions=form.decisions(),
                shown=self.shown(),
                leaves=form.leaves(),
                note=data["note"],
            )
        except ChangedMeanwhile as changed:
            return changed
        except HandOverRefused as refused:
            for row in form.rows:
                row.refusals = refused.rows.get(row.item.key, [])
        except ValidationError as error:
            named = getattr(error, "error_dict", {})
            for name, problems in named.items():
                form.add_error(name if name in form.fields else None, problems)
            if not named:
                form.add_error(None, error)
        except OperationalError as error:
            # Two transactions waited for each other, and the database undid this one.
            if not isinstance(error.__cause__, DeadlockDetected):
                raise
            form.add_error(None, RACE)
        return None

    def changed(self, person, form):
        """409: what is different now, with all that was typed; filing again decides."""
        items = self.held(person, form.cleaned_data["on"])
        mine = [item for item in items if item.in_scope]
        changes = changes_since(mine, self.shown())
        again = HandOverForm(self.request.POST, person=person, user=self.request.user, items=mine)
        return self.page(person, again, items, changes=changes, checked=False, status=409)

    @staticmethod
    def said(person, form, done) -> str:
        """The message after the act."""
        counts = {fate: sum(d.fate == fate for d in done) for fate in Fate}
        parts = [
            f"交接{counts[Fate.GIVE]}项" if counts[Fate.GIVE] else "",
            f"空缺或终止{counts[Fate.VACATE]}项" if counts[Fate.VACATE] else "",
            f"继续担任{counts[Fate.KEEP]}项" if counts[Fate.KEEP] else "",
        ]
        words = "离任" if form.leaves() else "离开部分职务"
        listed = "，".join(part for part in parts if part)
        day = zh_date(form.cleaned_data["on"])
        return f"已登记{person.name}自{day}起{words}" + (f"：{listed}。" if listed else "。")

    def context(self, person, form) -> dict:
        return {
            "person": person,
            "form": form,
            "action": reverse("orgs:person_hand_over", args=[person.pk]),
            "back": reverse("orgs:person_detail", args=[person.pk]),
        }

    def moved_from(self) -> date | None:
        """The day that the page had shown, where another one was typed since."""
        shown, typed = (day_of(self.request.POST.get(name)) for name in ("shown_on", "on"))
        return shown if shown != typed else None

    def page(self, person, form, items, *, changes=(), checked=True, status=200):
        mine = [item for item in items if item.in_scope]
        problems = sum(bool(row.problems()) for row in form.rows) if checked else 0
        context = self.context(person, form) | {
            "shown": handover_items.keys_and_tokens(mine),
            "foreign": len(items) - len(mine),
            "changes": changes,
            "shown_on": day_of(self.request.POST.get("on")) or self.request.on,
            "moved_from": self.moved_from(),
            "checked": checked and form.is_bound,
            "problems": problems,
            "account": getattr(person, "user", None),
        }
        return render(self.request, "orgs/people/handover.html", context, status=status)

    def confirmation(self, person, form, done):
        today, on = clock.today(), form.cleaned_data["on"]
        context = self.context(person, form) | {
            "done": done,
            "groups": [
                (words, [d for d in done if d.fate == fate])
                for fate, words in (
                    (Fate.GIVE, "交给接任人"),
                    (Fate.VACATE, "空缺或终止"),
                    (Fate.KEEP, "继续担任"),
                )
            ],
            "typed": [
                (name, value)
                for name, values in self.request.POST.lists()
                if name not in ("csrfmiddlewaretoken", "step")
                for value in values
            ],
            "past_days": max(0, (today - on).days),
            "future": on > today,
            "leaves": form.leaves(),
        }
        return render(self.request, "orgs/people/handover_confirm.html", context)
