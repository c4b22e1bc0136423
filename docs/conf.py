"""How Sphinx builds the documentation: `sphinx-build -W -n docs SITE`."""

project = "provenance"
author = "The provenance authors"
copyright = "2026, the provenance authors"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["examples", "_build"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "provenance"
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
smartquotes = False  # it makes a dash of the two hyphens before an option
