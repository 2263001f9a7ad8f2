"""Content Credentials: a signed statement in the file of how its picture was made.

C2PA Technical Specification 2.2, https://c2pa.org/specifications. The package c2pa-python, which is
optional, writes them. The signature shows that nobody changed the file since; who signed it, it
does not prove: the certificate is this computer's own, and programs call it untrusted.
"""

import datetime
import importlib.metadata
import io
import json
import os
import secrets
from pathlib import Path
from typing import Any

from glide_studio.core.files.formats import Format
from glide_studio.core.files.metadata.generation_data import EDITED, GenerationData
from glide_studio.core.files.safe_file import PictureError, not_saved

IDENTITY = "content-credentials.pem"
"""The file of the certificates, the signer's first, and the private key."""

_YEARS = 10
_QUIET = {"builder": {"thumbnail": {"enabled": False}}, "verify": {"remote_manifest_fetch": False}}


def signed(picture: bytes, kind: Format, told: GenerationData, folder: Path) -> bytes:
    """The file `picture` with Content Credentials that say what `told` says.

    The certificate in `folder` signs it; it is made if there is none. Raises PictureError without
    c2pa-python, for a picture without edits, and for a certificate that cannot be used.
    """
    if told.source_type is None:
        raise PictureError(
            "Content Credentials describe a generated edit, and need the AI label. Export the "
            "picture without them."
        )
    try:
        import c2pa
    except ImportError as error:
        raise PictureError(
            "Content Credentials need the Python package c2pa-python. Install that, or export "
            "without them."
        ) from error
    certificates, key = _identity(folder)
    mime = f"image/{kind.name.lower()}"
    target = io.BytesIO()
    try:
        info = c2pa.C2paSignerInfo("es256", certificates, key, None)
        with (
            c2pa.Context.from_dict(_QUIET) as context,
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(json.dumps(_manifest(told)), context) as builder,
        ):
            builder.sign(signer, mime, io.BytesIO(picture), target)
    except c2pa.C2paError as error:
        raise _unusable(folder / IDENTITY) from error
    return target.getvalue()


def _manifest(told: GenerationData) -> dict[str, Any]:
    version = importlib.metadata.version("glide-studio")
    agent = {"name": "GLIDE Studio", "version": version}
    made = {"softwareAgent": agent, "digitalSourceType": told.source_type}
    actions: list[dict[str, Any]] = [{"action": "c2pa.created", **made}]
    edits = told.edits if told.source_type == EDITED else told.edits[1:]
    for edit in edits:
        made = {"softwareAgent": agent, "digitalSourceType": EDITED, "description": edit.prompt}
        actions.append({"action": "c2pa.edited", **made})
    if told.source_type == EDITED and not edits:
        actions.append({"action": "c2pa.edited", **made})
    return {
        "claim_generator_info": [agent],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": actions}}],
    }


def _identity(folder: Path) -> tuple[bytes, bytes]:
    """The certificates and the private key, which are made on first use and once they expired."""
    from cryptography import x509

    path = folder / IDENTITY
    try:
        text = path.read_bytes() if path.exists() else b""
        certificates, found, key = text.partition(b"-----BEGIN PRIVATE KEY-----")
        if found:
            signer = x509.load_pem_x509_certificate(certificates)
            if signer.not_valid_after_utc > datetime.datetime.now(datetime.UTC):
                return certificates, found + key
        elif text:
            raise ValueError("no private key")
        certificates, key = _made()
        _write_privately(path, certificates + key)
    except OSError as error:
        raise not_saved(path, error) from error
    except ValueError as error:
        raise _unusable(path) from error
    return certificates, key


def _unusable(path: Path) -> PictureError:
    return PictureError(
        "The certificate “{path}” cannot be used. Delete this file, and export again to make a new "
        "one.",
        path=path,
    )


def _made() -> tuple[bytes, bytes]:
    """New certificates and a private key, as C2PA demands them: section 14.5.1, X.509 profile."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def name(text: str) -> x509.Name:
        organization = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "GLIDE Studio")
        return x509.Name([organization, x509.NameAttribute(NameOID.COMMON_NAME, text)])

    now = datetime.datetime.now(datetime.UTC)
    issuer = name("GLIDE Studio on a computer of its user")
    issuer_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))

    def certificate(
        subject: x509.Name, public: ec.EllipticCurvePublicKey, is_issuer: bool
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=365 * _YEARS))
            .add_extension(x509.BasicConstraints(is_issuer, 0 if is_issuer else None), True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not is_issuer,
                    content_commitment=False,
                    key_encipherment=False,
                    data_encipherment=False,
                    key_agreement=False,
                    key_cert_sign=is_issuer,
                    crl_sign=is_issuer,
                    encipher_only=False,
                    decipher_only=False,
                ),
                True,
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
        )

    root = certificate(issuer, issuer_key.public_key(), True)
    user = (
        certificate(name("A user of GLIDE Studio"), key.public_key(), False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False
        )
    )
    pem = serialization.Encoding.PEM
    chain = (each.sign(issuer_key, hashes.SHA256()).public_bytes(pem) for each in (user, root))
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return b"".join(chain), private


def _write_privately(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
            f.write(data)
            f.flush()
            os.fsync(f.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
