"""script/manage: manage.py with the environment and the database of script/server."""

import subprocess

from .database import given_url, own_cluster
from .environment import portal_environment
from .home import Home
from .say import progress_to_stderr
from .venv import Venv


def main(arguments: list[str]) -> int:
    """Run manage.py with `arguments`; `--test` in front takes the server of the tests."""
    progress_to_stderr()
    test = arguments[:1] == ["--test"]
    home = Home.from_environment()
    python = Venv(home).ensure("dev" if test else "base")
    cluster = None if given_url() else own_cluster(home, test=test)
    started = bool(cluster) and not cluster.running()
    url = cluster.ensure_running() if cluster else given_url()
    try:
        return subprocess.run(
            [str(python), "manage.py", *arguments[test:]],
            cwd=home.root,
            env=portal_environment(home, url),
        ).returncode
    finally:
        if started:
            cluster.stop()
