"""What the tests of the corpus share."""

import pytest


@pytest.fixture
def traced():
    """The lines of `trace` over records, by the pair of ids in alphabetical order."""
    from provenance.corpus.trace import trace
    from provenance.document import Document

    def run(*records, **options):
        lines = trace([Document.from_record(each) for each in records], **options)
        return {tuple(sorted((line["document"], line["source"]))): line for line in lines}

    return run
