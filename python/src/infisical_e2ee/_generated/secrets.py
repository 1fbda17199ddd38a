"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._arguments import audit_details, name_list, new_values, secret_text
from .._calls import Resource, awaiting, blocking
from .inputs import Destination, GetOptions, ListOptions, Location, Place, SecretExtras

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._native import Call, Secret
    from .._types import (
        Approval,
        BulkResult,
        DuplicateResult,
        MoveResult,
        NestedReferences,
        NewValue,
        SecretChange,
        SecretHistory,
        SecretList,
        SecretType,
        UnknownReferences,
    )


class Secrets(Resource):
    """Secrets by name.

    Every method works in one place: a project, an environment and a folder. It fails with
    :class:`InvalidInputError` if neither the call nor the client or its token names the project and
    the environment, or if the path does not have the form ``/folder/subfolder``. It fails with
    :class:`NotFoundError` if there is no such project or environment or the user is not a member,
    and with :class:`PermissionDeniedError` if the credential may not read or write there, such as a
    service token outside of its scopes. On May 2023 servers secrets have no folders: a path other
    than ``/`` fails with :class:`UnsupportedByServerError`.

    A name may be any text without white space around it, in any script. The names ``.`` and ``..``
    cannot be in a URL, and servers since 2024 cannot find the names ``raw``, ``batch`` and ``move``
    and names of more than 100 UTF-16 units. :meth:`Secrets.set_many`, :meth:`Secrets.delete_many`
    and :meth:`Secrets.list` handle these too, where secrets are end-to-end encrypted.

    The client encrypts and decrypts, and verifies what it reads. If the key of the project is not
    available, because nobody has shared it or the credential opens no private key, a method fails
    with :class:`KeyUnavailableError`. It fails with :class:`DecryptionFailedError` if the copy of
    the key or a secret does not decrypt, and with :class:`IntegrityViolationError` if the server
    answers with another secret than the one asked for or stored. With a trust store, it fails with
    :class:`TamperingSuspectedError` if an answer contradicts what was seen before.

    Where a secret can only pass in plaintext, as for machine identities and in projects whose key
    only the server has, a method fails with :class:`UnsupportedByServerError` if the client has the
    option ``require_e2ee``, which is on by default except for machine identities. Each secret tells
    how it came: :attr:`Secret.end_to_end_encrypted`.

    Protocol: ``/api/v3/secrets`` and ``/api/v2/secrets``; for machine identities
    ``/api/v3/secrets/raw`` and ``/api/v4/secrets``.
    """

    __slots__ = ()

    @blocking
    def get(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        imports: bool = False,
        view_value: bool | None = None,
        expand_references: bool = False,
        expand_on_server: bool = False,
        unknown_references: UnknownReferences = "error",
        nested_references: NestedReferences = "own_folder",
        version: int | None = None,
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Reads and decrypts one secret, and checks that it is the one asked for.

        Args:
            name: The secret's name.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            imports: Whether secrets of imported folders are found too, with the environment and
                path that they come from; ``False`` by default. A folder's own secrets take
                precedence over imported ones, and later imports over earlier ones. Needs a server
                of 2024 or later.
            view_value: Whether the value is read too; ``True`` by default. With ``False``, the
                result has the other fields, an empty value, and ``value_read`` = ``False``: the
                client does not decrypt the value, and today's servers do not send one that they
                decrypt. For these, a credential that may not read values needs ``False``. A trust
                store then checks only that no secret of a list is missing. Not with
                ``expand_references``.
            expand_references: Whether ``${NAME}`` in a value becomes the value of that secret, and
                on servers since 2024 ``${environment.folder.NAME}`` that of a secret elsewhere in
                the project; ``False`` by default. The client expands references, because servers
                cannot read encrypted values and differ in what they do with others. It requests the
                folders that references lead to; of the values, the server sees only those paths,
                for environments of the project or, with a service token, of its scopes. Service
                accounts and service tokens v3 reach only the environment that is read. A plain name
                is looked up in the folder of the secret that contains it, as if that folder were
                read separately; an imported secret belongs to the folder that imports it.
                ``${SELF}`` in the value of ``SELF`` stays as written; a circular reference through
                several secrets is an error. References nest up to a depth of 32. An expanded value
                has at most 1 MiB, and all values of one call together 64 MiB.
            expand_on_server: Whether the server expands references, in the request that reads the
                values; ``False`` by default. The client then requests no other folders. Only where
                the server decrypts the project's secrets, and since October 2024. A secret in which
                the server leaves a reference is rejected. But a server of July 2026 puts empty text
                in place of a missing secret, without an error, and refuses the whole list if the
                credential may not read a secret that a value refers to. Needs
                ``expand_references``. Not with ``unknown_references`` or ``nested_references``.
            unknown_references: What to do with a reference to a secret that is missing, or in a
                folder that the credential cannot read. With ``"error"``, the default, the secret
                that contains it is rejected; with ``"keep"``, the reference stays as written. With
                either, ``${SELF}`` in the value of ``SELF`` stays as written, and a circular
                reference or a reference to a secret that does not decrypt is an error. Needs
                ``expand_references``.
            nested_references: Where to look up a plain name in a value that was itself reached by a
                reference: in the folder of that value with ``"own_folder"``, the default, or in the
                folder being read with ``"read_folder"``, like the Infisical CLI of 2024. Needs
                ``expand_references``.
            version: Number of an earlier version, as in :attr:`Secret.version`; the current version
                by default. Servers show earlier versions only to users, those of 2024 not with API
                keys; today's servers show them to machine identities too. May 2023 servers store no
                comments of versions. Earlier versions are read from the folder itself, so not with
                ``imports``.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret, version or environment.
            PermissionDeniedError: If the server does not show earlier versions to the credential.
            DecryptionFailedError: If a field of the secret does not verify; the error names the
                field.
            IntegrityViolationError: If the server answers with another secret, or if the secret had
                another name in that version.
            TamperingSuspectedError: If the answer contradicts the client's trust store.
            InvalidInputError: If the name is not valid, if a reference is unresolved or circular,
                for a negative version, for a version or a personal secret with ``imports``, if
                ``expand_references`` is set and ``view_value`` is ``False``, if
                ``unknown_references``, ``nested_references`` or ``expand_on_server`` is set without
                ``expand_references``, or if ``expand_on_server`` is set with one of the other two,
                with a version, with ``imports`` or for a personal secret.
            UnsupportedByServerError: For ``imports`` on May 2023 servers; if the server decrypts
                the project's secrets but, like those of 2024, not their earlier versions; for
                ``expand_on_server`` if it does not decrypt them.
        """
        return self._native.get_secret(
            name,
            Place(project=project, environment=environment, path=path, kind=type),
            GetOptions(
                imports=imports,
                view_value=view_value,
                expand_references=expand_references,
                expand_on_server=expand_on_server,
                unknown_references=unknown_references,
                nested_references=nested_references,
                version=version,
            ),
            timeout,
        )

    @blocking
    def list(
        self,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        overrides: bool = False,
        imports: bool = False,
        recursive: bool = False,
        view_value: bool | None = None,
        expand_references: bool = False,
        expand_on_server: bool = False,
        unknown_references: UnknownReferences = "error",
        nested_references: NestedReferences = "own_folder",
        tags: Iterable[str] = (),
        metadata: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Call[SecretList]:
        """Reads and decrypts every secret of a place.

        A secret that does not decrypt, or whose references are unresolved, is reported in
        ``failures`` of the ``SecretList``; the others are returned.

        The failure of a secret with an unresolved or circular reference has the field ``reference``
        and is an :class:`InvalidInputError`. If the server hides a value from the credential, it is
        an :class:`PermissionDeniedError`. All others are an :class:`DecryptionFailedError`.

        Args:
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            overrides: Whether the user's personal secrets take the place of shared ones of the same
                name; ``False`` by default: then the list has only shared or only personal secrets.
            imports: Whether secrets of imported folders are found too, with the environment and
                path that they come from; ``False`` by default. A folder's own secrets take
                precedence over imported ones, and later imports over earlier ones. Needs a server
                of 2024 or later.
            recursive: Whether the list has the secrets of all folders below too; ``False`` by
                default. Folders that the credential may not read are left out. Servers since
                October 2024 answer with all of them at once; on those before, the client reads
                folder by folder, at most 2,000 of them and at most 100 levels deep. References are
                expanded as if each folder were read separately. Not with ``imports``, which belong
                to one folder. Needs a server of 2024 or later.
            view_value: Whether the value is read too; ``True`` by default. With ``False``, the
                result has the other fields, an empty value, and ``value_read`` = ``False``: the
                client does not decrypt the value, and today's servers do not send one that they
                decrypt. For these, a credential that may not read values needs ``False``. A trust
                store then checks only that no secret of a list is missing. Not with
                ``expand_references``.
            expand_references: Whether ``${NAME}`` in a value becomes the value of that secret, and
                on servers since 2024 ``${environment.folder.NAME}`` that of a secret elsewhere in
                the project; ``False`` by default. The client expands references, because servers
                cannot read encrypted values and differ in what they do with others. It requests the
                folders that references lead to; of the values, the server sees only those paths,
                for environments of the project or, with a service token, of its scopes. Service
                accounts and service tokens v3 reach only the environment that is read. A plain name
                is looked up in the folder of the secret that contains it, as if that folder were
                read separately; an imported secret belongs to the folder that imports it.
                ``${SELF}`` in the value of ``SELF`` stays as written; a circular reference through
                several secrets is an error. References nest up to a depth of 32. An expanded value
                has at most 1 MiB, and all values of one call together 64 MiB.
            expand_on_server: Whether the server expands references, in the request that reads the
                values; ``False`` by default. The client then requests no other folders. Only where
                the server decrypts the project's secrets, and since October 2024. A secret in which
                the server leaves a reference is rejected. But a server of July 2026 puts empty text
                in place of a missing secret, without an error, and refuses the whole list if the
                credential may not read a secret that a value refers to. Needs
                ``expand_references``. Not with ``unknown_references`` or ``nested_references``.
            unknown_references: What to do with a reference to a secret that is missing, or in a
                folder that the credential cannot read. With ``"error"``, the default, the secret
                that contains it is rejected; with ``"keep"``, the reference stays as written. With
                either, ``${SELF}`` in the value of ``SELF`` stays as written, and a circular
                reference or a reference to a secret that does not decrypt is an error. Needs
                ``expand_references``.
            nested_references: Where to look up a plain name in a value that was itself reached by a
                reference: in the folder of that value with ``"own_folder"``, the default, or in the
                folder being read with ``"read_folder"``, like the Infisical CLI of 2024. Needs
                ``expand_references``.
            tags: Slugs of tags: the list has only secrets with at least one of them. No tags, the
                default, mean all secrets. Of shared secrets only, so not with ``overrides`` or
                ``imports``.
            metadata: Metadata: the list has only secrets that have all of it, each key with its
                value; encrypted values are not compared. Of shared secrets only, so not with
                ``overrides`` or ``imports``. Needs one of today's servers that decrypts the
                project's secrets. Give a mapping of names to values.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            DecryptionFailedError: If more than 10,000 secrets do not decrypt.
            InvalidResponseError: If the answer has more than 200,000 list entries or is longer than
                the longest answer that the client accepts, or for too many folders.
            IntegrityViolationError: If the server answers with a secret of another place.
            NotFoundError: If there is no such environment or folder.
            TamperingSuspectedError: If the answer contradicts the client's trust store.
            InvalidInputError: For personal secrets with ``overrides`` or ``imports``, for
                ``imports`` or the nested references ``"read_folder"`` in a ``recursive`` list, for
                personal secrets, ``overrides`` or ``imports`` with ``tags`` or ``metadata``, if
                ``expand_references`` is set and ``view_value`` is ``False``, if
                ``unknown_references``, ``nested_references`` or ``expand_on_server`` is set without
                ``expand_references``, or if ``expand_on_server`` is set with one of the other two,
                or with both ``overrides`` and ``imports``.
            UnsupportedByServerError: For ``imports`` or ``recursive`` on May 2023 servers; for
                ``tags`` or ``metadata`` that the server does not tell; for ``expand_on_server`` if
                the server does not decrypt the project's secrets.
        """
        return self._native.list_secrets(
            Place(project=project, environment=environment, path=path, kind=type),
            ListOptions(
                overrides=overrides,
                imports=imports,
                recursive=recursive,
                view_value=view_value,
                expand_references=expand_references,
                expand_on_server=expand_on_server,
                unknown_references=unknown_references,
                nested_references=nested_references,
                tags=name_list("tags", tags),
                metadata=audit_details(metadata),
            ),
            timeout,
        )

    @blocking
    def list_if_changed(
        self,
        etag: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        overrides: bool = False,
        imports: bool = False,
        recursive: bool = False,
        view_value: bool | None = None,
        expand_references: bool = False,
        expand_on_server: bool = False,
        unknown_references: UnknownReferences = "error",
        nested_references: NestedReferences = "own_folder",
        tags: Iterable[str] = (),
        metadata: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Call[SecretList | None]:
        """Reads every secret of a place if the list changed since an earlier one.

        The server compares. If the list is unchanged, the server sends nothing, and the result is
        ``None``: a program that polls saves the transfer and the decryption. A new list has a new
        ``etag`` for the next call. The ETag of a list with other options, of another place or of
        another credential is ignored, and the list is read; also if the client's trust store has
        learned something since. The errors are those of :meth:`Secrets.list`, and one more.

        A list has an ``etag`` if one answer of the server decides about all of it: not if it is
        empty, if a secret does not decrypt, if values refer to other folders, or if the client read
        several folders. A server that decrypts the secrets may derive it from their values: keep it
        as confidential as the list.

        Args:
            etag: ``etag`` of the earlier ``SecretList``.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            overrides: Whether the user's personal secrets take the place of shared ones of the same
                name; ``False`` by default: then the list has only shared or only personal secrets.
            imports: Whether secrets of imported folders are found too, with the environment and
                path that they come from; ``False`` by default. A folder's own secrets take
                precedence over imported ones, and later imports over earlier ones. Needs a server
                of 2024 or later.
            recursive: Whether the list has the secrets of all folders below too; ``False`` by
                default. Folders that the credential may not read are left out. Servers since
                October 2024 answer with all of them at once; on those before, the client reads
                folder by folder, at most 2,000 of them and at most 100 levels deep. References are
                expanded as if each folder were read separately. Not with ``imports``, which belong
                to one folder. Needs a server of 2024 or later.
            view_value: Whether the value is read too; ``True`` by default. With ``False``, the
                result has the other fields, an empty value, and ``value_read`` = ``False``: the
                client does not decrypt the value, and today's servers do not send one that they
                decrypt. For these, a credential that may not read values needs ``False``. A trust
                store then checks only that no secret of a list is missing. Not with
                ``expand_references``.
            expand_references: Whether ``${NAME}`` in a value becomes the value of that secret, and
                on servers since 2024 ``${environment.folder.NAME}`` that of a secret elsewhere in
                the project; ``False`` by default. The client expands references, because servers
                cannot read encrypted values and differ in what they do with others. It requests the
                folders that references lead to; of the values, the server sees only those paths,
                for environments of the project or, with a service token, of its scopes. Service
                accounts and service tokens v3 reach only the environment that is read. A plain name
                is looked up in the folder of the secret that contains it, as if that folder were
                read separately; an imported secret belongs to the folder that imports it.
                ``${SELF}`` in the value of ``SELF`` stays as written; a circular reference through
                several secrets is an error. References nest up to a depth of 32. An expanded value
                has at most 1 MiB, and all values of one call together 64 MiB.
            expand_on_server: Whether the server expands references, in the request that reads the
                values; ``False`` by default. The client then requests no other folders. Only where
                the server decrypts the project's secrets, and since October 2024. A secret in which
                the server leaves a reference is rejected. But a server of July 2026 puts empty text
                in place of a missing secret, without an error, and refuses the whole list if the
                credential may not read a secret that a value refers to. Needs
                ``expand_references``. Not with ``unknown_references`` or ``nested_references``.
            unknown_references: What to do with a reference to a secret that is missing, or in a
                folder that the credential cannot read. With ``"error"``, the default, the secret
                that contains it is rejected; with ``"keep"``, the reference stays as written. With
                either, ``${SELF}`` in the value of ``SELF`` stays as written, and a circular
                reference or a reference to a secret that does not decrypt is an error. Needs
                ``expand_references``.
            nested_references: Where to look up a plain name in a value that was itself reached by a
                reference: in the folder of that value with ``"own_folder"``, the default, or in the
                folder being read with ``"read_folder"``, like the Infisical CLI of 2024. Needs
                ``expand_references``.
            tags: Slugs of tags: the list has only secrets with at least one of them. No tags, the
                default, mean all secrets. Of shared secrets only, so not with ``overrides`` or
                ``imports``.
            metadata: Metadata: the list has only secrets that have all of it, each key with its
                value; encrypted values are not compared. Of shared secrets only, so not with
                ``overrides`` or ``imports``. Needs one of today's servers that decrypts the
                project's secrets. Give a mapping of names to values.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If ``etag`` is not one of a list of secrets.
        """
        return self._native.list_secrets_if_changed(
            etag,
            Place(project=project, environment=environment, path=path, kind=type),
            ListOptions(
                overrides=overrides,
                imports=imports,
                recursive=recursive,
                view_value=view_value,
                expand_references=expand_references,
                expand_on_server=expand_on_server,
                unknown_references=unknown_references,
                nested_references=nested_references,
                tags=name_list("tags", tags),
                metadata=audit_details(metadata),
            ),
            timeout,
        )

    @blocking
    def create(
        self,
        name: str,
        value: str,
        *,
        comment: str | None = None,
        metadata: Mapping[str, str] | None = None,
        encrypted_metadata: Mapping[str, str] | None = None,
        reminder_days: int | None = None,
        reminder_note: str | None = None,
        skip_multiline_encoding: bool | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Encrypts and stores a new secret.

        For projects that may have a policy of approval, use :meth:`Secrets.propose_create`: it
        returns the request for approval as a result.

        Args:
            name: The secret's name: any text without white space around it, on servers since 2024
                of at most 100 UTF-16 units.
            value: The value, which may be empty.
            comment: Comment for people, encrypted like the value; none by default.
            metadata: Metadata, each key with its value; it takes the place of all metadata that the
                secret had. Needs one of today's servers that decrypts the project's secrets. Give a
                mapping of names to values.
            encrypted_metadata: Metadata whose values the server stores encrypted, with a key that
                it has; lists cannot be filtered by these. Together with ``metadata``, it takes the
                place of all metadata that the secret had. Needs one of today's servers that
                decrypts the project's secrets. Give a mapping of names to values.
            reminder_days: After how many days the server reminds the members of the project, again
                and again, to change the secret. Needs a server since October 2024 that decrypts the
                project's secrets.
            reminder_note: Note for the reminder, of at most 1,024 UTF-16 units. The server can read
                it, and sends it by e-mail. Needs ``reminder_days``.
            skip_multiline_encoding: Whether the server's own tools write a value of several lines
                as it is, instead of in one line with escapes. This client always returns values as
                they are. Needs a server since October 2024 that decrypts the project's secrets.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. A personal secret overrides a shared one,
                which must exist.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the name is taken.
            InvalidInputError: If the name is not valid, for white space around a value that is not
                end-to-end encrypted: servers would remove it, except for one newline at the end; or
                for metadata or a reminder that servers would refuse, change or ignore.
            UnsupportedByServerError: For metadata, a reminder or ``skip_multiline_encoding`` of a
                secret that is end-to-end encrypted, or if the server does not store it.
            NotFoundError: If there is no such environment or folder, or for a personal secret if
                there is no shared one to override.
            PayloadTooLargeError: If the value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024 servers).
            PermissionDeniedError: If a policy of the project asks for approval first: the error
                names the request for approval, and nothing was changed; or on servers since 2024
                for a personal secret if the credential is not a user's.
            IntegrityViolationError: If the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is sent; or if it answers with another value or
                comment than was sent, or stores other metadata.
        """
        secret_text(name, value)
        return self._native.create_secret(
            name,
            value,
            comment,
            SecretExtras(
                metadata=None if metadata is None else audit_details(metadata),
                encrypted_metadata=None
                if encrypted_metadata is None
                else audit_details(encrypted_metadata),
                reminder_days=reminder_days,
                reminder_note=reminder_note,
                skip_multiline_encoding=skip_multiline_encoding,
            ),
            Place(project=project, environment=environment, path=path, kind=type),
            timeout,
        )

    @blocking
    def update(
        self,
        name: str,
        value: str | None = None,
        *,
        comment: str | None = None,
        new_name: str | None = None,
        metadata: Mapping[str, str] | None = None,
        encrypted_metadata: Mapping[str, str] | None = None,
        reminder_days: int | None = None,
        reminder_note: str | None = None,
        skip_multiline_encoding: bool | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Encrypts and stores a new value, a new comment, a new name, or several of them.

        For projects that may have a policy of approval, use :meth:`Secrets.propose_update`: it
        returns the request for approval as a result.

        Args:
            name: The secret's name.
            value: New value; unchanged by default.
            comment: New comment; unchanged by default. 2024 servers accept a comment only together
                with the value, so the client reads the value first, and a change to it meanwhile is
                undone.
            new_name: New name of a shared secret; unchanged by default. Personal secrets that
                override it keep the old name, and so stop overriding it; references to it do not
                follow. On May 2023 servers only a user can rename a secret.
            metadata: Metadata, each key with its value; it takes the place of all metadata that the
                secret had. Needs one of today's servers that decrypts the project's secrets. Give a
                mapping of names to values.
            encrypted_metadata: Metadata whose values the server stores encrypted, with a key that
                it has; lists cannot be filtered by these. Together with ``metadata``, it takes the
                place of all metadata that the secret had. Needs one of today's servers that
                decrypts the project's secrets. Give a mapping of names to values.
            reminder_days: After how many days the server reminds the members of the project, again
                and again, to change the secret. Needs a server since October 2024 that decrypts the
                project's secrets.
            reminder_note: Note for the reminder, of at most 1,024 UTF-16 units. The server can read
                it, and sends it by e-mail. Needs ``reminder_days``.
            skip_multiline_encoding: Whether the server's own tools write a value of several lines
                as it is, instead of in one line with escapes. This client always returns values as
                they are. Needs a server since October 2024 that decrypts the project's secrets.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret.
            ConflictError: If another secret has the new name.
            InvalidInputError: If nothing to change is given, if a name is not valid, if the new
                name is the old one, for a new name of a personal secret, for white space around a
                value that is not end-to-end encrypted: servers would remove it, except for one
                newline at the end; or for metadata or a reminder that servers would refuse, change
                or ignore.
            PayloadTooLargeError: If the value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024 servers).
            UnsupportedByServerError: For a new name on May 2023 servers if the credential is not a
                user's, or for a new comment or name if a 2024 server decrypts the secret, as for
                machine identities: it would silently ignore them; for metadata, a reminder or
                ``skip_multiline_encoding`` of a secret that is end-to-end encrypted, or if the
                server does not store it.
            PermissionDeniedError: If a policy of the project asks for approval first: the error
                names the request for approval, and nothing was changed.
            IntegrityViolationError: If the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is sent; or if it answers with another value or
                comment than was sent, or stores other metadata.
        """
        secret_text(name, "" if value is None else value)
        return self._native.update_secret(
            name,
            value,
            comment,
            new_name,
            SecretExtras(
                metadata=None if metadata is None else audit_details(metadata),
                encrypted_metadata=None
                if encrypted_metadata is None
                else audit_details(encrypted_metadata),
                reminder_days=reminder_days,
                reminder_note=reminder_note,
                skip_multiline_encoding=skip_multiline_encoding,
            ),
            Place(project=project, environment=environment, path=path, kind=type),
            timeout,
        )

    @blocking
    def delete(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[None]:
        """Deletes a secret.

        Deleting a shared secret also deletes every user's personal override of it.

        For projects that may have a policy of approval, use :meth:`Secrets.propose_delete`: it
        returns the request for approval as a result.

        Args:
            name: The secret's name.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret.
            InvalidInputError: If the name is not valid.
            PermissionDeniedError: If a policy of the project asks for approval first: the error
                names the request for approval, and nothing was changed.
        """
        return self._native.delete_secret(
            name, Place(project=project, environment=environment, path=path, kind=type), timeout
        )

    @blocking
    def versions(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[SecretHistory]:
        """Lists every version of a secret, newest first, decrypted.

        A version that does not decrypt is reported in :attr:`SecretHistory.failures` and hides no
        other. ``check_complete`` of the result fails if there is any.

        May 2023 servers keep no comments in versions. They have two versions with the same number
        where somebody wrote several secrets at once on their web pages.

        Args:
            name: The secret's name.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret.
            InvalidInputError: If the name is not valid.
            PermissionDeniedError: If the credential is not a user's, or on servers since 2024 if it
                is an API key.
            IntegrityViolationError: If the server answers with the versions of another secret.
            UnsupportedByServerError: If the server decrypts the project's secrets but, like those
                of 2024, not their earlier versions.
        """
        return self._native.list_secret_versions(
            name, Place(project=project, environment=environment, path=path, kind=type), timeout
        )

    @blocking
    def roll_back(
        self,
        name: str,
        version: int,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Gives a secret the value that it had in an earlier version, as a new version.

        Its comment and tags stay as they are. Servers since 2024 have no route for this: the client
        reads the value and writes it again, and a change to it meanwhile is undone.

        Servers show earlier versions only to users, those of 2024 not with API keys; today's
        servers show them to machine identities too.

        Args:
            name: The secret's name.
            version: The number of the version, as in :attr:`Secret.version`.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret or version.
            InvalidInputError: If the name is not valid, or for a negative version.
            IntegrityViolationError: If the secret had another name in that version.
            DecryptionFailedError: If that version does not decrypt.
            PermissionDeniedError: If the server does not show earlier versions to the credential,
                or if a policy of the project asks for approval first: the error names the request
                for approval, and nothing was changed.
            UnsupportedByServerError: If the server decrypts the project's secrets but, like those
                of 2024, not their earlier versions.
        """
        return self._native.roll_back_secret(
            name,
            version,
            Place(project=project, environment=environment, path=path, kind=type),
            timeout,
        )

    @blocking
    def set_many(
        self,
        values: Mapping[str, str] | Iterable[NewValue],
        *,
        dry_run: bool = False,
        on_progress: Callable[[int, int], object] | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[BulkResult]:
        """Gives many shared secrets their values.

        Creates those that do not exist, changes those that differ, and leaves the others alone. Run
        again after an interruption, it finishes.

        The result has an item for each secret, in the order given. The reason why one secret was
        not changed is in its item, :attr:`BulkItem.error`, and so is the request where a policy
        asks for approval, :attr:`BulkItem.approval`. ``check_complete`` of the result fails unless
        everything was done.

        An error that would stop every secret ends the call; the message says how many changes were
        done before. The limits for the size of a value are those of :meth:`Secrets.create`.

        Args:
            values: Names with the values that they are to have, and perhaps a comment for people.
                Without one, the comment that a secret has stays. Give a mapping of names to values,
                or :class:`NewValue` objects, which may have a comment.
            dry_run: Whether only to report what would change; ``False`` by default.
            on_progress: Function to call before the first request and after each one, with how many
                secrets are done and of how many; none by default. It must not block.
                :class:`Client` calls it from another thread, and what it raises goes to
                ``sys.unraisablehook``. :class:`AsyncClient` has the event loop call it, and what it
                raises goes to the loop's exception handler. Neither stops the call.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If a name is given twice, is empty or has white space around it: then
                nothing is changed.
            DecryptionFailedError: If a secret that does not decrypt may be one of those named: then
                nothing is changed.
            IntegrityViolationError: If the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is sent.
        """
        return self._native.set_many_secrets(
            new_values(values),
            dry_run,
            on_progress,
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def delete_many(
        self,
        names: Iterable[str],
        *,
        dry_run: bool = False,
        on_progress: Callable[[int, int], object] | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[BulkResult]:
        """Deletes many shared secrets, with every user's personal overrides of them.

        Run again after an interruption, it finishes.

        The result has an item for each secret, in the order given. A secret that does not exist is
        no error. The reason why one secret was not deleted is in its item, :attr:`BulkItem.error`,
        and so is the request where a policy asks for approval, :attr:`BulkItem.approval`.
        ``check_complete`` of the result fails unless everything was done.

        An error that would stop every secret ends the call; the message says how many changes were
        done before.

        Args:
            names: The secrets' names.
            dry_run: Whether only to report what would change; ``False`` by default.
            on_progress: Function to call before the first request and after each one, with how many
                secrets are done and of how many; none by default. It must not block.
                :class:`Client` calls it from another thread, and what it raises goes to
                ``sys.unraisablehook``. :class:`AsyncClient` has the event loop call it, and what it
                raises goes to the loop's exception handler. Neither stops the call.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If a name is given twice, is empty or has white space around it: then
                nothing is changed.
            DecryptionFailedError: If a secret that does not decrypt may be one of those named: then
                nothing is changed.
        """
        return self._native.delete_many_secrets(
            name_list("names", names),
            dry_run,
            on_progress,
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def propose_create(
        self,
        name: str,
        value: str,
        *,
        comment: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[SecretChange]:
        """Creates a secret, or requests approval if a policy of the project asks for it.

        Use it instead of :meth:`Secrets.create` for projects that may have such a policy: the
        request for approval is then the result, not an error.

        Args:
            name: The secret's name: any text without white space around it, on servers since 2024
                of at most 100 UTF-16 units.
            value: The value, which may be empty.
            comment: Comment for people, encrypted like the value; none by default.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the name is taken.
            InvalidInputError: If the name is not valid, or for white space around a value that is
                not end-to-end encrypted: servers would remove it, except for one newline at the
                end.
            NotFoundError: If there is no such environment or folder, or for a personal secret if
                there is no shared one to override.
            PayloadTooLargeError: If the value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024 servers).
            PermissionDeniedError: On servers since 2024 for a personal secret if the credential is
                not a user's.
        """
        secret_text(name, value)
        return self._native.propose_create_secret(
            name,
            value,
            comment,
            Place(project=project, environment=environment, path=path, kind=type),
            timeout,
        )

    @blocking
    def propose_update(
        self,
        name: str,
        value: str | None = None,
        *,
        comment: str | None = None,
        new_name: str | None = None,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[SecretChange]:
        """Changes a secret, or requests approval if a policy of the project asks for it.

        The change is a new value, comment or name. Use this operation instead of
        :meth:`Secrets.update` for projects that may have such a policy: the request for approval is
        then the result, not an error.

        Args:
            name: The secret's name.
            value: New value; unchanged by default.
            comment: New comment; unchanged by default. 2024 servers accept a comment only together
                with the value, so the client reads the value first, and a change to it meanwhile is
                undone.
            new_name: New name of a shared secret; unchanged by default. Personal secrets that
                override it keep the old name, and so stop overriding it; references to it do not
                follow. On May 2023 servers only a user can rename a secret.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret.
            ConflictError: If another secret has the new name.
            InvalidInputError: If nothing to change is given, if a name is not valid, if the new
                name is the old one, for a new name of a personal secret, or for white space around
                a value that is not end-to-end encrypted: servers would remove it, except for one
                newline at the end.
            PayloadTooLargeError: If the value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024 servers).
            UnsupportedByServerError: For a new name on May 2023 servers if the credential is not a
                user's, or for a new comment or name if a 2024 server decrypts the secret, as for
                machine identities: it would silently ignore them.
        """
        secret_text(name, "" if value is None else value)
        return self._native.propose_update_secret(
            name,
            value,
            comment,
            new_name,
            Place(project=project, environment=environment, path=path, kind=type),
            timeout,
        )

    @blocking
    def propose_delete(
        self,
        name: str,
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        type: SecretType = "shared",
        timeout: float | None = None,
    ) -> Call[Approval | None]:
        """Deletes a secret, or requests approval if a policy of the project asks for it.

        Use it instead of :meth:`Secrets.delete` for projects that may have such a policy: the
        request for approval is then the result, not an error. If the result has no request, the
        secret was deleted.

        Deleting a shared secret also deletes every user's personal override of it.

        Args:
            name: The secret's name.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            type: Shared or personal; shared by default. There is no fallback from one to the other.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret.
            InvalidInputError: If the name is not valid.
        """
        return self._native.propose_delete_secret(
            name, Place(project=project, environment=environment, path=path, kind=type), timeout
        )

    @blocking
    def set_tags(
        self,
        name: str,
        tags: Iterable[str],
        *,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Puts tags on a shared secret, in place of those that it has.

        2024 servers accept tags only together with the value, so the client reads the value first,
        and a change to it meanwhile is undone.

        Args:
            name: The secret's name.
            tags: The slugs of the tags; an empty list removes all tags.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such secret, or no such tag in the project.
            InvalidInputError: If the name is not valid.
            PermissionDeniedError: For service tokens, service accounts and API keys, which cannot
                look tags up, or if a policy of the project asks for approval first: the error names
                the request for approval, and nothing was changed.
            IntegrityViolationError: If the server may have replaced the project key (see
                ``trusted_sealers``): then nothing is sent.
            UnsupportedByServerError: If a February 2024 server decrypts the secret, where it cannot
                set tags.
        """
        return self._native.set_secret_tags(
            name,
            name_list("tags", tags),
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def move(
        self,
        names: Iterable[str],
        *,
        to_environment: str | None = None,
        to_path: str | None = None,
        overwrite: bool = False,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[MoveResult]:
        """Moves shared secrets to another environment, another folder, or both.

        Comments and tags move with the secret. It gets a new id there, and counts its versions from
        the beginning. Personal overrides do not move: they are deleted with the secret that they
        override.

        The project, environment and path of the call are the source. If interrupted, no secret is
        lost: repeat the call to finish. The client moves one secret at a time: it stores the secret
        at the destination, reads it back, compares it, and only then deletes it at the source.

        Where the server encrypts the secrets, servers since October 2024 move them in one request,
        with reminders and all other fields, and the client checks the result; today's servers then
        also change references to these secrets. The client still moves one at a time with a service
        token, under a policy that asks for approval, and secrets with references in their values;
        on servers of October 2024, also secrets with tags.

        Args:
            names: The secrets' names.
            to_environment: Slug of the environment of the destination; the source's by default.
            to_path: Folder of the destination, which must exist; the source's by default.
            overwrite: Whether to replace other values of that name at the destination; ``False`` by
                default.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the destination has a secret of that name with another value or
                comment, and ``overwrite`` is not set: then nothing is moved; or if a secret is
                changed during the move: then both exist, at the source and at the destination.
            NotFoundError: If a secret is in neither place, or a place does not exist.
            InvalidInputError: If no secret is named, if a name is not valid, if source and
                destination are the same, or for white space around a value that is not end-to-end
                encrypted.
            UnsupportedByServerError: If a 2024 server decrypts the secrets and cannot set the
                comment or (February 2024) the tags: then nothing is moved.
            DecryptionFailedError: If a secret that does not decrypt may be one of those named: then
                nothing is moved.
            IntegrityViolationError: If the destination does not have what was stored there: then
                the secret is kept at the source.
            PermissionDeniedError: If a policy of the project asks for approval first: the error
                names the request for approval.
        """
        return self._native.move_secrets(
            name_list("names", names),
            Destination(environment=to_environment, path=to_path, overwrite=overwrite),
            Location(project=project, environment=environment, path=path),
            timeout,
        )

    @blocking
    def duplicate(
        self,
        names: Iterable[str],
        *,
        to_environment: str | None = None,
        to_path: str | None = None,
        overwrite: bool = False,
        project: str | None = None,
        environment: str | None = None,
        path: str | None = None,
        timeout: float | None = None,
    ) -> Call[DuplicateResult]:
        """Copies shared secrets to another environment, another folder, or both.

        The copies are in the same project. Values, comments, tags and metadata are copied. A copy
        is a new secret with its own id and versions; with ``overwrite``, it is a new version of the
        secret at the destination, which then has the tags and metadata of the source. Without it, a
        secret with the same value and comment gets missing tags, and the metadata if it has none.
        References in a value stay as they are. The source keeps everything, and personal overrides
        are not copied.

        The project, environment and path of the call are the source. If interrupted, repeat the
        call to finish: it leaves out what the destination already has. The client copies one secret
        at a time: it encrypts and stores the secret at the destination, reads it back and compares
        it.

        Where only the server has the key of the project, today's servers copy 50 secrets in one
        request, and the client checks the result. The client still copies one at a time with a
        service token, and in place of another secret unless the source has a value, a comment, tags
        and metadata.

        Args:
            names: The secrets' names.
            to_environment: Slug of the environment of the destination; the source's by default.
            to_path: Folder of the destination, which must exist; the source's by default.
            overwrite: Whether to replace other values of that name at the destination; ``False`` by
                default.
            project: Id or slug of the project; by default the client's, or the one that the token
                is for.
            environment: Slug of the environment; by default the client's, or the one that the token
                is for.
            path: Folder, such as ``/backend``; by default ``/``, or the one path that the token is
                for.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            ConflictError: If the destination has a secret of that name with another value or
                comment, and ``overwrite`` is not set: then nothing is copied.
            NotFoundError: If the source does not have one of the secrets, or a place does not
                exist: then nothing is copied.
            InvalidInputError: If no secret is named, if a name is not valid, if source and
                destination are the same, or if the server decrypts the secrets and a value begins
                or ends with white space, which it would remove.
            UnsupportedByServerError: If a 2024 server decrypts the secrets and cannot set the
                comment or (February 2024) the tags: then nothing is copied.
            DecryptionFailedError: If a secret that does not decrypt may be one of those named: then
                nothing is copied.
            IntegrityViolationError: If the destination does not have what was stored there.
            PermissionDeniedError: If a policy of the project asks for approval first: the error
                names the request for approval.
        """
        return self._native.duplicate_secrets(
            name_list("names", names),
            Destination(environment=to_environment, path=to_path, overwrite=overwrite),
            Location(project=project, environment=environment, path=path),
            timeout,
        )


class AsyncSecrets(Resource):
    """The methods of :class:`Secrets` as coroutines."""

    __slots__ = ()

    get = awaiting(Secrets.get)
    list = awaiting(Secrets.list)
    list_if_changed = awaiting(Secrets.list_if_changed)
    create = awaiting(Secrets.create)
    update = awaiting(Secrets.update)
    delete = awaiting(Secrets.delete)
    versions = awaiting(Secrets.versions)
    roll_back = awaiting(Secrets.roll_back)
    set_many = awaiting(Secrets.set_many)
    delete_many = awaiting(Secrets.delete_many)
    propose_create = awaiting(Secrets.propose_create)
    propose_update = awaiting(Secrets.propose_update)
    propose_delete = awaiting(Secrets.propose_delete)
    set_tags = awaiting(Secrets.set_tags)
    move = awaiting(Secrets.move)
    duplicate = awaiting(Secrets.duplicate)
