"""The same search by datasketch: MinHash with 128 permutations over the words, LSH for the candidates.

usage: python3 datasketch_lsh.py PASSAGES [THRESHOLD]
PASSAGES has a line for each passage: the number of its original (-1 if it is nobody's copy), a tab, its words.
Prints the seconds (reading and importing left out), the precision and the recall of the pairs of a Jaccard similarity
estimated at THRESHOLD (0.5) or more.
"""

import sys
import time

from datasketch import MinHash, MinHashLSH


def main(path, threshold):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    originals = [int(original) for original, _ in rows]
    texts = [text for _, text in rows]
    start = time.perf_counter()
    hashes = MinHash.bulk(([word.encode() for word in text.split(" ")] for text in texts), num_perm=128)
    index = MinHashLSH(threshold=threshold, num_perm=128)
    pairs = []
    for number, hashed in enumerate(hashes):
        for other in index.query(hashed):
            if hashed.jaccard(hashes[other]) >= threshold:
                pairs.append((other, number))
        index.insert(number, hashed, check_duplication=False)
    seconds = time.perf_counter() - start
    right = sum(originals[one] == other or originals[other] == one for one, other in pairs)
    copies = sum(original >= 0 for original in originals)
    print(f"{seconds:.6f} {right / max(1, len(pairs)):.4f} {right / max(1, copies):.4f}")


main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 0.5)
