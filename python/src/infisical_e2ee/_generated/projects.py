"""Operations of one resource. Generated; do not edit."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._arguments import optional_name_list
from .._calls import Resource, awaiting, blocking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .._native import Call
    from .._types import BlindIndexReport, KeyRotation, OpenedKey, Project


class Projects(Resource):
    """Projects and their keys.

    Methods name a project by its id, or on servers since June 2024 by its slug. A client looks up a
    slug once. The server says which project has the slug; only an id names a project whatever the
    server says. A service token, since October 2024, knows the slug of its own project; a slug
    fails with :class:`PermissionDeniedError` for other tokens, an API key, a service account, and a
    machine identity before October 2024. February 2024 servers cannot look up slugs: they fail with
    :class:`UnsupportedByServerError`. A text that cannot be either fails with
    :class:`InvalidInputError`.

    Protocol: ``/api/v1/workspace`` and ``/api/v2/workspace``, for blind indices
    ``/api/v3/workspaces/{id}/secrets``, for the server's key ``/api/v1/bot``.
    """

    __slots__ = ()

    @blocking
    def create(
        self,
        name: str,
        *,
        product: str | None = None,
        organization: str | None = None,
        timeout: float | None = None,
    ) -> Call[Project]:
        """Creates a project and its key.

        The client generates the key and seals it to the user. On servers since June 2024 the server
        generates the key, and the client opens and checks it. On servers since October 2024 only
        the server has the key.

        Servers before June 2024 need two steps. An interruption between them leaves a project
        without a key and with nothing in it. A call with the same name then finishes that project
        and does not create a second one; so after an interruption, call again. Do not create two
        projects of one name at the same moment.

        Args:
            name: The project's name.
            product: What the project is for, on today's servers: ``secret-manager``, the default,
                ``kms`` for keys that the server holds, or another product, which only the web
                interface manages.
            organization: Id of the organization; by default the client's, or the only one that the
                user belongs to.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank, or if the user does not belong to exactly one
                organization and neither the call nor the client names one.
            PermissionDeniedError: If the credential is not a user's.
            UnsupportedByServerError: On servers since June 2024, which make the keys of new
                projects, if the client requires end-to-end encryption (``require_e2ee``); for a
                product on servers before 2026.
            IntegrityViolationError: If the server created the project for another product.
            KeyUnavailableError: If the credential opens no private key of the user, except where
                only the server has the key.
        """
        return self._native.create_project(name, product, organization, timeout)

    @blocking
    def list(self, *, timeout: float | None = None) -> Call[builtins.list[Project]]:
        """Lists every project that the user is a member of.

        Args:
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            PermissionDeniedError: If the credential is a service token, or a machine identity on
                servers before October 2024.
            UnsupportedByServerError: If the server logs users in only with the password itself and
                ``send_password`` does not allow it.
        """
        return self._native.list_projects(timeout)

    @blocking
    def get(self, id: str, *, timeout: float | None = None) -> Call[Project]:
        """Returns one project, by its id or slug.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the credential is not a user's.
        """
        return self._native.get_project(id, timeout)

    @blocking
    def get_by_slug(self, slug: str, *, timeout: float | None = None) -> Call[Project]:
        """Returns one project, by its slug, even if the slug has the form of an id.

        Args:
            slug: The project's slug, as in :attr:`Project.slug`.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no project of that slug or the user is not a member.
            PermissionDeniedError: If the credential is an API key or not a user's.
            InvalidInputError: If the slug is empty, ``.`` or ``..``, or longer than 100 characters.
            IntegrityViolationError: If the server answers with another project.
            UnsupportedByServerError: On servers before June 2024.
        """
        return self._native.get_project_by_slug(slug, timeout)

    @blocking
    def open_key(self, id: str, *, timeout: float | None = None) -> Call[OpenedKey]:
        """Opens the key of a project and keeps it, as the first use of its secrets does.

        So a program learns early whether its credential can decrypt.

        The result has the fingerprint of the public key of the user who sealed this copy:
        :attr:`OpenedKey.sealed_by`. That user sees the same with :meth:`Members.fingerprint`,
        unless the server lies.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            KeyUnavailableError: If nobody has shared the key with the user or service account yet,
                if the credential opens no private key, or if only the server has the key.
            DecryptionFailedError: If the user's copy of the key was changed, or if the last part of
                a service token, its key, is wrong.
            IntegrityViolationError: If the public key that the server holds for the user does not
                belong to the user's private key, if the server gives another project key than
                before, or if the client requires a trusted sealer and another public key sealed the
                copy, or if a server since June 2024 has a copy of the key and the client requires
                end-to-end encryption.
            PermissionDeniedError: For a service token of another project.
            UnsupportedByServerError: For a service account, on servers since 2024.
        """
        return self._native.open_project_key(id, timeout)

    @blocking
    def rename(self, id: str, name: str, *, timeout: float | None = None) -> Call[Project]:
        """Renames a project.

        Its slug stays the same.

        Args:
            id: The project's id or slug.
            name: The new name.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the name is blank.
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is not
                a user's.
        """
        return self._native.rename_project(id, name, timeout)

    @blocking
    def delete(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Deletes a project with every secret in it.

        This cannot be undone.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project, also because it was deleted before, or if
                the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, or if the
                credential is not a user's.
        """
        return self._native.delete_project(id, timeout)

    @blocking
    def set_auto_capitalization(
        self, id: str, enabled: bool, *, timeout: float | None = None
    ) -> Call[Project]:
        """Sets whether the server's own pages write names of secrets in capitals.

        Names that this library stores stay as given.

        Args:
            id: The project's id or slug.
            enabled: Whether the pages write names in capitals.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is not
                a user's.
        """
        return self._native.set_auto_capitalization(id, enabled, timeout)

    @blocking
    def set_version_limit(
        self, id: str, limit: int, *, timeout: float | None = None
    ) -> Call[Project]:
        """Sets how many versions of each secret and folder the server keeps.

        Servers support this since June 2024. The server deletes older versions permanently.

        Args:
            id: The project's id or slug.
            limit: The number of versions to keep, from 1 to 100.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: If the limit is not from 1 to 100.
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, or if the
                credential is an API key or not a user's.
            UnsupportedByServerError: On servers before June 2024.
        """
        return self._native.set_version_limit(id, limit, timeout)

    @blocking
    def leave(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Removes the user from a project, on servers since June 2024.

        The client forgets the project's key. To come back, the user has to be invited again.

        Today's servers let the only administrator leave, too. Then no member can manage the
        project: make another member an administrator first.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is the only administrator of the project, on servers
                of 2024, or if the credential is an API key or not a user's.
            UnsupportedByServerError: On servers before June 2024, or for a project that was created
                before June 2024, as every end-to-end encrypted project was: an administrator of the
                project can remove the member.
        """
        return self._native.leave_project(id, timeout)

    @blocking
    def share_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Gives the server the key of a project, which ends the project's end-to-end encryption.

        With the key, the server can read every secret that the project has, had or will have.

        The server's integrations need it and, since June 2023, its plaintext routes. Nothing
        happens if the server has the key already, as for every project created since June 2024.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is not
                a user's.
            KeyUnavailableError: If the user has no key of the project to share, or if the
                credential opens no private key.
            DecryptionFailedError: If the user's copy of the key was changed.
            IntegrityViolationError: If the server's public key is not safe to seal to, or if the
                server may have replaced the project key (see ``trusted_sealers``): then nothing is
                given.
            UnsupportedByServerError: On today's servers, for a project whose key only the server
                has.
        """
        return self._native.share_key_with_server(id, timeout)

    @blocking
    def stop_sharing_key_with_server(self, id: str, *, timeout: float | None = None) -> Call[None]:
        """Asks the server to delete its copy of the project key.

        The server may have kept the key and everything that it read; only a new project with new
        values is out of its reach again.

        Nothing happens if the server has no copy. If it had one, this client's
        ``end_to_end_encrypted`` stays false.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is not
                a user's.
            UnsupportedByServerError: If the server generated the key itself, as for every project
                created since June 2024.
        """
        return self._native.stop_sharing_key_with_server(id, timeout)

    @blocking
    def upgrade(
        self, id: str, *, send_private_key: bool = False, timeout: float | None = None
    ) -> Call[None]:
        """Upgrades a project to one whose key the server has (servers since October 2024).

        This ends its end-to-end encryption permanently.

        The server decrypts every secret of the project and stores it again, also the personal ones
        of its members, and from then on reads and writes plaintext. Members no longer need its key,
        and machine identities can use it. There is no way back.

        The server demands the private key of the user for it. It can then decrypt every other
        project key that was ever sealed to the user. The call waits until the server has finished.

        Args:
            id: The project's id or slug.
            send_private_key: Whether the private key of the user may be sent to the server, which
                demands it; ``False`` by default. Without it, the call fails.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            InvalidInputError: Unless ``send_private_key`` is set: nothing is sent.
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, or if the
                credential is not a user's.
            KeyUnavailableError: If the credential opens no private key, or if the user has no key
                of the project.
            DecryptionFailedError: If the user's copy of the key was changed.
            ServerErrorError: If the server could not upgrade the project, which stays as it was.
            UnsupportedByServerError: On servers before October 2024, and for a project that is
                upgraded already.
        """
        return self._native.upgrade_project(id, send_private_key, timeout)

    @blocking
    def is_key_shared_with_server(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Returns whether the server says that it has a copy of the project key.

        The result is ``True`` for every project created since June 2024.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user's role does not allow it, or if the credential is not
                a user's.
            UnsupportedByServerError: On today's servers, for a project whose key only the server
                has.
        """
        return self._native.is_key_shared_with_server(id, timeout)

    @blocking
    def blind_index_status(self, id: str, *, timeout: float | None = None) -> Call[bool]:
        """Returns whether every secret of the project can be found by name.

        The result is ``False`` if some secrets were stored before spring 2023, or by a program that
        does not tell the server their names.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, on May 2023
                servers, or if the credential is not a user's.
            UnsupportedByServerError: On today's servers, which have no blind indices any more.
        """
        return self._native.blind_index_status(id, timeout)

    @blocking
    def enable_blind_indices(
        self, id: str, *, timeout: float | None = None
    ) -> Call[BlindIndexReport]:
        """Enables finding every secret of an old project by name.

        The client decrypts the names and sends them to the server, which stores a keyed hash of
        each. The server sees the names meanwhile, as it does whenever a secret is read by name.

        After an interruption, call it again to finish. Secrets whose name does not decrypt or is
        empty get no index: :attr:`BlindIndexReport.failures`.

        Args:
            id: The project's id or slug.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, or if the
                credential is not a user's.
            KeyUnavailableError: If the user has no key of the project, or if the credential opens
                no private key.
            DecryptionFailedError: If the user's copy of the key was changed.
            UnsupportedByServerError: On today's servers, which have no blind indices any more.
        """
        return self._native.enable_blind_indices(id, timeout)

    @blocking
    def rotate_key(
        self,
        id: str,
        *,
        dry_run: bool = False,
        share_with_server: bool = False,
        expect_fingerprints: Iterable[str] | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        timeout: float | None = None,
    ) -> Call[KeyRotation]:
        """Replaces the key of a project, for example after a member was removed.

        It encrypts every secret under a new key, and seals that key to the remaining members. Run
        again after an interruption, it finishes. Let one administrator rotate at a time.

        First the call checks everything, and changes nothing if it finds a reason to stop: every
        secret of every environment and folder must decrypt, and every public key must be safe. Then
        it encrypts the secrets, with the user's own personal ones, reads them again until none is
        under the old key, gives the members their copies, and the user's own copy last. At the end
        it reads all secrets once more.

        Service tokens contain the old key, and the result names them: create new ones, and delete
        these. Programs that run keep the old key and may write with it: stop them before, and start
        them again afterwards. Until the end, other members cannot read the secrets that are done.

        Some things stay under the old key and become unreadable: other members' personal secrets,
        which their owners must write again, earlier versions of secrets, snapshots, and open
        requests for approval. People who had the old key still know what it opened: change the
        values too. The result has this as a warning to show to the user.

        Args:
            id: The project's id or slug.
            dry_run: Whether only to report what would change; ``False`` by default.
            share_with_server: Whether to give the new key to the server, if it has a copy of the
                present one; ``False`` by default. Without it, the call fails for such a project and
                changes nothing.
            expect_fingerprints: Fingerprints of the public keys of the other members, learned from
                their owners and not from the server, each in any form of a ``Fingerprint``. If a
                member has any other key, the call fails and nothing is changed. Not checked by
                default: then the server decides who gets the new key.
            on_progress: Function to call before the first request and after each one, with how many
                secrets are done and of how many; none by default. It must not block.
                :class:`Client` calls it from another thread, and what it raises goes to
                ``sys.unraisablehook``. :class:`AsyncClient` has the event loop call it, and what it
                raises goes to the loop's exception handler. Neither stops the call.
            timeout: Seconds the call may take, if less than the client's ``deadline``.

        Raises:
            NotFoundError: If there is no such project or the user is not a member.
            PermissionDeniedError: If the user is not an administrator of the project, if the
                project has approval policies, which would hold back the changes, or if the
                credential is an API key or not a user's.
            UnsupportedByServerError: On May 2023 servers, and for a project whose key the server
                created, as on servers since June 2024.
            DecryptionFailedError: If a secret does not decrypt, or if the user's copy of the key
                was changed: then nothing is changed.
            ConflictError: If two secrets of a folder have the same name, if secrets lack a blind
                index, or if the server has a copy of the key and ``share_with_server`` is not set:
                then nothing is changed. Also if somebody writes secrets meanwhile.
            IntegrityViolationError: If a member's public key is not safe or not expected, or if the
                server may have replaced the project key (see ``trusted_sealers``).
            KeyUnavailableError: If the user has no key of the project, or if the credential opens
                no private key.
            InvalidInputError: If a fingerprint is in no form of a fingerprint.
        """
        return self._native.rotate_project_key(
            id,
            dry_run,
            share_with_server,
            optional_name_list("expect_fingerprints", expect_fingerprints),
            on_progress,
            timeout,
        )


class AsyncProjects(Resource):
    """The methods of :class:`Projects` as coroutines."""

    __slots__ = ()

    create = awaiting(Projects.create)
    list = awaiting(Projects.list)
    get = awaiting(Projects.get)
    get_by_slug = awaiting(Projects.get_by_slug)
    open_key = awaiting(Projects.open_key)
    rename = awaiting(Projects.rename)
    delete = awaiting(Projects.delete)
    set_auto_capitalization = awaiting(Projects.set_auto_capitalization)
    set_version_limit = awaiting(Projects.set_version_limit)
    leave = awaiting(Projects.leave)
    share_key_with_server = awaiting(Projects.share_key_with_server)
    stop_sharing_key_with_server = awaiting(Projects.stop_sharing_key_with_server)
    upgrade = awaiting(Projects.upgrade)
    is_key_shared_with_server = awaiting(Projects.is_key_shared_with_server)
    blind_index_status = awaiting(Projects.blind_index_status)
    enable_blind_indices = awaiting(Projects.enable_blind_indices)
    rotate_key = awaiting(Projects.rotate_key)
