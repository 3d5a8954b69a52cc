"""Truth of every triad workload: the closed form, and NumPy's two sweeps as a second witness.

b(i) = i and c(i) = n - i. Two sweeps, d = b + 3 c and a = b + 3 d, give a = 4 b + 9 c = 9 n - 5 i: whole numbers below
2^53, so exact in any order. The digest is the md5 of the last vector as little-endian f64.

python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python scripts/reference/triad.py
"""

import hashlib

import numpy

LENGTHS = {"smoke": 50 * 1000, "small": 64 * 4096, "medium": 512 * 4096, "large": 4096 * 4096}

print(f"numpy {numpy.__version__}")
for name, n in LENGTHS.items():
    i = numpy.arange(n, dtype=numpy.int64)
    expected = (9 * n - 5 * i).astype("<f8")
    b, x = i.astype("<f8"), (n - i).astype("<f8")
    for _ in range(2):
        x = b + 3.0 * x
    if not numpy.array_equal(x, expected):
        raise SystemExit(f"{name}: NumPy does not agree")
    print(f"{name} {hashlib.md5(expected.tobytes()).hexdigest()}")
