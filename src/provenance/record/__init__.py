"""Layer 2: records: a JSON object in, evidence field by field out."""

from provenance.record.contract import SPELLINGS, RecordFields, observed_names, read_fields
from provenance.record.policies import POLICY_NAMES
from provenance.record.sound import sound

__all__ = ["POLICY_NAMES", "SPELLINGS", "RecordFields", "observed_names", "read_fields", "sound"]
