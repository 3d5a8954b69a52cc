"""Truth of every viterbi workload, computed by NLTK's HiddenMarkovModelTagger.

NLTK asks distributions for logarithms, and is given the very numbers that the lanes get. They are multiples of
2^-20, so that sums are exact and ties are ties: best_path_simple takes the first state of equal ones, as the lanes
do. (hmmlearn takes probabilities and their logarithms itself, so that its ties are decided by rounding.)

python3 -m venv venv && venv/bin/pip install nltk==3.10.4 numpy==2.4.6
venv/bin/python scripts/reference/viterbi.py [WORKLOAD...]
"""

import array
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import nltk
from nltk.tag.hmm import HiddenMarkovModelTagger

ROOT = Path(__file__).parents[2]
TEXTBOOK = json.loads((ROOT / "packages/kernels/src/viterbi/vectors.json").read_text())["textbook"]
TAGS = 9


class Logarithms:
    """What NLTK needs of a probability distribution."""

    def __init__(self, keys: Iterable, values: list[float]):
        self.logprob = dict(zip(keys, values)).__getitem__


def tagger(first: list[float], following: list[list[float]], emissions: list[list[float]]) -> HiddenMarkovModelTagger:
    """Of a model by logarithms: following[from][to], emissions[tag][word]. Tags count from 1, for NLTK takes 0 for none."""
    tags = range(1, len(first) + 1)
    rows = {tag: Logarithms(tags, row) for tag, row in zip(tags, following)}
    outputs = {tag: Logarithms(range(len(row)), row) for tag, row in zip(tags, emissions)}
    return HiddenMarkovModelTagger([], tags, rows, outputs, Logarithms(tags, first))


def decode(model: HiddenMarkovModelTagger, words: list[int]) -> tuple[list[int], float]:
    """Tags of the likeliest path, and its score. NLTK knows no empty sentence; its only path is certain."""
    if not words:
        return [], 0.0
    tags = model.best_path_simple(words)
    return [tag - 1 for tag in tags], float(model.log_probability(list(zip(words, tags))))


def check_textbook() -> None:
    logs = [[[math.log(p) for p in row] for row in TEXTBOOK[name]] for name in ("transitions", "emissions")]
    model = tagger([math.log(p) for p in TEXTBOOK["first"]], *logs)
    tags, score = decode(model, TEXTBOOK["words"])
    if tags != TEXTBOOK["tags"] or not math.isclose(math.exp(score), TEXTBOOK["probability"]):
        raise SystemExit(f"textbook: {tags} {math.exp(score)} is not what is published")


def inputs(workload: str) -> tuple[HiddenMarkovModelTagger, list[list[int]]]:
    """Model and sentences as Crossover generates them."""
    script = Path(__file__).with_name("write-inputs.ts")
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", "--conditions=source", str(script), "viterbi", workload, folder]
        subprocess.run(command, check=True, capture_output=True)

        def region(name: str, element: str) -> list:
            return array.array(element, Path(folder, f"{name}.bin").read_bytes()).tolist()

        transitions, emissions = region("transitions", "d"), region("emissions", "d")
        following = [transitions[tag * TAGS : (tag + 1) * TAGS] for tag in range(TAGS)]
        model = tagger(region("first", "d"), following, [emissions[tag::TAGS] for tag in range(TAGS)])
        words, boundaries = region("words", "I"), region("boundaries", "I")
    return model, [words[start:end] for start, end in zip(boundaries, boundaries[1:])]


check_textbook()
print(f"nltk {nltk.__version__}")
for workload in sys.argv[1:] or ["smoke", "small", "medium", "large"]:
    model, sentences = inputs(workload)
    answers = [decode(model, words) for words in sentences]
    tags = bytes(tag for tags, _ in answers for tag in tags)
    scores = array.array("d", (score for _, score in answers)).tobytes()
    md5s = [hashlib.md5(data).hexdigest() for data in (tags, scores)]
    print(f"{workload} {len(tags) - tags.count(0)} tags:{md5s[0]} scores:{md5s[1]}", flush=True)
