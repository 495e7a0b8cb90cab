"""The parts of the set-up scripts, each by itself."""

import io
import os
import signal
import stat
import subprocess
import sys

import pytest
from standup import binaries, database, environment, place, postmaster, serve, testrun, web
from standup.account import Account
from standup.binaries import Binaries
from standup.cluster import Cluster
from standup.home import Home
from standup.locks import Held, Lock
from standup.say import Failure, tail

HERE = Account("me", os.geteuid(), os.getegid(), switch=False)


@pytest.fixture
def home(tmp_path):
    """A PORTAL_HOME with a space and Chinese in its path."""
    home = Home(tmp_path / "我的 home", root=tmp_path)
    home.prepare()
    return home


def programs(major):
    """A set of programs that is only talked about."""
    return Binaries(folder=os.path, version=f"{major}.1", embedded=False)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class TestHome:
    def test_keeps_a_secret_for_its_owner_only(self, home):
        first = home.secret("secret-key")
        assert len(first) >= 50
        assert home.secret("secret-key") == first
        assert mode(home.path / "secret-key") == 0o600

    def test_makes_an_emptied_secret_anew(self, home):
        (home.path / "secret-key").write_text("\n")
        assert home.secret("secret-key")

    def test_leaves_a_folder_alone_that_is_not_its_own(self, tmp_path):
        folder = tmp_path / "documents"
        folder.mkdir(mode=0o700)
        (folder / "letter").write_text("mine")
        Home(folder).prepare()
        assert mode(folder) == 0o700

    def test_says_what_is_wrong_with_an_impossible_folder(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(Failure, match="Choose another with PORTAL_HOME"):
            Home(tmp_path / "file").prepare()


class TestLock:
    def test_the_second_is_told_what_the_first_has_noted(self, tmp_path):
        first = Lock(tmp_path / "lock").acquire()
        first.write("at http://127.0.0.1:8000/")
        with pytest.raises(Held, match="at http"):
            Lock(tmp_path / "lock").acquire(wait=False)
        first.release()
        Lock(tmp_path / "lock").acquire(wait=False).release()

    def test_shared_ones_keep_only_an_exclusive_one_out(self, tmp_path):
        one = Lock(tmp_path / "lock").acquire(shared=True)
        two = Lock(tmp_path / "lock").acquire(shared=True)
        one.release()
        with pytest.raises(Held):
            Lock(tmp_path / "lock").acquire(wait=False)
        two.release()

    def test_ends_with_its_process_even_when_that_left_children(self, tmp_path):
        script = (
            "import pathlib, subprocess, sys; sys.path.insert(0, sys.argv[1]);"
            "from standup.locks import Lock; Lock(pathlib.Path(sys.argv[2])).acquire();"
            "print(subprocess.Popen(['sleep', '30'], stdout=-3, stderr=-3).pid)"
        )
        lib = os.path.dirname(os.path.dirname(database.__file__))
        command = [sys.executable, "-c", script, lib, str(tmp_path / "lock")]
        child = int(subprocess.run(command, capture_output=True, check=True).stdout)
        try:
            Lock(tmp_path / "lock").acquire(wait=False).release()
        finally:
            os.kill(child, signal.SIGKILL)


class TestPostmaster:
    def test_a_number_of_another_program_is_stale(self, tmp_path):
        other = subprocess.Popen(["sleep", "30"])
        try:
            (tmp_path / "postmaster.pid").write_text(f"{other.pid}\n{tmp_path}\n")
            assert postmaster.running(tmp_path) is None
            assert postmaster.stale(tmp_path)
        finally:
            other.kill()
            other.wait()

    @pytest.mark.parametrize("text", ["", "x\n", "999999999\n"])
    def test_so_is_one_of_nobody(self, tmp_path, text):
        (tmp_path / "postmaster.pid").write_text(text)
        assert postmaster.running(tmp_path) is None
        assert postmaster.stale(tmp_path)

    def test_a_server_is_known_by_its_working_folder_under_any_name(self, tmp_path):
        # bash's exec -a: a process that calls itself postgres and works in the data folder.
        server = subprocess.Popen(["bash", "-c", "exec -a postgres sleep 30"], cwd=tmp_path)
        try:
            while b"postgres" not in postmaster.command_line(server.pid)[:1]:
                pass
            (tmp_path / "postmaster.pid").write_text(f"{server.pid}\n/elsewhere\n")
            assert postmaster.running(tmp_path) == server.pid
            assert not postmaster.stale(tmp_path)
            assert postmaster.stop(tmp_path)
            assert not postmaster.command_line(server.pid)
        finally:
            server.kill()
            server.wait()


class TestChoice:
    def test_the_newest_is_taken_for_a_new_database(self, tmp_path):
        assert database._pick([programs(17), programs(15)], tmp_path, "pg").major == 17

    def test_an_older_data_folder_keeps_its_version(self, tmp_path):
        (tmp_path / "pg15" / "data").mkdir(parents=True)
        assert database._pick([programs(17), programs(15)], tmp_path, "pg").major == 15
        assert database._pick([programs(17), programs(15)], tmp_path, "test-pg").major == 17

    def test_a_data_folder_that_nothing_here_can_read_is_named(self, tmp_path, capsys):
        (tmp_path / "pg18" / "data").mkdir(parents=True)
        assert database._pick([programs(15)], tmp_path, "pg").major == 15
        assert "pg18" in capsys.readouterr().out

    def test_an_unknown_wish_is_refused(self, monkeypatch):
        monkeypatch.setenv("PORTAL_POSTGRES", "mysql")
        with pytest.raises(Failure, match="auto, system, embedded"):
            binaries.choice()

    def test_a_folder_without_all_programs_is_no_set(self, tmp_path):
        (tmp_path / "postgres").write_text("#!/bin/sh\n")
        assert binaries.read_set(tmp_path) is None


class TestPlace:
    class Locked(Account):
        """An account that cannot enter the home, as `nobody` below a folder of root's."""

        def can_enter(self, folder):
            return "home" not in folder.name

    locked = Locked("nobody", os.geteuid(), os.getegid(), switch=False)

    def test_is_the_home_where_that_can_be_entered(self, home):
        assert place.server_place(home, HERE) == home.path

    def test_is_outside_where_it_cannot_and_stays_there(self, home, tmp_path):
        outside = tmp_path / "lib"
        outside.mkdir()
        found = place.server_place(home, self.locked, (outside,))
        assert found.parent == outside
        assert place.server_place(home, self.locked, (outside,)) == found

    def test_a_home_made_anew_does_not_inherit_the_old_database(self, home, tmp_path):
        outside = tmp_path / "lib"
        outside.mkdir()
        found = place.server_place(home, self.locked, (outside,))
        (found / "pg15").mkdir()
        (home.path / place.POINTER).unlink()
        again = place.server_place(home, self.locked, (outside,))
        assert not (again / "pg15").exists()
        assert (again.with_name(again.name + ".old") / "pg15").exists()


class TestCluster:
    def test_a_long_path_gets_its_socket_elsewhere(self, tmp_path):
        cluster = Cluster(tmp_path / ("长" * 40), programs(15), HERE, tmp_path / "log")
        folder = cluster._own_socket_folder()
        assert len(os.fsencode(folder / ".s.PGSQL.5432")) <= 107

    def test_the_address_survives_spaces_and_chinese(self, tmp_path):
        import environ

        folder = tmp_path / "我 +%"
        folder.mkdir()
        (folder / "password").write_text("s3cr-_et\n")
        cluster = Cluster(folder, programs(15), HERE, tmp_path / "log")
        cluster._own_socket_folder = lambda: folder / "socket"
        read = environ.Env.db_url_config(cluster.url())
        assert read["OPTIONS"]["host"] == str(folder / "socket")
        assert (read["USER"], read["PASSWORD"], read["NAME"]) == ("portal", "s3cr-_et", "portal")


class TestEnvironment:
    def test_keeps_what_the_user_has_set_and_drops_what_misleads(self, home, monkeypatch):
        for name in ("DATABASE_URL", "SECRET_KEY", "DEMO", "DEMO_PASSWORD"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("ALLOWED_HOSTS", "example.org")
        monkeypatch.setenv("PGSERVICE", "elsewhere")
        monkeypatch.setenv("PYTHONPATH", "/elsewhere")
        made = environment.portal_environment(home, "postgresql:///x")
        assert made["ALLOWED_HOSTS"] == "example.org"
        assert made["DEMO"] == "1"
        assert made["DEMO_PASSWORD"] == home.secret("demo-password")
        assert not {"PGSERVICE", "PYTHONPATH"} & set(made)

    def test_production_gets_no_demo_password(self, home, monkeypatch):
        monkeypatch.setenv("DEMO", "0")
        monkeypatch.delenv("DEMO_PASSWORD", raising=False)
        assert "DEMO_PASSWORD" not in environment.portal_environment(home, "postgresql:///x")

    @pytest.mark.parametrize("text", ["http", "0", "65536", "-1", "80.5", "８０"])
    def test_a_wrong_port_is_refused(self, monkeypatch, text):
        monkeypatch.setenv("PORT", text)
        with pytest.raises(Failure, match="PORT"):
            web.port_from_environment()

    def test_runs_at_once_get_databases_of_their_own(self, home, monkeypatch):
        monkeypatch.delenv("TEST_DATABASE_SUFFIX", raising=False)
        (one, first), (two, second) = testrun._slot(home), testrun._slot(home)
        assert first != second
        one.release()
        assert testrun._slot(home)[1] == first
        two.release()

    @pytest.mark.parametrize("given", [[], ["--all"], ["--create-db"]])
    def test_no_test_named_means_all_of_them(self, monkeypatch, given):
        monkeypatch.delenv("CI", raising=False)
        assert testrun._completed(given) == [*testrun._everything(), *given]

    def test_a_named_test_runs_by_itself_and_in_ci_on_a_new_database(self, monkeypatch):
        monkeypatch.delenv("CI", raising=False)
        assert testrun._completed(["tests/orgs", "--all"]) == ["tests/orgs", "--all"]
        monkeypatch.setenv("CI", "true")
        assert testrun._completed(["tests/orgs"]) == ["tests/orgs", "--create-db"]

    def test_a_database_that_is_refused_ends_the_start_with_one_sentence(self, capsys):
        with pytest.raises(Failure, match="^made by another version$"):
            serve._hear(io.StringIO("== refused == made by another version\nmore\n"))
        assert capsys.readouterr().out == ""

    def test_the_tail_of_a_log_names_the_log(self, tmp_path):
        (tmp_path / "web.log").write_text("one\ntwo\n")
        assert str(tmp_path / "web.log") in tail(tmp_path / "web.log", 1)
        assert "one" not in tail(tmp_path / "web.log", 1)
        assert "no log file" in tail(tmp_path / "none")
