"""Counting a courtyard: a survey."""

from courtyards.place_views import CourtyardView
from courtyards.places.forms import SurveyForm
from courtyards.places.services import record_survey
from ledgers import clock
from ledgers.formats import qualified, zh_date
from orgs.access import Verb


class SurveyCreateView(CourtyardView):
    verb = Verb.EDIT
    title = "登记摸排"
    form_class = SurveyForm
    heading = "登记摸排数据"
    submit = "登记摸排"

    def facts(self, row):
        latest = row.surveys.first()
        if latest is None:
            return [("社区", row.division.name), ("上次摸排", "还没有")]
        return [
            ("社区", row.division.name),
            ("上次摸排", zh_date(latest.surveyed_on)),
            ("楼栋", f"{latest.buildings}栋"),
            ("户数", f"{qualified(latest.households, latest.households_qualifier)}户"),
            ("人口", f"{qualified(latest.residents, latest.residents_qualifier)}人"),
        ]

    def advice(self, row):
        in_ledger = row.buildings.on(clock.today()).count()
        return f"楼栋台账中现有{in_ledger}栋。下列各栏已按上次摸排填好，请改动有变化的。"

    def initial(self, row):
        latest = row.surveys.first()
        found = {"surveyed_on": clock.today()}
        names = [name for name in self.form_class.base_fields if name != "surveyed_on"]
        return found | ({name: getattr(latest, name) for name in names} if latest else {})

    def perform(self, row, form):
        made = record_survey(courtyard=row, **form.cleaned_data)
        return f"已登记{row.name}{zh_date(made.surveyed_on)}的摸排数据。"
