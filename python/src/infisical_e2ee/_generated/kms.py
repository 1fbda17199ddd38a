"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from .._native import Call
    from .._types import KmsKey


class Kms(Resource):
    """Keys that the server holds, on servers since October 2024.

    **This is not end-to-end encryption.** The server makes these keys and keeps them, and it sees
    the data: the operator of the server can decrypt all of it. Use such a key where several
    programs trust the server and should not have the key themselves. A client that requires
    end-to-end encryption manages keys, and refuses to encrypt, decrypt, sign and verify.

    On today's servers, the project must be made for it: see ``product`` of :meth:`Projects.create`.
    Machine identities need a role in it, like users.

    Every method fails with :class:`UnsupportedByServerError` on older servers, and if the project
    is for something else. It fails with :class:`PermissionDeniedError` for service tokens, service
    accounts and API keys, or if the role does not allow it. It fails with
    :class:`IntegrityViolationError` if the server answers with another key or project, and with
    :class:`InvalidInputError` for a malformed id.

    Protocol: ``/api/v1/kms/keys``.
    """

    __slots__ = ()

    @blocking
    def list(
        self, *, project: str | None = None, timeout: float | None = None
    ) -> Call[builtins.list[KmsKey]]:
        """Lists every key of a project.

        Args:
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the caller is not a member.
            InvalidInputError: If neither the call nor the client names a project.
        """
        return self._native.list_kms_keys(project, timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[KmsKey]:
        """Returns one key, by its id, on today's servers.

        Args:
            id: The key's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            UnsupportedByServerError: On servers before 2026: list the keys.
        """
        return self._native.get_kms_key(id, timeout)

    @blocking
    def get_by_name(
        self, name: str, *, project: str | None = None, timeout: float | None = None
    ) -> Call[KmsKey]:
        """Returns one key of a project, by its name, on today's servers.

        Args:
            name: The key's name.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If the project has no such key, or if there is no such project or the
                caller is not a member.
            InvalidInputError: If the name is empty, ``.``, ``..`` or longer than 100 UTF-16 units,
                or if neither the call nor the client names a project.
            UnsupportedByServerError: On servers before 2026: list the keys.
        """
        return self._native.get_kms_key_by_name(name, project, timeout)

    @blocking
    def create(
        self,
        name: str,
        *,
        description: str | None = None,
        usage: str | None = None,
        algorithm: str | None = None,
        project: str | None = None,
        timeout: float | None = None,
    ) -> Call[KmsKey]:
        """Creates a key.

        The server makes and keeps it.

        Args:
            name: The key's name, of 1 to 32 lower-case letters, digits and ``-``.
            description: What the key is for, for people; none by default.
            usage: ``encrypt-decrypt``, or ``sign-verify`` on today's servers; by default that of
                the algorithm, and without one ``encrypt-decrypt``.
            algorithm: For encryption ``aes-256-gcm``, the default, or ``aes-128-gcm``. For
                signatures ``RSA_4096``, ``ECC_NIST_P256``, ``ECC_NIST_P384``, ``ECC_NIST_P521``, or
                with a license ``ML_DSA_44``, ``ML_DSA_65`` or ``ML_DSA_87``; there is no default.
            project: Id or slug of the project; the client's by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the project has a key of that name.
            InvalidInputError: If the name has other characters, if the algorithm is unknown or not
                for the usage, or if neither the call nor the client names a project.
            NotFoundError: If there is no such project or the caller is not a member.
            UnsupportedByServerError: For a key that signs on servers before 2026, and for an
                algorithm that the server's license does not include.
        """
        return self._native.create_kms_key(name, description, usage, algorithm, project, timeout)

    @blocking
    def update(
        self,
        id: str,
        *,
        new_name: str | None = None,
        description: str | None = None,
        timeout: float | None = None,
    ) -> Call[KmsKey]:
        """Gives a key another name, another description or both.

        Args:
            id: The key's id.
            new_name: New name, of 1 to 32 lower-case letters, digits and ``-``; unchanged by
                default.
            description: New description, which may be empty; unchanged by default.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            ConflictError: If the project has a key of the new name.
            InvalidInputError: If nothing to change is given, or if the new name has other
                characters than lower-case letters, digits and ``-``, or is longer than 32.
        """
        return self._native.update_kms_key(id, new_name, description, timeout)

    @blocking
    def set_enabled(self, id: str, enabled: bool, *, timeout: float | None = None) -> Call[KmsKey]:
        """Disables a key, or enables it again.

        The server uses no disabled key.

        Args:
            id: The key's id.
            enabled: Whether the server may use the key.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
        """
        return self._native.set_kms_key_enabled(id, enabled, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a key permanently.

        Data that was encrypted with it can no longer be decrypted.

        Args:
            id: The key's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
        """
        return self._native.delete_kms_key(id, timeout)

    @blocking
    def encrypt(self, id: str, plaintext: bytes, *, timeout: float | None = None) -> Call[bytes]:
        """Has the server encrypt data, which it sees.

        Infisical's own SDKs give the same ciphertext as base64.

        Args:
            id: The key's id.
            plaintext: The data, at most 1 MiB; servers of 2024 take about 750 KiB.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: If the client requires end-to-end encryption: nothing is sent.
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for encryption, or if the data is
                too large.
        """
        return self._native.kms_encrypt(id, plaintext, timeout)

    @blocking
    def decrypt(self, id: str, ciphertext: bytes, *, timeout: float | None = None) -> Call[bytes]:
        """Has the server decrypt what it encrypted with a key.

        It sees the data.

        Args:
            id: The key's id.
            ciphertext: The result of :meth:`Kms.encrypt`. Decode one of Infisical's own SDKs from
                base64 first.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: If the client requires end-to-end encryption: nothing is sent.
            DecryptionFailedError: If the ciphertext is of another key or was changed. Servers
                answer the same way if something else fails there.
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for encryption, or if the ciphertext
                is too large.
        """
        return self._native.kms_decrypt(id, ciphertext, timeout)

    @blocking
    def sign(
        self,
        id: str,
        data: bytes,
        algorithm: str,
        *,
        digest: bool = False,
        timeout: float | None = None,
    ) -> Call[bytes]:
        """Has the server sign data, which it sees, on today's servers.

        Args:
            id: The key's id.
            data: The data, at most 1 MiB; with ``digest``, its hash.
            algorithm: Such as ``ECDSA_SHA_256`` or ``RSASSA_PSS_SHA_256``;
                :meth:`Kms.signing_algorithms` lists those of a key.
            digest: Whether the data is already hashed with the hash function of the algorithm;
                ``False`` by default. Not possible with RSASSA-PSS and ML-DSA.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: If the client requires end-to-end encryption: nothing is sent.
                Also on servers before 2026, and if the server's license does not include the
                algorithm.
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for signatures, if the algorithm is
                unknown or not for the key, if it takes no digest, or if the data is too large.
        """
        return self._native.kms_sign(id, data, algorithm, digest, timeout)

    @blocking
    def verify(
        self,
        id: str,
        data: bytes,
        signature: bytes,
        algorithm: str,
        *,
        digest: bool = False,
        timeout: float | None = None,
    ) -> Call[bool]:
        """Asks the server whether a signature is valid, on today's servers.

        It sees the data.

        The answer is the server's word. To check a signature without trusting the server, use the
        :meth:`Kms.public_key` that you got at a time when you trusted it.

        Args:
            id: The key's id.
            data: The signed data, at most 1 MiB; with ``digest``, its hash.
            signature: The result of :meth:`Kms.sign`.
            algorithm: The one of the signature.
            digest: Whether the data is already hashed with the hash function of the algorithm;
                ``False`` by default. Not possible with RSASSA-PSS and ML-DSA.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            UnsupportedByServerError: If the client requires end-to-end encryption: nothing is sent.
                Also on servers before 2026, and if the server's license does not include the
                algorithm.
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for signatures, if the algorithm is
                unknown or not for the key, if it takes no digest, or if the data or the signature
                is too large.
        """
        return self._native.kms_verify(id, data, signature, algorithm, digest, timeout)

    @blocking
    def public_key(self, id: str, *, timeout: float | None = None) -> Call[bytes]:
        """Returns the public key of a key that signs, on today's servers.

        It is in DER, as ``SubjectPublicKeyInfo``.

        Args:
            id: The key's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for signatures.
            UnsupportedByServerError: On servers before 2026.
        """
        return self._native.kms_public_key(id, timeout)

    @blocking
    def signing_algorithms(
        self, id: str, *, timeout: float | None = None
    ) -> Call[builtins.list[str]]:
        """Lists the algorithms with which a key can sign, on today's servers.

        Args:
            id: The key's id.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such key, or if the caller is not a member of its project.
            InvalidInputError: If the key is disabled or is not for signatures.
            UnsupportedByServerError: On servers before 2026.
        """
        return self._native.kms_signing_algorithms(id, timeout)


class AsyncKms(Resource):
    """The methods of :class:`Kms` as coroutines."""

    __slots__ = ()

    list = awaiting(Kms.list)
    get = awaiting(Kms.get)
    get_by_name = awaiting(Kms.get_by_name)
    create = awaiting(Kms.create)
    update = awaiting(Kms.update)
    set_enabled = awaiting(Kms.set_enabled)
    delete = awaiting(Kms.delete)
    encrypt = awaiting(Kms.encrypt)
    decrypt = awaiting(Kms.decrypt)
    sign = awaiting(Kms.sign)
    verify = awaiting(Kms.verify)
    public_key = awaiting(Kms.public_key)
    signing_algorithms = awaiting(Kms.signing_algorithms)
