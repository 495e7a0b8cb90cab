"""Who handles a problem or a supervision order for its unit, and who watches over a project."""

from django.db import transaction

from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import MendView, holders
from orgs.people.choosing import SuccessorForm
from projects.models import Problem, Project, SupervisionOrder
from projects.problems.handling import appoint_supervisor, assign_handler


class HandlerForm(SuccessorForm):
    """The persons of the answering unit are offered first."""

    def nearby(self):
        unit = (
            self.row.responsible_unit_id if isinstance(self.row, Problem) else self.row.to_unit_id
        )
        return super().nearby().filter(unit=unit) if unit else super().nearby()


class _HandlerView(MendView):
    """Name or replace the handler of an open matter."""

    form_class = HandlerForm
    heading = "指定经办人"
    submit = "登记经办人"

    def present(self, row):
        return row.handlings.on(clock.today()).select_related("person").first()

    def missing(self, row):
        if row.closed_on is None:
            return None
        return f"该事项已于{zh_date(row.closed_on)}办结，不必指定经办人。", self.back(row), "查看"

    def facts(self, row):
        unit = row.responsible_unit if isinstance(row, Problem) else row.to_unit
        present = self.present(row)
        return [
            ("事项", row.title),
            ("责任单位", unit.name if unit else "—"),
            ("时限", zh_date(row.due_on)),
            ("现经办人", present.person.name if present else "空缺"),
        ]

    def history(self, row):
        return holders(row.handlings.select_related("person"), "person")

    def advice(self, row):
        present = self.present(row)
        return f"登记后由新人接替{present.person.name}。" if present else ""

    @transaction.atomic
    def perform(self, row, form):
        person, since = form.person_of(row.division), form.cleaned_data["since"]
        assign_handler(matter=row, person=person, since=since)
        return f"已登记{person.name}经办“{row.title}”，自{zh_date(since)}起计入。"


class ProblemHandlerView(_HandlerView):
    model = Problem
    verb = Verb.EDIT
    title = "指定问题经办人"
    detail_name = "projects:problem_detail"


class OrderHandlerView(_HandlerView):
    model = SupervisionOrder
    verb = Verb.EDIT
    title = "指定督办单经办人"
    detail_name = "projects:order_detail"


class SupervisorAppointView(MendView):
    """A resident, by consent, watches over a project; a project may have several."""

    model = Project
    verb = Verb.EDIT
    form_class = SuccessorForm
    detail_name = "projects:project_detail"
    title = "聘请监督员"
    submit = "登记监督员"

    def facts(self, row):
        names = row.supervisors.on(clock.today()).values_list("person__name", flat=True)
        return [("类别", row.get_kind_display()), ("现有监督员", "、".join(names) or "没有")]

    def history(self, row):
        supervisors = row.supervisors.select_related("person").order_by("-since", "pk")
        return holders(supervisors, "person")

    def advice(self, row):
        return "监督员由社区群众担任，须经本人同意。"

    @transaction.atomic
    def perform(self, row, form):
        person, since = form.person_of(row.division), form.cleaned_data["since"]
        appoint_supervisor(project=row, person=person, since=since)
        return f"已登记{person.name}为{row.name}监督员，自{zh_date(since)}起计入。"
