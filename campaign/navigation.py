"""What stands around every page: menu, day, whose page it is."""

from dataclasses import dataclass

from django.conf import settings

from ledgers import clock
from ledgers.all_pages import verb_of
from orgs.access import Verb, enters_admin, scope_of


@dataclass(frozen=True)
class Item:
    """One entry of the menu: its word, its page, and what it lights up for.

    It is shown to whom the page opens, and of those, with `verb`, to whom it is of use.
    """

    label: str
    name: str
    lights: tuple[str, ...]
    verb: str = ""


# The pages over many projects light up the same entry as a project's own.
OVER_PROJECTS = ("timeline", "stage_board", "money", "shifts", "smart", "clearance")
PROJECTS = ("projects:project", *(f"projects:{name}" for name in OVER_PROJECTS))
MENU = (
    Item("我的工作", "home", ("home",), Verb.EDIT),
    Item("总览", "overview", ("overview", "home")),
    Item("三项工程", "projects:project_list", PROJECTS),
    Item("楼院", "courtyards:courtyard_list", ("courtyards:",)),
    Item("组织", "orgs:organization_list", ("orgs:", "courtyards:structure")),
    Item("包联", "volunteers:contact_duty_list", ("volunteers:",)),
    Item(
        "问题",
        "projects:problem_list",
        ("projects:problem", "projects:order", "projects:follow_up"),
    ),
    Item("报送", "projects:report_mine", ("projects:report",)),
    Item("审核", "projects:report_review_list", ("projects:report_review",)),
    Item("指标", "figure_list", ("figure",)),
    Item("缺口", "gap_list", ("gap",)),
    Item("审计", "audit_search", ("audit_",)),
)


# What stands in the menu behind one's own name: the duty's pages, then one's own.
DUTIES = (
    ("导入台账", "import_list"),
    ("账号管理", "account_list"),
    ("名册开户", "roster_upload"),
    ("登录锁定", "lock_list"),
    ("以其视角查看", "see_as_list"),
    ("权限矩阵", "permission_matrix"),
)
OWN = (
    ("后台办理", "job_list"),
    ("我的登录记录", "my_sign_ins"),
    ("第二重验证", "second_factor"),
    ("修改密码", "password_change"),
)


def menu_of(scope) -> list[Item]:
    """The entries of the menu for `scope`."""
    return [item for item in MENU if scope.can(item.verb or verb_of(item.name))]


def duties_of(scope) -> list[tuple[str, str, str]]:
    """(label, URL name, verb) of the duties' pages that open for `scope`."""
    pages = [(label, name, verb_of(name)) for label, name in DUTIES]
    return [(label, name, verb) for label, name, verb in pages if scope.can(verb)]


def frame(request) -> dict:
    """Context of every page of ours: menu entries, the day asked for, demo mode."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    match = request.resolver_match
    here = match.view_name if match else ""
    scope = scope_of(user) if signed_in else None
    menu = menu_of(scope) if scope else []
    lit = {item: max(map(len, filter(here.startswith, item.lights)), default=0) for item in menu}
    return {
        "menu": menu,
        "looks": bool(scope and scope.can(Verb.VIEW)),
        "here": max(menu, key=lit.get, default=None) if any(lit.values()) else None,
        "signed_in": signed_in,
        "seen_by": getattr(request, "seen_by", None),
        "duties": duties_of(scope) if scope else [],
        "own_pages": OWN,
        "may_admin": signed_in and enters_admin(user),
        "on": getattr(request, "on", clock.today()),
        "asked_on": getattr(request, "asked_on", None),
        "today": clock.today(),
        "demo": settings.DEMO,
    }
