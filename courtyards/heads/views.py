"""Appointing and ending the heads of courtyards and buildings."""

from django.db import transaction

from courtyards.heads.services import appoint_head, end_headship, replace_head
from courtyards.models import Headship
from courtyards.place_views import BuildingView, CourtyardView
from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.forms import EndForm
from orgs.actions.views import MendView, holders
from orgs.models import Unit
from orgs.people.choosing import AppointForm


class _HeadAppointView:
    """What appointing the head of a courtyard and of a building have in common."""

    form_class = AppointForm
    submit = "确认任命"
    place = ""
    post_word = ""

    def present(self, row):
        return row.headships.on(clock.today()).select_related("person").first()

    def present_name(self, row):
        present = self.present(row)
        return f"{present.person.name},{zh_date(present.since)}起" if present else "空缺"

    def history(self, row):
        return holders(row.headships.select_related("person"), "person", "appointed_by")

    def advice(self, row):
        present = self.present(row)
        return f"登记后，{present.person.name}的任职于同日结束。" if present else ""

    def initial(self, row):
        office = Unit.objects.filter(
            division=row.division.parent_id, kind__in=[Unit.Kind.STREET, Unit.Kind.TOWN]
        ).first()
        return super().initial(row) | {"appointed_by": office.name if office else ""}

    @transaction.atomic
    def perform(self, row, form):
        data, present = form.cleaned_data, self.present(row)
        person, by_office = form.person_of(row.division), data["appointed_by"]
        if present:
            replace_head(headship=present, person=person, on=data["since"], appointed_by=by_office)
        else:
            appoint_head(
                person=person, since=data["since"], appointed_by=by_office, **{self.place: row}
            )
        return f"已登记{person.name}为{self.row_title(row)}{self.post_word}。"


class CourtyardHeadAppointView(_HeadAppointView, CourtyardView):
    verb = Verb.EDIT
    title = "任命楼院长"
    place, post_word = "courtyard", "楼院长"


class BuildingHeadAppointView(_HeadAppointView, BuildingView):
    verb = Verb.EDIT
    title = "任命楼栋长"
    place, post_word = "building", "楼栋长"


class HeadshipEndView(MendView):
    model = Headship
    verb = Verb.EDIT
    title = "结束楼院长、楼栋长任职"
    form_class = EndForm
    heading = "结束任职"
    submit = "确认结束"
    danger = True

    @property
    def detail_name(self):
        kind = "courtyard" if self.row.courtyard_id else "building"
        return f"courtyards:{kind}_detail"

    def look_up(self):
        self.row = super().look_up()
        return self.row

    def detail_row(self, row):
        return row.courtyard or row.building

    def row_title(self, row):
        place = row.courtyard or row.building
        return f"{getattr(place, 'full_name', place.name)}:{row.person.name}"

    def facts(self, row):
        return [
            ("职务", "楼院长" if row.courtyard_id else "楼栋长"),
            ("起始", zh_date(row.since)),
            ("终止", zh_date(row.until) if row.until else "仍在任"),
        ]

    def advice(self, row):
        return "结束后该处即为空缺；如已有接任人选，请改用任命页面，前任同日结束。"

    def perform(self, row, form):
        ended = end_headship(headship=row, on=form.cleaned_data["on"])
        return f"已登记：{row.person.name}自{zh_date(ended.until)}起不再任职。"
