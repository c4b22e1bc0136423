"""The version of the library, from the file that the build writes; no metadata look-up, which is slow."""

from __future__ import annotations

try:
    from provenance._version import __version__
except ImportError:  # a source tree that was never built
    __version__ = "0+unbuilt"

__all__ = ["__version__"]
