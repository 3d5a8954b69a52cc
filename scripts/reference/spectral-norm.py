"""Truth of every spectral-norm workload, computed by NumPy from the matrix itself.

A(i, j) = 1 / ((i + j)(i + j + 1)/2 + i + 1). Ten rounds of the power method, v = A'A u, u = A'A v, from the
vector of ones; the norm is sqrt(u.v / v.v). NumPy multiplies with BLAS, in an order of its own, so components
differ from ours by rounding; `margin` is the least distance of one from where its third decimal would flip, in
units of its last binary digit at the size of the largest component.

python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python scripts/reference/spectral-norm.py
"""

import hashlib

import numpy

# Norms as the Computer Language Benchmarks Game publishes them.
PUBLISHED = {100: "1.274219991", 2000: "1.274224152", 5500: "1.274224153"}
SIZES = {"smoke": 100, "small": 350, "medium": 1000, "published": 2000, "large": 5500}


def matrix(size: int) -> numpy.ndarray:
    i, j = numpy.ogrid[0:size, 0:size]
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


print(f"numpy {numpy.__version__}")
for name, size in SIZES.items():
    a = matrix(size)
    u = numpy.ones(size)
    for _ in range(10):
        v = a.T @ (a @ u)
        u = a.T @ (a @ v)
    norm = f"{numpy.sqrt((u @ v) / (v @ v)):.9f}"
    if norm != PUBLISHED.get(size, norm):
        raise SystemExit(f"size {size}: {norm} is not what is published")
    components = numpy.concatenate([u, v])
    distance = numpy.abs(numpy.modf(components * 1000)[0] - 0.5).min() / 1000
    lines = "".join(f"{component:.3f}\n" for component in components)
    margin = distance / numpy.spacing(components.max())
    print(f"{name} {size} {norm} md5:{hashlib.md5(lines.encode()).hexdigest()} margin {margin:.0f}", flush=True)
