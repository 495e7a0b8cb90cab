"""The cadres paired with a courtyard."""

from django.db import transaction

from courtyards.heads.services import assign_cadre, end_assignment, replace_cadre
from courtyards.models import PairedCadre
from courtyards.pairing.forms import CadreEndForm, CadreForm
from courtyards.place_views import CourtyardView
from ledgers import clock
from ledgers.formats import zh_date
from orgs.access import Verb
from orgs.actions.views import MendView, holders

# A cadre with more courtyards than this is named as a warning; the article knows one or two.
MOST_COURTYARDS = 2


class CadreAssignView(CourtyardView):
    """The organisation department sends or replaces the cadre of a courtyard."""

    verb = Verb.ORGANISE
    form_class = CadreForm
    title = "安排包联干部"

    def initial(self, row):
        return super().initial(row) | {"capacity": PairedCadre.Capacity.YOUNG}

    def present(self, row):
        cadres = row.paired_cadres.on(clock.today())
        return cadres.select_related("person", "unit").first()

    def present_name(self, row):
        present = self.present(row)
        return f"{present.person.name}（{present.unit.name}）" if present else "空缺"

    def history(self, row):
        return holders(row.paired_cadres.select_related("person", "unit"), "person", "unit")

    def advice(self, row):
        present = self.present(row)
        return (
            f"登记后由新人接替{present.person.name}，请写明交接说明。"
            if present
            else "未输入姓名时，列出的是与本楼院党支部联建单位的人员。"
        )

    @transaction.atomic
    def perform(self, row, form):
        data, present = form.cleaned_data, self.present(row)
        unit = form.unit_of()
        person = form.person_of(unit.division, unit)
        about = {"person": person, "unit": unit, "capacity": data["capacity"]}
        if present:
            note = data["handover_note"]
            replace_cadre(paired_cadre=present, on=data["since"], handover_note=note, **about)
        else:
            assign_cadre(courtyard=row, since=data["since"], **about)
        paired = person.paired_courtyards.on(data["since"]).count()
        warning = f"请注意：该干部已包联{paired}个楼院。" if paired > MOST_COURTYARDS else ""
        return f"已登记{unit.name}{person.name}包联{row.name}。{warning}"


class CadreEndView(MendView):
    model = PairedCadre
    verb = Verb.ORGANISE
    form_class = CadreEndForm
    detail_name = "courtyards:courtyard_detail"
    title = "结束包联"
    submit = "确认结束"
    danger = True

    def detail_row(self, row):
        return row.courtyard

    def facts(self, row):
        return [
            ("楼院", row.courtyard.name),
            ("干部", row.person.name),
            ("派出单位", row.unit.name),
            ("到岗", zh_date(row.since)),
        ]

    def advice(self, row):
        return "结束后该楼院即缺包联干部；如已有接替人选，请改用“安排包联干部”，前任同日交接。"

    def perform(self, row, form):
        data = form.cleaned_data
        end_assignment(paired_cadre=row, on=data["on"], handover_note=data["handover_note"])
        return f"已登记：{row.person.name}自{zh_date(data['on'])}起不再包联{row.courtyard.name}。"
