"""Words from which projects choose: what kind of project, and which stage of it."""

from django.db import models


class Kind(models.TextChoices):
    ROAD_SECTION = "road_section", "道路综合改造"
    VILLAGE = "village", "城乡接合部村庄"
    CORRIDOR = "corridor_greening", "廊道绿化"
    OLD_COMMUNITY = "old_community", "老旧小区"
    PARKING_ROAD = "parking_road", "智慧停车道路"
    GARAGE = "garage", "立体智能停车场"
    SMART_CITY = "smart_city", "城市大脑与智慧交通"
    OTHER = "other", "其他"


class Stage(models.TextChoices):
    SURVEY = "survey", "摸排"
    CONSENT = "consent", "意愿征求"
    APPROVAL = "approval", "立项与资金"
    DESIGN = "design", "设计"
    TENDER = "tender", "招标"
    START = "start", "开工"
    WORKS = "works", "施工"
    COMPLETION = "completion", "竣工"
    ACCEPTANCE = "acceptance", "联合验收"
    SETTLEMENT = "settlement", "结算审计"
    HANDOVER = "handover", "移交"
    LONG_TERM = "long_term", "长效管理"
