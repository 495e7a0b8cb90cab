"""Whose account a row of the roster speaks of: the person in the register, the account there is."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from ledgers import clock
from ledgers.cleaning import person_name, squash
from ledgers.pinyin import pinyin_key
from orgs.access import Verb
from orgs.accounts.roster_words import CellError
from orgs.accounts.scopes import accounts_under
from orgs.ledger_forms import upward
from orgs.models import Person, Post, Unit, User


@dataclass
class Account:
    """An account that the roster speaks of, there already or to be opened."""

    name: str
    unit: Unit | None
    person: Person | None
    user: User | None
    username: str
    held: list = field(default_factory=list)  # grants there already and those of rows above

    @property
    def is_new(self) -> bool:
        return self.user is None


class Register:
    """The people, posts and accounts that a roster's rows can mean, read once for all rows."""

    def __init__(self, user: User, names: set[str], usernames: set[str]):
        self.by = user
        people = upward(Person.objects.filter(name__in=names), user, Verb.ADMINISTER)
        self.people = defaultdict(list)
        for person in people.select_related("unit"):
            self.people[person.name].append(person)
        self.posts = defaultdict(list)
        held = Post.objects.on(clock.today()).filter(person__name__in=names)
        for post in held.select_related("organization", "unit"):
            self.posts[post.person_id].append(post)
        self._read_accounts(names, usernames)
        self.accounts: dict[tuple, Account] = {}

    def _read_accounts(self, names, usernames) -> None:
        """The accounts that may be meant: by person, by name and unit, by user name."""
        by_person = User.objects.filter(person__name__in=names)
        found = by_person | User.objects.filter(first_name__in=names)
        found = found | User.objects.filter(username__in=usernames)
        rows = list(found.distinct().prefetch_related("grants"))
        self.of_person = {row.person_id: row for row in rows if row.person_id}
        self.of_name = defaultdict(list)
        for row in rows:
            if not row.person_id:
                self.of_name[row.first_name, row.unit_id].append(row)
        self.of_username = {row.username: row for row in rows}
        self.mine = set(
            accounts_under(self.by, Verb.ADMINISTER)
            .filter(pk__in=[row.pk for row in rows])
            .values_list("pk", flat=True)
        )
        self.taken = set(User.objects.values_list("username", flat=True))

    # -- persons ------------------------------------------------------------------------------

    def name_of(self, text: str) -> str:
        """The one name that a cell holds; CellError where it holds more, or no name at all.

        A name that the register or an account has is one, whatever it looks like.
        """
        name, found = squash(text), person_name(text)
        if found.certain and found.value:
            return found.value
        if name in self.people or any(name == known for known, _ in self.of_name):
            return name
        raise CellError(found.doubt or found.wrong or "请填写姓名。")

    def person(self, name: str, unit: Unit | None, phone: str) -> Person | None:
        """The one person of that name, told apart by unit and phone; None where there is none."""
        found = self.people.get(name, [])
        if found and unit is not None:
            there = [person for person in found if person.unit_id == unit.pk]
            if not there and len(found) == 1 and found[0].unit:
                raise CellError(f"人员名册中{name}的单位是{found[0].unit}，请核对。")
            found = there or [person for person in found if person.unit_id is None]
        if len(found) > 1 and phone:
            found = [person for person in found if person.phone == phone] or found
        if len(found) > 1:
            raise CellError(f"人员名册中有{len(found)}名{name}，请填写单位或电话加以区分。")
        return found[0] if found else None

    # -- accounts -----------------------------------------------------------------------------

    def account(self, *, name, unit, person, username) -> Account:
        """The account of a row; the same one for each row of the same person. CellError where not."""
        key = ("person", person.pk) if person else ("name", name, unit and unit.pk, username)
        if key not in self.accounts:
            self.accounts[key] = self._account(name, unit, person, username)
        account = self.accounts[key]
        if username and account.username != username:
            raise CellError(f"此人的账号是{account.username}，请改正或留空。")
        return account

    def _account(self, name, unit, person, username) -> Account:
        user = self._existing(name, unit, person, username)
        if user is None:
            return Account(name, unit, person, None, self._new_username(name, username))
        if user.pk not in self.mine:
            raise CellError("这个账号不在您的管理范围内。")
        if user.pk == self.by.pk:
            raise CellError("不能给自己的账号授权，请由另一名系统管理员办理。")
        if not user.is_active:
            raise CellError("这个账号已停用，请先在账号管理中启用。")
        account = Account(name, unit, person, user, user.username)
        account.held = list(user.grants.all())
        return account

    def _existing(self, name, unit, person, username) -> User | None:
        if person and person.pk in self.of_person:
            return self.of_person[person.pk]
        if username and username in self.of_username:
            user = self.of_username[username]
            if user.person_id or user.first_name != name:
                raise CellError(f"账号{username}已由他人使用。")
            return user
        found = [] if username or person else self.of_name.get((name, unit and unit.pk), [])
        if len(found) > 1:
            raise CellError(f"已有{len(found)}个叫{name}的账号，请在“账号”列写明是哪一个。")
        return found[0] if found else None

    def _new_username(self, name: str, wanted: str) -> str:
        """The account's name: as wished, or the pinyin of the holder's name with a number."""
        if wanted:
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{2,29}", wanted):
                raise CellError("账号用3至30个字母、数字，可含点和短横线。")
            if wanted in self.taken:
                raise CellError(f"账号{wanted}已由他人使用。")
            self.taken.add(wanted)
            return wanted
        plain = re.sub(r"[^a-z0-9]", "", pinyin_key(name).split(" ")[0])[:24] or "account"
        found, number = plain, 2
        while found in self.taken:
            found, number = f"{plain}{number}", number + 1
        self.taken.add(found)
        return found
