"""Truth of every matmul workload: the closed form of every element, and NumPy's own product as a second witness.

With a(i, k) = (i - k)(i + k)/n^2 = (i^2 - k^2)/n^2, and b the same matrix, the sum over k of a(i, k) b(k, j) is

    c(i, j) = ((i^2 + j^2) S2 - n i^2 j^2 - S4) / n^4,   S2 = sum of k^2, S4 = sum of k^4, for k = 0, ... n - 1.

The numerator is a whole number, computed exactly. The digest has every element in 1024ths, rounded to whole numbers. An
exact tie cannot occur as long as n^4 has fewer than 11 factors of 2; `margin` is the least distance of an element from one,
in units of the last binary digit of the largest element.

python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python scripts/reference/matmul.py
"""

import hashlib
from fractions import Fraction

import numpy

SIZES = {"smoke": 60, "small": 180, "medium": 380, "large": 1500}
# The middle element for n = 1500, as github.com/kostya/benchmarks prints it.
PUBLISHED = {1500: "-143.500167"}


def numerators(n: int) -> numpy.ndarray:
    """The exact elements times n^4."""
    squares = sum(k**2 for k in range(n))
    fourths = sum(k**4 for k in range(n))
    i2, j2 = (numpy.arange(n, dtype=numpy.int64) ** 2)[:, None], numpy.arange(n, dtype=numpy.int64) ** 2
    exact = (i2 + j2) * squares - n * i2 * j2 - fourths
    # No step on the way is larger than 2 n^5.
    if 2 * n**5 >= 2**63 or int(numpy.abs(exact).max()) * 1024 + n**4 >= 2**63:
        raise SystemExit(f"size {n}: 64 bits are too few")
    return exact


print(f"numpy {numpy.__version__}")
for name, n in SIZES.items():
    exact = numerators(n)
    # n^4 / 2 is whole, and no element is at a tie: this rounds to the nearest.
    rounded = (exact * 1024 + n**4 // 2) // n**4
    distance = numpy.abs((exact * 1024) % n**4 - n**4 // 2).min()
    i, k = numpy.ogrid[0:n, 0:n]
    a = ((i - k) * (i + k)) / n**2
    product = a @ a
    if not numpy.array_equal(numpy.rint(product * 1024), rounded):
        raise SystemExit(f"size {n}: NumPy does not agree")
    middle = f"{float(Fraction(int(exact[n // 2, n // 2]), n**4)):.6f}"
    if middle != PUBLISHED.get(n, middle):
        raise SystemExit(f"size {n}: {middle} is not what is published")
    margin = distance / n**4 / 1024 / numpy.spacing(numpy.abs(product).max())
    digest = hashlib.md5(rounded.astype("<i4").tobytes()).hexdigest()
    error = numpy.abs(product - exact / n**4).max() / numpy.spacing(numpy.abs(product).max())
    print(f"{name} {n} {middle} md5:{digest} margin {margin:.0f}, NumPy is off by at most {error:.1f}", flush=True)
