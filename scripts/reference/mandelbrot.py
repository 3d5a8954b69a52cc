"""Truth of every mandelbrot workload, and how many iterations it takes, computed by NumPy.

The images of 1000 and 4000 pixels must have the md5 that the Computer Language Benchmarks Game publishes.
Pixel (x, y) of an image of size n is the point (2x/n - 1.5, 2y/n - 1), each quotient correctly rounded, and
2(5x)/1000 and 2x/200 are the same quotient: so the image of size 200 is exactly every 5th pixel of that of
1000, and the image of 400 every 10th of that of 4000. No rounding of ours enters these two.

Iterations are those of all pixels together: of each as many as it takes until its orbit has left, else all 50.

python3 -m venv venv && venv/bin/pip install numpy==2.4.6 && venv/bin/python scripts/reference/mandelbrot.py
"""

import hashlib

import numpy

PUBLISHED = {1000: "9beadc69396d01081a98cf5dc057ce89", 4000: "9ef33c29e6913ffe3c5803ea97544851"}
ROWS_AT_ONCE = 50


def orbits(size: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Where the orbit stays within distance 2 for 50 iterations, and how many each pixel takes."""
    real = 2.0 * numpy.arange(size) / size - 1.5
    inside = numpy.empty((size, size), dtype=bool)
    iterations = numpy.zeros((size, size), dtype=numpy.uint8)
    for first in range(0, size, ROWS_AT_ONCE):
        imaginary = 2.0 * numpy.arange(first, first + ROWS_AT_ONCE) / size - 1.0
        c_re, c_im = numpy.meshgrid(real, imaginary)
        z_re = numpy.zeros_like(c_re)
        z_im = numpy.zeros_like(c_re)
        alive = numpy.ones(c_re.shape, dtype=bool)
        for _ in range(50):
            iterations[first : first + ROWS_AT_ONCE] += alive
            z_re, z_im = z_re * z_re - z_im * z_im + c_re, 2.0 * z_re * z_im + c_im
            alive &= z_re * z_re + z_im * z_im <= 4.0
            # Those that left stay at the origin, so that they do not overflow.
            z_re[~alive] = 0.0
            z_im[~alive] = 0.0
        inside[first : first + ROWS_AT_ONCE] = alive
    return inside, iterations


def digest(inside: numpy.ndarray) -> str:
    """md5 of the image as a PBM file."""
    size = len(inside)
    pbm = f"P4\n{size} {size}\n".encode() + numpy.packbits(inside, axis=1).tobytes()
    return hashlib.md5(pbm).hexdigest()


print(f"numpy {numpy.__version__}")
for size, small, every in ((1000, 200, 5), (4000, 400, 10)):
    whole, iterations = orbits(size)
    if digest(whole) != PUBLISHED[size]:
        raise SystemExit(f"size {size}: {digest(whole)} is not what is published")
    print(f"{small} {digest(whole[::every, ::every])} (every {every}th pixel of {size}), iterations {iterations[::every, ::every].sum()}")
    print(f"{size} {digest(whole)} (as published), iterations {iterations.sum()}")
