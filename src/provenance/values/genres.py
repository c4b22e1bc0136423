"""What kind of text a label says: schema.org types, sections and genres as newsrooms call them, in eight languages."""

from __future__ import annotations

from functools import cache
from typing import Final

_LABELS: Final[dict[str, str]] = {
    "news": "NewsArticle, ReportageNewsArticle, news, news article, nachrichten, actualité, actualités, noticias, notizie, nieuws, notícias, новости",
    "opinion": "OpinionNewsArticle, opinion, opinions, editorial, editorials, op-ed, op-eds, opeds, column, columns, comment, commentary, viewpoint, letters, letters to the editor, meinung, kommentar, kommentare, leitartikel, gastbeitrag, kolumne, tribune, édito, éditorial, chronique, opinión, columna, tribuna, opinione, opinioni, commento, commenti, editoriale, opinie, column, opinião, coluna, мнение, мнения, колонка",
    "analysis": "AnalysisNewsArticle, BackgroundNewsArticle, analysis, news analysis, explainer, explainers, background, analyse, analysen, hintergrund, décryptage, análisis, analisi, approfondimento, achtergrond, análise, аналитика",
    "review": "ReviewNewsArticle, CriticReview, review, reviews, rezension, kritik, critique, critiques, reseña, reseñas, recensione, recensioni, recensie, recensies, resenha, рецензия",
    "sponsored": "AdvertiserContentArticle, sponsored, sponsored content, sponsored post, sponsored article, paid content, paid post, paid partnership, partner content, promoted content, branded content, brand content, advertorial, advertorials, advertisement, advertisement feature, advertising feature, anzeige, werbung, sponsored by, publireportage, publi-reportage, contenu sponsorisé, contenu partenaire, publirreportaje, contenido patrocinado, contenuto sponsorizzato, informazione pubblicitaria, gesponsord, publireportagem, conteúdo patrocinado, реклама, на правах рекламы",
    "satire": "SatiricalArticle, satire, satira, sátira, сатира",
    "press_release": "press release, press releases, pressrelease, news release, media release, pressemitteilung, pressemitteilungen, communiqué de presse, communiqués de presse, nota de prensa, comunicado de prensa, comunicato stampa, comunicati stampa, persbericht, persberichten, comunicado de imprensa, nota à imprensa, пресс-релиз, пресс-релизы",
    "fact_check": "ClaimReview, fact check, fact-check, factcheck, fact checks, fact checking, fact-checking, faktencheck, vérification, verificación, verificaciones, verifica dei fatti, factcheck, checagem, фактчекинг",
}
"""What each kind is called, from schema.org's types of NewsArticle, The Trust Project's "Type of Work", and habit."""


def genre_of(label: str) -> str | None:
    """The kind of text that *label* says; None where it says none (a subject, a place).

    >>> genre_of("https://schema.org/OpinionNewsArticle"), genre_of("Pressemitteilung"), genre_of("Sports")
    ('opinion', 'press_release', None)
    """
    name = label.strip().rstrip("/")
    if "://" in name or name.startswith("schema:"):
        name = name.rpartition("/")[2].rpartition(":")[2]
    return _kinds().get(" ".join(name.casefold().replace("_", " ").split()))


@cache
def _kinds() -> dict[str, str]:
    return {label.strip().casefold(): kind for kind, labels in _LABELS.items() for label in labels.split(",")}
