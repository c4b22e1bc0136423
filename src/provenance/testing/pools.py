"""Small pools of values from which the strategies draw, so that one value meets the same again."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = (
    "The harbour bridge in Quillbeck will close on Monday, said Mayor Edda Lund.",
    "“We looked at every bolt,” said Lund, who has led the town since 2016.",
    "“Nobody was hurt,” she said.",
    "He noted that the costs were too high.",
    "According to the Osterwick Institute, 42 per cent of the bolts were rusty.",
    "Critics say that the council acted too late.",
    "It is believed that 300 people took part.",
    "Officials who asked not to be named said that the report was wrong.",
    "The report cost 3.2 million crowns in 2019.",
    "A person familiar with the talks said that the report was wrong.",
    "Kerr sums up that nothing has changed.",
    "I urge the council to read the report again.",
    "The firm declined to comment.",
    "“It is a small survey,” said Tomas Okoro, who was not involved in the study.",
    "See https://doi.org/10.5555/12345678 and https://tarnmoorherald.example/about for more.",
    "Correction: an earlier version gave the wrong year.",
    "This is the largest bridge in the region.",
    "Zoë Müller of Café Ångström said: “Señor Dvořák’s naïveté …”",
    "„Das ist alles“, sagte niemand.",
    "“An opening mark without its closing one",
    "Formulir Kontak",
    "[Your Name]",
    "Мэр заявила, что мост закроют в понедельник.",
    "El alcalde dijo que el puente cerrará el lunes, según el informe.",
    "لا أحد يعرف متى يفتح الجسر",
    "",
    " \u00a0 ",
    "“It was closed,” said an official, who spoke on condition of anonymity because he feared for his job.",
    "This article has been retracted.",
    "\ufeff" + "".join(chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in b"C2PATXT\0\1"),
    "a\u0301e\u0301",
    "\u200bhidden\u202e",
)

HOSTS: Final = (
    "https://www.tarnmoorherald.example/2024/05/01/bridge",
    "https://tarnmoorherald.example/about#team",
    "https://alice.substack.com/p/one",
    "https://xn--trnmoorherald-0cb.example/",
    "https://xn--trnmoorherald-w1k.example/",
    "https://osterwick.org/study?utm_source=chatgpt.com",
    "https://127.0.0.1/a",
    "https://quillbeck.gov/report",
    "https://doi.org/10.5555/12345678",
    "http://[::1",
    "/relative",
    "mailto:desk@tarnmoorherald.example",
)

NAMES: Final = (
    "Jane Doe",
    "jane doe",
    "By John Roe and Ada Lovelace",
    "J. Doe",
    "admin",
    "Staff",
    "Reuters",
    "Émile Zola",
    "https://x.example",
    "",
    "1999",
)

DATES: Final = (
    "2024-05-01",
    "2024-05-01T12:30:00Z",
    "2024-05",
    "2024",
    "10/11/2020",
    "3024-01-01",
    "1999-01-01",
    "May 6, 2024",
    "2024-02-30",
    "yesterday",
    "",
)

CITED: Final = (
    *HOSTS,
    "https://press-league.example/charter",
    "https://brackwater.org/tides",
    "https://grendal.net/sluice",
    "https://doi.org/10.5555/87654321",
)

CHANNELS: Final = ("caller", "json-ld", "opengraph", "meta", "byline", "url", "registry", "no-such-channel")

PUBLISHERS: Final = ("Tarnmoor Herald", "The Tarnmoor Herald", "Quillbeck Post", "  ", "")

POLICIES: Final = (
    "correctionsPolicy",
    "ownershipFundingInfo",
    "masthead",
    "noBylinesPolicy",
    "publishingPrinciples",
    "contactPoint",
    "unnamedSourcesPolicy",
    "unheardOf",
)
