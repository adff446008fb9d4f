# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The house rules that no other tool checks: licence headers, lock files, rooms, interface texts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Written so that this file does not name one itself.
REGISTRY_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "deb." + "debian")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-coz", "--exclude-standard"],
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode:
        pytest.skip("the files are not in a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_every_source_file_says_whose_it_is_and_under_which_licence() -> None:
    bare = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path.suffix == ".py" and "SPDX-License-Identifier: EUPL-1.2" not in path.read_text("utf-8")[:200]
    ]
    assert bare == []


def test_no_file_names_a_package_registry() -> None:
    named = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if any(host.encode() in path.read_bytes() for host in REGISTRY_HOSTS)
    ]
    assert named == []


@pytest.mark.parametrize("name", ["run", "dev", "setup", "bench"])
def test_a_lock_file_holds_a_hash_for_every_package_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    packages = re.findall(r"^[a-z0-9][\w.\-\[\]]*==", text, re.MULTILINE | re.IGNORECASE)
    assert len(packages) == len(re.findall(r"==[^\\]*\\\n\s+--hash=sha256:", text))
    assert packages
    assert "://" not in text


def test_the_import_contract_holds_and_places_every_package() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_text_of_the_interface_is_translated_and_compiled() -> None:
    script = ROOT / "scripts" / "messages.py"
    result = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = ("numpy", "scipy", "django", "typer", "yaml", "msgspec")
    code = f"import sys, baken; print([m for m in {heavy!r} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
