"""Figures of what has been organised: branches, groups, heads, committees."""

from campaign.figures.base import Check, Figure
from courtyards.models import Headship, SelfManagementCommittee
from orgs.models import PartyOrganization

THEME = "组织建设"

BRANCHES_ADD_UP = Check(
    "独建 + 联建 = 楼院党支部", ("branches_independent", "branches_joint"), ("courtyard_branches",)
)


FIGURES = [
    Figure(
        "courtyard_branches",
        "楼院党支部",
        PartyOrganization.objects.courtyard_branches,
        unit="个",
        theme=THEME,
        checks=(BRANCHES_ADD_UP,),
        definition="覆盖至少一个无主管楼院的党支部、联合党支部数，独建、联建都计入。",
    ),
    Figure(
        "branches_independent",
        "独建党支部",
        lambda day: PartyOrganization.objects.courtyard_branches(day).filter(
            formation="independent"
        ),
        unit="个",
        theme=THEME,
        checks=(BRANCHES_ADD_UP,),
        definition="一个楼院单独组建的党支部数。",
    ),
    Figure(
        "branches_joint",
        "联建党支部",
        lambda day: PartyOrganization.objects.courtyard_branches(day).filter(formation="joint"),
        unit="个",
        theme=THEME,
        checks=(BRANCHES_ADD_UP,),
        definition="几个楼院之间，或楼院与单位联合组建的党支部数。",
    ),
    Figure(
        "building_groups",
        "楼栋党小组",
        PartyOrganization.objects.building_groups,
        unit="个",
        theme=THEME,
        definition="覆盖一栋或邻近几栋楼的党小组数。",
    ),
    Figure(
        "courtyard_heads",
        "楼院长",
        lambda day: Headship.objects.on(day).filter(courtyard__isnull=False),
        unit="名",
        theme=THEME,
        definition="在任的楼院长数，一个楼院同一时间只有一名。",
    ),
    Figure(
        "building_heads",
        "楼栋长",
        lambda day: Headship.objects.on(day).filter(building__isnull=False),
        unit="名",
        theme=THEME,
        definition="在任的楼栋长数，一栋楼同一时间只有一名。",
    ),
    Figure(
        "self_management_committees",
        "自管会",
        SelfManagementCommittee.objects.on,
        unit="个",
        theme=THEME,
        definition="已成立且未撤销的楼院自管会数；与党支部分别统计，不互相替代。",
    ),
    Figure(
        "temp_general_branches",
        "临时党总支",
        lambda day: PartyOrganization.objects.on(day).of_kind("temp_general_branch"),
        unit="个",
        theme=THEME,
        definition="为专项行动成立、尚未撤销的临时党总支数。",
    ),
    Figure(
        "temp_branches",
        "一线临时党支部",
        lambda day: PartyOrganization.objects.on(day).of_kind("temp_branch"),
        unit="个",
        theme=THEME,
        definition="工程一线成立、尚未撤销的临时党支部数。",
    ),
]
