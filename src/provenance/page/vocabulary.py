"""The words by which pages show who wrote them: what they call the place, what they say before a name, where profiles are."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

WORDS: Final = ("author", "byline", "autor", "creator", "vcard", "<address")
"""What most pages call the place where the author stands."""

RARER: Final = (
    "auteur", "posted", "meta", "writer", "redakteur", "journalist", "contributor", "submitted", "by-line", "verfasser", "reporter", "schrijver",
    "forfatter", "skribent", "kirjoittaja", "yazar", "muhabir", "signature", "firma",
)  # fmt: skip
"""What some do, in the languages of month names; looked for where the others are not found."""

CALLED: Final = frozenset({
    "author", "authors", "authorname", "authored", "byline", "bylines", "by", "autor", "autoren", "autorin",
    "autores", "auteur", "auteurs", "autore", "verfasser", "redakteur", "journalist", "journalists", "reporter",
    "reporters", "writer", "writers", "contributor", "contributors", "creator", "creators", "schrijver", "forfatter", "skribent",
    "kirjoittaja", "yazar", "muhabir", "vcard", "signature",
})  # fmt: skip
"""Words in the names of such places."""

AROUND: Final = frozenset({
    "submitted", "posted", "meta", "postmeta", "metadata", "postmetadata", "postinfo", "info", "details", "credits",
})  # fmt: skip
"""Words in the names of places that may hold a line with "by"."""

ELSEWHERE: Final = frozenset({
    "comment", "comments", "commenter", "commentauthor", "avatar", "image", "img", "photo", "picture", "icon",
    "follow", "share", "social", "newsletter", "related", "recommended", "teaser", "popular", "trending", "sidebar",
    "widget", "footer", "nav", "menu", "bio", "biography", "description", "about", "count", "quote", "testimonial",
    "reply", "promo", "card", "cards", "thumbnail", "hidden", "book", "books", "filter", "search",
})  # fmt: skip
"""Words that say that an element is about something else, or about the author rather than his name."""

CONTAINERS: Final = frozenset({
    "html", "body", "main", "article", "form", "img", "input", "meta", "link", "svg", "iframe", "button", "option",
    "select", "figure", "picture", "video", "source",
})  # fmt: skip
"""Elements that hold more than a byline, or none of its words."""

PROFILE_WORDS: Final = (
    "/aut", "/by/", "/redak", "/journalist", "/staff", "/contrib", "/column", "/writer", "/meet-the", "/av/", "/bio",
    "author=", "/profil", "/firma", "/yazar",
)  # fmt: skip
"""What the addresses of most profiles have in them."""

PROFILE: Final = re.compile(
    r"/(?:author|authors|autor|autoren|autores|auteur|auteurs|autore|autori|autorzy|autoren-?archiv|by|people|person|personen|profile|profiles"
    r"|staff|meet-the-team|av|journalist|journalists|journaliste|journalistes|reporter|reporters|redakteur|redaktion|verlag/redakteure|contributor|contributors|columnist|columnists"
    r"|writer|writers|team|user|users|forfatter|skribent|yazar|yazarlar|medarbejder|profil|auteur-|firmas|firma|bio|expert|member)s?[/-][^/?#]+|/@[\w.-]+/?$|[?&]author=|(?:memberlist|member|profile|user)\.php\?",
    re.IGNORECASE,
)

TOPIC: Final = re.compile(r"/(?:people|person|personen|profiles?|team|users?)/", re.IGNORECASE)
"""Parts of addresses that lead to those who are written about, too."""

SECTION: Final = re.compile(r"/(?:category|categories|tag|tags|topics?|section)/", re.IGNORECASE)
"""Parts of addresses that lead to a section, which some themes mark up as they do authors."""

BY: Final = re.compile(
    r"(?:(?:(?:written|posted|published|contributed|created|authored|story|text|words|article|report|reported|submitted|guest post|analysis|opinion|review|interview|photo(?:graph)?s (?:and|&) (?:text|story|words))(?: (?:and|&) (?:photo(?:graph)?s|photography|pictures))?(?: on [^|]{6,40}?)? )?by"
    r"|(?:(?:ein )?(?:beitrag|artikel|kommentar|gastbeitrag|text|bericht|interview|analyse|kolumne) )?von|(?:geschrieben|verfasst|veröffentlicht|gepostet|gespeichert|erstellt|eingestellt)(?: (?:am|on) [^|]{4,40}?)? von"
    r"|(?:(?:publié|écrit|posté|rédigé|soumis) )?par|(?:(?:publicado|escrito|postado|enviado) )?por|(?:(?:scritto|pubblicato|inviato|articolo) )?(?:da|di)|(?:(?:geschreven|geplaatst|ingediend) )?door|(?:skrevet |skriven )?(?:af|av)"
    r"|autorin/autor|autor(?:in|en|es|a)?|auteurs?|autor[ei]|authors?|text|tekst|(?:words|writers?|reporters?)(?= ?:)|haber(?= ?:)|muhabir(?= ?:)|verfasser(?:in)?|(?:написано )?автор(?:ом)?|yazan|(?:napisane )?przez)\b ?:?\s*",
    re.IGNORECASE,
)

BARE_BY: Final = re.compile(
    r">\s*+(?:by|von|par|por|door|posted|written|published|submitted|guest|story|words|interview|geschrieben|verfasst|ver\xf6ffentlicht|erstellt|publi\xe9|publicado|text|autor|author|autorin|di|da|av|af)\b"
)

DATED_BY: Final = re.compile(
    r">(?=[^<>0-9]{0,60}+[0-9])[^<>]{0,60}?(?:[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?|[0-9]{1,2}[:.][0-9]{2}(?: ?(?:uhr|h|[ap]\.?m\.?))?) (?:by|von|par|por|door|av|af)\b"
)

LABEL: Final = re.compile(
    r">\s*+(?:autor|autorin|autorin/autor|autoren|autores|authors?|auteurs?|autor[ei]|written by|words by|text by|verfasst von|ein beitrag von|geschrieben von)(?: ?:|</)"
)

MIDWAY_BY: Final = re.compile(
    r"(?:[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?|[0-9]{1,2}[:.][0-9]{2}(?: ?(?:uhr|h|[ap]\.?m\.?))?|[|·•,–—-])\s+(?:(?:(?:story|words|text|written|posted|reported) )?by|von|par|por|door|av|af)\s+(?=[^\W\d_])"
    r"|作者 ?[:：]\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
"""A date, and then who; or a label in a line of several."""

OTHER_PART: Final = re.compile(
    r"(?:(?:edited|(?:[a-z]{3,12}ly|expert) reviewed|checked|verified|translated|illustrated|photographed|curated|produced|photos?|photographs?|photography|pictures?|images?|illustrations?|graphics?"
    r"|artwork|videos?|translation)(?: by ?:?| ?:)|(?:fotos?|bilder?|illustration(?:en)?|übersetzung|übersetzt|fotografiert|redigiert)(?: von ?:?| ?:)|(?:editor|redaktion|reviewer) ?:"
    r"|(?:photos?|traduit|relu|édité|illustrations?)(?: par ?:?| ?:)|(?:editado|traducido|revisado|fotos?|ilustraciones)(?: por ?:?| de ?:?| ?:))\s*\Z",
    re.IGNORECASE,
)
"""What stands before the name of somebody who has had another part in an article than writing it."""

REVIEWED: Final = re.compile(r"\breviewed by ?:?\s*\Z", re.IGNORECASE)
"""What stands before the author of a review, and before whoever has read what another wrote."""

AFTER_NAMES: Final = re.compile(
    r"(?-i:,? (?:in|on|at|am|um|vom|posted|published|updated|last|for|(?:le|el|il|op|den)(?= [0-9]))\b(?=[ :])|(?<=[a-zß-ÿ])\s+(?:IN|ON|AM|UM|LE)\b)"
    r"|[\s,|-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?[^\W\d_]{3,10}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}"
    r"|\s[|•·»›]\s|\s[–—-]\s|\s(?=[0-9])|\s(?=[^\W\d_]{2,12} ?[:：])",
    re.IGNORECASE,
)
"""Where names end: at a place, a date, a stroke, or the next label."""

PLACED: Final = re.compile(
    r" in [A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2}(?=,? (?:and|&) [A-Z][\w'’.-]{1,20} [A-Z])"
)
"""Where somebody is, between two names."""

REPORTER: Final = ("记者", "記者", "기자")


@cache
def reported() -> re.Pattern[str]:
    """Who reports, as papers say it in the text: Chinese ones in brackets at its beginning, Korean ones there or with an address at its end."""
    return re.compile(
        r"[（(〔【][\u4e00-\u9fff]{0,6}[记記]者(?![会會招证證节節站团團们們协協])[\s:：]?([\u4e00-\u9fff·、，,]{2,40})(?=[）)〕】／/\s])"
        r"|[\])=>\s]([가-힣]{2,4})\s?기자\s?(?:=\s|[a-z0-9._-]{1,40}@)"
    )


TITLED: Final = re.compile(
    r"(?:view|see|more|all|alle|voir|ver|read|show)\b.{0,20}?\b(?:posts?|articles?|beiträge|artikel|stories|entradas|messages)\b.{0,12}?\b(?:by|von|from|de|par|par|por)\s+",
    re.IGNORECASE,
)

_DAY: Final = r"(?:[0-3]?[0-9])"
YEAR: Final = r"(?:19[89][0-9]|20[0-4][0-9])"
ANY_YEAR: Final = re.compile(YEAR)
DATE: Final = re.compile(
    rf"(?<![0-9/.-])(?:{YEAR}([-/.])[01]?[0-9]\1{_DAY}(?:[T ][0-9:]{{5,8}}(?:Z|[+-][0-9:]{{4,6}})?)?"
    rf"|{_DAY}([-/.])\s?{_DAY}\2\s?{YEAR}"
    rf"|{_DAY}(?:st|nd|rd|th|\.?[º°]|\.|er)?(?: (?:of|de))?[ /-]?[^\W\d_]{{3,12}}\.?(?: del?|,)?[ /-]?{YEAR}"
    rf"|{YEAR}\. ?[01]?[0-9]\. ?{_DAY}(?=\.)"
    rf"|[^\W\d_]{{3,12}}[.,]?[ -]{_DAY}(?:st|nd|rd|th)?,?[ -]{YEAR}"
    rf"|{YEAR}\.? [^\W\d_]{{3,12}}\.? {_DAY}(?![0-9])"
    rf"|{YEAR} ?[年년] ?[01]?[0-9] ?[月월] ?{_DAY} ?[日일号](?:(?=[0-9]{{1,2}}[:時时]))?)(?![0-9](?![0-9]?[:時时]))",
    re.IGNORECASE,
)
"""A day as pages write it in running text; `values.dates` says whether it is one."""

TEASERS: Final = (
    "teaser", "related", "recommend", "mostread", "most-read", "mostpopular", "most-popular", "inline-article", "articlebox",
    "readmore", "read-more", "testimonial",
)  # fmt: skip
REVIEW: Final = re.compile(r"[\"' ](?:customer-)?reviews?[\"' ]")
HEADING: Final = re.compile(r"<h[2-6][\s>]")
LINKED_HEADING: Final = re.compile(
    r"<a\s[^<>]{1,500}>\s{0,20}<h[2-6][\s>]|<h[2-6](?:\s[^<>]{0,200})?>\s{0,20}<a\s[^<>]{0,300}href"
)
"""What stands in the markup before the byline of another article."""
