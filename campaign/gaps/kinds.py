"""Every gap in the organisation and the reporting, declared once: its rows and the page that mends it.

The staff home, the gaps pages, the mosaic and the overview draw on these. `mend` names the page
that takes the row's key and closes the gap.
"""

from dataclasses import dataclass

from django.db.models import Count

from campaign.figures.counting import Counted
from campaign.gaps.vacancies import VACANCIES
from courtyards.models import Building, Courtyard, PairedCadre
from orgs.models import Person, Unit
from orgs.party.rules import PARTY_RULES, PartyRule
from projects.models import (
    DemolitionCase,
    DemolitionRecord,
    FollowUpVisit,
    Milestone,
    MoneySheet,
    Problem,
    Project,
    Report,
    SupervisionOrder,
)

RED, AMBER = "red", "amber"


@dataclass(frozen=True)
class Gap(Counted):
    """A kind of gap. `severity` is red (someone must act now) or amber."""

    severity: str = AMBER
    mend: str = ""
    action: str = ""
    advice: str = ""
    source: str = ""  # the rule that asks for it, where it is not the campaign's own


def _courtyards_without(what: str):
    """Rows: courtyards that lack one of the four things of `with_organization`."""
    return lambda day: (
        Courtyard.objects.on(day).with_organization(day).filter(**{f"has_{what}": False})
    )


def _buildings_without(what: str):
    return lambda day: (
        Building.objects.on(day).with_organization(day).filter(**{f"has_{what}": False})
    )


def _paired_more_often(day, owner: str, times: int):
    """Keys of the persons or courtyards (`owner`) that have more than `times` pairings on the day."""
    pairs = PairedCadre.objects.on(day).order_by().values(owner).annotate(times=Count("pk"))
    return pairs.filter(times__gt=times).values(owner)


def _party_gap(rule: PartyRule) -> Gap:
    """A rule of the Party's own (orgs/party/rules.py) as a gap."""
    return Gap(
        rule.code,
        rule.name,
        rule.rows,
        severity=RED if rule.urgent else AMBER,
        mend=rule.mend,
        action=rule.action,
        advice=rule.advice,
        source=rule.source,
    )


def _unpaired_units(day):
    organs = Unit.objects.on(day).filter(kind="organ")
    return organs.exclude(pk__in=Unit.objects.paired_on(day).values("pk"))


def _overdue_reports(day):
    return Report.objects.overdue(day).recent(day)


# What lacks in plan, money and demolition.
PLAN_GAPS = (
    Gap(
        "milestone_overdue",
        "项目节点超期未完成",
        lambda day: Milestone.objects.filter(planned_on__lt=day).exclude(actual_on__lte=day),
        mend="projects:milestone_reach",
        action="登记完成",
        advice="已完成的请登记实际日期；确需顺延的请调整计划并写明原因。",
    ),
    Gap(
        "effect_unproven",
        "成效明显没有满意度支撑",
        lambda day: Project.objects.on(day).effective_unproven(day),
        mend="projects:project_evaluate",
        action="登记满意度",
        advice="评为成效明显，须有群众满意度调查结果；补登之前不计入成效明显。",
    ),
    Gap(
        "money_gap",
        "项目资金有缺口",
        lambda day: MoneySheet.objects.current(day).with_gap().filter(gap__gt=0),
        mend="projects:money_sheet_detail",
        action="核对",
        advice="各来源合计少于总投资，请落实来源或调整总投资。",
    ),
    Gap(
        "demolition_no_basis",
        "拆除没有依据",
        lambda day: DemolitionRecord.objects.filter(demolished_on__lte=day, legal_basis=""),
        severity=RED,
        mend="projects:demolition_record_detail",
        action="核对",
        advice="请补登决定文号或同意书；没有依据的不得再拆。",
    ),
    Gap(
        "demolition_disputed",
        "拆除争议未化解",
        lambda day: DemolitionCase.objects.with_dispute(day).filter(disputed=True),
        mend="projects:demolition_resolve",
        action="登记化解",
        advice="有争议的停止推进、不催办，化解后登记再继续。",
    ),
)

GAPS: dict[str, Gap] = {
    gap.code: gap
    for gap in [
        Gap(
            "courtyard_no_head",
            "楼院没有楼院长",
            _courtyards_without("head"),
            severity=RED,
            mend="courtyards:courtyard_head_appoint",
            action="任命楼院长",
            advice="请街道尽快任命，任命当日起计入。",
        ),
        Gap(
            "courtyard_no_cadre",
            "楼院没有包联干部",
            _courtyards_without("cadre"),
            severity=RED,
            mend="courtyards:cadre_assign",
            action="安排包联干部",
            advice="请组织部协调派出单位补派。",
        ),
        Gap(
            "courtyard_no_branch",
            "楼院没有党支部覆盖",
            _courtyards_without("branch"),
            mend="courtyards:branch_cover",
            action="落实党支部",
            advice="可独建，也可与相邻楼院、驻地单位联建。",
        ),
        Gap(
            "courtyard_no_committee",
            "楼院没有自管会",
            _courtyards_without("committee"),
            mend="courtyards:committee_form",
            action="成立自管会",
            advice="由社区组织居民推选后登记。",
        ),
        Gap(
            "courtyard_many_cadres",
            "一个楼院有多名包联干部",
            lambda day: Courtyard.objects.on(day).filter(
                pk__in=_paired_more_often(day, "courtyard", 1)
            ),
            mend="courtyards:courtyard_detail",
            action="核对",
            advice="一个楼院一名包联干部，请核对交接日期。",
        ),
        Gap(
            "building_no_head",
            "楼栋没有楼栋长",
            _buildings_without("head"),
            mend="courtyards:building_head_appoint",
            action="任命楼栋长",
            advice="优先补齐楼栋多、问题多的楼院。",
        ),
        Gap(
            "building_no_group",
            "楼栋没有党小组覆盖",
            _buildings_without("group"),
            mend="courtyards:building_group_cover",
            action="落实党小组",
            advice="可单栋建组，也可邻近几栋合建。",
        ),
        *map(_party_gap, PARTY_RULES),
        Gap(
            "unit_no_pairing",
            "市直单位没有联建党支部",
            _unpaired_units,
            mend="courtyards:unit_pair",
            action="安排联建",
            advice="请组织部安排与所在辖区的楼院党支部联建。",
        ),
        Gap(
            "cadre_many_courtyards",
            "干部包联超过两个楼院",
            lambda day: Person.objects.filter(pk__in=_paired_more_often(day, "person", 2)),
            mend="orgs:person_detail",
            action="核对",
            advice="一名干部至多包联两个楼院。",
        ),
        Gap(
            "report_overdue",
            "周报超期未报",
            _overdue_reports,
            severity=RED,
            mend="projects:report_form",
            action="补报",
            advice="近八周内应报未报，补报后由街道审核；已锁定的由审核员重开。",
        ),
        Gap(
            "problem_overdue",
            "问题超期未销号",
            lambda day: Problem.objects.overdue_on(day).filter(is_disputed=False),
            severity=RED,
            mend="projects:problem_close",
            action="办理",
            advice="办结后选择结果销号；有争议的暂停催办。",
        ),
        Gap(
            "order_overdue",
            "督办单超期未办结",
            lambda day: SupervisionOrder.objects.overdue_on(day),
            severity=RED,
            mend="projects:order_detail",
            action="查看",
            advice="请承办单位回复办理情况。",
        ),
        *PLAN_GAPS,
        Gap(
            "follow_up_missed",
            "跟踪问效逾期未回访",
            lambda day: FollowUpVisit.objects.missed(day),
            mend="projects:follow_up_detail",
            action="查看",
            advice="约定的回访日期已过，请指挥部临时党支部回访并登记。",
        ),
        *(
            Gap(
                vacancy.code,
                vacancy.name,
                vacancy.rows,
                severity=RED if vacancy.red else AMBER,
                mend=vacancy.mend,
                action=vacancy.action,
                advice=vacancy.advice,
            )
            for vacancy in VACANCIES
        ),
    ]
}
