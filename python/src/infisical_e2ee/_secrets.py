"""Secrets by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._arguments import name_list, new_values, secret_text
from ._calls import Resource, awaiting, blocking
from ._generated.inputs import Destination, GetOptions, ListOptions, Location, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ._native import Call, Secret
    from ._types import (
        Approval,
        BulkResult,
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
    """Secrets by name, as ``client.secrets``.

    Every method takes where the secret lives:

    * ``project``: id of the project; by default the token's, or the client's.
    * ``environment``: its slug; by default the client's, or the one the token is for.
    * ``path``: a folder such as ``/backend``; by default ``/``, or the one path the token is for.
    * ``type``: ``"shared"``, or ``"personal"`` for one user's override of a shared secret.

    ``timeout`` limits the call in seconds, beside the client's ``deadline``.

    Protocol: ``/api/v3/secrets`` and ``/api/v2/secrets``; for machine identities
    ``/api/v3/secrets/raw`` and ``/api/v4/secrets`` (Infisical REST API).
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
        expand_references: bool = False,
        unknown_references: UnknownReferences = "error",
        nested_references: NestedReferences = "own_folder",
        version: int | None = None,
        timeout: float | None = None,
    ) -> Call[Secret]:
        """Reads and decrypts one secret, and checks that it is the one asked for.

        With ``imports``, a secret the folder does not have itself is looked for in those it
        imports (servers since 2024). With ``expand_references``, ``${NAME}`` in the value becomes
        the value of that secret, and since 2024 ``${environment.folder.NAME}`` that of a secret
        elsewhere; the client does it. A plain name is looked up in the folder of the secret that
        contains it; with ``nested_references="read_folder"`` always in the folder being read, like
        the Infisical CLI of 2024. With ``unknown_references="keep"``, a reference to a secret that
        is missing, or that the credential may not read, stays as written. With any,
        ``${SELF}`` in the value of ``SELF`` stays as written, and a circle of references through
        several secrets is an error. ``version`` selects an earlier version: servers show these only
        to users, those of 2024 not with API keys; today's show them to machine identities too. May
        2023 servers store no comments of versions.

        Raises:
            NotFoundError: The secret, version or environment is unknown.
            PermissionDeniedError: The server shows no earlier version to this credential.
            DecryptionFailedError: Names the field that did not verify.
            InvalidInputError: A reference leads nowhere, or in a circle.
        """
        place = Place(project, environment, path, type)
        options = GetOptions(
            imports, expand_references, unknown_references, nested_references, version
        )
        return self._native.get_secret(name, place, options, timeout)

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
        expand_references: bool = False,
        unknown_references: UnknownReferences = "error",
        nested_references: NestedReferences = "own_folder",
        timeout: float | None = None,
    ) -> Call[SecretList]:
        """Reads and decrypts every secret of a place.

        A secret that does not decrypt is reported in ``failures`` and hides no other.

        With ``overrides``, the user's personal secrets take the place of shared ones of the same
        name. With ``imports``, the secrets of imported folders are there too (servers since
        2024): a folder's own win over imported ones, and later imports over earlier ones. With
        ``expand_references``, ``${NAME}`` in a value becomes the value of that secret, as in
        :meth:`get`; a secret with an unresolved reference is in ``failures``, as ``reference``,
        unless ``unknown_references="keep"`` leaves the reference as written.

        Raises:
            NotFoundError: The environment is unknown.
        """
        place = Place(project, environment, path, type)
        options = ListOptions(
            overrides, imports, expand_references, unknown_references, nested_references
        )
        return self._native.list_secrets(place, options, timeout)

    @blocking
    def create(
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
    ) -> Call[Secret]:
        """Encrypts and stores a new secret.

        The name may be any text without white space around it, on servers since 2024 of at most
        100 UTF-16 units. The comment, for people, is encrypted like the value.

        Raises:
            ConflictError: The name is taken.
            InvalidInputError: The server cannot take such a name.
            PayloadTooLargeError: The value is over about 76,000 bytes (May 2023 servers) or
                785,000 bytes (2024).
        """
        secret_text(name, value)
        place = Place(project, environment, path, type)
        return self._native.create_secret(name, value, comment, place, timeout)

    @blocking
    def update(
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
    ) -> Call[Secret]:
        """Encrypts and stores a new value, a new comment, a new name, or several of them.

        2024 servers take a comment only together with the value, so the value is read first and a
        change to it in that moment is undone.

        Args:
            name: The secret's name.
            value: The new value; unchanged by default.
            comment: The new comment; unchanged by default.
            new_name: The new name, for a shared secret; unchanged by default. Personal secrets that
                override it keep the old name, and so stop doing so.
            project: Id of the project.
            environment: Slug of the environment.
            path: The folder.
            type: Which of the two it is, ``"shared"`` or ``"personal"``.
            timeout: Seconds the call may take.

        Raises:
            NotFoundError: There is no such secret.
            ConflictError: Another secret has the new name.
            InvalidInputError: Nothing is to change, the new name cannot be or is the old one, or a
                personal secret is to be renamed.
            UnsupportedByServerError: A program is to rename it on a May 2023 server, where only a
                user can; or a machine identity is to change its comment or name on a 2024 server.
        """
        secret_text(name, "" if value is None else value)
        place = Place(project, environment, path, type)
        return self._native.update_secret(name, value, comment, new_name, place, timeout)

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
        """Deletes a secret; a shared one with every user's personal override of it.

        Raises:
            NotFoundError: There is no such secret.
        """
        place = Place(project, environment, path, type)
        return self._native.delete_secret(name, place, timeout)

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

        Makes those that are not there, changes those that are otherwise, and leaves the others
        alone. Run again after an interruption, it finishes.

        Args:
            values: Names to values; or :class:`NewValue`, which may have a comment.
            dry_run: Whether only to say what would change.
            on_progress: Called after each request with how many secrets are done, and of how
                many. :class:`Client` calls it from another thread, and what it raises goes to
                ``sys.unraisablehook``. :class:`AsyncClient` has the event loop call it, and what it
                raises goes to the loop's exception handler. Neither stops the call.
            project: As in :meth:`get`.
            environment: As in :meth:`get`.
            path: As in :meth:`get`.
            timeout: Seconds the call may take.

        Returns:
            An item for each secret, in the order given. What one is refused for is in its
            :attr:`BulkItem.error`; :meth:`BulkResult.check_complete` raises it.

        Raises:
            InvalidInputError: A name is given twice, or cannot be, or ``values`` is one text.
                Nothing was changed.
            InfisicalError: What would stop every secret, with how many were done before.
        """
        location = Location(project, environment, path)
        return self._native.set_many_secrets(
            new_values(values), dry_run, on_progress, location, timeout
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

        One that is not there is no error. The arguments and errors are those of :meth:`set_many`.
        """
        location = Location(project, environment, path)
        return self._native.delete_many_secrets(
            name_list("names", names), dry_run, on_progress, location, timeout
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
        """Puts tags on a shared secret, named by their slugs, in place of those it has.

        None takes all off. 2024 servers take tags only together with the value, so the value is
        read first and a change to it in that moment is undone.

        Raises:
            NotFoundError: There is no such secret, or no such tag in the project.
            InvalidInputError: ``tags`` is one text.
            PermissionDeniedError: Service tokens and API keys cannot look tags up.
        """
        location = Location(project, environment, path)
        return self._native.set_secret_tags(name, name_list("tags", tags), location, timeout)

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

        Their comments and tags go with them. They get new ids there, and count their versions from
        the beginning. Personal overrides do not move: they go with the secret they override.

        The client moves one secret at a time: it stores the secret at the destination, reads it
        back, compares it, and only then deletes it at the source. If interrupted, no secret is
        lost: repeat the call to finish.

        Args:
            names: The secrets' names.
            to_environment: Slug of the environment to move to; the source's by default.
            to_path: Folder to move to, which must exist; the source's by default.
            overwrite: Whether to replace other values of that name at the destination.
            project: Id of the project.
            environment: Slug of the environment to move from.
            path: Folder to move from.
            timeout: Seconds the call may take.

        Raises:
            ConflictError: The destination has a secret of that name with another value or comment,
                and ``overwrite`` is not set. Then nothing is moved.
            NotFoundError: A secret is in neither place, or a place does not exist.
            InvalidInputError: No secret is named, ``names`` is one text, or source and destination
                are the same.
        """
        to = Destination(to_environment, to_path, overwrite)
        location = Location(project, environment, path)
        return self._native.move_secrets(name_list("names", names), to, location, timeout)

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
        """As :meth:`create`, for projects that may have a policy of approval.

        The request for approval is then the answer, and no error.

        The arguments are those of :meth:`create`.

        Raises:
            ConflictError: The name is taken.
        """
        secret_text(name, value)
        return self._native.propose_create_secret(
            name, value, comment, Place(project, environment, path, type), timeout
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
        """As :meth:`update`, for projects that may have a policy of approval.

        The request for approval is then the answer, and no error.

        The arguments are those of :meth:`update`.

        Raises:
            NotFoundError: There is no such secret.
            ConflictError: Another secret has the new name.
            InvalidInputError: Nothing is to change, the new name cannot be or is the old one, or a
                personal secret is to be renamed.
            UnsupportedByServerError: A program is to rename it on a May 2023 server, where only a
                user can.
        """
        secret_text(name, "" if value is None else value)
        return self._native.propose_update_secret(
            name, value, comment, new_name, Place(project, environment, path, type), timeout
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
        """As :meth:`delete`, for projects that may have a policy of approval.

        Gives the request for approval; ``None`` if the secret was deleted.

        Raises:
            NotFoundError: There is no such secret.
        """
        return self._native.propose_delete_secret(
            name, Place(project, environment, path, type), timeout
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
        """Every version of a secret, newest first, decrypted.

        One that does not decrypt is reported in ``failures`` and hides no other;
        :meth:`SecretHistory.check_complete` raises if there is any.

        May 2023 servers keep no comments in versions.

        Raises:
            NotFoundError: For an unknown secret.
            PermissionDeniedError: For other credentials than a user's, and on servers since 2024
                for API keys.
            UnsupportedByServerError: The server decrypts the project's secrets but, as those of
                2024, not their versions.
        """
        return self._native.list_secret_versions(
            name, Place(project, environment, path, type), timeout
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
        """Gives a secret the value it had, as a new version.

        ``version`` is the number, as a secret and its versions carry it. Its comment and tags stay
        as they are. Servers since 2024 know no rolling back: the value is read and written again,
        and a change in that moment is undone.

        Raises:
            NotFoundError: There is no such secret or version.
            IntegrityViolationError: The secret was called otherwise then.
            PermissionDeniedError: The server shows no earlier version to this credential: see
                :meth:`get`.
        """
        return self._native.roll_back_secret(
            name, version, Place(project, environment, path, type), timeout
        )


class AsyncSecrets(Resource):
    """The methods of :class:`Secrets` as coroutines."""

    __slots__ = ()

    get = awaiting(Secrets.get)
    list = awaiting(Secrets.list)
    create = awaiting(Secrets.create)
    update = awaiting(Secrets.update)
    delete = awaiting(Secrets.delete)
    set_many = awaiting(Secrets.set_many)
    delete_many = awaiting(Secrets.delete_many)
    set_tags = awaiting(Secrets.set_tags)
    move = awaiting(Secrets.move)
    propose_create = awaiting(Secrets.propose_create)
    propose_update = awaiting(Secrets.propose_update)
    propose_delete = awaiting(Secrets.propose_delete)
    versions = awaiting(Secrets.versions)
    roll_back = awaiting(Secrets.roll_back)
