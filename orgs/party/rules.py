"""The Party's own rules on its organisations: what is wrong, what to do, and which rule says so.

Declared once for everyone who shows them: the gaps pages, the page of an organisation, Django
admin. A breach is a warning, never a refusal: the organisation as it is has to be told truly.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from orgs.models import PartyOrganization

BRANCH_RULES = "《中国共产党支部工作条例（试行）》"
GENERAL_RULES = "参照《中国共产党党和国家机关基层组织工作条例》"
TERM_RULES = "《关于党的基层组织任期的意见》"
CAMPAIGN_RULES = "无主管楼院整治的独建、联建口径"

DETAIL, SECRETARY, DISSOLVE = (
    "orgs:organization_detail",
    "orgs:secretary_appoint",
    "orgs:organization_dissolve",
)
ask = PartyOrganization.objects


@dataclass(frozen=True)
class PartyRule:
    """A rule and the organisations that break it: `rows(day)`. `mend` names the page that helps."""

    code: str
    name: str
    rows: Callable
    source: str
    advice: str
    mend: str = DETAIL
    action: str = "核对"
    urgent: bool = False


PARTY_RULES: tuple[PartyRule, ...] = (
    PartyRule(
        "branch_no_secretary",
        "党组织没有书记",
        ask.without_secretary,
        BRANCH_RULES,
        "请上级党组织按程序补选或任命。",
        SECRETARY,
        "任命书记",
        urgent=True,
    ),
    PartyRule(
        "group_no_leader",
        "党小组没有组长",
        ask.without_leader,
        BRANCH_RULES,
        "组长由党支部指定，或由党小组党员推荐产生，预备党员不能担任。",
        SECRETARY,
        "任命组长",
    ),
    PartyRule(
        "branch_too_small",
        "党支部正式党员不足3人",
        ask.too_small_branches,
        BRANCH_RULES,
        "不足3人的应与邻近支部组建联合党支部。",
    ),
    PartyRule(
        "branch_too_large",
        "党支部党员超过50人且没有批准文号",
        ask.too_large_branches,
        BRANCH_RULES,
        "党支部党员一般不超过50人，请分设支部；经上级批准的，请登记规模批准文号。",
    ),
    PartyRule(
        "general_branch_size",
        "党总支党员不在50人至100人之间",
        ask.misfit_general_branches,
        GENERAL_RULES,
        "不足50人的可改设党支部，超过100人的可申请设立党委；经上级批准的，请登记规模批准文号。",
    ),
    PartyRule(
        "group_too_small",
        "党小组党员不足3人或没有正式党员",
        ask.too_small_groups,
        "党小组设置的通行要求",
        "党小组一般不少于3人，其中至少1名正式党员，可与邻近楼栋合并设组。",
    ),
    PartyRule(
        "branch_term_ends",
        "党组织任期半年内届满或已经届满",
        ask.with_term_ending,
        TERM_RULES,
        "请提前向上级党组织请示，按期换届。",
    ),
    PartyRule(
        "joint_without_partners",
        "联建党支部没有联建对象",
        ask.joint_without_partners,
        CAMPAIGN_RULES,
        "只覆盖一个楼院又没有登记联建单位的，请补登联建单位，或改为独建。",
    ),
    PartyRule(
        "alone_with_partners",
        "独建党支部登记了联建单位或覆盖多个楼院",
        ask.alone_with_partners,
        CAMPAIGN_RULES,
        "请核对组建方式：与单位或几个楼院共同组建的应为联建。",
    ),
    PartyRule(
        "temporary_after_end",
        "临时党组织所属战线已经结束，尚未撤销",
        ask.after_their_programme,
        BRANCH_RULES,
        "临时组建的机构撤销后，临时党组织自然撤销；请先移交其承担的事项。",
        DISSOLVE,
        "撤销",
        urgent=True,
    ),
)


def broken_rules(organizations: Iterable[int], day) -> dict[int, list[PartyRule]]:
    """The rules that each of `organizations` (keys) breaks on `day`, in one query."""
    keys = list(organizations)
    marks = {
        rule.code: Exists(rule.rows(day).order_by().filter(pk=OuterRef("pk")))
        for rule in PARTY_RULES
    }
    rows = ask.filter(pk__in=keys).order_by().annotate(**marks).values("pk", *marks)
    return {row["pk"]: [rule for rule in PARTY_RULES if row[rule.code]] for row in rows}
