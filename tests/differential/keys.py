"""Values that a client computes in each run: SRP proofs, and texts sealed for this server."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets as randomness
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.exceptions import CryptoError as CryptoError
from nacl.public import Box, PrivateKey, PublicKey

VECTORS = Path(__file__).resolve().parent.parent / "vectors" / "srp.json"
N = int(json.loads(VECTORS.read_text())["cases"][0]["expected"]["N"], 16)
G = 5
SIZE = 512


class LogIn:
    """The client's side of an SRP log-in, compatible with jsrp."""

    def __init__(self) -> None:
        self.secret = randomness.randbits(256)
        self.public = padded(pow(G, self.secret, N)).hex()

    def proof(self, email: str, password: str, salt: str, server_public: str) -> str:
        identity = hashed(f"{email}:{password}".encode())
        x = number(hashed(bytes.fromhex(salt), identity))
        u = number(hashed(bytes.fromhex(self.public), bytes.fromhex(server_public)))
        k = number(hashed(padded(N), padded(G)))
        base = (int(server_public, 16) - k * pow(G, x, N)) % N
        key = hashed(padded(pow(base, self.secret + u * x, N)))
        return hashed(bytes.fromhex(self.public), bytes.fromhex(server_public), key).hex()


def verifier(email: str, password: str, salt: str) -> str:
    """The SRP verifier that a server stores for a password."""
    x = number(hashed(bytes.fromhex(salt), hashed(f"{email}:{password}".encode())))
    return padded(pow(G, x, N)).hex()


def padded(value: int) -> bytes:
    return value.to_bytes(SIZE, "big")


def hashed(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def seal(text: str, public_key: str, private_key: str) -> dict[str, str]:
    """A box in the form of key records."""
    sealed = box(public_key, private_key).encrypt(text.encode())
    return {"encryptedKey": encoded(sealed.ciphertext), "nonce": encoded(sealed.nonce)}


def unseal(record: dict[str, str], public_key: str, private_key: str) -> str:
    ciphertext, nonce = decoded(record["encryptedKey"]), decoded(record["nonce"])
    return box(public_key, private_key).decrypt(ciphertext, nonce).decode()


def box(public_key: str, private_key: str) -> Box:
    return Box(PrivateKey(decoded(private_key)), PublicKey(decoded(public_key)))


def encrypted_anew(sealed: list[str], key: str, new_key: str) -> list[str]:
    """Ciphertext, IV and tag under another project key."""
    ciphertext, iv, tag = map(decoded, sealed)
    plain = AESGCM(key.encode()).decrypt(iv, ciphertext + tag, None)
    fresh = randomness.token_bytes(16)
    anew = AESGCM(new_key.encode()).encrypt(fresh, plain, None)
    return [encoded(anew[:-16]), encoded(fresh), encoded(anew[-16:])]


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
