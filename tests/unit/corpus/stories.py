"""Invented stories: long enough to be compared, and with no five words in common."""

import random

CONSONANTS, VOWELS = "bdfglmnprstv", "aeiou"


def lexicon(rng, size=400):
    return [
        "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.randint(1, 4)))
        + rng.choice(["", "k", "x", "s"])
        for _ in range(size)
    ]


def story(number, words=200):
    """A text of so many words in sentences of twelve and paragraphs of four sentences; another for each number."""
    rng = random.Random(f"story {number}")
    vocabulary = lexicon(rng)
    sentences = []
    for start in range(0, words, 12):
        sentence = " ".join(rng.choice(vocabulary) for _ in range(min(12, words - start)))
        sentences.append(sentence[:1].upper() + sentence[1:] + ".")
    return "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4))


def record(name, text, **more):
    return {"id": name, "text": text, **more}
