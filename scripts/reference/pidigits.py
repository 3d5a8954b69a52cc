"""Truth of every pidigits workload, from two programs by other people, which must agree: Debian's pi (which sums a
series with the CLN library), and mpmath.

apt-get install pi
python3 -m venv venv && venv/bin/pip install mpmath==1.3.0
venv/bin/python scripts/reference/pidigits.py
"""

import hashlib
import subprocess

import mpmath

# Digits in each workload, the 3 included.
WORKLOADS = {"smoke": 200, "small": 600, "medium": 2000, "large": 10_000}
# Beyond the digits that are compared, so that rounding stays out of them.
GUARD = 20


def by_pi(count: int) -> str:
    """The first digits, as Debian's pi writes them."""
    output = subprocess.run(["pi", str(count)], check=True, capture_output=True, text=True).stdout
    return output.strip().replace(".", "")


def by_mpmath(count: int) -> str:
    """The first digits, as mpmath rounds them far behind the last."""
    mpmath.mp.dps = count + GUARD
    return mpmath.nstr(+mpmath.pi, count + GUARD).replace(".", "")[:count]


print(f"mpmath {mpmath.__version__}")
for workload, count in WORKLOADS.items():
    digits = by_pi(count)
    if len(digits) != count or digits != by_mpmath(count):
        raise SystemExit(f"{workload}: the two programs disagree")
    print(f"{workload} {count} …{digits[-10:]} md5:{hashlib.md5(digits.encode()).hexdigest()}")
