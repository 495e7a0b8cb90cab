"""What the mending pages of courtyards and buildings have in common."""

from courtyards.models import Building, Courtyard
from orgs.actions.views import MendView


class PlaceView(MendView):
    """A page about a courtyard or a building."""

    def facts(self, row):
        return [("社区", row.division.name), (self.present_label, self.present_name(row))]

    present_label = "现任"

    def present_name(self, row) -> str:
        present = self.present(row)
        return str(present) if present else "空缺"


class CourtyardView(PlaceView):
    model = Courtyard
    detail_name = "courtyards:courtyard_detail"


class BuildingView(PlaceView):
    model = Building
    detail_name = "courtyards:building_detail"

    def row_title(self, row):
        return row.full_name
