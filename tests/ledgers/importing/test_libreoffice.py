"""Working copies of the demo county that LibreOffice has opened and saved come back as they were meant.

Offices without Excel use it or what descends from it; it rewrites styles, dates and hidden sheets.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from taken_copies import assert_ten_changes, edit_ten, read, saved, taken

from orgs.imports.permitted import KINDS

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    not SOFFICE, reason="LibreOffice is not installed: no soffice on the PATH"
)
SECONDS = 180


def resaved(tmp_path: Path, **files: bytes) -> dict[str, bytes]:
    """The workbooks as LibreOffice opens and saves them, with a profile of its own."""
    out = tmp_path / "out"
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(content)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", out, *paths],
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
    found = {name: (out / f"{name}.xlsx").read_bytes() for name in files}
    assert all(found[name] != files[name] for name in files)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_saved_by_libreoffice(demo, kind, tmp_path):
    copy, edited = taken(kind, demo["orgdept"]), []
    typed = saved(copy, lambda sheet: edited.extend(edit_ten(sheet, kind)))
    files = resaved(tmp_path, untouched=copy, edited=typed)

    outcome = read(kind, files["untouched"])
    assert outcome.counts["unchanged"] == len(outcome.records) > 0
    assert_ten_changes(read(kind, files["edited"]), kind, edited)

    # Typed into the file after LibreOffice had rewritten it.
    again = saved(files["untouched"], lambda sheet: edit_ten(sheet, kind))
    assert_ten_changes(read(kind, again), kind, edited)
