"""Truth of every levenshtein workload, computed by RapidFuzz.

RapidFuzz keeps the columns of the matrix as bits of a word (Hyyrö 2003), which none of Crossover's lanes does.
The pairs that come first must have the distances that textbooks give.

python3 -m venv venv && venv/bin/pip install rapidfuzz==3.14.6
venv/bin/python scripts/reference/levenshtein.py [WORKLOAD...]
"""

import array
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import rapidfuzz
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[2]
TEXTBOOK = json.loads((ROOT / "packages/kernels/src/levenshtein/vectors.json").read_text())["pairs"]


def inputs(workload: str) -> list[list[list[int]]]:
    """The left strings and the right strings, as lists of code units, as Crossover generates them."""
    script = Path(__file__).with_name("write-inputs.ts")
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", "--conditions=source", str(script), "levenshtein", workload, folder]
        subprocess.run(command, check=True, capture_output=True)
        return [strings(Path(folder), side) for side in ("left", "right")]


def strings(folder: Path, side: str) -> list[list[int]]:
    units = array.array("I", (folder / f"{side}s.bin").read_bytes()).tolist()
    boundaries = array.array("I", (folder / f"{side}Boundaries.bin").read_bytes()).tolist()
    return [units[start:end] for start, end in zip(boundaries, boundaries[1:])]


print(f"rapidfuzz {rapidfuzz.__version__}")
for workload in sys.argv[1:] or ["smoke", "small", "medium", "large"]:
    lefts, rights = inputs(workload)
    distances = [Levenshtein.distance(left, right) for left, right in zip(lefts, rights)]
    for pair, left, right, distance in zip(TEXTBOOK, lefts, rights, distances):
        if ([ord(c) for c in pair["left"]], [ord(c) for c in pair["right"]]) != (left, right):
            raise SystemExit(f"{workload}: does not begin with the textbooks' pairs")
        if distance != pair["distance"]:
            raise SystemExit(f"{workload}: {pair['left']}, {pair['right']}: {distance} is not what is published")
    lines = "".join(f"{distance}\n" for distance in distances)
    print(f"{workload} {sum(distances)} md5:{hashlib.md5(lines.encode()).hexdigest()}", flush=True)
