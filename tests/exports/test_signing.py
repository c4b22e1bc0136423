"""Signed statements: only what was signed, with that key, of that document, is opened. Needs the extra `sign`."""

import base64
import json
import shutil
import subprocess

import pytest

pytest.importorskip("securesystemslib")
pytest.importorskip("cryptography")

from cryptography.hazmat.primitives import serialization as how
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from securesystemslib.dsse import Envelope
from securesystemslib.signer import CryptoSigner

from provenance import AuditError, ConfigurationError
from provenance.codec import canonical
from provenance.exports.dsse import PAYLOAD, opened, public_key_of, signed, signer_of
from provenance.exports.intoto import statement


def write_pair(folder, name, key=None, *, encryption=None):
    """A pair of keys in PEM files."""
    key = key or Ed25519PrivateKey.generate()
    private, public = folder / f"{name}.pem", folder / f"{name}.pub"
    private.write_bytes(
        key.private_bytes(how.Encoding.PEM, how.PrivateFormat.PKCS8, encryption or how.NoEncryption())
    )
    public.write_bytes(key.public_key().public_bytes(how.Encoding.PEM, how.PublicFormat.SubjectPublicKeyInfo))
    return private, public


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return write_pair(tmp_path_factory.mktemp("keys"), "mine")


@pytest.fixture
def envelope(pair, full):
    return json.loads(json.dumps(signed(full, signer_of(pair[0]))))


def test_what_was_signed_is_opened(pair, envelope, full):
    assert opened(envelope, public_key_of(pair[1])) == full


def test_the_library_that_we_sign_with_is_not_needed_to_verify(pair, envelope, full):
    """DSSE is simple: the bytes that are signed can be put together by anyone."""
    payload = base64.b64decode(envelope["payload"])
    signature = base64.b64decode(envelope["signatures"][0]["sig"])
    key = how.load_pem_public_key(pair[1].read_bytes())
    key.verify(signature, b"DSSEv1 %d %b %d %b" % (len(PAYLOAD), PAYLOAD.encode(), len(payload), payload))
    assert json.loads(payload) == statement(full)


def test_the_same_record_has_the_same_signature(pair, envelope, full):
    assert signed(full, signer_of(pair[0])) == envelope


def changed(envelope, change):
    stated = json.loads(base64.b64decode(envelope["payload"]))
    change(stated)
    return {**envelope, "payload": base64.b64encode(canonical(stated)).decode()}


TAMPERED = {
    "the payload": lambda e: changed(e, lambda s: s["predicate"]["result"].update(score=1)),
    "the subject": lambda e: changed(e, lambda s: s["subject"][0].update(name="other")),
    "the type": lambda e: {**e, "payloadType": "application/json"},
    "the signature": lambda e: {
        **e,
        "signatures": [{**e["signatures"][0], "sig": base64.b64encode(b"x" * 64).decode()}],
    },
    "a short signature": lambda e: {**e, "signatures": [{"sig": "eA=="}]},
    "no signature": lambda e: {**e, "signatures": []},
    "no payload": lambda e: {k: v for k, v in e.items() if k != "payload"},
    "no base64": lambda e: {**e, "payload": "%%%"},
    "no envelope": lambda _: {"payloadType": 5, "payload": 5, "signatures": 5},
    "a type that is none": lambda e: {**e, "payloadType": 5},
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_tampered_with_is_refused(pair, envelope, what):
    with pytest.raises(AuditError, match=r"was not signed with this key|no whole envelope"):
        opened(TAMPERED[what](envelope), public_key_of(pair[1]))


def test_another_key_opens_nothing(envelope, tmp_path):
    with pytest.raises(AuditError, match="not signed with this key"):
        opened(envelope, public_key_of(write_pair(tmp_path, "other")[1]))


def test_the_name_of_a_key_is_a_hint_only(pair, envelope, full):
    envelope["signatures"][0]["keyid"] = "another name"
    assert opened(envelope, public_key_of(pair[1])) == full


@pytest.mark.parametrize(
    "stated",
    [
        [],
        {"predicateType": "urn:provenance:audit:1"},
        {"predicateType": "https://slsa.dev/provenance/v1", "predicate": {}},
        {"predicateType": "urn:provenance:audit:1", "predicate": {"document": 5}},
    ],
)
def test_a_signed_statement_of_something_else_is_refused(pair, stated):
    sealed = Envelope(json.dumps(stated).encode(), PAYLOAD, {})
    sealed.sign(CryptoSigner(how.load_pem_private_key(pair[0].read_bytes(), None)))
    with pytest.raises(AuditError, match="/payload"):
        opened(sealed.to_dict(), public_key_of(pair[1]))


def test_a_signed_statement_that_names_a_key_twice_is_refused(pair, full):
    twice = b'{"predicate": {"score": 100000}, ' + canonical(statement(full))[1:]
    sealed = Envelope(twice, PAYLOAD, {})
    sealed.sign(signer_of(pair[0]))
    with pytest.raises(AuditError, match="/payload"):
        opened(sealed.to_dict(), public_key_of(pair[1]))


def test_a_statement_about_another_document_is_refused(pair, full):
    stated = statement(full)
    stated["subject"][0]["digest"]["sha256"] = "0" * 64
    sealed = Envelope(canonical(stated), PAYLOAD, {})
    sealed.sign(signer_of(pair[0]))
    with pytest.raises(AuditError, match="/payload"):
        opened(sealed.to_dict(), public_key_of(pair[1]))


def test_keys_that_cannot_be_used(pair, tmp_path):
    rsa = write_pair(tmp_path, "rsa", generate_private_key(65537, 2048))
    locked = write_pair(tmp_path, "locked", encryption=how.BestAvailableEncryption(b"secret"))
    for path in (rsa[0], locked[0], pair[1]):
        with pytest.raises(ConfigurationError, match="expected an Ed25519 private key"):
            signer_of(path)
    for path in (rsa[1], pair[0]):
        with pytest.raises(ConfigurationError, match="expected an Ed25519 public key"):
            public_key_of(path)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        public_key_of(tmp_path / "nowhere")


def test_keys_made_by_openssl_as_the_guide_says(tmp_path, full):
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    key, public = tmp_path / "key.pem", tmp_path / "key.pub"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
    subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-out", public], check=True)
    assert opened(signed(full, signer_of(key)), public_key_of(public)) == full


def test_the_command_signs_and_verifies(pair, tmp_path):
    from provenance.cli.main import main_with_streams as run

    record, signed_file = tmp_path / "a.jsonl", tmp_path / "signed.jsonl"
    record.write_text('{"id": "a"}\n')
    assert (
        run(["export", str(record), "--format", "dsse", "--key", str(pair[0]), "-o", str(signed_file)]) == 0
    )
    assert run(["verify", str(signed_file), "--key", str(pair[1])]) == 0
    assert run(["verify", str(signed_file), "--key", str(write_pair(tmp_path, "other")[1])]) == 1
    assert run(["verify", str(signed_file)]) == 1
