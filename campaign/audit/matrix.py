"""The permission matrix as the auditor reads it: from the tables that the code itself asks."""

import re
from dataclasses import dataclass
from functools import cache

from django.urls import Resolver404, get_resolver, resolve
from django.urls.resolvers import URLResolver

from campaign.gates.permissions import ALL_SIGNED_IN, PERMISSIONS, PUBLIC
from ledgers import registry
from orgs.access import ROLE_VERBS, Verb
from orgs.choices import Role

FORMS = {
    "list": "",
    "detail": "详情",
    "create": "新增",
    "update": "修改",
    "grid": "表格录入",
    "bulk": "批量修改",
    "note": "记事",
    "views": "常用视图",
}
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
    "typed_form": "登录失效前填写的内容",
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
    "audit_search": "审计检索",
    "audit_chain": "留痕核验",
    "courtyards:structure_list": "三级组织架构",
    "courtyards:structure_detail": "三级组织架构（社区）",
    "courtyards:pairing_end": "结束支部联建",
    "orgs:organization_move": "调整隶属关系",
    "orgs:organization_merge": "并入其他党组织",
    "orgs:temporary_member_add": "编入临时党组织",
    "orgs:temporary_member_end": "退出临时党组织",
    "orgs:person_hand_over": "办理交接",
    "orgs:person_reinstate": "撤销离任",
    "orgs:post_succeed": "接任职务",
    "orgs:unit_lead_appoint": "明确牵头书记",
    "orgs:unit_executive_appoint": "明确主抓副书记",
    "orgs:unit_second": "抽调人员",
    "orgs:secondment_end": "结束抽调",
    "projects:problem_handler": "指定问题经办人",
    "projects:order_handler": "指定督办单经办人",
    "projects:supervisor_appoint": "聘请监督员",
    "volunteers:contact_duty_succeed": "接任联系点",
    "volunteers:road_chief_succeed": "接任路长",
    "volunteers:team_leader": "确定队长",
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
    "projects:report_grid": "本周数字 · 表格录入",
    "public_case": "公开页（议事事项）",
    "public_photo": "公开页照片",
    "projects:civic_open": "启动议事",
    "projects:civic_step": "登记议事步骤",
    "projects:civic_opening": "更正议事启动信息",
    "projects:civic_close": "议事办结",
    "projects:civic_dossier": "议事档案（PDF）",
    "projects:civic_rules": "议事规则",
    "projects:civic_notice": "打印公示",
    "projects:civic_sheet": "签到表照片",
    "projects:civic_objection": "登记异议",
    "projects:civic_return": "决议退回重议",
    "projects:civic_answer": "答复异议",
    "projects:early_start": "提前开工决定",
    "projects:project_civic": "为项目启动议事",
    "projects:project_stool": "为项目登记座谈会",
    "projects:courtyard_stool": "为楼院登记座谈会",
    "projects:stool_enter": "登记小板凳座谈会",
    "projects:opinion_problem": "意见转为问题",
    "projects:voice_list": "群众留言审核",
    "projects:voice_review": "审核一条留言",
    "projects:project_photos": "项目前后对比照片",
    "projects:courtyard_photos": "楼院前后对比照片",
    "projects:project_photo_add": "添加项目对比照片",
    "projects:courtyard_photo_add": "添加楼院对比照片",
    "projects:stool_opinions": "补充座谈会意见",
    "projects:photo_pair": "修改对比照片",
    "projects:photo_before": "改造前照片",
    "projects:photo_after": "改造后照片",
    "projects:timeline": "进度时间轴",
    "projects:stage_board": "阶段看板",
    "projects:money": "资金情况",
    "projects:shifts": "昼夜施工",
    "projects:smart": "智慧停车与城市大脑",
    "projects:clearance": "拆除与厕所改造",
    "projects:project_plan": "排定节点计划",
    "projects:project_evaluate": "登记群众满意度",
    "projects:milestone_move": "调整节点计划",
    "projects:milestone_reach": "登记节点完成",
    "projects:demolition_advance": "办理拆除下一步",
    "projects:demolition_dispute": "登记拆除争议",
    "projects:demolition_resolve": "登记争议化解",
    "projects:parking_count": "清点车位",
    "problem_link_use": "问题一次性链接",
    "projects:problem_raise": "报问题",
    "projects:problem_board": "问题总体情况",
    "projects:problem_assign": "问题交办、调整时限",
    "projects:problem_report": "反馈已整改",
    "projects:problem_refuse": "核实未整改",
    "projects:problem_reopen": "重新提出问题",
    "projects:problem_link": "发问题一次性链接",
    "projects:problem_order": "就问题开具督办单",
    "projects:problem_photo": "问题照片",
    "projects:project_order": "就项目开具督办单",
    "projects:order_reply": "回复督办单",
    "projects:order_judge": "认可或退回督办回复",
    "projects:order_print": "打印督办单",
    "projects:follow_up_record": "登记跟踪问效",
    "projects:follow_up_problem": "跟踪问效转为问题",
    "projects:follow_up_result": "填写走访结果",
    "volunteers:patrol_list": "我要巡查",
    "volunteers:road_patrol": "登记路长巡查",
    "volunteers:patrol_problem": "巡查发现转为问题",
    "projects:report_mine": "我的周报",
    "projects:report_form": "填报周报",
    "projects:report_draft": "保存周报草稿",
    "projects:report_detail": "周报详情",
    "projects:report_review_list": "待审核周报",
    "projects:report_approve": "周报审核通过",
    "projects:report_return": "周报退回",
    "projects:report_correct": "更正累计值",
    "projects:report_withdraw": "撤回周报",
    "projects:report_photo_add": "上传周报照片",
    "projects:report_photo_remove": "删去周报照片",
    "projects:report_photo": "查看周报照片",
    "projects:report_missing": "未报清单",
    "projects:report_approve_many": "批量审核周报",
    "projects:report_reopen": "重开已锁定的周报",
    "projects:week_reopen": "整周重开",
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
    """Every page of the table in campaign/gates/permissions.py, in the order of its address."""
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


def page_title(path: str) -> str:
    """What the page at `path` is called; "" for an address that is none of ours."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    if match.namespaces[:1] == ["admin"]:
        return "系统管理"
    return _titles().get(match.view_name, "")


@cache
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
