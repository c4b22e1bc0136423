"""Corpora of which one text in ten is a copy: words that letters make by chance, so that nothing else is shared."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, Final

_LETTERS: Final = (
    "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvkjxqz"
)
"""As frequent as in English prose."""
_LENGTHS: Final = (2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9)
_CHANGED: Final = 0.05
"""The share of words that a copy changes."""
_REMEMBERED: Final = 200
"""How far back copies reach, in articles."""
_WORDS: Final = 700
"""Words of an article."""


def corpus(count: int) -> Iterator[dict[str, Any]]:
    """*count* records; every tenth text is an earlier one with one word in twenty changed."""
    rng = random.Random(1)
    words = _vocabulary(rng, 20_000)
    recent: list[str] = []
    for number in range(count):
        if number % 10 == 9:
            text = _changed(rng, words, rng.choice(recent))
        else:
            text = _article(rng, words)
            recent = [*recent[-_REMEMBERED:], text]
        site = f"paper{number % 997}.com"
        yield {"id": f"d{number:07}", "url": f"https://{site}/{number}", "publisher": site, "text": text}


def _vocabulary(rng: random.Random, size: int) -> list[str]:
    return ["".join(rng.choices(_LETTERS, k=rng.choice(_LENGTHS))) for _ in range(size)]


def _article(rng: random.Random, words: list[str]) -> str:
    """An article, its common words often, in sentences and paragraphs."""
    text, sentence = [], []
    for _ in range(_WORDS):
        sentence.append(words[int(len(words) * rng.random() ** 3)])
        if len(sentence) >= 8 and rng.random() < 0.1:
            text.append(" ".join(sentence).capitalize() + ("." if rng.random() < 0.8 else ".\n\n"))
            sentence = []
    return " ".join(text)


def _changed(rng: random.Random, words: list[str], text: str) -> str:
    return " ".join(rng.choice(words) if rng.random() < _CHANGED else word for word in text.split(" "))
