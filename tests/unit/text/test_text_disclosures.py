"""What a text is labelled as in a language without a lexicon."""

import pytest

from provenance.text import disclosures, notices
from provenance.text.lexicon import load
from provenance.text.reader import read
from provenance.text.sentences import split
from provenance.text.tables import table


def kinds(language, text):
    return [notice.kind for notice in disclosures.find(text, split(text), language)]


LABELLED = [
    ("de", "Bezahlter Beitrag: Der neue Hafen von Tarnmoor.", ["sponsored"]),
    ("de", "Werbung: Der neue Hafen.", ["sponsored"]),
    ("de", "Dieser Beitrag entstand in Kooperation mit der Hafen-Gesellschaft.", ["sponsored"]),
    ("de", "Dieser Artikel ist eine Anzeige.", ["sponsored"]),
    (
        "de",
        "Dieser Artikel wurde mit Hilfe von KI übersetzt und von der Redaktion geprüft.",
        ["ai_statement"],
    ),
    ("de", "Teile dieses Textes wurden mithilfe künstlicher Intelligenz erstellt.", ["ai_statement"]),
    ("de", "Diese Meldung wurde automatisch erstellt.", ["ai_statement"]),
    ("de", "Dieser Text wurde ohne KI geschrieben.", ["ai_statement"]),
    ("fr", "Contenu sponsorisé. Le port de Tarnmoor se transforme.", ["sponsored"]),
    ("fr", "Cet article a été réalisé en collaboration commerciale avec le port.", ["sponsored"]),
    ("fr", "Cet article a été rédigé avec l’aide de l’IA, puis relu.", ["ai_statement"]),
    ("fr", "Cette dépêche n'a pas été générée par une intelligence artificielle.", ["ai_statement"]),
    ("es", "CONTENIDO PATROCINADO", ["sponsored"]),
    ("es", "Este artículo ha sido patrocinado por el puerto.", ["sponsored"]),
    ("es", "Esta noticia ha sido redactada con ayuda de inteligencia artificial.", ["ai_statement"]),
    ("es", "Este texto no fue generado por IA.", ["ai_statement"]),
    ("it", "Informazione pubblicitaria", ["sponsored"]),
    ("it", "Questo articolo è stato tradotto con l’aiuto dell’intelligenza artificiale.", ["ai_statement"]),
    ("nl", "Dit artikel is gesponsord door de haven.", ["sponsored"]),
    ("nl", "Deze vertaling is met behulp van AI gemaakt.", ["ai_statement"]),
    ("pt", "Conteúdo patrocinado", ["sponsored"]),
    ("pt", "Esta reportagem foi produzida com o auxílio de inteligência artificial.", ["ai_statement"]),
]

PLAIN = [
    ("de", "Anzeige erstattete der Mann erst am Montag."),
    ("de", "Anzeige"),
    ("de", "Werbung macht der Hafen keine."),
    ("de", "Dieser Artikel wurde von der Redaktion geprüft."),
    ("de", "Dieser Text wurde mit KI-Forschern besprochen."),
    ("de", "Er sagte, dieser Artikel wurde mit KI erstellt."),
    ("fr", "Publicité"),
    ("fr", "Cet article a été rédigé par un journaliste."),
    ("fr", "La traduction automatique progresse."),
    ("es", "Publicidad"),
    ("es", "Este artículo ha sido escrito por una periodista."),
    ("it", "Questo articolo è stato scritto dal capitano."),
    ("nl", "Dit artikel is door de kapitein geschreven."),
    ("pt", "Este texto foi escrito por uma jornalista."),
    ("de", "KI-generierte Bilder sind im Hafen verboten."),
    ("fr", "Traduction automatique et interprètes se complètent."),
    ("es", "Patrocinado por la Unión, el puerto crece."),
    ("sv", "Bezahlter Beitrag"),
    ("de", ""),
]


@pytest.mark.parametrize(("language", "text", "expected"), LABELLED)
def test_labels(language, text, expected):
    assert kinds(language, text) == expected


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_other_sentences_are_none(language, text):
    assert kinds(language, text) == []


def test_a_label_is_its_sentence_and_knows_its_copies():
    text = "Es regnet. Bezahlter Beitrag.\nBezahlter Beitrag."
    assert notices.once(text, disclosures.find(text, split(text), "de")) == (
        (11, 29, "sponsored", False),
        (30, 48, "sponsored", True),
    )


@pytest.mark.parametrize("language", sorted(table("disclosures")))
def test_labels_are_of_languages_without_a_lexicon_and_of_two_kinds(language):
    assert load(language) is None
    assert {row["kind"] for row in table("disclosures")[language]} == set(disclosures.KINDS)


def test_a_text_shows_its_labels_and_nothing_more():
    text = (
        "Dieser Artikel wurde mit KI übersetzt.\nDer Hafen war am Montag geschlossen, und die Schiffe mussten warten, "
        "weil sich der Wind nicht legte und die Boote auf dem Wasser nicht sicher waren, sagte der Kapitän."
    )
    facts = read(text)
    assert (facts.language, facts.lexicon) == ("de", None)
    assert [text[n.start : n.end] for n in facts.notices] == ["Dieser Artikel wurde mit KI übersetzt."]
    assert facts.attributions == ()
