"""What the words of a roster mean: roles, lines, days, divisions, units, posts.

Each look-up returns the value or raises `CellError` with a sentence that stands beside the cell.
"""

from collections import defaultdict
from datetime import date

from ledgers import clock
from ledgers.cleaning import Clean, DateReader, phone, squash
from orgs.access import Scope, Verb
from orgs.choices import Role, WorkLine
from orgs.divisions.gazetteer import Gazetteer, Place
from orgs.ledger_forms import upward
from orgs.models import Division, Unit

CODE_LENGTHS = (12, 9, 6, 4, 2)
SHOWN = 4


class CellError(Exception):
    """What is wrong with a cell, in words."""


def role_of(text: str) -> str:
    """The role that `text` names."""
    found = {role.label: role for role in Role} | {role.value: role for role in Role}
    if squash(text) not in found:
        raise CellError(f"没有“{text}”这一角色，可填：{'、'.join(r.label for r in Role)}。")
    return found[squash(text)]


def line_of(text: str) -> str:
    """The line of work that `text` names; "" for all."""
    text = squash(text)
    if text in ("", "全部", "全部战线"):
        return ""
    found = {line.label: line for line in WorkLine} | {line.value: line for line in WorkLine}
    if text not in found:
        raise CellError(
            f"没有“{text}”这一战线，可填：{'、'.join(each.label for each in WorkLine)}。"
        )
    return found[text]


def certain(read: Clean):
    """The value that was read; a doubt about it stands beside the cell."""
    if not read.certain:
        raise CellError(read.wrong or read.doubt)
    return read.value


def day_of(text: str) -> date | None:
    """The day that `text` says in one of the usual ways; None for an empty cell."""
    today = clock.today()
    return certain(DateReader(today, past=False, assumed=True, today=today)(text))


def phone_of(text: str) -> str:
    """The phone of a cell, by which persons of one name are told apart; "" where it is empty."""
    return certain(phone(text)) or ""


class Places:
    """The divisions and units that an administrator may name, looked up by name or code."""

    def __init__(self, user, scope: Scope):
        rows = Division.objects.visible_to(user, Verb.ADMINISTER).filter(abolished_on=None)
        rows = rows.select_related("parent")
        self.divisions = {row.code: row for row in rows}
        self.gazetteer = Gazetteer(
            Place(row.code, row.name, row.level) for row in self.divisions.values()
        )
        self.by_name = _by_names(self.divisions.values())
        self.units = _by_names(upward(Unit.objects.all(), user, Verb.ADMINISTER))
        self.prefixes = scope.prefixes(Verb.ADMINISTER)

    def division(self, text: str) -> Division:
        """The division of a code (with or without its padding zeros), a name, or both."""
        code, _, rest = text.partition(" ")
        if code.isdecimal():
            found = next(
                (self.divisions[each] for each in _codes(code) if each in self.divisions), None
            )
            if found is None:
                raise CellError("没有这个区划代码，或者不在您的管理范围内。")
            return found
        found = self.by_name.get(squash(text), [])
        if not found and (read := self.gazetteer.any_level(text)).certain:
            return self.divisions[read.value]
        if not found:
            raise CellError("没有这个区划，或者不在您的管理范围内。请填全称或代码。")
        if len(found) > 1:
            told = "、".join(
                f"{row.code}（{row.parent.label if row.parent else ''}）" for row in found[:SHOWN]
            )
            raise CellError(f"有{len(found)}个区划叫这个名字，请填代码：{told}。")
        return found[0]

    def unit(self, text: str) -> Unit | None:
        """The unit of a name or short name; None for an empty cell."""
        if not text:
            return None
        found = self.units.get(squash(text), [])
        if not found:
            raise CellError("单位台账中没有这个单位，请核对名称，或请组织管理员先登记。")
        if len(found) > 1:
            raise CellError(f"有{len(found)}个单位叫这个名字，请填全称。")
        return found[0]


def _codes(code: str) -> list[str]:
    """A code, and what is left of it without the zeros that pad it to a lower level."""
    shorter = [code[:length] for length in CODE_LENGTHS if set(code[length:]) == {"0"}]
    return [code, *shorter]


def _by_names(rows) -> dict[str, list]:
    found = defaultdict(list)
    for row in rows:
        for name in {row.name, row.short_name} - {""}:
            found[squash(name)].append(row)
    return found


def post_of(text: str, posts: list, since: date):
    """The post of the person's `posts` that `text` names, by body and role or by either; or None."""
    if not text:
        return None
    plain = squash(text)
    found = [post for post in posts if plain in _post_names(post)]
    if not found:
        raise CellError("此人现在没有这一任职，请核对，或请组织管理员先登记任职。")
    if len(found) > 1:
        told = "、".join(_post_name(post) for post in found[:SHOWN])
        raise CellError(f"此人有几项这样的任职，请写全：{told}。")
    if found[0].since > since:
        raise CellError(f"这一任职自{found[0].since.isoformat()}起，授权不能早于任职。")
    return found[0]


def _post_name(post) -> str:
    return f"{post.organization or post.unit}{post.get_role_display()}"


def _post_names(post) -> set[str]:
    body = str(post.organization or post.unit)
    return {body, post.get_role_display(), f"{body}{post.get_role_display()}"}
