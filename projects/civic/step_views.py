"""What happens to a notice: objections and answers, taking a decision back; and an early start."""

from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import MendView
from projects.civic.forms import AnswerForm, EarlyStartForm, ObjectionForm, OpeningForm, ReturnForm
from projects.civic.notice_clock import clock_of
from projects.civic.objections import answer_objection, decide_early_start, record_objection
from projects.civic.rules import step_name
from projects.civic.services import correct_opening, return_notice
from projects.models import CivicObjection, CivicProcess, CivicStep, Project


class _OfNotice(MendView):
    """A form about a notice; one returns to its case."""

    model = CivicStep
    detail_name = "projects:civic_process_detail"

    def row_title(self, row):
        return row.process.matter

    def detail_row(self, row):
        return row.process

    def facts(self, row):
        facts = [
            ("事项", row.process.matter),
            ("步骤", step_name(row.process.kind, row.kind)),
        ]
        if row.is_notice:
            facts.append(("公示", clock_of(row).why(clock.today())))
        return facts

    def missing(self, row):
        if row.is_notice:
            return None
        return "这一步不是公示，不能登记异议或退回。", self.back(row), "返回事项"


class OpeningCorrectView(MendView):
    """The day or the matter of a case that was opened by mistake with others."""

    model = CivicProcess
    verb = Verb.EDIT
    title = "更正议事启动信息"
    form_class = OpeningForm
    detail_name = "projects:civic_process_detail"
    heading = "更正启动信息"
    submit = "更正"

    def row_title(self, row):
        return row.matter

    def facts(self, row):
        return [("程序", row.get_kind_display()), ("启动日期", zh_date(row.opened_on))]

    def initial(self, row):
        return {"matter": row.matter, "opened_on": row.opened_on}

    def missing(self, row):
        if not row.steps.exists():
            return None
        return "已经登记了步骤，启动信息不能再改。", self.back(row), "返回事项"

    def perform(self, row, form):
        correct_opening(case=row, **form.cleaned_data)
        return "已更正启动信息。"


class ObjectionRecordView(_OfNotice):
    """An objection that reached the community while something is on notice."""

    verb = Verb.EDIT
    form_class = ObjectionForm
    title = "登记异议"
    submit = "登记异议"

    def advice(self, row):
        return "异议答复之前，公示期不会结束，也不能登记开工。"

    def initial(self, row):
        return {"received_on": clock.today()}

    def perform(self, row, form):
        record_objection(notice=row, today=clock.today(), **form.cleaned_data)
        return "已登记异议，请尽快答复。"


class NoticeReturnView(_OfNotice):
    """A decision is taken back to a step, for example because an objection is right."""

    verb = Verb.EDIT
    title = "决议退回重议"
    form_class = ReturnForm
    heading = "退回重议"
    submit = "退回重议"
    danger = True

    def advice(self, row):
        return "退回后，这次公示保留在记录中，但不再作为开工依据。"

    def initial(self, row):
        return {"on": clock.today()}

    def perform(self, row, form):
        return_notice(notice=row, **form.cleaned_data)
        return "已退回重议，请从退回的步骤重新登记。"


class ObjectionAnswerView(_OfNotice):
    """The answer to an objection."""

    model = CivicObjection
    verb = Verb.EDIT
    form_class = AnswerForm
    title = "答复异议"
    submit = "登记答复"

    def row_title(self, row):
        return row.step.process.matter

    def detail_row(self, row):
        return row.step.process

    def facts(self, row):
        return [
            ("异议", row.content),
            ("收到", f"{zh_date(row.received_on)}（{row.get_channel_display()}）"),
            ("公示", clock_of(row.step).why(clock.today())),
        ]

    def missing(self, row):
        if row.answered_on is None:
            return None
        return f"该异议已于{zh_date(row.answered_on)}答复：{row.answer}", self.back(row), "返回事项"

    def initial(self, row):
        return {"on": clock.today()}

    def perform(self, row, form):
        answer_objection(objection=row, **form.cleaned_data)
        return "已登记答复。"


class EarlyStartView(MendView):
    """The decision by which works start before a notice has run."""

    model = Project
    verb = Verb.REVIEW
    form_class = EarlyStartForm
    detail_name = "projects:project_detail"
    title = "提前开工决定"
    submit = "登记决定"
    danger = True

    def facts(self, row):
        found = [
            (zh_date(d.decided_on), f"{d.decided_by}：{d.reason}") for d in row.early_starts.all()
        ]
        return [("类别", row.get_kind_display()), *found]

    def advice(self, row):
        return "登记后，公示期未满也可以登记开工；决定人、时间和理由永久留痕，并在档案中列明。"

    def initial(self, row):
        return {"decided_on": clock.today()}

    def perform(self, row, form):
        decide_early_start(project=row, today=clock.today(), **form.cleaned_data)
        return "已登记提前开工决定。"
