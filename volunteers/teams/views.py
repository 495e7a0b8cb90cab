"""The page on which a team gets its leader."""

from django.db import transaction

from ledgers import clock
from orgs.access import Verb
from orgs.actions.views import MendView
from orgs.people.choosing import SuccessorForm
from volunteers.models import Team
from volunteers.teams.services import set_team_leader


class LeaderForm(SuccessorForm):
    """A team's leader is not dated: it holds from now on."""

    since = None


class TeamLeaderView(MendView):
    """Name or replace the leader of a team."""

    model = Team
    verb = Verb.EDIT
    form_class = LeaderForm
    detail_name = "volunteers:team_detail"
    title = "确定队长"
    submit = "登记队长"

    def facts(self, row):
        return [
            ("类别", row.get_kind_display()),
            ("人数", f"{row.members}人"),
            ("现任队长", row.leader.name if row.leader else "空缺"),
        ]

    def present(self, row):
        return row.leader

    def advice(self, row):
        return f"登记后由新人接替{row.leader.name}。" if row.leader else ""

    @transaction.atomic
    def perform(self, row, form):
        person = form.person_of(row.division)
        set_team_leader(team=row, leader=person, since=clock.today())
        return f"已登记{person.name}为{row.name}队长。"
