"""The permission matrix as the auditor reads it: from the tables that the code itself asks."""

import re
from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from campaign.permissions import ALL_SIGNED_IN, PERMISSIONS, PUBLIC
from ledgers import registry
from orgs.access import ROLE_VERBS, Verb
from orgs.choices import Role

FORMS = {"list": "", "detail": "详情", "create": "新增", "update": "修改"}
WORDS = {PUBLIC: "公开", ALL_SIGNED_IN: "登录即可"}
# What the pages are called that are no ledger's.
PAGES = {
    "job_list": "后台办理",
    "job_detail": "后台办理进度",
    "job_file": "后台办理的文件",
    "import_list": "导入",
    "import_start": "导入：上传文件",
    "import_detail": "导入：预览",
    "import_columns": "导入：对照各列",
    "import_store": "导入：入库",
    "import_marked": "导入：标注的原文件",
    "import_original": "导入：原文件",
    "import_drop": "导入：放弃",
    "batch_detail": "导入批次",
    "batch_undo": "撤销导入批次",
    "home": "首页",
    "overview": "总览",
    "search": "全站检索",
    "figure_list": "指标",
    "figure_detail": "指标卡片",
    "figure_rows": "指标明细",
    "gap_list": "缺口",
    "gap_detail": "缺口明细",
    "login": "登录",
    "logout": "退出",
    "password_change": "修改密码",
    "password_change_done": "密码已修改",
    "link_use": "一次性链接",
    "my_sign_ins": "我的登录记录",
    "second_factor": "第二重验证",
    "second_factor_verify": "填写验证码",
    "account_list": "账号管理",
    "account_preview": "账号权限预览",
    "account_link": "签发一次性链接",
    "account_factor_reset": "重置第二重验证",
    "roster_upload": "名册开户",
    "roster_template": "名册模板",
    "roster_apply": "名册确认",
    "lock_list": "登录锁定",
    "see_as_list": "以其视角查看",
    "see_as_start": "开始以其视角查看",
    "see_as_end": "结束以其视角查看",
    "permission_matrix": "权限矩阵",
    "courtyards:courtyard_head_appoint": "任命楼院长",
    "courtyards:building_head_appoint": "任命楼栋长",
    "courtyards:headship_end": "结束楼院长、楼栋长任职",
    "courtyards:committee_form": "组建自管会",
    "courtyards:survey_create": "登记摸排",
    "courtyards:branch_cover": "登记党支部覆盖",
    "courtyards:building_group_cover": "登记党小组覆盖",
    "courtyards:cadre_assign": "安排包联干部",
    "courtyards:cadre_end": "结束包联",
    "courtyards:unit_pair": "登记支部联建",
    "orgs:secretary_appoint": "任命书记、组长",
    "orgs:post_end": "结束任职",
    "orgs:organization_dissolve": "撤销党组织",
    "orgs:phone_reveal": "查看电话",
    "projects:problem_close": "问题销号",
    "projects:report_mine": "我的周报",
    "projects:report_form": "填报周报",
    "projects:report_draft": "保存周报草稿",
    "projects:report_detail": "周报详情",
    "projects:report_review_list": "待审核周报",
    "projects:report_approve": "周报审核通过",
    "projects:report_return": "周报退回",
    "projects:report_correct": "更正累计值",
}


@dataclass(frozen=True)
class PageRow:
    """One page: what it is called, its address, what it asks for, and for each role whether it opens."""

    title: str
    address: str
    asks: str
    open_to: list[bool]


def verb_table() -> list[tuple[str, list[bool]]]:
    """(role in words, for each verb whether the role has it)."""
    return [(role.label, [verb in ROLE_VERBS[role] for verb in Verb]) for role in Role]


def page_table() -> list[PageRow]:
    """Every page of the table in campaign/permissions.py, in the order of its address."""
    addresses, titles = dict(_addresses(get_resolver().url_patterns)), _titles()
    rows = [
        PageRow(
            titles.get(name, name),
            addresses.get(name, ""),
            WORDS.get(verb) or Verb(verb).label,
            [verb in WORDS or verb in ROLE_VERBS[role] for role in Role],
        )
        for name, verb in PERMISSIONS.items()
    ]
    return sorted(rows, key=lambda row: row.address)


def _titles() -> dict[str, str]:
    found = {
        ledger.url_name(form): f"{ledger.get_title()}{'·' * bool(word)}{word}"
        for ledger in registry.all_ledgers()
        for form, word in FORMS.items()
    }
    return found | PAGES


def _addresses(patterns, prefix="/", namespace=""):
    """(URL name, address) of every page of ours, with … where a row's key stands."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLResolver):
            yield f"{namespace}{pattern.name}", re.sub(r"<[^>]+>", "…", route)
        elif pattern.namespace != "admin":
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from _addresses(pattern.url_patterns, route, inner)
