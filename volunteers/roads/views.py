"""The page that fills a road chief's duty that was left vacant."""

from orgs.access import Verb
from orgs.people.succession_views import SucceedView
from volunteers.models import RoadChief


class RoadChiefSucceedView(SucceedView):
    model = RoadChief
    verb = Verb.EDIT
    title = "接任路长"
    code = "road_chief"
    same = ("road", "level")
    detail_name = "volunteers:road_chief_detail"
