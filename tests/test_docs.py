"""The documents tell the truth: links, paths, accounts, settings, roles, the glossary's names."""

import ast
import io
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from test_house import tracked

from orgs.access import ROLE_VERBS, Verb
from orgs.choices import Role, WorkLine

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], key=lambda path: path.as_posix()
)
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]

# Paths that the portal makes when it runs, or that stand on the deployer's machine.
MADE_LATER = {".venv", ".portal/", "portal-home/static", "divisions.py", "divisions.csv"}
SUFFIXES = r"md|py|html|css|js|svg|png|toml|txt|csv|sh"
PATH = re.compile(rf"(?:[\w.*-]+/)+[\w.*-]*|[\w*-]+\.(?:{SUFFIXES})")
# Written in backticks with a slash, yet not files: addresses, verbs of HTTP, patterns.
NOT_FILES = re.compile(r"^(/|https?:|\$|postgres)|LIKE|PORTAL_HOME/|^X-")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def without_blocks(text: str) -> str:
    """The text without its indented or fenced code."""
    return re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.S | re.M)


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as the usual renderers make them."""
    heads = re.findall(r"^#+ (.+)$", without_blocks(text), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def table_after(name: str, heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head."""
    part = text_of(name).split(f"## {heading}\n", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", part, flags=re.M).group().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def code_in(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# -- links and paths ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_relative_link_leads_somewhere(name):
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", without_blocks(text_of(name))):
        if re.match(r"[a-z]+:", target) or target.startswith("docs/screenshots/"):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            broken.append(target)
    assert not broken


def test_every_screenshot_is_there_and_shown():
    shown = set(re.findall(r"\]\((docs/screenshots/[^)]+)\)", text_of("README.md")))
    assert shown == {path.relative_to(ROOT).as_posix() for path in tracked("docs/screenshots/*")}


@pytest.mark.parametrize("name", NAMES)
def test_every_path_in_backticks_exists(name):
    """A path is told from the root of the checkout."""
    missing = []
    for found in code_in(without_blocks(text_of(name))):
        if found in MADE_LATER or NOT_FILES.search(found) or not PATH.fullmatch(found):
            continue
        if not stands(found):
            missing.append(found)
    assert not missing


def stands(found: str) -> bool:
    """Whether a path is there; a bare file name may stand in any app, `_name.html` for any name."""
    path = Path(found.rstrip("/"))
    if path.name == "_name.html":
        return (ROOT / path.parent).is_dir()
    return any(ROOT.glob(path.as_posix())) or ("/" not in found and bool(tracked(f"*/{path.name}")))


def test_every_decision_has_a_number_of_its_own():
    numbers = [path.name[:4] for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    for path in (ROOT / "docs/decisions").glob("*.md"):
        assert path.read_text("utf-8").startswith(f"# {int(path.name[:4])}. "), path.name


@pytest.mark.parametrize("name", NAMES)
def test_every_script_and_command_named_exists(name):
    text = text_of(name)
    scripts = {ROOT / found for found in re.findall(r"(?<![\w/])script/\w+", text)}
    commands = set(re.findall(r"manage\.py (\w+)", text)) - {"with", "on"}
    known = {path.stem for path in tracked("*/management/commands/*.py")}
    known |= {"migrate", "makemigrations", "check", "shell", "collectstatic", "createsuperuser"}
    assert [path.name for path in scripts if not path.exists()] == []
    assert commands <= known


def test_the_folders_of_the_table_exist_and_none_is_forgotten():
    named = set()
    for row in table_after("README.md", "How the repository is laid out"):
        named |= {cell.rstrip("/") for cell in code_in(row[0])}
    stored = {path.relative_to(ROOT).parts[0] for path in tracked() if path.parent != ROOT}
    assert named == {folder for folder in stored if not folder.startswith(".")}


# -- accounts, roles, settings --------------------------------------------------------------------


def roles_and_places(account: dict) -> tuple[set[str], set[str]]:
    """The Chinese words for an account's roles, and the codes of its places."""
    grants = account["grants"]
    return {Role(g["role"]).label for g in grants}, {g["scope"] for g in grants}


def test_the_demo_accounts_are_those_of_the_data():
    data = tomllib.loads(text_of("demo/data/accounts.toml"))["accounts"]
    rows = {code_in(row[0])[0]: row[1:] for row in table_after("README.md", "Demo accounts")}
    assert list(rows) == [account["username"] for account in data]
    places = text_of("demo/data/xingyang_divisions.csv")
    for account in data:
        role, sees = rows[account["username"]]
        words, codes = roles_and_places(account)
        assert set(re.match(r"[一-龥、]+", role).group().split("、")) == words
        lines = {WorkLine(grant["line"]).label for grant in account["grants"] if "line" in grant}
        assert all(line in sees for line in lines)
        for code in codes - {"410182"}:
            assert f"{code.ljust(12, '0')},{sees}" in places, account["username"]


def test_the_table_of_roles_is_the_one_in_code():
    rows = table_after("README.md", "Roles")
    told = {
        row[0].split()[0]: {verb for verb, cell in zip(Verb.values, row[1:], strict=True) if cell}
        for row in rows
    }
    assert told == {str(role): set(verbs) for role, verbs in ROLE_VERBS.items()}


def variables_of_settings() -> set[str]:
    """The names that settings.py asks the environment for."""
    names = set()
    for node in ast.walk(ast.parse(text_of("campaign/settings.py"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] == "env":
            names.add(ast.literal_eval(node.args[0]))
    return names


def test_the_configuration_table_is_what_settings_read():
    told = [code_in(row[0])[0] for row in table_after("README.md", "Configuration")]
    assert sorted(told) == sorted(variables_of_settings())


def test_the_variables_of_the_scripts_are_read_by_them():
    told = {code_in(row[0])[0] for row in table_after("README.md", "Two commands")}
    source = "".join(path.read_text("utf-8") for path in tracked("script"))
    assert [name for name in told if not re.search(rf"\b{name}\b", source)] == []
    heads = text_of("script/server") + text_of("script/test")
    assert (
        set(re.findall(r"^#   ([A-Z_]+)  ", heads, flags=re.M)) - {"TEST_DATABASE_SUFFIX"} <= told
    )


# -- the glossary ---------------------------------------------------------------------------------


def glossary() -> list[str]:
    identifiers = []
    for line in text_of("docs/glossary.md").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and code_in(cells[2]):
            identifiers += code_in(cells[2])
    return identifiers


def unknown(identifier: str) -> str:
    """Why `Model`, `Model.field` or `Model.field=value` is not in the code, or ""."""
    name, _, rest = identifier.partition(".")
    field, _, value = rest.partition("=")
    models = [model for model in apps.get_models() if model.__name__ == name]
    if not models:
        return "no such model"
    if not field:
        return ""
    try:
        choices = dict(models[0]._meta.get_field(field).flatchoices or ())
    except FieldDoesNotExist:
        return "no such field"
    return "no such value" if value and value not in choices else ""


def test_every_identifier_of_the_glossary_is_in_the_models():
    identifiers = glossary()
    assert len(identifiers) > 100
    assert {name: unknown(name) for name in identifiers if unknown(name)} == {}


# -- examples that can be run ---------------------------------------------------------------------


def test_the_example_of_a_list_of_divisions_works(db, tmp_path):
    from django.core.management import call_command

    from orgs.models import Division

    example = re.search(r"```\n +(code,.*?)```", text_of("docs/howto/divisions.md"), re.S).group(1)
    upper = "410000000000,示例省,province,\n410100000000,示例市,prefecture,410000000000\n"
    (tmp_path / "divisions.csv").write_text(
        "\n".join(map(str.strip, example.strip().splitlines())) + "\n" + upper, encoding="utf-8"
    )
    call_command("import_divisions", str(tmp_path / "divisions.csv"), stdout=io.StringIO())
    assert set(Division.objects.values_list("code", "parent_id")) == {
        ("41", None),
        ("4101", "41"),
        ("410182", "4101"),
        ("410182001", "410182"),
        ("410182001001", "410182001"),
    }
