"""Figures of the courtyards that no company manages."""

from django.db.models.functions import Left

from campaign.figures.base import Check, Figure
from campaign.figures.cadres import CADRES_MATCH
from courtyards.models import Building, Courtyard
from orgs.models import Division

THEME = "无主管楼院"

BUILDINGS_MATCH = Check("楼栋台账 = 摸排楼栋数之和", ("buildings",), ("surveyed_buildings",))


def _divisions_with_courtyards(length: int):
    """Rows: divisions with codes of `length` digits in which a courtyard stands on the day."""

    def rows(day):
        here = Courtyard.objects.on(day).values_list(Left("division_id", length), flat=True)
        return Division.objects.filter(code__in=here)

    return rows


FIGURES = [
    Figure(
        "streets",
        "涉及街道",
        _divisions_with_courtyards(9),
        unit="个",
        theme=THEME,
        definition="辖区内有无主管楼院的街道数。",
    ),
    Figure(
        "communities",
        "涉及社区",
        _divisions_with_courtyards(12),
        unit="个",
        theme=THEME,
        definition="辖区内有无主管楼院的社区数。",
    ),
    Figure(
        "courtyards",
        "无主管楼院（片区）",
        Courtyard.objects.on,
        unit="个",
        theme=THEME,
        definition="在册的无主管楼院和片区数，一个片区计一个。",
        checks=(CADRES_MATCH,),
    ),
    Figure(
        "buildings",
        "楼栋",
        Building.objects.on,
        unit="栋",
        theme=THEME,
        definition="在册无主管楼院内的楼栋数。",
        checks=(BUILDINGS_MATCH,),
    ),
    Figure(
        "surveyed_buildings",
        "摸排楼栋",
        lambda day: Courtyard.objects.on(day).with_survey(day),
        "surveyed_buildings",
        unit="栋",
        headline=False,
        theme=THEME,
        definition="各楼院最近一次摸排登记的楼栋数之和。",
    ),
    Figure(
        "households",
        "户数",
        lambda day: Courtyard.objects.on(day).with_survey(day),
        "households",
        "households_qualifier",
        unit="户",
        theme=THEME,
        definition="各楼院最近一次摸排的户数之和。",
    ),
    Figure(
        "residents",
        "人口",
        lambda day: Courtyard.objects.on(day).with_survey(day),
        "residents",
        "residents_qualifier",
        unit="人",
        theme=THEME,
        definition="各楼院最近一次摸排的人口数之和，只统计总数，不登记居民名单。",
    ),
]
