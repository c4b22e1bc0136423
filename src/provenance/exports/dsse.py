"""Signed statements: an in-toto Statement in a DSSE envelope, with an Ed25519 key from a file.

https://github.com/secure-systems-lab/dsse - Keys are made by other programs (``openssl genpkey -algorithm ed25519``) and
read as PEM.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from provenance.codec import canonical, json_line, parsed_strictly
from provenance.errors import AuditError, ConfigurationError, MissingExtraError
from provenance.exports.formats import Format
from provenance.exports.intoto import PREDICATE, statement

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner, SSlibKey

PAYLOAD: Final = "application/vnd.in-toto+json"
_NEED: Final = "signing and reading signatures"
Json = dict[str, Any]


def signer_of(path: str | PathLike[str]) -> CryptoSigner:
    """What signs with the private key in a PEM file.

    Raises:
        ConfigurationError: it cannot be read, or is no Ed25519 key in the clear.
        MissingExtraError: the extra ``sign`` is not installed.
    """
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
        from securesystemslib.signer import CryptoSigner
    except ImportError:
        raise MissingExtraError(_NEED, "sign") from None
    content = _content(path)
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError):  # TypeError: it is encrypted
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise ConfigurationError(f"{path}: expected an Ed25519 private key in PEM, without a passphrase")
    return CryptoSigner(key)


def public_key_of(path: str | PathLike[str]) -> SSlibKey:
    """The public key in a PEM file.

    Raises:
        ConfigurationError: it cannot be read, or is no Ed25519 key.
        MissingExtraError: the extra ``sign`` is not installed.
    """
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
        from securesystemslib.signer import SSlibKey
    except ImportError:
        raise MissingExtraError(_NEED, "sign") from None
    content = _content(path)
    try:
        key = load_pem_public_key(content)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise ConfigurationError(f"{path}: expected an Ed25519 public key in PEM")
    return SSlibKey.from_crypto(key)


def _content(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else problem
        raise ConfigurationError(f"{path}: cannot be read: {said}") from None


def signing(path: str | PathLike[str]) -> Format:
    """A format of one envelope a line, signed with the private key in a PEM file; see `signer_of`."""
    signer = signer_of(path)
    return Format(lambda record: json_line(signed(record, signer)) + "\n")


def signed(record: Mapping[str, Any], signer: CryptoSigner) -> Json:
    """The statement that *record* makes of its document, in an envelope with its signature."""
    from securesystemslib.dsse import Envelope

    envelope = Envelope(canonical(statement(record)), PAYLOAD, {})
    envelope.sign(signer)
    found: Json = envelope.to_dict()
    return found


def opened(envelope: Mapping[str, Any], key: SSlibKey) -> Json:
    """The audit record in an envelope that was signed with *key*, if it is signed as one of its own document.

    Raises:
        AuditError: it was not signed with this key, or holds something else.
    """
    try:
        payload = b64decode(envelope["payload"], validate=True)
        signatures = [b64decode(each["sig"], validate=True) for each in envelope["signatures"]]
        is_signed = any(
            _is_signed(payload, envelope["payloadType"], signature, key) for signature in signatures
        )
    except (LookupError, TypeError, ValueError, AttributeError):
        raise AuditError("is no whole envelope (DSSE)") from None
    if not is_signed:
        raise AuditError("was not signed with this key", "/signatures")
    return _record_of(payload)


def _is_signed(payload: bytes, kind: str, signature: bytes, key: SSlibKey) -> bool:
    """Whether *signature* is that of *key*, under whatever name: DSSE has names of keys as hints."""
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import UnverifiedSignatureError
    from securesystemslib.signer import Signature

    try:
        key.verify_signature(Signature(key.keyid, signature.hex()), Envelope(payload, kind, {}).pae())
    except UnverifiedSignatureError:
        return False
    return True


def _record_of(payload: bytes) -> Json:
    try:
        stated = parsed_strictly(payload)
        record: Json = stated["predicate"]
        is_ours = stated["predicateType"] == PREDICATE and stated == statement(record)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise AuditError("is signed, and is no statement of an audit record about its document", "/payload")
    return record
