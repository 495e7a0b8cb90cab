"""Pages that fill what was left vacant; the floors above have theirs for their own duties."""

from django.db import transaction

from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import MendView, holders
from orgs.models import Post
from orgs.people.choosing import SuccessorForm
from orgs.people.handover_items import handover_kind


class SucceedView(MendView):
    """Fill what was left vacant: the row is the last one of a duty that nobody holds since.

    Subclasses name the kind of duty (orgs/people/handover_items.py) and `same`, the fields that make two rows
    one and the same duty.
    """

    form_class = SuccessorForm
    code = ""
    same: tuple[str, ...] = ()
    heading = "补缺"
    submit = "登记接任"

    @property
    def kind(self):
        return handover_kind(self.code)

    def row_title(self, row):
        return f"{self.kind.label}：{self.kind.say(row)}"

    def alike(self, row):
        """All rows of the same duty, whoever holds it."""
        equal = {name: getattr(row, name) for name in self.same}
        return self.model.objects.filter(**equal).select_related("person").order_by("-since", "pk")

    def present(self, row):
        return self.alike(row).on(clock.today()).first()

    def missing(self, row):
        present = self.present(row)
        if present is None:
            return None
        return f"现由{present.person.name}担任，没有空缺。", self.back(row), "返回"

    def facts(self, row):
        ended = zh_date(row.until) if row.until else "—"
        return [("事项", self.kind.say(row)), ("前任", row.person.name), ("空缺自", ended)]

    def history(self, row):
        return holders(self.alike(row), "person")

    @transaction.atomic
    def perform(self, row, form):
        person, since = form.person_of(row.person.division), form.cleaned_data["since"]
        self.kind.fill(row=row, person=person, on=since, until=None)
        return f"已登记{person.name}接任{self.kind.say(row)}，自{zh_date(since)}起计入。"


class PostSucceedView(SucceedView):
    model = Post
    verb = Verb.ORGANISE
    title = "接任职务"
    code = "post"
    same = ("organization", "unit", "role")
    detail_name = "orgs:post_detail"
