#!/usr/bin/env python3
"""Trains the last layers of the sentence model, and the questions asked of it, on coded accounts.

usage: practices.py SENTENCES MODEL OUT [--epochs N] [--frozen N] [--threads N] [--again WEIGHTS UNSEEN]

SENTENCES is what org.afterword.language.PracticeText writes, MODEL the sentence model's ONNX file, OUT the weights that
the program ships. Needs PyTorch (Debian: python3-torch). ./train practices calls it; docs/models/practices.md says what
came out. With --again nothing is trained: the layers and questions are those of WEIGHTS, and what their answers come to is
chosen anew on the accounts that UNSEEN names, from which they did not learn. One sentence is read together with its neighbours; a question's answer is a weighted mean over the sentence's
pieces, with learned weights, and what their plain mean says.
"""

import argparse
import hashlib
import math
import struct

import calibrate
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

CODES = (
    "recruitment-step money-demand limits-on-outside-information limits-on-internal-criticism public-conformity"
    " surveillance use-of-personal-information shunning-or-retaliation love-bombing exhaustion sunk-cost"
    " positive-experience open-criticism"
).split()
ACCESS = "experienced saw told-by-named told-by-unnamed document none".split()
CLAIM = "event habit rule inference opinion speculation".split()
NAMES = ["practice/" + c for c in CODES] + ["denies"] + ["access/" + a for a in ACCESS] + ["claim/" + c for c in CLAIM]
NAMES += ["denies/practice/" + c for c in CODES]
DENIES = len(CODES)
ACCESSES = slice(DENIES + 1, DENIES + 1 + len(ACCESS))
CLAIMS = slice(ACCESSES.stop, ACCESSES.stop + len(CLAIM))
DENIED = slice(CLAIMS.stop, CLAIMS.stop + len(CODES))
WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 12
OPENING, CLOSING = 101, 102
TOGETHER, ENOUGH = 126, 60  # as in org.afterword.coding.Meaning
SEED = 1
VALIDATION, ORDINARY = 7, 4  # of so many accounts, and of so many of ordinary groups, one is not learned from
PARTS = [
    ("q", "attention/self/query"),
    ("k", "attention/self/key"),
    ("v", "attention/self/value"),
    ("o", "attention/output/dense"),
    ("i", "intermediate/dense"),
    ("d", "output/dense"),
]
NORMS = [("n1", "attention.output.LayerNorm"), ("n2", "output.LayerNorm")]


def fields(message):
    """The fields of a protobuf message: number, wire type, value."""

    def varint(at):
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    at = 0
    while at < len(message):
        key, at = varint(at)
        kind = key & 7
        if kind == 0:
            value, at = varint(at)
        else:
            length, at = varint(at) if kind == 2 else ({1: 8, 5: 4}[kind], at)
            value = message[at : at + length]
            at += length
        yield key >> 3, kind, value


def varints(message):
    value = shift = 0
    for byte in message:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def tensor(message):
    shape, name, raw, kind, floats, ints = [], "", None, 0, None, []
    for field, wire, value in fields(message):
        if field == 1:
            shape += [value] if wire == 0 else list(varints(value))
        elif field == 2:
            kind = value
        elif field == 4 and wire == 2:
            floats = np.frombuffer(value, "<f4")
        elif field == 5:
            ints += [value] if wire == 0 else list(varints(value))
        elif field == 8:
            name = bytes(value).decode()
        elif field == 9:
            raw = value
    dtype = {1: "<f4", 2: "u1", 3: "i1", 6: "<i4", 7: "<i8"}[kind]
    values = np.frombuffer(raw, dtype) if raw is not None else floats
    return name, (np.array(ints).astype(dtype) if values is None else values).reshape(shape)


class Model:
    """The model's tensors, and which of them each multiplication by whole numbers takes."""

    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        graph = next(value for field, _, value in fields(memoryview(self.bytes)) if field == 7)
        self.tensors, self.taken = {}, {}
        for field, _, value in fields(graph):
            if field == 5:
                name, array = tensor(value)
                self.tensors[name] = array
            elif field == 1:
                node = {}
                for number, _, part in fields(value):
                    if number in (1, 3, 4):
                        node.setdefault(number, []).append(bytes(part).decode())
                if node[4] == ["MatMulInteger"]:
                    self.taken[node[3][0]] = node[1][1]

    def floats(self, quantised):
        stem = quantised.replace("_quantized", "")
        whole = self.tensors[quantised].astype(np.float32) - self.tensors[stem + "_zero_point"].astype(np.float32)
        return torch.tensor(whole * self.tensors[stem + "_scale"].astype(np.float32))

    def embeddings(self):
        def table(name):
            plain = "embeddings." + name + ".weight"
            if plain in self.tensors:
                return torch.tensor(np.array(self.tensors[plain]))
            return self.floats(next(t for t in self.tensors if name in t and t.endswith("_quantized")))

        norm = [torch.tensor(np.array(self.tensors["embeddings.LayerNorm." + part])) for part in ("weight", "bias")]
        words, places, types = table("word_embeddings"), table("position_embeddings"), table("token_type_embeddings")
        return lambda ids: F.layer_norm(words[ids] + places[: ids.shape[1]][None] + types[0], (WIDTH,), *norm, 1e-12)


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2018)."""

    def __init__(self, model, number):
        super().__init__()
        self.dropout = 0.0
        sizes = {"i": (WIDTH, INNER), "d": (INNER, WIDTH)}
        for part, name in PARTS:
            linear = nn.Linear(*sizes.get(part, (WIDTH, WIDTH)))
            taken = model.taken[f"/encoder/layer.{number}/{name}/MatMul_quant"]
            linear.weight.data = model.floats(taken).t().contiguous()
            linear.bias.data = torch.tensor(
                np.array(model.tensors[f"encoder.layer.{number}.{name.replace('/', '.')}.bias"])
            )
            setattr(self, part, linear)
        for part, name in NORMS:
            norm = nn.LayerNorm(WIDTH, 1e-12)
            for kind in ("weight", "bias"):
                getattr(norm, kind).data = torch.tensor(np.array(model.tensors[f"encoder.layer.{number}.{name}.{kind}"]))
            setattr(self, part, norm)

    def forward(self, states, mask):
        rows, pieces, _ = states.shape
        heads = lambda x: x.view(rows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)
        query, key, value = heads(self.q(states)), heads(self.k(states)), heads(self.v(states))
        heed = F.softmax(query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, -1)
        seen = F.dropout(heed, self.dropout, self.training) @ value
        seen = self.o(seen.transpose(1, 2).reshape(rows, pieces, WIDTH))
        states = self.n1(states + F.dropout(seen, self.dropout, self.training))
        return self.n2(states + F.dropout(self.d(F.gelu(self.i(states))), self.dropout, self.training))


class Questions(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        for layer in layers:
            layer.dropout = 0.1
        self.heed = nn.Linear(WIDTH, len(NAMES), bias=False)
        self.says = nn.Parameter(torch.randn(len(NAMES), WIDTH) * 0.02)
        self.mean = nn.Linear(WIDTH, len(NAMES))
        self.mean.bias.data.zero_()
        self.mean.bias.data[:DENIES] = -3.0
        for weight in (self.says, self.mean.weight):
            weight.data[DENIED] = 0.0

    def forward(self, states, mask, sentence, count):
        for layer in self.layers:
            states = layer(states, mask)
        states = F.dropout(states, 0.1, self.training).reshape(-1, WIDTH)
        inside = sentence.reshape(-1) >= 0
        states, of = states[inside], sentence.reshape(-1)[inside]
        heed = self.heed(states)
        weight = (heed - heed.max()).exp()
        zeros = torch.zeros(count, len(NAMES))
        said = zeros.index_add(0, of, weight * (states @ self.says.t())) / (zeros.index_add(0, of, weight) + 1e-9)
        pieces = torch.zeros(count, 1).index_add(0, of, torch.ones(len(of), 1))
        answers = said + self.mean(torch.zeros(count, WIDTH).index_add(0, of, states) / pieces)
        # whether a practice is denied: what all sentences that deny have in common, and what is its own
        return torch.cat([answers[:, : DENIED.start], answers[:, DENIED] + answers[:, DENIES : DENIES + 1]], 1)


def read(path):
    sentences = []
    for line in open(path, encoding="utf8"):
        name, ordinary, paragraph, gold, ids, start = line.rstrip("\n").split("\t")
        gold = [(int(g.split(":")[0]), *g.split(":")[1].split("/")) for g in gold.split()]
        sentences.append(
            {
                "file": name,
                "ordinary": ordinary == "1",
                "paragraph": paragraph == "1",
                "gold": gold,
                "ids": [int(i) for i in ids.split()],
                "start": int(start),
            }
        )
    return sentences


def windows(sentences):
    together, pieces = [[]], 0
    for at, sentence in enumerate(sentences):
        last = together[-1]
        size = len(sentence["ids"])
        if last and (
            sentences[last[0]]["file"] != sentence["file"]
            or pieces + size > TOGETHER
            or (sentence["paragraph"] and pieces > ENOUGH)
        ):
            together.append([])
            pieces = 0
        together[-1].append(at)
        pieces += size
    return together


def mask_of(lengths):
    mask = torch.full((len(lengths), 1, 1, max(lengths)), -1e4)
    for row, length in enumerate(lengths):
        mask[row, 0, 0, :length] = 0
    return mask


def frozen_states(embed, layers, sentences, together):
    """What the layers that stay as they are make of each window."""
    states = [None] * len(together)
    order = sorted(range(len(together)), key=lambda w: sum(len(sentences[i]["ids"]) for i in together[w]))
    with torch.no_grad():
        for start in range(0, len(order), 16):
            batch = order[start : start + 16]
            rows = [[OPENING] + [p for i in together[w] for p in sentences[i]["ids"]] + [CLOSING] for w in batch]
            ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
            for row, pieces in enumerate(rows):
                ids[row, : len(pieces)] = torch.tensor(pieces)
            x, mask = embed(ids), mask_of([len(r) for r in rows])
            for layer in layers:
                x = layer(x, mask)
            for row, window in enumerate(batch):
                states[window] = x[row, : len(rows[row])].half()
    return states


def batch_of(sentences, together, states, chosen):
    lengths = [len(states[w]) for w in chosen]
    x = torch.zeros(len(chosen), max(lengths), WIDTH)
    sentence = torch.full((len(chosen), max(lengths)), -1, dtype=torch.long)
    order = []
    for row, window in enumerate(chosen):
        x[row, : lengths[row]] = states[window].float()
        at = 1
        for i in together[window]:
            size = len(sentences[i]["ids"])
            sentence[row, at : at + size] = len(order)
            order.append(i)
            at += size
    return x, mask_of(lengths), sentence, order


def guess(net, sentences, together, states, chosen):
    net.eval()
    guessed = {}
    with torch.no_grad():
        for start in range(0, len(chosen), 16):
            x, mask, sentence, order = batch_of(sentences, together, states, chosen[start : start + 16])
            for i, row in zip(order, net(x, mask, sentence, len(order)).numpy()):
                guessed[i] = row
    return guessed


def said(guessed):
    """How likely each practice is reported, and how likely it is said not to have happened."""
    speaks, denies = calibrate.logistic(guessed[:, :DENIES]), calibrate.logistic(guessed[:, DENIED])
    return np.stack([speaks * (1 - denies), speaks * denies])


def train(net, sentences, together, states, chosen, epochs):
    target = torch.zeros(len(sentences), DENIES + 1)
    coded = torch.tensor([float(bool(s["gold"])) for s in sentences])
    polarity = torch.full((len(sentences), len(CODES)), -1.0)
    access = torch.tensor([ACCESS.index(s["gold"][0][3]) if s["gold"] else -100 for s in sentences])
    claim = torch.tensor([CLAIM.index(s["gold"][0][4]) if s["gold"] else -100 for s in sentences])
    for i, one in enumerate(sentences):
        for g in one["gold"]:
            target[i, CODES.index(g[1])] = 1
            polarity[i, CODES.index(g[1])] = float(g[2] == "-")
        target[i, DENIES] = float(bool(one["gold"]) and all(g[2] == "-" for g in one["gold"]))
    asked = [p for name, p in net.named_parameters() if not name.startswith("layers")]
    rates = (1e-4, 1e-3)
    optimiser = torch.optim.AdamW(
        [{"params": net.layers.parameters(), "lr": rates[0]}, {"params": asked, "lr": rates[1]}], weight_decay=0.01
    )
    steps, step = epochs * math.ceil(len(chosen) / 16), 0
    for epoch in range(epochs):
        net.train()
        order, batches, total = np.random.permutation(chosen), [], 0.0
        for start in range(0, len(order), 160):
            alike = sorted(order[start : start + 160], key=lambda w: len(states[w]))
            batches += [alike[i : i + 16] for i in range(0, len(alike), 16)]
        np.random.shuffle(batches)
        for windows_ in batches:
            rate = min(1, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
            step += 1
            for group, full in zip(optimiser.param_groups, rates):
                group["lr"] = full * rate
            x, mask, sentence, at = batch_of(sentences, together, states, windows_)
            out = net(x, mask, sentence, len(at))
            every = F.binary_cross_entropy_with_logits(out[:, : DENIES + 1], target[at], reduction="none")
            loss = every[:, :DENIES].sum(1).mean() + (every[:, DENIES] * coded[at]).mean()
            if coded[at].sum() > 0:
                kinds = F.cross_entropy(out[:, ACCESSES], access[at]) + F.cross_entropy(out[:, CLAIMS], claim[at])
                loss = loss + 0.15 * kinds
                said = polarity[at] >= 0
                loss = loss + F.binary_cross_entropy_with_logits(out[:, DENIED][said], polarity[at][said], reduction="sum") / len(at)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)


def whole_numbers(net):
    """As the model has them: eight bits, a scale for each output. What is measured is what is shipped."""
    for layer in net.layers:
        for part, _ in PARTS:
            weight = getattr(layer, part).weight.data
            scale = (weight.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
            getattr(layer, part).weight.data = torch.round(weight / scale).clamp(-127, 127) * scale


def write(net, model, frozen, calibration, path):
    numbers = {}
    for number, layer in enumerate(net.layers, frozen):
        for part, name in PARTS:
            linear = getattr(layer, part)
            weight = linear.weight.data.numpy()
            scale = np.maximum(np.abs(weight).max(1) / 127, 1e-8).astype("<f4")
            taken = model.taken[f"/encoder/layer.{number}/{name}/MatMul_quant"]
            whole = np.clip(np.round(weight / scale[:, None]), -127, 127).astype("i1").T.copy()
            if whole.shape != model.tensors[taken].shape:
                raise SystemExit("the model is of another form")
            numbers[taken] = whole.tobytes()
            numbers[taken.replace("_quantized", "_scale")] = scale.tobytes()
            numbers[f"encoder.layer.{number}.{name.replace('/', '.')}.bias"] = linear.bias.data.numpy().astype("<f4").tobytes()
        for part, name in NORMS:
            for kind in ("weight", "bias"):
                values = getattr(getattr(layer, part), kind).data.numpy().astype("<f4")
                numbers[f"encoder.layer.{number}.{name}.{kind}"] = values.tobytes()
    utf = lambda text: struct.pack(">H", len(text.encode())) + text.encode()
    out = bytearray(struct.pack(">ii", 0x41465052, 3) + hashlib.sha256(model.bytes).digest())
    out += struct.pack(">i", len(numbers))
    for name in sorted(numbers):
        out += utf(name) + struct.pack(">i", len(numbers[name])) + numbers[name]
    out += struct.pack(">i", len(NAMES))
    for i, name in enumerate(NAMES):
        out += utf(name)
        for weights in (net.heed.weight, net.says, net.mean.weight):
            out += weights[i].detach().numpy().astype(">f4").tobytes()
        plain = NAMES[i].removeprefix("denies/")
        numbers = np.array([0.0, 1.0, 0.0, 0.5, 0.5])
        if plain.startswith("practice/"):
            number = calibration.numbers[int(plain != NAMES[i]), CODES.index(plain.removeprefix("practice/"))]
            numbers = np.concatenate([number, calibration.least])
        out += struct.pack(">f", float(net.mean.bias[i])) + numbers.astype(">f4").tobytes()
    out += hashlib.sha256(out).digest()
    open(path, "wb").write(out)
    print(f"{path}: {len(out)} bytes")


def take(path, model, frozen):
    """The questions with the layers that a file of weights has."""
    file = open(path, "rb").read()
    mark, version = struct.unpack_from(">ii", file)
    if (mark, version) != (0x41465052, 3) or file[8:40] != hashlib.sha256(model.bytes).digest():
        raise SystemExit(f"{path}: not weights of this version for this model")
    at = 40

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from(">i", file, at - 4)[0]

    def name():
        nonlocal at
        size = struct.unpack_from(">H", file, at)[0]
        at += 2 + size
        return file[at - size : at].decode()

    numbers = {}
    for _ in range(number()):
        key, size = name(), number()
        numbers[key] = file[at : at + size]
        at += size
    layers = []
    for place in range(frozen, LAYERS):
        layer = Layer(model, place)
        layers.append(layer)
        for part, stem in PARTS:
            taken = model.taken[f"/encoder/layer.{place}/{stem}/MatMul_quant"]
            scale = np.frombuffer(numbers[taken.replace("_quantized", "_scale")], "<f4")
            whole = np.frombuffer(numbers[taken], "i1").reshape(-1, len(scale)).T.astype("f4")
            bias = np.frombuffer(numbers[f"encoder.layer.{place}.{stem.replace('/', '.')}.bias"], "<f4")
            getattr(layer, part).weight.data = torch.tensor(whole * scale[:, None])
            getattr(layer, part).bias.data = torch.tensor(bias.copy())
        for part, stem in NORMS:
            for kind in ("weight", "bias"):
                values = np.frombuffer(numbers[f"encoder.layer.{place}.{stem}.{kind}"], "<f4")
                getattr(getattr(layer, part), kind).data = torch.tensor(values.copy())
    net = Questions(layers)
    for i in range(number()):
        if name() != NAMES[i]:
            raise SystemExit(f"{path}: other questions")
        for weights in (net.heed.weight.data, net.says.data, net.mean.weight.data):
            weights[i] = torch.tensor(np.frombuffer(file, ">f4", WIDTH, at).astype("f4"))
            at += 4 * WIDTH
        net.mean.bias.data[i] = struct.unpack_from(">f", file, at)[0]
        at += 4 * 6
    return net


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    for name in ("sentences", "model", "out"):
        arguments.add_argument(name)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--frozen", type=int, default=6)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--again", nargs=2)
    given = arguments.parse_args()
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    torch.set_num_threads(given.threads)
    model = Model(given.model)
    layers = [Layer(model, number) for number in range(LAYERS)]
    sentences = read(given.sentences)
    together = windows(sentences)
    kept, files = set(), sorted({s["file"] for s in sentences})
    told_of_ordinary = {s["file"] for s in sentences if s["ordinary"]}
    for part, share in ((told_of_ordinary, ORDINARY), (set(files) - told_of_ordinary, VALIDATION)):
        kept |= set(np.random.RandomState(5).permutation(sorted(part))[: len(part) // share])
    if given.again:
        kept = set(open(given.again[1], encoding="utf8").read().split())
        sentences = [s for s in sentences if s["file"] in kept]
        together = windows(sentences)
    states = frozen_states(model.embeddings(), layers[: given.frozen], sentences, together)
    learned = [w for w in range(len(together)) if sentences[together[w][0]]["file"] not in kept]
    tried = [w for w in range(len(together)) if sentences[together[w][0]]["file"] in kept]
    print(f"{len(files)} accounts, {len(sentences)} sentences, of which {sum(len(together[w]) for w in tried)} are not learned from", flush=True)
    if given.again:
        net = take(given.again[0], model, given.frozen)
    else:
        net = Questions(layers[given.frozen :])
        train(net, sentences, together, states, learned, given.epochs)
        whole_numbers(net)
    guessed = guess(net, sentences, together, states, tried)
    order = sorted(guessed)
    chosen_on, answers = [sentences[i] for i in order], said(np.array([guessed[i] for i in order]))
    calibration = calibrate.Calibration(CODES, chosen_on, answers)
    print(
        "on accounts that were not learned from: precision %.2f, recall %.2f, false ones in 10,000 ordinary words %.1f"
        % calibrate.figures(chosen_on, calibration, answers),
        "from likelihoods of %.2f, where thin %.2f" % tuple(calibration.least),
        flush=True,
    )
    print("where thin from | precision | recall | false ones in 10,000 ordinary words")
    chosen = calibration.least.copy()
    for least in np.arange(0.1, 0.95, 0.1):
        calibration.least[1] = least
        print("| %.1f | %.2f | %.2f | %.1f |" % (least, *calibrate.figures(chosen_on, calibration, answers)), flush=True)
    calibration.least = chosen
    write(net, model, given.frozen, calibration, given.out)


if __name__ == "__main__":
    main()
