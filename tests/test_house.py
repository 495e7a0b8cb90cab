"""The house's own rules: floors, sizes, nothing foreign in what is committed."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["demo", "campaign", "volunteers", "projects", "courtyards", "orgs", "ledgers"]


def tracked(*patterns: str) -> list[Path]:
    """The files of the checkout that match, with untracked new ones, without ignored ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


def python_files() -> list[Path]:
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def test_imports_only_downward():
    command = [
        "import sys; sys.path.insert(0, 'script/lib')",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(
        [sys.executable, "-c", "; ".join(command)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_no_folder_holds_more_than_25_modules():
    """Of the floors; who looks for a file reads its folder's names."""
    modules = Counter(
        path.parent.relative_to(ROOT)
        for path in python_files()
        if path.relative_to(ROOT).parts[0] in FLOORS and path.name != "__init__.py"
    )
    assert not {str(folder): number for folder, number in modules.items() if number > 25}


def test_files_are_small():
    limits = [(path, 500 if "tests" in path.parts else 400) for path in python_files()]
    limits += [(path, 120) for path in tracked("templates/*.html")]
    long = {
        str(path.relative_to(ROOT)): lines
        for path, limit in limits
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > limit
    }
    assert not long


def test_templates_style_sheets_and_scripts_have_short_lines():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked("static/*.css", "static/*.js", "templates/*.html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert not long


def test_functions_are_small():
    long = {}
    for path in python_files():
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = node.end_lineno - node.lineno + 1
                if lines > 40:
                    long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert not long


def test_public_functions_of_services_and_access_have_docstrings():
    bare = []
    for path in python_files():
        if "tests" in path.parts or not re.search(
            r"services|access|figurekit|board|panels", str(path)
        ):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                bare.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert not bare


@pytest.mark.parametrize(
    "pattern",
    [
        r"<script>",
        r"<style[ >]",
        r" style=[\"']",
        r" on(click|change|submit|load|input)=",
        r"\|\s*safe\b",
        r"mark_safe",
    ],
)
def test_templates_keep_the_content_policy(pattern):
    found = [
        f"{path.relative_to(ROOT)}"
        for path in tracked("templates/*.html", "*/templates/*.html")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    ]
    assert not found


# A tag, what stands between two tags, an attribute with its value or with its value cut off.
MARKUP = re.compile(r"</?[a-z[]|>[^<>]*<|\w=[\"']|^ ?[a-z-]+=$")
READERS = {"count", "split", "rsplit", "partition", "index", "find", "search", "match", "findall"}
READERS |= {"fullmatch", "finditer", "sub", "compile", "startswith", "endswith", "removeprefix"}


def words_in(node: ast.AST) -> str:
    """A text written in the code, what is filled in shown as a star; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
        return node.value if isinstance(node.value, str) else node.value.decode("utf-8", "replace")
    if isinstance(node, ast.JoinedStr):
        return "".join(words_in(part) or "*" for part in node.values)
    return ""


def looked_for(tree: ast.AST):
    """Each text that the code looks for in another: `"…" in page`, `page.split("…")`, `re.…("…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            yield node.left
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in READERS:
            yield from node.args[:1]


def test_pages_in_tests_are_read_by_a_parser():
    """tests/pages.py asks a parsed page; nobody looks for tags or attributes in its text."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {words_in(node)}"
        for path in tracked("tests/*.py")
        if path not in (Path(__file__), ROOT / "tests/test_permissions.py")  # <int:pk> in addresses
        for node in looked_for(ast.parse(path.read_text(encoding="utf-8")))
        if MARKUP.search(words_in(node))
    ]
    assert not found


def test_nothing_unfinished_and_nothing_foreign():
    words = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError|^\s+\.\.\.$", re.M)
    found = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path != Path(__file__) and words.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_place_or_person_names_in_code():
    """Places live in data; the persons of the article live nowhere."""
    places = [
        line.split(",")[1].removesuffix("居委会").removesuffix("委会")
        for line in (ROOT / "demo/data/xingyang_divisions.csv").read_text("utf-8").splitlines()[1:]
    ]
    words = re.compile("|".join(map(re.escape, [place for place in places if len(place) > 2])))
    found = []
    for path in python_files():
        # The sample in tests is about names as such.
        if "tests" in path.parts:
            continue
        if match := words.search(path.read_text(encoding="utf-8")):
            found.append(f"{path.relative_to(ROOT)}: {match.group()}")
    assert not found


@pytest.mark.parametrize("floor", FLOORS)
def test_views_and_models_never_ask_for_now(floor):
    """What time it is, only ledgers/clock.py asks."""
    now = re.compile(r"timezone\.now\(\)|date\.today\(\)|datetime\.now\(|timezone\.localdate\(")
    found = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path.relative_to(ROOT).parts[0] == floor
        and path.name != "clock.py"
        and now.search(path.read_text(encoding="utf-8"))
    ]
    assert not found
