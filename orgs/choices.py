"""Words that several apps choose from."""

from django.db import models

# Digits of a division code that name a county, and a town or street below it (GB/T 2260, 10114).
COUNTY_DIGITS, TOWNSHIP_DIGITS = 6, 9


class WorkLine(models.TextChoices):
    """The campaign's lines of work: three projects, one management, and the courtyards."""

    ROADS = "roads", "城市道路综合改造"
    URBAN_FRINGE = "urban_fringe", "城乡接合部综合改造"
    OLD_NEIGHBOURHOODS = "old_neighbourhoods", "老旧小区综合改造"
    REFINED_MANAGEMENT = "refined_management", "城市精细化管理"
    COURTYARDS = "unmanaged_courtyards", "无主管楼院整治"


class Rank(models.TextChoices):
    """Rank of an office-holder."""

    DEPUTY_COUNTY = "deputy_county", "副县级"
    SECTION = "section", "科级"
    STAFF = "staff", "一般干部"
    NONE = "none", "非干部"


class Role(models.TextChoices):
    """What an account may do; the last three exclude one another (GB/T 22239 三员分立)."""

    LEADER = "leader", "领导"
    REPORTER = "reporter", "填报员"
    REVIEWER = "reviewer", "审核员"
    ORG_ADMIN = "org_admin", "组织管理员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    AUDITOR = "auditor", "安全审计员"
