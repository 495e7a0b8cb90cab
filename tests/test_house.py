"""The house's own rules: floors, sizes, nothing foreign in what is committed."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ["campaign", "volunteers", "projects", "courtyards", "orgs", "ledgers"]


def tracked(*patterns: str) -> list[Path]:
    """The files of the checkout that match, with untracked new ones, without ignored ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines() if (ROOT / line).is_file()]


def python_files() -> list[Path]:
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def test_imports_only_downward():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_files_are_small():
    limits = [(path, 500 if "tests" in path.parts else 300) for path in python_files()]
    limits += [(path, 120) for path in tracked("templates/*.html")]
    long = {
        str(path.relative_to(ROOT)): lines
        for path, limit in limits
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > limit
    }
    assert not long


def test_style_sheets_and_scripts_have_short_lines():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked("static/*.css", "static/*.js")
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
        for line in (ROOT / "campaign/demo/data/xingyang_divisions.csv")
        .read_text("utf-8")
        .splitlines()[1:]
    ]
    words = re.compile("|".join(map(re.escape, [place for place in places if len(place) > 2])))
    found = []
    for path in python_files():
        # The sample in tests and the local pinyin readings are about names as such.
        if "tests" in path.parts or path.name == "pinyin.py":
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
