"""The stages of each kind of project, in order, with their share of the planned progress.

The twelve stages of an old community are those of the domain notes, 2.5; no source names any for the
other kinds, so roads follow the order of a public works project, villages that of 四议两公开 and
demolition, garages and smart projects that of a purchase with a trial run. `points` says how many of
the 100 points of 形象进度 are planned to be reached with a stage: it is physical progress, so it is
complete with the end of works, and what follows adds nothing. The shares are this house's own
setting; a project with a plan of its own (计划点) does not use them.

A stage that a kind does not have here can still be stored; it is shown after the others.
"""

from dataclasses import dataclass

from django.db.models import Case, CharField, Value, When

from projects import choices

S, K = choices.Stage, choices.Kind


@dataclass(frozen=True)
class Stage:
    """A stage of a kind of project: its code, what this kind calls it, its share (points of 100)."""

    code: str
    word: str
    points: int


def _kind(*stages: tuple[str, str, int]) -> tuple[Stage, ...]:
    return tuple(Stage(code, word or S(code).label, points) for code, word, points in stages)


OLD_COMMUNITY = _kind(
    (S.SURVEY, "", 2),
    (S.CONSENT, "意愿征求（一征三议两公开）", 2),
    (S.APPROVAL, "", 2),
    (S.DESIGN, "设计并公示方案", 2),
    (S.TENDER, "", 2),
    (S.START, "", 2),
    (S.WORKS, "主体施工完成", 73),
    (S.COMPLETION, "", 15),
    (S.ACCEPTANCE, "", 0),
    (S.SETTLEMENT, "", 0),
    (S.HANDOVER, "", 0),
    (S.LONG_TERM, "", 0),
)
ROAD = _kind(
    (S.SURVEY, "踏勘摸底", 2),
    (S.APPROVAL, "", 2),
    (S.DESIGN, "", 3),
    (S.TENDER, "", 3),
    (S.START, "", 2),
    (S.WORKS, "主体施工完成", 73),
    (S.COMPLETION, "竣工通车", 15),
    (S.ACCEPTANCE, "竣工验收", 0),
    (S.SETTLEMENT, "", 0),
    (S.HANDOVER, "移交养护", 0),
)
VILLAGE = _kind(
    (S.SURVEY, "", 4),
    (S.CONSENT, "村民议事（四议两公开）", 4),
    (S.APPROVAL, "方案审定", 2),
    (S.START, "", 2),
    (S.WORKS, "拆除清理完成", 60),
    (S.COMPLETION, "改造完成", 28),
    (S.ACCEPTANCE, "镇级验收", 0),
    (S.LONG_TERM, "长效管理", 0),
)
GARAGE = _kind(
    (S.SURVEY, "选址", 2),
    (S.CONSENT, "征求周边居民意见", 2),
    (S.APPROVAL, "", 2),
    (S.DESIGN, "", 2),
    (S.TENDER, "", 2),
    (S.START, "", 2),
    (S.WORKS, "主体和设备安装完成", 73),
    (S.COMPLETION, "", 15),
    (S.ACCEPTANCE, "消防和特种设备验收", 0),
    (S.LONG_TERM, "投入运营", 0),
)
SMART = _kind(
    (S.SURVEY, "需求调研", 5),
    (S.APPROVAL, "", 5),
    (S.DESIGN, "方案设计", 5),
    (S.TENDER, "采购", 5),
    (S.START, "开工建设", 5),
    (S.WORKS, "建成试运行", 55),
    (S.COMPLETION, "上线", 20),
    (S.ACCEPTANCE, "验收", 0),
    (S.LONG_TERM, "日常运维", 0),
)
PARKING = _kind(
    (S.SURVEY, "车位摸底", 10),
    (S.APPROVAL, "方案审定", 10),
    (S.START, "施划开工", 10),
    (S.WORKS, "施划和设备安装完成", 50),
    (S.COMPLETION, "投入运行", 20),
    (S.ACCEPTANCE, "验收", 0),
)

STAGES: dict[str, tuple[Stage, ...]] = {
    K.OLD_COMMUNITY: OLD_COMMUNITY,
    K.ROAD_SECTION: ROAD,
    K.CORRIDOR: ROAD,
    K.VILLAGE: VILLAGE,
    K.GARAGE: GARAGE,
    K.SMART_CITY: SMART,
    K.PARKING_ROAD: PARKING,
    K.OTHER: ROAD,
}

# The columns of the board: a project stands in the first whose stages it has not all behind it.
PHASES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("prepare", "前期准备", frozenset({S.SURVEY, S.CONSENT, S.APPROVAL, S.DESIGN, S.TENDER})),
    ("start", "待开工", frozenset({S.START})),
    ("works", "施工中", frozenset({S.WORKS, S.COMPLETION})),
    ("accept", "竣工待验收", frozenset({S.ACCEPTANCE})),
    ("after", "结算移交", frozenset({S.SETTLEMENT, S.HANDOVER})),
    ("long_term", "长效管理", frozenset({S.LONG_TERM})),
)
DONE = ("done", "全部完成")
_ORDER = {code: position for position, code in enumerate(S.values)}


def stages_of(kind: str) -> tuple[Stage, ...]:
    """The stages of a kind of project, in order."""
    return STAGES[kind]


def word_of(kind: str, stage: str) -> str:
    """What a kind of project calls a stage."""
    return next((s.word for s in STAGES[kind] if s.code == stage), S(stage).label)


def word_expression(kind: str, stage: str) -> Case:
    """`word_of` as an expression; `kind` and `stage` are the paths of the two fields."""
    named = [
        When(**{kind: key, stage: each.code}, then=Value(each.word))
        for key, stages in STAGES.items()
        for each in stages
        if each.word != S(each.code).label
    ]
    plain = [When(**{stage: code}, then=Value(label)) for code, label in S.choices]
    return Case(*named, *plain, output_field=CharField())


def position_of(stage: str) -> int:
    """Where a stage stands in the order of all twelve."""
    return _ORDER[stage]


def phase_of(stage: str | None) -> str:
    """The column of the board for the stage that comes next; None = all are reached."""
    return next((code for code, _, stages in PHASES if stage in stages), DONE[0])
