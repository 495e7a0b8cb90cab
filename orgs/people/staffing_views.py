"""Pages about units and temporary bodies: lead and executive, secondments, members; reinstating."""

from django.db import transaction

from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.forms import EndForm
from orgs.actions.views import MendView, holders
from orgs.models import PartyOrganization, Person, Post, Secondment, TemporaryMembership, Unit
from orgs.people.secondments import (
    HOST_KINDS,
    begin_secondment,
    end_secondment,
    join_temporary,
    leave_temporary,
)
from orgs.people.services import LEADING_ROLES, LED_KINDS, appoint, reinstate, replace_post
from orgs.people.staffing_forms import LeaderForm, MemberForm, ReinstateForm, SecondForm


class LeaderAppointView(MendView):
    """书记牵头、副书记主抓: one of the two in a headquarters, a town or a street."""

    model = Unit
    verb = Verb.ORGANISE
    title = "明确牵头书记"
    form_class = LeaderForm
    detail_name = "orgs:unit_detail"
    submit = "确认任命"
    role = Post.Role.LEAD

    @property
    def heading(self):
        return f"任命{self.role.label}"

    def present(self, row):
        posts = row.posts.on(clock.today()).filter(role=self.role)
        return posts.select_related("person").first()

    def missing(self, row):
        if row.kind in LED_KINDS:
            return None
        return "只有专项工作指挥部和乡镇（街道）设牵头、主抓。", self.back(row), "返回单位"

    def facts(self, row):
        held = {post.role: post.person.name for post in self._leaders(row)}
        return [
            ("类别", row.get_kind_display()),
            *(
                (role.label, held.get(role, "空缺"))
                for role in (Post.Role.LEAD, Post.Role.EXECUTIVE)
            ),
        ]

    @staticmethod
    def _leaders(row):
        posts = row.posts.on(clock.today()).filter(role__in=LEADING_ROLES)
        return posts.select_related("person")

    def history(self, row):
        posts = row.posts.filter(role=self.role).select_related("person")
        return holders(posts, "person", "appointed_by")

    def advice(self, row):
        present = self.present(row)
        return f"登记后，{present.person.name}的任职于同日结束。" if present else ""

    def initial(self, row):
        return super().initial(row) | {"party_status": Person.PartyStatus.FULL}

    @transaction.atomic
    def perform(self, row, form):
        data, present = form.cleaned_data, self.present(row)
        person = form.person_of(row.division, row)
        about = {"person": person, "by_office": data["appointed_by"]}
        if present:
            replace_post(post=present, on=data["since"], **about)
        else:
            appoint(role=self.role, unit=row, since=data["since"], **about)
        return f"已登记{person.name}为{row.name}{self.role.label}。"


class ExecutiveAppointView(LeaderAppointView):
    verb = Verb.ORGANISE
    title = "明确主抓副书记"
    role = Post.Role.EXECUTIVE


class SecondView(MendView):
    """Second a person to the campaign office or a headquarters."""

    model = Unit
    verb = Verb.ORGANISE
    form_class = SecondForm
    detail_name = "orgs:unit_detail"
    title = "抽调人员"
    submit = "登记抽调"

    def missing(self, row):
        if row.kind in HOST_KINDS:
            return None
        return "抽调人员应到双改办或专项工作指挥部。", self.back(row), "返回单位"

    def facts(self, row):
        seconded = row.secondments_in.on(clock.today())
        counts = {rank: seconded.filter(rank=rank).count() for rank in Secondment.SecondedRank}
        return [
            ("类别", row.get_kind_display()),
            *((rank.label, f"{count}名") for rank, count in counts.items()),
            ("现有抽调人员", f"{sum(counts.values())}名"),
        ]

    def initial(self, row):
        rank = Secondment.SecondedRank.MEMBER
        return super().initial(row) | {"rank": rank, "party_status": Person.PartyStatus.FULL}

    @transaction.atomic
    def perform(self, row, form):
        data = form.cleaned_data
        home = data["home_unit"]
        person = form.person_of(home.division, home)
        made = begin_secondment(
            person=person,
            home_unit=home,
            to_unit=row,
            rank=data["rank"],
            since=data["since"],
            desk=data["desk"],
            until=data["until"],
        )
        return f"已登记{home.name}{person.name}抽调至{row.name}，自{zh_date(made.since)}起计入。"


class SecondmentEndView(MendView):
    """The person goes back to their own unit."""

    model = Secondment
    verb = Verb.ORGANISE
    form_class = EndForm
    detail_name = "orgs:unit_detail"
    title = "结束抽调"
    submit = "确认结束"
    danger = True

    def detail_row(self, row):
        return row.to_unit

    def facts(self, row):
        return [
            ("人员", row.person.name),
            ("抽调至", row.to_unit.name),
            ("抽调身份", row.get_rank_display()),
            ("原单位", row.home_unit.name),
            ("到岗", zh_date(row.since)),
        ]

    def advice(self, row):
        return f"结束后{row.person.name}回原单位，该日起不计入抽调人数。"

    def perform(self, row, form):
        ended = end_secondment(secondment=row, on=form.cleaned_data["on"])
        return f"已登记：{row.person.name}自{zh_date(ended.until)}起结束抽调。"


class TemporaryMemberAddView(MendView):
    """A member serves in a temporary organisation; the home branch keeps the 组织关系."""

    model = PartyOrganization
    verb = Verb.ORGANISE
    form_class = MemberForm
    detail_name = "orgs:organization_detail"
    title = "编入临时党组织"
    submit = "登记编入"

    def missing(self, row):
        if row.is_temporary:
            return None
        return "只有临时党总支、临时党支部可以编入成员。", self.back(row), "返回党组织"

    def facts(self, row):
        members = row.temporary_members.on(clock.today()).count()
        return [("类别", row.get_kind_display()), ("现有成员", f"{members}名")]

    def advice(self, row):
        return "编入后组织关系仍在原党支部，不转接。"

    def initial(self, row):
        return super().initial(row) | {"party_status": Person.PartyStatus.FULL}

    @transaction.atomic
    def perform(self, row, form):
        person = form.person_of(row.division)
        join_temporary(person=person, organization=row, since=form.cleaned_data["since"])
        home = f"，组织关系仍在{person.home_branch.name}" if person.home_branch else ""
        return f"已登记{person.name}编入{row.name}{home}。"


class TemporaryMemberEndView(MendView):
    model = TemporaryMembership
    verb = Verb.ORGANISE
    form_class = EndForm
    detail_name = "orgs:organization_detail"
    title = "退出临时党组织"
    submit = "确认退出"
    danger = True

    def detail_row(self, row):
        return row.organization

    def facts(self, row):
        home = row.person.home_branch
        return [
            ("党员", row.person.name),
            ("临时党组织", row.organization.name),
            ("组织关系", home.name if home else "未登记"),
            ("编入", zh_date(row.since)),
        ]

    def perform(self, row, form):
        left = leave_temporary(membership=row, on=form.cleaned_data["on"])
        return f"已登记：{row.person.name}自{zh_date(left.until)}起退出{row.organization.name}。"


class ReinstateView(MendView):
    """Take back a departure that was registered by mistake."""

    model = Person
    verb = Verb.ORGANISE
    form_class = ReinstateForm
    detail_name = "orgs:person_detail"
    title = "撤销离任"
    submit = "确认撤销"

    def missing(self, row):
        if row.left_on:
            return None
        return f"{row.name}没有登记离任，不必撤销。", self.back(row), "返回"

    def facts(self, row):
        return [("职务", row.office or "—"), ("离任日期", zh_date(row.left_on))]

    def advice(self, row):
        return "撤销后该人员可重新任职；已经交接或终止的事项不会自动恢复。"

    def initial(self, row):
        return {}

    def perform(self, row, form):
        reinstate(person=row)
        return f"已撤销{row.name}的离任登记。"
