"""Truth of every word-count workload, computed by Python's bytes.split, with coreutils' wc -w as a second witness.

Both part words at ASCII white space. wc also does at other spaces of the locale, and takes unprintable characters for no
word; the generated text has neither. It is asked once for all strings together, with a space between any two.
The examples in vectors.json come out as well.

python3 scripts/reference/word-count.py [WORKLOAD...]
"""

import array
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = json.loads((ROOT / "packages/kernels/src/word-count/vectors.json").read_text())["examples"]


def inputs(workload: str) -> list[bytes]:
    """The strings in UTF-8, as Crossover generates them."""
    script = Path(__file__).with_name("write-inputs.ts")
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", "--conditions=source", str(script), "word-count", workload, folder]
        subprocess.run(command, check=True, capture_output=True)
        text = (Path(folder) / "text.bin").read_bytes()
        boundaries = array.array("I", (Path(folder) / "boundaries.bin").read_bytes()).tolist()
    strings = [text[start:end] for start, end in zip(boundaries, boundaries[1:])]
    for string in strings:
        string.decode()
    return strings


def by_wc(text: bytes) -> int:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return int(subprocess.run(["wc", "-w"], input=text, env=environment, check=True, capture_output=True).stdout)


for example in EXAMPLES:
    if len(example["text"].encode().split()) != example["words"]:
        raise SystemExit(f"{example['text']!r}: not {example['words']} words")
version = subprocess.run(["wc", "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
print(f"Python {platform.python_version()}, {version}")
for workload in sys.argv[1:] or ["smoke", "small", "medium", "large"]:
    strings = inputs(workload)
    counts = [len(string.split()) for string in strings]
    if (witness := by_wc(b" ".join(strings))) != sum(counts):
        raise SystemExit(f"{workload}: {sum(counts)} words by Python, {witness} by wc")
    lines = "".join(f"{count}\n" for count in counts)
    print(f"{workload} {sum(counts)} md5:{hashlib.md5(lines.encode()).hexdigest()}", flush=True)
