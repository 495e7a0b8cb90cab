"""What a roster would do, row by row: nothing is stored here."""

from dataclasses import dataclass, field
from datetime import date

from ledgers import clock
from ledgers.cleaning import squash
from ledgers.cleaning.phones import mask
from ledgers.meanwhile import token_of
from orgs.access import GrantedScope, Scope, scope_of
from orgs.accounts import roster_words
from orgs.accounts.roster_register import Account, Register
from orgs.accounts.roster_words import CellError
from orgs.accounts.roster_workbook import KEYS, LABELS, REQUIRED, RosterRow
from orgs.accounts.services import exclude_each_other
from orgs.choices import Role, WorkLine
from orgs.models import Division, Post, User

OPEN, ADD, SAME, WRONG = "open", "add", "same", "wrong"
STATUS_WORDS = {OPEN: "开户并授权", ADD: "增加授权", SAME: "已有，不变", WRONG: "有误"}


@dataclass
class Planned:
    """One row: what it would do, or what is wrong with which of its cells."""

    row: RosterRow
    errors: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    account: Account | None = None
    role: str = ""
    division: Division | None = None
    line: str = ""
    post: Post | None = None
    since: date | None = None
    until: date | None = None
    status: str = WRONG

    @property
    def status_words(self) -> str:
        return STATUS_WORDS[self.status]

    @property
    def role_words(self) -> str:
        return Role(self.role).label if self.role else ""

    @property
    def line_words(self) -> str:
        return WorkLine(self.line).label if self.line else "全部战线"

    @property
    def scope(self) -> Scope | None:
        """What the row alone lets its account see and do."""
        if not self.role or self.division is None:
            return None
        return Scope((GrantedScope(self.role, self.division.code, self.line),))

    def shown(self, keys: list[str]) -> list[tuple[str, str]]:
        """(text, error) of the cells of these columns; a phone is never shown in full."""
        cells = self.row.cells | {"phone": mask(self.row.cells["phone"])}
        return [(cells[key], self.errors.get(key, "")) for key in keys]

    @property
    def wrong_words(self) -> str:
        """Which cells are wrong: 单位、角色."""
        return "、".join(LABELS[key] for key in KEYS if key in self.errors)

    def take(self, key: str, look_up, *args):
        """The value of a cell by `look_up`; where that refuses, its sentence stands at the cell."""
        try:
            return look_up(*args)
        except CellError as error:
            self.errors[key] = str(error)
            return None


@dataclass(frozen=True)
class RosterPlan:
    """All rows of a roster, and whether it can be carried out."""

    rows: list[Planned]

    @property
    def wrong(self) -> list[Planned]:
        return [row for row in self.rows if row.status == WRONG]

    @property
    def to_do(self) -> list[Planned]:
        return [row for row in self.rows if row.status in (OPEN, ADD)]

    @property
    def new_accounts(self) -> int:
        return len({row.account.username for row in self.to_do if row.account.is_new})

    def columns(self) -> list[str]:
        """The columns in which any row has a text or a mistake."""
        return [
            key for key in KEYS if any(row.row.cells[key] or key in row.errors for row in self.rows)
        ]

    def token(self) -> str:
        """The token of all that the plan would do, to see that it is the one that was shown."""
        said = (
            [row.row.number, row.status, row.account and row.account.username, row.role]
            + [row.division and row.division.pk, row.line, row.post and row.post.pk]
            + [row.since, row.until]
            for row in self.rows
        )
        return token_of(*said)


def plan_roster(rows: list[RosterRow], *, by: User) -> RosterPlan:
    """What `rows` would do if `by` carried them out now. Asks the database some ten times."""
    names = {squash(row.cells["name"]) for row in rows}
    places = roster_words.Places(by, scope_of(by))
    register = Register(by, names, {row.cells["username"] for row in rows} - {""})
    planned = [_read(row, places, register) for row in rows]
    for row in planned:
        if not row.errors:
            _compare(row)
    return RosterPlan(planned)


def _read(row: RosterRow, places: roster_words.Places, register: Register) -> Planned:
    """The row with its cells understood, as far as they can be."""
    planned, cells = Planned(row, dict(row.errors), list(row.notes)), row.cells
    for key in REQUIRED:
        if not cells[key]:
            planned.errors.setdefault(key, f"请填写{LABELS[key]}。")
    if cells["role"]:
        planned.role = planned.take("role", roster_words.role_of, cells["role"]) or ""
    if cells["division"]:
        planned.division = planned.take("division", places.division, cells["division"])
    planned.line = planned.take("line", roster_words.line_of, cells["line"]) or ""
    planned.since = planned.take("since", roster_words.day_of, cells["since"]) or clock.today()
    planned.until = planned.take("until", roster_words.day_of, cells["until"])
    if planned.until and planned.until <= planned.since:
        planned.errors["until"] = "终止日期应晚于起始日期。"
    number = planned.take("phone", roster_words.phone_of, cells["phone"])
    unit = planned.take("unit", places.unit, cells["unit"])
    name = planned.take("name", register.name_of, cells["name"]) if cells["name"] else ""
    if name and "unit" not in planned.errors:
        _find_account(planned, name, unit, number, register)
    return planned


def _find_account(planned: Planned, name: str, unit, number: str, register: Register) -> None:
    cells = planned.row.cells
    person = planned.take("name", register.person, name, unit, number)
    if "name" in planned.errors:
        return
    if person is None:
        planned.notes.append("人员名册中没有此人，账号不关联人员。")
        if cells["post"]:
            planned.errors["post"] = "人员名册中没有此人，不能依据任职授权。"
    else:
        posts = register.posts[person.pk]
        planned.post = planned.take(
            "post", roster_words.post_of, cells["post"], posts, planned.since
        )
        if not cells["post"]:
            planned.notes.append("未填任职，授权不会随任职终止。")

    def look_up():
        return register.account(name=name, unit=unit, person=person, username=cells["username"])

    planned.account = planned.take("username" if cells["username"] else "name", look_up)


def _compare(planned: Planned) -> None:
    """Set the status of a row without mistakes: against the account's grants and the rows above."""
    account, mine = planned.account, _what(planned)
    for other in account.held:
        if _ended(other):
            if mine == _what(other) and planned.since == other.since:
                planned.errors["since"] = "同日起始的同样授权已经终止，请改填新的起始日期。"
        elif mine == _what(other):
            if isinstance(other, Planned):
                planned.errors["name"] = f"与第{other.row.number}行重复。"
            else:
                planned.notes.append(f"已有同样的授权，自{other.since.isoformat()}起。")
                planned.status = SAME
        elif exclude_each_other(planned.role, other.role) and _overlap(planned, other):
            planned.errors["role"] = (
                f"该账号同期已是{Role(other.role).label}，"
                f"不能兼任{Role(planned.role).label}（三员分立）。"
            )
    if planned.errors:
        planned.status = WRONG
    elif planned.status != SAME:
        planned.status = OPEN if account.is_new else ADD
        account.held.append(planned)


def _what(grant) -> tuple:
    """Role, place, line and carrying post of a grant, or of a row that would become one."""
    division = grant.division.code if isinstance(grant, Planned) else grant.division_id
    post = (grant.post and grant.post.pk) if isinstance(grant, Planned) else grant.post_id
    return str(grant.role), division, str(grant.line), post


def _ended(grant) -> bool:
    return grant.until is not None and grant.until <= clock.today()


def _overlap(first, second) -> bool:
    return (first.until is None or second.since < first.until) and (
        second.until is None or first.since < second.until
    )
