"""What is handed out is what is in the repository: nothing of the packages forgotten, nothing else smuggled in."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tests import peers

ROOT = Path(__file__).resolve().parents[3]


def test_the_wheel_holds_the_two_packages_and_nothing_else(tmp_path: Path) -> None:
    ours = {name.removeprefix("src/") for name in peers.tracked("src", "projections")}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("review_ledger-*-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
        told = {name.partition(".dist-info/")[2] for name in archive.namelist() if ".dist-info/" in name}
    assert ours <= inside
    assert {name.partition("/")[0] for name in inside} == {"ledger", "projections"}
    assert {"ledger/py.typed", "projections/py.typed"} <= inside
    assert {"entry_points.txt", "licenses/LICENSE"} <= told
