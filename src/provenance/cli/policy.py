"""`provenance policy`: show the points, or check a policy of one's own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from provenance.cli.streams import Streams
from provenance.codec import json_line
from provenance.errors import ConfigurationError
from provenance.policy import Policy, default_toml
from provenance.policycheck import MILLIPOINTS
from provenance.registry import Registry
from provenance.render.signals import policy_as_text
from provenance.render.words import plain

_CALLED: Final = {"jsonl": "JSON Lines", "toml": "TOML"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``policy``."""
    parser.add_argument(
        "action",
        choices=("show", "check"),
        help="show the points, or only check that the policy can be used",
    )
    parser.add_argument(
        "path", nargs="?", metavar="FILE", help="a policy of your own (default: the bundled one)"
    )
    parser.add_argument(
        "--format",
        choices=("text", "jsonl", "toml"),
        default="text",
        help="text, jsonl, or toml: the file itself, to start a policy of your own from",
    )


def run(args: argparse.Namespace, streams: Streams) -> int:
    """Show or check a policy; an unusable one is a configuration error, which exits with 2."""
    if args.action == "check" and args.format != "text":
        raise ConfigurationError(
            f"--format: `policy check` prints no {_CALLED[args.format]}: `policy show --format {args.format}` does, of a policy that can be used"
        )
    policy = Policy.default() if args.path is None else Policy.load(args.path)
    registry = Registry.core()
    policy.check(registry)
    if args.action == "check":
        points = sum(policy.points.values()) / MILLIPOINTS
        streams.write(f"{plain(policy.id)} can be used: {points:g} points, {policy.digest}\n")
    elif args.format == "toml":
        streams.write(default_toml() if args.path is None else Path(args.path).read_text("utf-8-sig"))
    elif args.format == "jsonl":
        streams.write(json_line({**policy.content(), "digest": policy.digest}) + "\n")
    else:
        streams.write(policy_as_text(policy, registry))
    return 0
