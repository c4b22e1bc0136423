"""An invented press: copies with and without credit, footers, a notice that everybody prints, quotations, garbage."""

import random

CONSONANTS, VOWELS = "bdfglmnprstv", "aeiou"
QUOTE = "we shall dredge the harbour before the winter storms come back to Kessandra"
HOUSES = ("Tarnmoor Herald", "Quillbeck Times", "The Velden Observer", "Nordwire", "Lowmere Courier")


ENGLISH = (
    "The old basin has been in use since the days of sail, and the people who live beside it did not want it to go.",
    "There was no doubt at the town hall about what was to happen with the harbour when the autumn came.",
    "It is not the first time that the fishermen have been told to find a place of their own for their nets.",
    "What the winter will bring is a question that nobody who knows the coast would answer in a hurry.",
    "For those who have to cross the bay there is to be a bus, and it will be free of charge until the spring.",
)


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


AFFILIATES = (
    ("tarnmoorherald.example", "quillbecktimes.example"),
    ("lowmerecourier.example", "quay.example"),
)


def page(name, *links, at=None, **more):
    """A page of a site of its own that cites others by their names."""
    linked = [f"https://{link}.example/{link}" for link in links]
    return {"id": name, "url": at or f"https://{name}.example/{name}", "links": linked} | more


def web():
    """Pages that cite one another: in circles, along chains, by roads that meet, of one house, at one address."""
    said = "“The quay will be closed to all boats for as long as the storms last,” said"
    found = [page("mutual-a", "mutual-b"), page("mutual-b", "mutual-a"), page("alone", "alone")]
    found += [page(f"ring-{n}", f"ring-{(n + 1) % 5}", *["ring-0"][: n == 3]) for n in range(5)]
    found += [page("to-the-rings", "ring-2", "mutual-a", "tail"), page("tail", "end"), page("end")]
    found += [page(f"road-{n}", *[f"road-{n + 1}" if n < 8 else "port"]) for n in range(9)]
    found += [page("port", text=prose("port")), page("all-roads", "road-3", "road-6", "port", "nowhere")]
    found += [page(f"fan-{n:03}", "handle") for n in range(260)] + [page("handle")]
    found += [page("too-far", *(f"fan-{n:03}" for n in range(260))), page("near", "fan-000", "fan-001")]
    found += [
        page("twin-a", "port", at="https://twins.example/1"),
        page("twin-b", "end", "twin-a", at="https://twins.example/1"),
        page("of-twins", at="https://reader.example/", links=["https://twins.example/1"]),
        page("nobody", at="", links=["https://twins.example/1", "https://port.example/port"]),
        page("cites-copies", links=[f"https://{host(HOUSES[n % 5])}/own-{n:02}" for n in (0, 1, 5, 7)]),
        page("quay", links=[f"https://{host(house)}/own-{n:02}" for n, house in enumerate(HOUSES)]),
        page("copy-that-cites", "port", "end", text=prose(9)),
        page("other-that-cites", "tail", "quay", text=prose(9)),
        page(
            "herald-reads-times",
            at=f"https://{host(HOUSES[0])}/t",
            links=[f"https://{host(HOUSES[1])}/own-01"],
        ),
    ]
    speakers = ("harbour master Ilse Varn", "mayor Jonas Keld", "Varn")
    for n, who in enumerate(speakers):
        text = f"{ENGLISH[n]}\n{said} {who}."
        found.append(page(f"says-{n}", text=text, published=f"2026-11-{9 - n:02}"))
    otherwise = said.replace("all boats", "most ships")
    found.append(page("says-otherwise", text=f"{ENGLISH[3]}\n{otherwise} Ilse Varn.", published="2026-12-01"))
    found.append(page("says-a-part", text=f"{ENGLISH[4]}\n“{said[18:68]},” she said."))
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
