"""A real PostgreSQL server through its life: made, killed, recovered, stopped."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import psycopg2
import pytest
from standup import binaries, postmaster
from standup.account import server_account
from standup.cluster import Cluster
from standup.home import ROOT


@pytest.fixture
def cluster():
    """A server of its own, in a folder that `nobody` can reach."""
    account = server_account()
    found = binaries.system_binaries(account) or [
        one
        for one in binaries.embedded_binaries(ROOT / ".venv")
        if account.can_run(one.folder / "postgres")
    ]
    if not found:
        pytest.skip("no PostgreSQL programs here that the server's account can run")
    folder = Path(tempfile.mkdtemp(prefix="portal-test-"))
    os.chmod(folder, 0o711)  # noqa: S103 (nobody has to pass through)
    cluster = Cluster(folder / "pg 数据", found[0], account, folder / "pg.log")
    yield cluster
    cluster.stop()
    shutil.rmtree(folder, ignore_errors=True)


def ask(url, sql):
    connection = psycopg2.connect(url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone() if cursor.description else None
    finally:
        connection.close()


def test_survives_a_kill_and_starts_again_where_it_was(cluster):
    url = cluster.ensure_running()
    assert ask(url, "select current_user, current_database()") == ("portal", "portal")
    assert ask(url, "show server_encoding") == ("UTF8",)
    assert ask(url, "select usesuper from pg_user where usename = current_user") == (False,)
    ask(url, "create table kept as select '荥阳' as name")

    # A second start finds the running one.
    pid = postmaster.running(cluster.data)
    assert cluster.ensure_running() == url
    assert postmaster.running(cluster.data) == pid

    os.kill(pid, signal.SIGKILL)
    assert postmaster.gone(pid, cluster.data, 10)
    assert cluster.ensure_running() == url
    assert ask(url, "select name from kept") == ("荥阳",)

    cluster.stop()
    assert not cluster.running()
    with pytest.raises(psycopg2.OperationalError):
        ask(url, "select 1")


def test_is_kept_only_as_long_as_that_very_run_lasts(cluster):
    cluster.ensure_running()
    assert not cluster.kept()
    cluster.keep(True)
    assert cluster.kept()
    cluster.stop()
    cluster.ensure_running()
    assert not cluster.kept()


def test_a_start_killed_while_making_the_data_folder_is_repeated(cluster):
    (cluster.folder / "data.new").mkdir(parents=True)
    (cluster.folder / "data.new" / "PG_VERSION").write_text("15")
    url = cluster.ensure_running()
    assert ask(url, "select 1") == (1,)
    assert not (cluster.folder / "data.new").exists()
