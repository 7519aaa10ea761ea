"""What the answers to the questions come to: how likely a suggestion is right, and from where on it is made.

All of it is chosen on accounts that were not learned from. Where little surely speaks of practices (org.afterword.coding.
Surroundings has the same), most of what is only likely is wrong; so both are chosen apart for there.
"""

import numpy as np

PEACEFUL = ("positive-experience", "open-criticism", "recruitment-step")
SURE, REACH, PRIOR, PRIOR_WEIGHT, THIN = 0.85, 6000, 1.5, 0.5, 2.4  # as in Surroundings
PRECISION = 0.6  # of the suggestions where much is said, the share that is to be right
ALONE = 0.7  # where little is said, of a sentence alone: how likely it is to be right
WORD = 0.77  # words to a piece
LONGEST = 3  # sentences in a passage


def logistic(odds):
    return 1 / (1 + np.exp(-odds))


def odds(likely):
    inside = np.clip(likely, 1e-6, 1 - 1e-6)
    return np.log(inside / (1 - inside))


def thin(sentences, reports, alarming):
    """Whether few sentences around each surely report what raises an alarm."""
    starts = np.array([s["start"] for s in sentences])
    sure = reports[:, alarming].max(1) >= SURE
    where, first = np.zeros(len(sentences), bool), 0
    for at in range(1, len(sentences) + 1):
        if at == len(sentences) or sentences[at]["file"] != sentences[first]["file"]:
            here, marked = starts[first:at], sure[first:at]
            length = here[-1] + 5 * len(sentences[at - 1]["ids"])
            for number, start in enumerate(here):
                begin = max(0, min(start - REACH // 2, length - REACH))
                end = min(length, begin + REACH)
                inside = marked[(here >= begin) & (here < end)].sum()
                where[first + number] = (inside + PRIOR) / ((end - begin) / REACH + PRIOR_WEIGHT) < THIN
            first = at
    return where


def regression(columns, right, held):
    """Logistic regression by Newton's method; each weight is held near nothing as much as is said."""
    weights = np.zeros(columns.shape[1])
    for _ in range(40):
        likely = logistic(columns @ weights)
        slope = columns.T @ (likely - right) + held * weights
        bend = (columns * (likely * (1 - likely))[:, None]).T @ columns + np.diag(held)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


class Calibration:
    """By practice, for reports and denials: shift, tilt, what is added where it is thin, and the two thresholds."""

    def __init__(self, codes, sentences, said):
        self.codes = codes
        self.alarming = [j for j, c in enumerate(codes) if c not in PEACEFUL]
        peaceful = [j for j, c in enumerate(codes) if c in PEACEFUL]
        self.numbers = np.zeros((2, len(codes), 3))
        where = thin(sentences, said[0], self.alarming)
        right = gold(sentences, codes)
        for polarity, group in ((0, self.alarming), (0, peaceful), (1, list(range(len(codes))))):
            columns = []
            for number, j in enumerate(group):
                one = np.zeros((len(sentences), len(group) + 3))
                one[:, number] = one[:, -1] = 1
                one[:, -3], one[:, -2] = odds(said[polarity][:, j]), where
                columns.append(one)
            held = np.array([2.0] * len(group) + [1e-3, 0.5, 1e-3])
            weights = regression(
                np.concatenate(columns), np.concatenate([right[polarity][:, j] for j in group]).astype(float), held
            )
            for number, j in enumerate(group):
                self.numbers[polarity, j] = weights[number] + weights[-1], weights[-3], weights[-2]
        self.least = np.array([ALONE, ALONE])
        likely = self.likely(sentences, said)
        for least in np.arange(0.10, 0.96, 0.01):
            self.least[0] = least
            dense = [g for g in suggestions(sentences, self, likely, where) if not where[g["at"]]]
            if dense and sum(g["right"] for g in dense) >= PRECISION * len(dense):
                break
        self.by_passage(suggestions(sentences, self, likely, where))

    def by_passage(self, made):
        """A passage of the likeliest of its sentences is right more often than one sentence: all odds are moved alike."""
        scores = odds(np.array([one["score"] for one in made]))
        right = sum(one["right"] for one in made)
        low, high = -3.0, 3.0
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if logistic(scores + middle).sum() < right else (low, middle)
        self.numbers[:, :, 0] += low
        self.least = logistic(odds(self.least) + low)

    def likely(self, sentences, said):
        where = thin(sentences, said[0], self.alarming)
        shift, tilt, there = (self.numbers[:, :, i][:, None, :] for i in range(3))
        return logistic(shift + tilt * odds(said) + there * where[None, :, None])


def gold(sentences, codes):
    right = np.zeros((2, len(sentences), len(codes)), bool)
    for i, sentence in enumerate(sentences):
        for g in sentence["gold"]:
            right[int(g[2] == "-"), i, codes.index(g[1])] = True
    return right


def suggestions(sentences, calibration, likely, where):
    """The passages that would be suggested by meaning: practice, sentences, polarity, whether right."""
    made = []
    for j, code in enumerate(calibration.codes):
        run = []

        def close():
            if run:
                at = max(run, key=lambda i: likely[:, i, j].max())
                polarity = int(likely[1, at, j] > likely[0, at, j])
                hit = {
                    (sentences[i]["file"], g[0], g[1], g[2])
                    for i in run
                    for g in sentences[i]["gold"]
                    if g[1] == code and g[2] == "+-"[polarity]
                }
                made.append(
                    {
                        "code": code,
                        "at": at,
                        "polarity": polarity,
                        "hit": hit,
                        "right": bool(hit),
                        "score": likely[polarity, at, j],
                        "ordinary": sentences[at]["ordinary"],
                    }
                )

        for i, sentence in enumerate(sentences):
            says = likely[:, i, j].max() >= calibration.least[int(where[i])]
            if run and (
                not says or len(run) == LONGEST or sentence["paragraph"] or sentence["file"] != sentences[run[-1]]["file"]
            ):
                close()
                run = []
            if says:
                run = run + [i]
        close()
    return made


def figures(sentences, calibration, said):
    """Precision, recall, and false ones in ten thousand words of ordinary groups' accounts."""
    likely = calibration.likely(sentences, said)
    made = suggestions(sentences, calibration, likely, thin(sentences, said[0], calibration.alarming))
    coded = {(s["file"], g[0], g[1], g[2]) for s in sentences for g in s["gold"]}
    words = WORD * sum(len(s["ids"]) for s in sentences if s["ordinary"])
    found = set().union(*(g["hit"] for g in made)) if made else set()
    wrong = sum(g["ordinary"] and not g["right"] for g in made)
    return sum(g["right"] for g in made) / max(1, len(made)), len(found) / max(1, len(coded)), wrong / max(1, words) * 10000
