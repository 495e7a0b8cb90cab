"""Forming the self-management committee of a courtyard."""

from courtyards.heads.forms import CommitteeForm
from courtyards.heads.services import form_committee
from courtyards.place_views import CourtyardView
from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import holders


class CommitteeFormView(CourtyardView):
    verb = Verb.EDIT
    title = "组建自管会"
    form_class = CommitteeForm
    heading = "登记自管会"
    present_label = "现有自管会"

    def present(self, row):
        return row.committees.on(clock.today()).first()

    def present_name(self, row):
        present = self.present(row)
        return f"{present.name},{zh_date(present.since)}起" if present else "未成立"

    def history(self, row):
        return holders(row.committees.all(), "name")

    def initial(self, row):
        return super().initial(row) | {"name": f"{row.name}自管会"}

    def perform(self, row, form):
        made = form_committee(courtyard=row, **form.cleaned_data)
        return f"已登记{made.name}，自{zh_date(made.since)}起计入。"
