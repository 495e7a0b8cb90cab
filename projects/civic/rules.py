"""一征三议两公开 and 四议两公开: the steps in order, and what each takes where nobody set a rule.

No source gives numbers for 一征三议两公开, so its defaults are this portal's and say so; those of
village assemblies, residents' assemblies and owners' votes stand in law. A stored CivicRule takes a default's
place from its first day on.
"""

from datetime import date

from orgs.models import Division
from projects.models import CivicProcess, CivicRule, CivicStep, OwnersMatter, Share

Kind = CivicStep.Kind
NOTICES = (Kind.DECISION_NOTICE, Kind.RESULT_NOTICE)
ORDER = {
    CivicProcess.Kind.COMMUNITY: (
        Kind.SOLICIT,
        Kind.PROPOSE,
        Kind.DELIBERATE,
        Kind.RESOLVE,
        *NOTICES,
    ),
    CivicProcess.Kind.VILLAGE: (
        Kind.PROPOSE,
        Kind.CONSULT,
        Kind.DELIBERATE,
        Kind.RESOLVE,
        *NOTICES,
    ),
}
# What the steps are called: a village has no residents, a community no two committees.
NAMES = {
    ("community", "solicit"): "征求意见",
    ("community", "propose"): "党支部会议提议",
    ("community", "deliberate"): "党员代表和居委会商议",
    ("community", "resolve"): "居民会议决议",
    ("community", "owners"): "业主共同表决（一般事项）",
    ("community", "owners_special"): "业主共同表决（特别事项）",
    ("village", "propose"): "村党支部提议",
    ("village", "consult"): "村“两委”商议",
    ("village", "deliberate"): "党员大会审议",
    ("village", "resolve"): "村民代表会议决议",
    ("community", "decision_notice"): "决议公开",
    ("village", "decision_notice"): "决议公开",
    ("community", "result_notice"): "实施结果公开",
    ("village", "result_notice"): "实施结果公开",
}
WHOM = {"solicit": "户"}
OURS = "系统默认值，没有查到统一规定，可由主管部门修改"
RESIDENTS = "《城市居民委员会组织法》第十条：过半数出席，出席人员过半数通过"
VILLAGERS = "《村民委员会组织法》第二十五条：三分之二以上组成人员参加，到会人员过半数同意"
MEMBERS = "“四议两公开”工作法：三分之二以上党员到会，应到会党员半数以上同意"
OWNERS = "《民法典》第二百七十八条：人数、面积均三分之二以上参与，参与的人数、面积均过半数同意"
OWNERS_SPECIAL = (
    "《民法典》第二百七十八条第一款第六至八项：人数、面积均三分之二以上参与，"
    "参与的人数、面积均四分之三以上同意"
)
OWNERS_SINCE = date(2021, 1, 1)  # 《民法典》第一千二百六十条; before, 《物权法》 asked otherwise
COUNTING = "《民法典》第二百零一条：按日计算期间的，开始的当日不计入"
NOTICE_DAYS = 5

_TWO, _OVER, _HALF = Share.TWO_THIRDS, Share.OVER_HALF, Share.HALF
# (procedure, step) → quorum, majority, of whom, source
DEFAULTS = {
    ("community", "solicit"): (_TWO, Share.NONE, "present", OURS),
    ("community", "propose"): (_TWO, _OVER, "present", OURS),
    ("community", "deliberate"): (_TWO, _OVER, "present", OURS),
    ("community", "resolve"): (_OVER, _OVER, "present", RESIDENTS),
    ("community", "owners"): (_TWO, _OVER, "present", OWNERS),
    ("community", "owners_special"): (_TWO, Share.THREE_QUARTERS, "present", OWNERS_SPECIAL),
    ("village", "propose"): (_TWO, _OVER, "present", OURS),
    ("village", "consult"): (_TWO, _OVER, "present", OURS),
    ("village", "deliberate"): (_TWO, _HALF, "due", MEMBERS),
    ("village", "resolve"): (_TWO, _OVER, "present", VILLAGERS),
}


def step_name(process_kind: str, step_kind: str) -> str:
    """What a step is called in its procedure."""
    return NAMES[process_kind, step_kind]


def order_of(case: CivicProcess) -> tuple[str, ...]:
    """The steps of a case; owners vote where the matter is theirs, instead of all residents."""
    matter, order = case.owners_matter, ORDER[case.kind]
    if not matter:
        return order
    vote = Kind.OWNERS_SPECIAL if OwnersMatter(matter).is_special else Kind.OWNERS
    return tuple(vote if kind == Kind.RESOLVE else kind for kind in order)


def whom(step_kind: str) -> str:
    """What is counted at a step: households where opinions are asked for, else persons."""
    return WHOM.get(step_kind, "人")


def counted(step_kind: str) -> tuple[str, str]:
    """What those due and those present are called at a step."""
    if step_kind.startswith(Kind.OWNERS):
        return "全体业主", "参与表决"
    return ("应征求", "已征求") if step_kind == Kind.SOLICIT else ("应到", "实到")


def place_of(division: Division) -> str:
    """A community or village as people say it: 示例社区, 示例村, not its committee."""
    return division.name.removesuffix("居委会").removesuffix("委会")


def committee_of(division: Division) -> str:
    """Who signs a notice: the residents' or the villagers' committee, in full."""
    return f"{place_of(division)}{'村民' if division.level == 'village' else '居民'}委员会"


def default_rule(process_kind: str, step_kind: str) -> CivicRule:
    """The rule that holds where none is stored; not stored itself, so it has no key."""
    since = OWNERS_SINCE if step_kind.startswith(Kind.OWNERS) else date(2000, 1, 1)
    rule = CivicRule(process_kind=process_kind, step_kind=step_kind, since=since)
    if step_kind in NOTICES:
        rule.notice_days, rule.source = NOTICE_DAYS, OURS
        return rule
    quorum, majority, base, source = DEFAULTS[process_kind, step_kind]
    rule.quorum, rule.majority, rule.majority_of, rule.source = quorum, majority, base, source
    return rule


class Rulebook:
    """All rules of one procedure, read in one query; asked for a step on a day."""

    def __init__(self, process_kind: str):
        self.process_kind = process_kind
        self._stored = list(CivicRule.objects.filter(process_kind=process_kind))

    def rule(self, step_kind: str, on: date) -> CivicRule:
        """The rule of `step_kind` that holds on the day `on`."""
        for rule in self._stored:
            if rule.step_kind == step_kind and rule.holds_on(on):
                return rule
        return default_rule(self.process_kind, step_kind)
