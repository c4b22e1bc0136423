"""The report: assessments as one self-contained web page, without a script and without a request to anywhere."""

from provenance.render.report.page import IN_FULL, Page, report

__all__ = ["IN_FULL", "Page", "report"]
