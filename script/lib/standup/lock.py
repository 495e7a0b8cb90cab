"""script/lock: writes requirements/*.txt anew, pinned and hashed, naming no address.

Done by uv in a throw-away environment: it knows the hashes of every platform's files, and reads
nothing of pip's configuration, so that neither a constraint nor a folder of this machine gets in.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from .home import ROOT
from .say import Failure, say
from .venv import environment

HEADER = """\
# Made by script/lock from pyproject.toml: do not edit. Install with
#   pip install --require-hashes -r requirements/{name}.txt
"""
UNWANTED = re.compile(r"://|--index|--extra-index|--find-links|--trusted|@ file|^-[eifc]", re.M)


def main(arguments: list[str]) -> int:
    """Write all lock files; `arguments` go to `uv pip compile`."""
    with tempfile.TemporaryDirectory(prefix="portal-lock-") as folder:
        uv = _install_uv(Path(folder))
        # dev holds base: it is solved first, and base then takes over its versions.
        dev = _compile(uv, "dev", ["pyproject.toml", "--extra", "dev"], arguments)
        constraint = Path(folder) / "dev.txt"
        constraint.write_text(dev)
        same = [*arguments, "--constraint", str(constraint)]
        base = _compile(uv, "base", ["pyproject.toml"], same)
        only = Path(folder) / "embedded.in"
        only.write_text(_embedded_input())
        embedded = _compile(uv, "embedded", [str(only)], arguments)
    for name, text in (("base", base), ("dev", dev), ("embedded", embedded)):
        text = HEADER.format(name=name) + text
        check(name, text)
        (ROOT / "requirements" / f"{name}.txt").write_text(text)
        say(f"requirements/{name}.txt: {len(re.findall(r'(?m)^[a-z0-9]', text))} packages")
    return 0


def check(name: str, text: str) -> None:
    """Refuse a lock file that names an address or a local path, or pins without a hash."""
    found = UNWANTED.search(text)
    if found:
        line = text[: found.start()].count("\n") + 1
        raise Failure(f"requirements/{name}.txt, line {line} names an address or a path")
    for entry in re.split(r"(?m)^(?=[a-z0-9])", text)[1:]:
        if "==" not in entry.split("\n")[0] or "--hash=sha256:" not in entry:
            raise Failure(f"requirements/{name}.txt: not pinned and hashed: {entry.split()[0]}")


def _install_uv(folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "venv", folder / "tools"], check=True)
    pip = [folder / "tools" / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"]
    if subprocess.run(pip, env=environment()).returncode:
        raise Failure("cannot install uv, which computes the lock files")
    return folder / "tools" / "bin" / "uv"


def _compile(uv: Path, name: str, inputs: list[str], arguments: list[str]) -> str:
    # Versions in the present file are kept unless asked otherwise: uv reads them from its output.
    kept = ROOT / "requirements" / f"{name}.txt"
    output = uv.parents[2] / f"{name}.out"
    output.write_text(kept.read_text() if kept.exists() else "")
    command = [
        *(str(uv), "pip", "compile", *inputs, "--output-file", str(output)),
        *("--quiet", "--no-config", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-emit-find-links"),
        *arguments,
    ]
    settings = {k: v for k, v in environment().items() if not k.startswith(("UV_", "PIP_"))}
    # The certificates that pip is told of on this machine serve uv as well.
    if os.environ.get("PIP_CERT"):
        settings.setdefault("SSL_CERT_FILE", os.environ["PIP_CERT"])
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True)
    if done.returncode:
        raise Failure(f"no solution for requirements/{name}.txt:\n{done.stderr.strip()}")
    return output.read_text()


def _embedded_input() -> str:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return "\n".join(project["optional-dependencies"]["embedded"]) + "\n"
