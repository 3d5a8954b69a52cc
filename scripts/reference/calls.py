"""Truth of every calls workload: each function returns i for the call with the number i.

So every output sums to n(n - 1)/2, and weighted by position, from 1 on, to (n^3 - n)/3: the closed forms, checked
against the sums themselves.

python3 scripts/reference/calls.py
"""

CALLS = {"smoke": 1000, "small": 4000, "medium": 4000, "large": 4000}

for name, n in CALLS.items():
    plain, weighted = n * (n - 1) // 2, (n**3 - n) // 3
    if plain != sum(range(n)) or weighted != sum(i * (i + 1) for i in range(n)):
        raise SystemExit(f"{name}: the closed form is wrong")
    print(name, " ".join([f"{plain}:{weighted}"] * 3))
