"""What the levers of a run give, from its folder alone: METHODOLOGY.md's formulas, by NumPy and SciPy.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1
    venv/bin/python scripts/reference/attribution.py results/reference

Prints JSON: for each kernel and subject the four factors with their intervals, and beside them those of Student's t,
which borrow no spread from other cells.
"""

import json
import math
import pathlib
import sys

import numpy
import scipy
from scipy import optimize, special, stats

PRIOR_FREEDOM = 3
STANDARD_MODES = ("single-thread", "worker-threads", "processes")
CONTRASTS = {
    "language": (1, -1, 0, 0),
    "parallel": (1, 0, -1, 0),
    "interaction": (-1, 1, 1, -1),
    "together": (1, 0, 0, -1),
}


def read(folder):
    lines = (folder / "trials.jsonl").read_text(encoding="utf8").splitlines()
    return json.loads((folder / "plan.json").read_text(encoding="utf8")), [json.loads(line) for line in lines]


def log_times(kernel, records):
    """ln(median sample) of every cell (twin 0) and twin (1) by block, of blocks that count."""
    own = {cell["id"] for cell in kernel["cells"]}
    blocks = [r for r in records if r["kind"] == "block"]
    blocks = [r for r in blocks if (r["kernel"], r["workload"]) == (kernel["kernel"], kernel["workload"])]
    set_aside = {r["replaces"] for r in blocks if "replaces" in r}
    rows = {}
    for trial in records:
        if trial["kind"] != "trial" or trial["cell"] not in own or trial["block"] in set_aside:
            continue
        row = rows.setdefault((trial["cell"], trial["twin"]), {})
        row.pop(trial["block"], None)
        if trial["status"] == "ok" and trial["digest"] == kernel["digest"]:
            row[trial["block"]] = math.log(numpy.median(trial["samplesNs"]))
    return {key: row for key, row in rows.items() if row}


def sums(rows, weights):
    """The weighted sum of some rows in every block that holds all of them."""
    common = set.intersection(*(set(rows[key]) for key in weights))
    return numpy.array([sum(w * rows[key][block] for key, w in weights.items()) for block in sorted(common)])


def pooled(rows, base):
    """The variance of a difference of two rows, of those with the base and of the others, with the pairs behind it."""
    keys = list(rows)
    if len(keys) < 3:
        return {}
    classes = {True: [], False: []}
    for i, first in enumerate(keys):
        for second in keys[i + 1 :]:
            values = sums(rows, {first: 1, second: -1})
            freedom = len(values) - 1
            variance = numpy.var(values, ddof=1) if freedom > 0 else 0
            if variance >= 1e-18:
                bias = special.digamma(freedom / 2) - math.log(freedom / 2)
                classes[base in (first[0], second[0])].append((first, second, freedom, math.log(variance) - bias))
    return {
        with_base: (
            [(first, second) for first, second, _, _ in pairs],
            math.exp(numpy.average([p[3] for p in pairs], weights=[p[2] for p in pairs])),
        )
        for with_base, pairs in classes.items()
        if pairs
    }


def moderated(rows, weights, pool, base):
    """Mean, standard error and degrees of freedom of a contrast."""
    values = sums(rows, weights)
    count, mean = len(values), float(numpy.mean(values))
    if count == 1:
        return mean, math.inf, 0
    own = numpy.var(values, ddof=1)
    keys = list(rows)
    parts = {True: 0.0, False: 0.0}
    named = list(weights.items())
    for i, (first, w) in enumerate(named):
        for second, v in named[i + 1 :]:
            parts[base in (first[0], second[0])] -= w * v
    form = numpy.zeros((len(keys), len(keys)))
    expected = 0.0
    for kind, part in parts.items():
        if part == 0:
            continue
        if kind not in pool:
            return mean, math.sqrt(own / count), count - 1
        pairs, variance = pool[kind]
        expected += part * variance
        for first, second in pairs:
            difference = numpy.zeros(len(keys))
            difference[keys.index(first)], difference[keys.index(second)] = 1, -1
            form += part / len(pairs) * numpy.outer(difference, difference)
    if expected <= 0:
        return mean, math.sqrt(own / count), count - 1
    freedom = count - 1
    share = freedom / (freedom + PRIOR_FREEDOM)
    w = numpy.array([weights.get(key, 0) for key in keys])
    form = share * numpy.outer(w, w) + (1 - share) * form
    variance = share * own + (1 - share) * expected
    alike = freedom * numpy.trace(form) ** 2 / numpy.trace(form @ form)
    return mean, math.sqrt(variance / count), min(freedom + PRIOR_FREEDOM, alike)


def level_at_looks(looks, overall=0.95):
    """Level of each look such that a mean over growing data stays within it at all of them (Pocock 1977)."""
    times = numpy.array(looks, dtype=float)
    correlation = numpy.sqrt(numpy.minimum.outer(times, times) / numpy.maximum.outer(times, times))
    normal = stats.multivariate_normal(cov=correlation, abseps=1e-9, releps=1e-9, maxpts=2_000_000, seed=1)
    edge = numpy.ones(len(looks))

    def excess(bound):
        return normal.cdf(bound * edge, lower_limit=-bound * edge) - overall

    bound = optimize.brentq(excess, 1.9, 4, xtol=1e-8) if len(looks) > 1 else stats.norm.ppf((1 + overall) / 2)
    return 1 - 2 * stats.norm.sf(bound)


def twins_inflation(kernels):
    """How much wider the twins make all intervals: the root mean square of their standard scores, at least 1."""
    scores = []
    for kernel, rows, pool, base in kernels:
        pair = [(kernel["twin"], 0), (kernel["twin"], 1)]
        if not all(key in rows for key in pair):
            continue
        mean, error, freedom = moderated(rows, dict(zip(pair, (1, -1))), pool, base)
        if freedom + 1 >= 4:
            score = 0 if mean == 0 else mean / error * math.sqrt((freedom - 2) / freedom)
            scores.append(max(-8, min(8, score)))
    return max(1, math.sqrt(numpy.mean(numpy.square(scores)))) if scores else 1


def factor(mean, error, freedom, level, inflation):
    """exp of a mean with its interval; without an end where there is a single block."""
    if freedom == 0:
        return {"estimate": math.exp(mean), "low": 0, "high": None}
    half = stats.t.ppf((1 + level) / 2, freedom) * error * inflation
    return {"estimate": math.exp(mean), "low": math.exp(mean - half), "high": math.exp(mean + half)}


def main(folder):
    plan, records = read(folder)
    kernels = []
    for kernel in plan["kernels"]:
        base = f"{kernel['kernel']}/{kernel['workload']}/typescript/single-thread"
        rows = log_times(kernel, records)
        plain = {c["id"] for c in kernel["cells"] if "-" not in c["lane"] and "placement" not in c and "further" not in c}
        rows = {key: row for key, row in rows.items() if key[0] in plain}
        kernels.append((kernel, rows, pooled(rows, base), base))
    level, inflation = level_at_looks(plan["settings"]["looks"]), twins_inflation(kernels)
    found = []
    for kernel, rows, pool, base in kernels:
        for cell in kernel["cells"]:
            if cell["lane"] == "typescript" or cell["mode"] not in STANDARD_MODES[1:] or cell["workers"] < 2:
                continue
            prefix, place = base.rsplit("/", 2)[0], cell["id"].split("/", 3)[3]
            cells = [base, f"{prefix}/{cell['lane']}/single-thread", f"{prefix}/typescript/{place}", cell["id"]]
            keys = [(one, 0) for one in cells]
            if not all(key in rows for key in keys):
                continue
            factors, student = {}, {}
            for name, signs in CONTRASTS.items():
                weights = dict(zip(keys, signs))
                factors[name] = factor(*moderated(rows, weights, pool, base), level, inflation)
                student[name] = factor(*moderated(rows, weights, {}, base), level, inflation)
            found.append({"subject": cell["id"], "factors": factors, "student": student})
    versions = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__}
    return {"versions": versions, "level": level, "inflation": inflation, "attribution": found}


print(json.dumps(main(pathlib.Path(sys.argv[1])), indent=2))
