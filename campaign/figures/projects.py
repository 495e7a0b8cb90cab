"""Figures of the projects and of the reports and problems around them."""

from django.db.models import Exists, OuterRef

from campaign.figures.base import Check, Figure
from orgs.models import Division
from projects.models import DemolitionRecord, DemolitionRound, Problem, Project, RedStation, Report
from volunteers.models import Team

FRINGE, ROADS, OLD, CITY, WORK = "城乡接合部", "城市道路", "老旧小区", "精细化管理", "报送与问题"

PARTY_IN_ALL = Check(
    "已实施的老旧小区都成立了党组织",
    ("old_communities_started",),
    ("old_communities_with_party",),
)


def _fringe(day):
    return Project.objects.on(day).of_kind("village").filter(programme__line="urban_fringe")


def _old(day):
    return Project.objects.on(day).of_kind("old_community")


def _demonstration_records(day):
    return DemolitionRecord.objects.filter(
        project__is_demonstration=True, round__isnull=False, demolished_on__lte=day
    )


def _demonstration_days(day):
    """Rows: the first record of each day of a sweep, so that their number is that of the days."""
    earlier = DemolitionRecord.objects.filter(
        round=OuterRef("round"), demolished_on=OuterRef("demolished_on"), pk__lt=OuterRef("pk")
    )
    return _demonstration_records(day).filter(~Exists(earlier))


def _demo_road(indicator: str):
    def rows(day):
        sections = Project.objects.on(day).of_kind("road_section").filter(is_demonstration=True)
        return sections.with_reading(indicator, day).filter(reading__isnull=False)

    return rows


FIGURES = [
    Figure(
        "fringe_towns",
        "涉及乡镇",
        lambda day: Division.objects.filter(
            Exists(_fringe(day).filter(division__code__startswith=OuterRef("code"))),
            level="township",
        ),
        unit="个",
        theme=FRINGE,
        definition="有村庄列入城乡接合部综合改造的乡镇数。",
    ),
    Figure(
        "fringe_villages",
        "涉及村庄",
        _fringe,
        unit="个",
        theme=FRINGE,
        definition="列入城乡接合部综合改造的村庄数。",
    ),
    Figure(
        "village_removals",
        "示范村拆除处数",
        _demonstration_records,
        "places",
        unit="处",
        theme=FRINGE,
        definition="示范村集中行动中拆除的户外厕所和私搭乱建处数（合并统计）。",
    ),
    Figure(
        "village_removal_days",
        "示范村拆除用时",
        _demonstration_days,
        unit="天",
        theme=FRINGE,
        definition="示范村集中行动中有拆除记录的天数。",
    ),
    Figure(
        "village_removal_members",
        "示范村带头党员",
        lambda day: DemolitionRound.objects.filter(project__is_demonstration=True, since__lte=day),
        "members_first",
        unit="名",
        theme=FRINGE,
        definition="示范村集中行动中带头拆除的党员人数。",
    ),
    Figure(
        "demo_road_length_m",
        "示范段长度",
        _demo_road("road_length_m"),
        "reading",
        "reading_qualifier",
        unit="米",
        theme=ROADS,
        definition="道路综合改造示范段的长度。",
    ),
    Figure(
        "demo_road_width_m",
        "示范段宽度",
        _demo_road("road_width_m"),
        "reading",
        "reading_qualifier",
        "max",
        unit="米",
        theme=ROADS,
        definition="道路综合改造示范段的宽度，多段时取最宽处。",
    ),
    Figure(
        "old_communities_started",
        "已实施老旧小区",
        lambda day: _old(day).started(day),
        unit="个",
        theme=OLD,
        checks=(PARTY_IN_ALL,),
        definition="已经开工的老旧小区综合改造项目数。",
    ),
    Figure(
        "old_communities_with_party",
        "成立党组织的老旧小区",
        lambda day: _old(day).with_organization(day),
        unit="个",
        theme=OLD,
        checks=(PARTY_IN_ALL,),
        definition="在社区或楼院成立党组织的老旧小区改造项目数。",
    ),
    Figure(
        "old_communities_effective",
        "成效明显的老旧小区",
        lambda day: _old(day).effective(day),
        unit="个",
        theme=OLD,
        definition="最近一次群众评判为“成效明显”的老旧小区数。",
    ),
    Figure(
        "old_invested_wan",
        "老旧小区累计完成投资",
        lambda day: _old(day).with_reading("invested_wan", day),
        "reading",
        "reading_qualifier",
        unit="万元",
        theme=OLD,
        line="old_neighbourhoods",
        definition="各老旧小区最近一次审核通过的累计完成投资之和。",
    ),
    Figure(
        "old_demolished_m2",
        "老旧小区累计拆违",
        lambda day: _old(day).with_reading("demolished_m2", day),
        "reading",
        "reading_qualifier",
        unit="平方米",
        theme=OLD,
        line="old_neighbourhoods",
        definition="各老旧小区最近一次审核通过的累计拆除违法建设面积之和。",
    ),
    Figure(
        "parking_roads",
        "智慧停车道路",
        lambda day: Project.objects.on(day).of_kind("parking_road"),
        unit="条",
        theme=CITY,
        definition="实行智慧停车管理的道路数。",
    ),
    Figure(
        "parking_spaces",
        "智慧停车泊位",
        lambda day: (
            Project.objects.on(day).of_kind("parking_road").with_reading("parking_spaces", day)
        ),
        "reading",
        "reading_qualifier",
        unit="个",
        theme=CITY,
        definition="实行智慧停车管理的道路上最近一次登记的泊位数之和。",
    ),
    Figure(
        "garages_started",
        "开工立体停车场",
        lambda day: Project.objects.on(day).of_kind("garage").started(day),
        unit="个",
        theme=CITY,
        definition="已经开工的立体智能停车场数。",
    ),
    Figure(
        "volunteer_teams",
        "党员志愿者队伍",
        lambda day: Team.objects.on(day).filter(kind="volunteer"),
        unit="支",
        theme=CITY,
        definition="以乡镇、街道为单元组建的党员志愿者队伍数。",
    ),
    Figure(
        "red_stations",
        "党员红色驿站",
        RedStation.objects.on,
        unit="个",
        theme=ROADS,
        definition="施工一线在用的党员红色驿站数。",
    ),
    Figure(
        "reports_due",
        "本周应报",
        Report.objects.due_on,
        unit="份",
        theme=WORK,
        definition="所选日期所在周应报送的周报份数。",
    ),
    Figure(
        "reports_filed",
        "本周已报",
        lambda day: Report.objects.due_on(day).filed_by(day),
        unit="份",
        theme=WORK,
        definition="所选日期所在周已报送（含已审核）的周报份数；被退回的不计。",
    ),
    Figure(
        "problems_open",
        "在办问题",
        Problem.objects.open_on,
        unit="件",
        theme=WORK,
        definition="已提出、尚未销号的问题数。",
    ),
    Figure(
        "problems_overdue",
        "超期问题",
        Problem.objects.overdue_on,
        unit="件",
        theme=WORK,
        definition="尚未销号且已过整改时限的问题数。",
    ),
]
