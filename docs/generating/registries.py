"""The page of registry files."""

from generating.markdown import table
from provenance.registries.entries import KINDS
from provenance.registries.files import ABOUT
from provenance.registries.ratings import COLUMNS
from provenance.registries.statements import INVERSE, TRUST

_REGISTRIES = """# Registry files

[Use registries](../how-to/use-registries.md) explains what they are for.
The kind of a registry file is one of {kinds}.
Lines such as `# source: https://…` at its top apply to the whole file: {about}.
Files are UTF-8; other lines that begin with `#` are comments.

## Ratings

CSV with a header (tabs in `.tsv`), or JSON Lines with the same names.
What no column gives can be given at the top of the file.

{columns}
## trust.txt

A link is confirmed if the file of the other side states its counterpart.

{trust}
## ads.txt

Sellers (`domain, account, DIRECT` or `RESELLER`) are counted by domain; `OWNERDOMAIN` and `MANAGERDOMAIN` are kept.

## Protected domains and affiliates

One domain a line.
"""


def registries() -> str:
    columns = ((f"`{name}`", ", ".join(f"`{c}`" for c in names)) for name, names in COLUMNS.items())
    stated = ((f"`{name}`", f"`{INVERSE[name]}`" if name in INVERSE else "–") for name in TRUST)
    return _REGISTRIES.format(
        kinds=", ".join(f"`{kind}`" for kind in KINDS),
        about=", ".join(f"`{name}`" for name in ABOUT),
        columns=table(("gives", "column"), columns),
        trust=table(("states", "confirmed by"), stated),
    )
