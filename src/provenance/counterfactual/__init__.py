"""What would change a score: the fewest changes that reach a goal, and what falls if something proves false."""

from provenance.counterfactual.changes import Change, Options
from provenance.counterfactual.denials import Denial, denials
from provenance.counterfactual.ways import Goal, Step, Way, WhatIf, what_if

__all__ = ["Change", "Denial", "Goal", "Options", "Step", "Way", "WhatIf", "denials", "what_if"]
