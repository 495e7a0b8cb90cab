"""script/lint: the checks that developers and CI share."""

import secrets
import subprocess

from .database import database
from .environment import portal_environment
from .home import Home
from .say import Failure, say, stop_on_signals
from .venv import Venv

# Run through `python -c`: the script that pip makes breaks when the checkout is moved.
LINT_IMPORTS = (
    "import sys; sys.path.insert(0, 'script/lib');"
    "from importlinter.cli import lint_imports_command as run; run()"
)
# As in production, with values that exist nowhere. The database is the empty one of the tests.
PRODUCTION = {
    "DEMO": "0",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "example.org",
    "PORTAL_NOW": "",
    "CSRF_TRUSTED_ORIGINS": "https://example.org",
}
# A program that a package brings along beside the interpreter: run through `python -c` as well.
BESIDE = "import os, sys; run = os.path.join(os.path.dirname(sys.executable), sys.argv[1]); "
BESIDE += "os.execv(run, sys.argv[1:])"
STEPS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "style sheets and scripts": ["-c", BESIDE, "oxfmt", "--check", "static/css", "static/js"],
    "scripts": ["-c", BESIDE, "oxlint", "--deny-warnings", "static/js"],
    "import layers": ["-c", LINT_IMPORTS],
    "types": ["-m", "mypy"],
    "missing migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}


def main(arguments: list[str]) -> int:
    """Run all steps, or those named in `arguments`; 1 when one failed."""
    unknown = [name for name in arguments if name not in STEPS]
    if unknown:
        raise Failure(f"no step '{unknown[0]}'; there are: {', '.join(STEPS)}")
    stop_on_signals()
    home = Home.from_environment()
    python = Venv(home).ensure("dev")
    failed = []
    with database(home, test=True) as (url, _):
        environment = portal_environment(home, url) | PRODUCTION
        environment["SECRET_KEY"] = secrets.token_urlsafe(60)
        for name in arguments or STEPS:
            say(f"--- {name}")
            command = [str(python), *STEPS[name]]
            if subprocess.run(command, cwd=home.root, env=environment).returncode:
                failed.append(name)
    if failed:
        raise Failure(f"failed: {', '.join(failed)}")
    say("--- all lint steps passed")
    return 0
