"""What stands around every page: menu, day, whose page it is."""

from dataclasses import dataclass

from django.conf import settings

from ledgers import clock
from orgs.access import Verb, enters_admin, scope_of


@dataclass(frozen=True)
class Item:
    """One entry of the menu: its word, its page, the verb it needs, and what it lights up for."""

    label: str
    name: str
    verb: str
    lights: tuple[str, ...]


# The pages over many projects light up the same entry as a project's own.
OVER_PROJECTS = ("timeline", "stage_board", "money", "shifts", "smart", "clearance")
PROJECTS = ("projects:project", *(f"projects:{name}" for name in OVER_PROJECTS))
MENU = (
    Item("我的工作", "home", Verb.EDIT, ("home",)),
    Item("总览", "overview", Verb.VIEW, ("overview", "home")),
    Item("三项工程", "projects:project_list", Verb.VIEW, PROJECTS),
    Item("楼院", "courtyards:courtyard_list", Verb.VIEW, ("courtyards:",)),
    Item("组织", "orgs:organization_list", Verb.VIEW, ("orgs:", "courtyards:structure")),
    Item("包联", "volunteers:contact_duty_list", Verb.VIEW, ("volunteers:",)),
    Item(
        "问题",
        "projects:problem_list",
        Verb.VIEW,
        ("projects:problem", "projects:order", "projects:follow_up"),
    ),
    Item("报送", "projects:report_mine", Verb.REPORT, ("projects:report",)),
    Item("审核", "projects:report_review_list", Verb.REVIEW, ("projects:report_review",)),
    Item("指标", "figure_list", Verb.VIEW, ("figure",)),
    Item("缺口", "gap_list", Verb.VIEW, ("gap",)),
    Item("审计", "audit_search", Verb.AUDIT, ("audit_",)),
)


# What stands in the menu behind one's own name: the duty's pages, then one's own.
DUTIES = (
    ("导入台账", "import_list", Verb.EDIT),
    ("账号管理", "account_list", Verb.ADMINISTER),
    ("名册开户", "roster_upload", Verb.ADMINISTER),
    ("登录锁定", "lock_list", Verb.ADMINISTER),
    ("以其视角查看", "see_as_list", Verb.ORGANISE),
    ("权限矩阵", "permission_matrix", Verb.AUDIT),
)
OWN = (
    ("后台办理", "job_list"),
    ("我的登录记录", "my_sign_ins"),
    ("第二重验证", "second_factor"),
    ("修改密码", "password_change"),
)


def frame(request) -> dict:
    """Context of every page of ours: menu entries, the day asked for, demo mode."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    match = request.resolver_match
    here = match.view_name if match else ""
    scope = scope_of(user) if signed_in else None
    menu = [item for item in MENU if scope and scope.can(item.verb)]
    lit = {item: max(map(len, filter(here.startswith, item.lights)), default=0) for item in menu}
    return {
        "menu": menu,
        "looks": bool(scope and scope.can(Verb.VIEW)),
        "here": max(menu, key=lit.get, default=None) if any(lit.values()) else None,
        "signed_in": signed_in,
        "seen_by": getattr(request, "seen_by", None),
        "duties": [entry for entry in DUTIES if scope and scope.can(entry[2])],
        "own_pages": OWN,
        "may_admin": signed_in and enters_admin(user),
        "on": getattr(request, "on", clock.today()),
        "asked_on": getattr(request, "asked_on", None),
        "today": clock.today(),
        "demo": settings.DEMO,
    }
