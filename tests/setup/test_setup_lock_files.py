"""The lock files install anywhere: pinned, hashed, and without an address of any kind."""

import re
import tomllib
from pathlib import Path

import pytest
from standup import lock
from standup.say import Failure

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("base", "dev", "embedded")


def locked(name):
    """The versions in one lock file, by package."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==([^\s;\\]+)", text))


def wanted(*extras):
    """The names that pyproject.toml asks for, in the spelling of the lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = [] if extras == ("embedded",) else list(project["dependencies"])
    for extra in extras:
        entries += project["optional-dependencies"][extra]
    names = (re.match(r"[A-Za-z0-9._-]+", entry).group() for entry in entries)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", NAMES)
def test_names_no_address_and_pins_everything_with_hashes(name):
    lock.check(name, (ROOT / "requirements" / f"{name}.txt").read_text())


@pytest.mark.parametrize(
    ("name", "extras"), [("base", []), ("dev", ["dev"]), ("embedded", ["embedded"])]
)
def test_holds_what_pyproject_asks_for(name, extras):
    missing = wanted(*extras) - set(locked(name))
    assert not missing, f"run script/lock: {missing}"


def test_dev_holds_base_in_the_same_versions():
    assert locked("base").items() <= locked("dev").items()


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "--extra-index-url=x",
        "--find-links wheels",
        "-e .",
        "django @ file:///tmp/django.whl",
        "django==5.2 # see https://example.org",
        "django==5.2",
        "django>=5 --hash=sha256:00",
    ],
)
def test_refuses_what_must_not_stand_there(line):
    with pytest.raises(Failure):
        lock.check("base", f"asgiref==3 \\\n    --hash=sha256:00\n{line}\n")
