"""`provenance signals`: what is asked of a document, and why."""

from __future__ import annotations

import argparse

from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.policy import Policy
from provenance.registry import Registry
from provenance.render.signals import signal_as_json, signal_as_text, signals_as_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``signals``."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="describe these signals (default: list all of them)"
    )
    parser.add_argument(
        "--policy", metavar="FILE", help="the policy to score by, a TOML file (default: the bundled one)"
    )
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="text, or jsonl")


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show signals; the exit code."""
    registry = Registry.core()
    policy = Policy.default() if args.policy is None else Policy.load(args.policy)
    chosen = [registry[name] for name in args.ids] or list(registry)
    if args.format == "jsonl":
        for signal in chosen:
            streams.write(json_line(signal_as_json(signal.spec, policy)) + "\n")
    elif args.ids:
        streams.write("\n".join(signal_as_text(signal.spec, policy) for signal in chosen))
    else:
        streams.write(signals_as_table([signal.spec for signal in chosen], policy))
    return 0
