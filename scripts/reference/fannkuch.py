"""Truth of every fannkuch workload, computed by NumPy for all permutations of a slice at once.

The index of a permutation is a number in the factorial number system. Its digits, the highest first, say by how
much the first n, n - 1, ... 2 elements of 0, 1, 2, ... are rotated. The checksum is the sum of all flips, taken
negative at odd indices. It must be the published one where one is published, and the most flips those of OEIS A000375.

python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python scripts/reference/fannkuch.py
"""

from math import factorial

import numpy

# Checksum and most flips as the Computer Language Benchmarks Game publishes them.
PUBLISHED = {7: (228, 16), 10: (73196, 38), 11: (556355, 51)}
# OEIS A000375, "Topswops": the most flips for 4, 5, ... elements.
MOST = {4: 4, 5: 7, 6: 10, 7: 16, 8: 22, 9: 30, 10: 38, 11: 51, 12: 65}
SLICE = 500_000


def permutations(size: int, indices: numpy.ndarray) -> numpy.ndarray:
    """One permutation per row."""
    rows = numpy.tile(numpy.arange(size, dtype=numpy.int8), (len(indices), 1))
    rest = indices
    for length in range(size, 1, -1):
        digit, rest = numpy.divmod(rest, factorial(length - 1))
        source = (numpy.arange(length) + digit[:, None]) % length
        rows[:, :length] = numpy.take_along_axis(rows[:, :length], source, axis=1)
    return rows


def flips(rows: numpy.ndarray) -> numpy.ndarray:
    """How often the first x + 1 elements of a row can be reversed, x being its first element, until x is 0."""
    counts = numpy.zeros(len(rows), dtype=numpy.int64)
    columns = numpy.arange(rows.shape[1])
    active = numpy.arange(len(rows))
    while True:
        going = rows[:, 0] != 0
        rows, active = rows[going], active[going]
        if not len(rows):
            return counts
        first = rows[:, :1].astype(numpy.int64)
        rows = numpy.take_along_axis(rows, numpy.where(columns <= first, first - columns, columns), axis=1)
        counts[active] += 1


def answer(size: int) -> tuple[int, int]:
    """Checksum and most flips."""
    checksum = most = 0
    for start in range(0, factorial(size), SLICE):
        indices = numpy.arange(start, min(start + SLICE, factorial(size)))
        counts = flips(permutations(size, indices))
        checksum += int(numpy.sum(numpy.where(indices % 2 == 0, counts, -counts)))
        most = max(most, int(counts.max()))
    return checksum, most


print(f"numpy {numpy.__version__}")
for size in range(4, 12):
    checksum, most = answer(size)
    if most != MOST[size] or (checksum, most) != PUBLISHED.get(size, (checksum, most)):
        raise SystemExit(f"{size}: {checksum} {most} is not what is published")
    print(f"{size} {checksum} {most}{' (as published)' if size in PUBLISHED else ''}", flush=True)
