"""Truth of every binary-trees workload by the closed form: a tree of depth d has 2^(d + 1) - 1 nodes.

python3 scripts/reference/binary-trees.py [WORKLOAD...]
"""

import array
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path


def depths(workload: str) -> bytes:
    """Depth of every tree as Crossover generates it."""
    script = Path(__file__).with_name("write-inputs.ts")
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", "--conditions=source", str(script), "binary-trees", workload, folder]
        subprocess.run(command, check=True, capture_output=True)
        return Path(folder, "depths.bin").read_bytes()


for workload in sys.argv[1:] or ["smoke", "small", "medium", "large"]:
    counts = array.array("I", (2 ** (depth + 1) - 1 for depth in depths(workload)))
    if counts.itemsize != 4:
        raise SystemExit("expected 4 bytes in an unsigned int")
    if sys.byteorder == "big":
        counts.byteswap()
    digest = hashlib.md5(counts.tobytes()).hexdigest()
    print(f"{workload} {len(counts)} trees: {sum(counts)} md5:{digest}")
