"""An invented press: copies with and without credit, footers, a notice that everybody prints, quotations, garbage."""

import random

CONSONANTS, VOWELS = "bdfglmnprstv", "aeiou"
QUOTE = "we shall dredge the harbour before the winter storms come back to Kessandra"
HOUSES = ("Tarnmoor Herald", "Quillbeck Times", "The Velden Observer", "Nordwire", "Lowmere Courier")


def prose(seed, words=120):
    """A text of so many words, another for each seed, with a word in six that several texts have."""
    rng = random.Random(f"press {seed}")
    found = []
    for n in range(words):
        word = "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.randint(1, 4)))
        found.append(f"{word}.\n" if n % 14 == 13 else word + rng.choice(["", "k", "x", "z"]))
    return " ".join(found)


def changed(text, seed, share=0.04):
    rng = random.Random(seed)
    return " ".join("altered" if rng.random() < share else word for word in text.split(" "))


def host(house):
    return house.lower().removeprefix("the ").replace(" ", "") + ".example"


def piece(name, house, day, text, **more):
    address = f"https://{host(house)}/{name}"
    return {
        "id": name,
        "url": address,
        "publisher": house,
        "published": f"2026-10-{day:02}",
        "text": text,
    } | more


def press():
    """Some 130 documents that share text in every way that there are words for."""
    footers = {house: f"Subscribe to {house} today. {prose(house, 24)}" for house in HOUSES}
    notice = prose("a notice of an agency", 40)
    found = []
    for n in range(60):
        house = HOUSES[n % len(HOUSES)]
        found.append(piece(f"own-{n:02}", house, 1 + n % 9, f"{prose(n)}\n\n{footers[house]}"))
    for n in range(12):
        first, second = HOUSES[n % 5], HOUSES[(n + 2) % 5]
        text = changed(prose(n), n, share=n / 60)
        credit = (
            "",
            f"\n\nOriginally published by {first}.",
            f"\n\nOriginally published by {HOUSES[(n + 3) % 5]}.",
        )
        links = [f"https://{host(first)}/own-{n:02}"] if n == 5 else []
        found.append(
            piece(
                f"copy-{n:02}", second, 12 + n % 3, f"{text}{credit[n % 3]}\n\n{footers[second]}", links=links
            )
        )
        found.append(
            piece(
                f"again-{n:02}", first, 12, changed(text, -n), canonical=f"https://{host(second)}/copy-{n:02}"
            )
        )
    found += [
        {"id": f"notice-{n:02}", "url": f"https://site{n}.example/", "text": f"{prose(100 + n)}\n\n{notice}"}
        for n in range(24)
    ]
    found.append(
        {"id": "bare-notice", "url": "https://agency.example/n", "published": "2026-09-30", "text": notice}
    )
    said = f"“{QUOTE},” said the minister of"
    found += [
        piece(f"quote-{n}", HOUSES[n % 5], n + 1, f"{prose(200 + n)}\n{said} {prose(n, 3)}.")
        for n in range(6)
    ]
    found.append(piece("newer", HOUSES[0], 25, prose("newer")))
    found.append(piece("too-old", HOUSES[1], 2, prose(30), links=[f"https://{host(HOUSES[0])}/newer"]))
    found += [
        {"id": "wide", "text": prose(3).upper().replace(".", " …")},
        {"id": "thai", "text": "ข้าพเจ้า " * 40},
        {"id": "thai-too", "text": "ข้าพเจ้า " * 40},
        {"id": "short", "text": "No."},
        {"id": "short-too", "text": "No!"},
        {"id": "empty", "text": ""},
        {"id": "none"},
    ]
    return found


def garbage():
    """Rows that nobody can read, or that are there twice."""
    return [
        {"id": "own-03", "text": "Another document of a name that is taken already."},
        press()[7],  # word for word the same
        {"id": "own-61", "published": "the day before yesterday", "authors": ["", "  "]},
        {"id": "bad", "url": "http://[", "text": "\x00\x00 nothing \x00"},
        {"id": "", "text": prose("nameless")},
        {"id": "deep", "text": "(" * 3000},
    ]
