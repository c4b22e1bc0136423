"""trust.txt and ads.txt files: what a publisher states of itself, line by line.

trust.txt: JournalList, "trust.txt specification" (https://journallist.net/reference-document-for-trust-txt-specifications).
ads.txt: IAB Tech Lab, "ads.txt specification", version 1.1 (https://iabtechlab.com/ads-txt/).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from provenance.errors import near, shown
from provenance.registries.entries import Line, Problem, Stated
from provenance.values.domains import listed_site

INVERSE: Final = {
    "member": "belongto",
    "belongto": "member",
    "control": "controlledby",
    "controlledby": "control",
    "vendor": "customer",
    "customer": "vendor",
}
"""What the other side states where a link of trust.txt is mutual."""

TRUST: Final = (*INVERSE, "social", "contact", "disclosure", "datatrainingallowed")
"""What a trust.txt file can state."""

_ADS: Final = ("contact", "subdomain", "inventorypartnerdomain", "ownerdomain", "managerdomain")
SELLERS: Final = ("direct", "reseller")
"""How an account named in ads.txt sells."""


def read_trust(lines: list[Line], site: str) -> Iterator[Stated | Problem]:
    """What the trust.txt file of *site* states."""
    for number, text in lines:
        name, _, value = (part.strip() for part in text.partition("="))
        name = name.lower()
        if not value:
            yield Problem(number, f"expected variable=value, found {shown(text)}")
        elif name not in TRUST:
            yield Problem(number, f"there is no variable {shown(name)}{near(name, TRUST)}")
        elif name in INVERSE:
            other = listed_site(value)
            if other is None:
                yield Problem(number, f"expected the address of a site, found {shown(value)}")
            else:
                yield Stated(site, name, value, other, number)
        elif name == "datatrainingallowed" and value.lower() not in ("yes", "no"):
            yield Problem(number, f"expected yes or no, found {shown(value)}")
        else:
            yield Stated(site, name, value.lower() if name == "datatrainingallowed" else value, "", number)


def read_ads(lines: list[Line], site: str) -> Iterator[Stated | Problem]:
    """What the ads.txt file of *site* states: who sells for it, and who owns and manages it."""
    for number, text in lines:
        record = text.partition(";")[0].strip()
        name, equals, value = (part.strip() for part in record.partition("="))
        if equals and name.lower() in _ADS:
            yield Stated(site, name.lower(), value.partition(",")[0].strip(), "", number)
            continue
        cells = [cell.strip() for cell in record.split(",")]
        if len(cells) >= 3 and cells[2].lower() in SELLERS and listed_site(cells[0]) is not None:
            yield Stated(site, cells[2].lower(), cells[0].lower(), "", number)
        else:
            yield Problem(
                number,
                f"expected a seller (domain, account, DIRECT or RESELLER) or a variable, found {shown(text)}",
            )


def states_trust(line: str) -> bool:
    """Whether *line* is one of a trust.txt file."""
    name, equals, _ = line.partition("=")
    return bool(equals) and name.strip().lower() in TRUST and name.strip().lower() not in _ADS


def states_ads(line: str) -> bool:
    """Whether *line* is one of an ads.txt file."""
    name, equals, _ = line.partition("=")
    cells = line.partition(";")[0].split(",")
    if equals and len(cells) < 3:
        return name.strip().lower() in _ADS and name.strip().lower() not in TRUST
    return len(cells) >= 3 and cells[2].strip().lower() in SELLERS
