"""The published texts that signals rest on, each with the address of the text itself."""

from __future__ import annotations

from provenance.signal import Standard


def schema_org(term: str) -> Standard:
    """A property or type of schema.org."""
    return Standard(name="schema.org", clause=term, url=f"https://schema.org/{term}")


def credibility_signals(clause: str) -> Standard:
    """The W3C Credible Web Community Group's inventory of signals, draft of 26 November 2019."""
    return Standard(
        name="W3C CredWeb, Credibility Signals", clause=clause, url="https://credweb.org/signals-20191126"
    )


def reviewed_signals(clause: str) -> Standard:
    """The few signals that the same group has reviewed, report of 24 February 2020."""
    return Standard(
        name="W3C CredWeb, Reviewed Credibility Signals",
        clause=clause,
        url="https://credweb.org/reviewed-signals-20200224/",
    )


def journalism_trust_initiative(clause: str) -> Standard:
    """CEN Workshop Agreement 17493:2019, the standard of the Journalism Trust Initiative."""
    return Standard(
        name="CWA 17493:2019, Journalism Trust Initiative",
        clause=clause,
        url="https://www.jti-app.com/footer/cwa",
    )


def newsguard(criterion: str) -> Standard:
    """One of NewsGuard's nine criteria."""
    return Standard(
        name="NewsGuard, website rating criteria",
        clause=criterion,
        url="https://www.newsguardtech.com/ratings/rating-process-criteria/",
    )


def trust_indicator(indicator: str) -> Standard:
    """One of the eight indicators of The Trust Project."""
    return Standard(
        name="The Trust Project, Trust Indicators",
        clause=indicator,
        url="https://thetrustproject.org/trust-indicators/",
    )


def wikipedia(page: str, clause: str) -> Standard:
    """A guideline or inline template of the English Wikipedia."""
    return Standard(name="Wikipedia", clause=clause, url=f"https://en.wikipedia.org/wiki/{page}")


def credibility_indicators(indicator: str) -> Standard:
    """Zhang et al. 2018, the indicators of the Credibility Coalition, defined and annotated."""
    return Standard(
        name="Zhang et al. 2018, Credibility Indicators in News Articles",
        clause=indicator,
        url="https://doi.org/10.1145/3184558.3188731",
    )


def sourcing_requirements(clause: str) -> Standard:
    """Intelligence Community Directive 206, how an analytic product names its sources."""
    return Standard(
        name="ICD 206, Sourcing Requirements", clause=clause, url="https://irp.fas.org/dni/icd/icd-206.pdf"
    )
