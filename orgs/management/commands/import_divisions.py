"""`manage.py import_divisions FILE`: take over an official list of divisions; harmless to repeat."""

import json
from datetime import date
from pathlib import Path
from time import monotonic

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ledgers import clock
from ledgers.history import batch
from ledgers.pinyin_readings import set_readings
from orgs.divisions.files import UnreadableList, readings_of
from orgs.divisions.services import DivisionChanges, ListRefused, import_divisions
from orgs.models import User


class Command(BaseCommand):
    help = (
        "Take over an official list of divisions (CSV, also .xz or .gz); repeating changes nothing"
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="columns code,name,level,parent_code")
        parser.add_argument("--under", default="", help="only the subtree of this code")
        parser.add_argument("--on", default="", help="first day out of force, YYYY-MM-DD (today)")
        parser.add_argument("--user", default="", help="account that the history names")
        parser.add_argument("--dry-run", action="store_true", help="tell, and store nothing")
        parser.add_argument("--readings", type=Path, help="how places are read: 地名,读音")
        parser.add_argument("--json", action="store_true", help="tell it as JSON")

    def handle(self, *args, **options):
        """Import, or list what is wrong and leave with exit code 1."""
        started = monotonic()
        try:
            found = self._import(**options)
        except UnreadableList as error:
            raise CommandError(str(error)) from error
        except ListRefused as refused:
            raise CommandError(_refusal(refused)) from refused
        if options["json"]:
            self.stdout.write(json.dumps(vars(found), ensure_ascii=False, indent=2))
            return
        for line in _report(found, options["dry_run"]):
            self.stdout.write(line)
        self.stdout.write(f"用时{monotonic() - started:.1f}秒。")

    @transaction.atomic
    def _import(self, *, file, on, under, user, dry_run, readings=None, **options):
        """The list, and first the readings by which its names get their keys: both or neither."""
        account = _account(user)
        if readings and not dry_run:
            found = readings_of(readings)
            try:
                with batch("导入地名读音", user=account):
                    set_readings(readings=found)
            except ValidationError as error:
                raise CommandError(f"{readings.name}：{'；'.join(error.messages)}") from error
            self.stdout.write(f"地名读音{len(found)}个。")
        return import_divisions(
            path=file, on=_day(on), under=_bare(under), user=account, dry_run=dry_run
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else clock.today()
    except ValueError as error:
        raise CommandError(f"日期“{text}”无法识别，请按“2021-04-30”的格式填写。") from error


def _bare(code: str) -> str:
    """A code without its padding zeros."""
    padded = [n for n in (2, 4, 6, 9) if len(code) == 12 and not code[n:].strip("0")]
    return code[: padded[0]] if padded else code


def _account(username: str) -> User | None:
    if not username:
        return None
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"没有账号“{username}”。")
    return user


def _refusal(refused: ListRefused) -> str:
    lines = [f"第{number}行：{words}" for number, words in refused.problems]
    if refused.total > len(lines):
        lines.append(f"……另有{refused.total - len(lines)}处。")
    return "\n".join([*lines, f"共{refused.total}处问题，没有导入任何内容。"])


def _report(found: DivisionChanges, dry_run: bool):
    """The lines that tell what changed."""
    if not found:
        yield f"没有变化（no change）：文件中的{found.listed}个区划与库中一致。"
        return
    yield "试运行，没有导入任何内容。导入后将有：" if dry_run else f"已导入{found.listed}个区划。"
    for kind, count in found.counts.items():
        if count:
            examples = found.examples[kind]
            yield f"{kind}{count}个："
            yield from (f"  {line}" for line in examples)
            if count > len(examples):
                yield f"  ……另有{count - len(examples)}个"
    if found.left_behind:
        rows = "、".join(f"{name}{count}条" for name, count in found.left_behind)
        yield f"撤销的区划下仍有登记，请按新区划调整：{rows}。"
