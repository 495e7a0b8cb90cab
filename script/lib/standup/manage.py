"""script/manage: manage.py with the environment and the database of script/server."""

import signal
import subprocess

from .database import database
from .environment import portal_environment
from .home import Home
from .say import leave_ctrl_c_to_child, progress_to_stderr, stop_on_signals
from .venv import Venv


def main(arguments: list[str]) -> int:
    """Run manage.py with `arguments`; `--test` in front takes the server of the tests."""
    progress_to_stderr()
    test = arguments[:1] == ["--test"]
    home = Home.from_environment()
    python = Venv(home).ensure("dev" if test else "base")
    stop_on_signals([signal.SIGTERM, signal.SIGHUP])
    leave_ctrl_c_to_child()
    with database(home, test=test) as (url, _):
        return subprocess.run(
            [str(python), "manage.py", *arguments[test:]],
            cwd=home.root,
            env=portal_environment(home, url),
        ).returncode
