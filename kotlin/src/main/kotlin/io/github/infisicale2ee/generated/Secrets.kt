// Written by `make generate` from `bindings/surface` and core's documentation. Do not edit.
package io.github.infisicale2ee

import io.github.infisicale2ee.internal.NativeDestination
import io.github.infisicale2ee.internal.NativeGetOptions
import io.github.infisicale2ee.internal.NativeListOptions
import io.github.infisicale2ee.internal.NativeLocation
import io.github.infisicale2ee.internal.NativePlace
import io.github.infisicale2ee.internal.NativeSecretExtras
import kotlin.time.Duration

/**
 * Secrets by name.
 *
 * Every method works in one place: a project, an environment and a folder. It fails with
 * [InvalidInputException] if neither the call nor the client or its token names the project and the
 * environment, or if the path does not have the form `/folder/subfolder`. It fails with
 * [NotFoundException] if there is no such project or environment or the user is not a member, and
 * with [PermissionDeniedException] if the credential may not read or write there, such as a service
 * token outside of its scopes. On May 2023 servers secrets have no folders: a path other than `/`
 * fails with [UnsupportedByServerException].
 *
 * A name may be any text without white space around it, in any script. The names `.` and `..`
 * cannot be in a URL, and servers since 2024 cannot find the names `raw`, `batch` and `move` and
 * names of more than 100 UTF-16 units. [Secrets.setMany], [Secrets.deleteMany] and [Secrets.list]
 * handle these too, where secrets are end-to-end encrypted.
 *
 * The client encrypts and decrypts, and verifies what it reads. If the key of the project is not
 * available, because nobody has shared it or the credential opens no private key, a method fails
 * with [KeyUnavailableException]. It fails with [DecryptionFailedException] if the copy of the key
 * or a secret does not decrypt, and with [IntegrityViolationException] if the server answers with
 * another secret than the one asked for or stored. With a trust store, it fails with
 * [TamperingSuspectedException] if an answer contradicts what was seen before.
 *
 * Where a secret can only pass in plaintext, as for machine identities and in projects whose key
 * only the server has, a method fails with [UnsupportedByServerException] if the client has the
 * option `requireE2ee`, which is on by default except for machine identities. Each secret tells how
 * it came: [Secret.endToEndEncrypted].
 *
 * Protocol: `/api/v3/secrets` and `/api/v2/secrets`; for machine identities `/api/v3/secrets/raw`
 * and `/api/v4/secrets`.
 */
public class Secrets internal constructor(private val connection: Connection) {
    /**
     * Reads and decrypts one secret, and checks that it is the one asked for.
     *
     * @param name the secret's name.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param imports whether secrets of imported folders are found too, with the environment and
     *   path that they come from; `false` by default. A folder's own secrets take precedence over
     *   imported ones, and later imports over earlier ones. Needs a server of 2024 or later.
     * @param viewValue whether the value is read too; `true` by default. With `false`, the result
     *   has the other fields, an empty value, and `valueRead` = `false`: the client does not
     *   decrypt the value, and today's servers do not send one that they decrypt. For these, a
     *   credential that may not read values needs `false`. A trust store then checks only that no
     *   secret of a list is missing. Not with `expandReferences`.
     * @param expandReferences whether `${NAME}` in a value becomes the value of that secret, and on
     *   servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the project;
     *   `false` by default. The client expands references, because servers cannot read encrypted
     *   values and differ in what they do with others. It requests the folders that references lead
     *   to; of the values, the server sees only those paths, for environments of the project or,
     *   with a service token, of its scopes. Service accounts and service tokens v3 reach only the
     *   environment that is read. A plain name is looked up in the folder of the secret that
     *   contains it, as if that folder were read separately; an imported secret belongs to the
     *   folder that imports it. `${SELF}` in the value of `SELF` stays as written; a circular
     *   reference through several secrets is an error. References nest up to a depth of 32. An
     *   expanded value has at most 1 MiB, and all values of one call together 64 MiB.
     * @param expandOnServer whether the server expands references, in the request that reads the
     *   values; `false` by default. The client then requests no other folders. Only where the
     *   server decrypts the project's secrets, and since October 2024. A secret in which the server
     *   leaves a reference is rejected. But a server of July 2026 puts empty text in place of a
     *   missing secret, without an error, and refuses the whole list if the credential may not read
     *   a secret that a value refers to. Needs `expandReferences`. Not with `unknownReferences` or
     *   `nestedReferences`.
     * @param unknownReferences what to do with a reference to a secret that is missing, or in a
     *   folder that the credential cannot read. With [UnknownReferences.ERROR], the default, the
     *   secret that contains it is rejected; with [UnknownReferences.KEEP], the reference stays as
     *   written. With either, `${SELF}` in the value of `SELF` stays as written, and a circular
     *   reference or a reference to a secret that does not decrypt is an error. Needs
     *   `expandReferences`.
     * @param nestedReferences where to look up a plain name in a value that was itself reached by a
     *   reference: in the folder of that value with [NestedReferences.OWN_FOLDER], the default, or
     *   in the folder being read with [NestedReferences.READ_FOLDER], like the Infisical CLI
     *   of 2024. Needs `expandReferences`.
     * @param version number of an earlier version, as in [Secret.version]; the current version by
     *   default. Servers show earlier versions only to users, those of 2024 not with API keys;
     *   today's servers show them to machine identities too. May 2023 servers store no comments of
     *   versions. Earlier versions are read from the folder itself, so not with `imports`.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret, version or environment.
     * @throws PermissionDeniedException if the server does not show earlier versions to the
     *   credential.
     * @throws DecryptionFailedException if a field of the secret does not verify; the error names
     *   the field.
     * @throws IntegrityViolationException if the server answers with another secret, or if the
     *   secret had another name in that version.
     * @throws TamperingSuspectedException if the answer contradicts the client's trust store.
     * @throws InvalidInputException if the name is not valid, if a reference is unresolved or
     *   circular, for a negative version, for a version or a personal secret with `imports`, if
     *   `expandReferences` is set and `viewValue` is `false`, if `unknownReferences`,
     *   `nestedReferences` or `expandOnServer` is set without `expandReferences`, or if
     *   `expandOnServer` is set with one of the other two, with a version, with `imports` or for a
     *   personal secret.
     * @throws UnsupportedByServerException for `imports` on May 2023 servers; if the server
     *   decrypts the project's secrets but, like those of 2024, not their earlier versions; for
     *   `expandOnServer` if it does not decrypt them.
     */
    public suspend fun get(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        imports: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        version: Long? = null,
        timeout: Duration? = null,
    ): Secret {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        val options =
            NativeGetOptions(
                imports,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences.text,
                nestedReferences.text,
                version,
            )
        return connection.call(timeout) { Secret(getSecret(name, place, options, it)) }
    }

    /**
     * Reads and decrypts every secret of a place. A secret that does not decrypt, or whose
     * references are unresolved, is reported in `failures` of the `SecretList`; the others are
     * returned.
     *
     * The failure of a secret with an unresolved or circular reference has the field `reference`
     * and is an [InvalidInputException]. If the server hides a value from the credential, it is an
     * [PermissionDeniedException]. All others are an [DecryptionFailedException].
     *
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param overrides whether the user's personal secrets take the place of shared ones of the
     *   same name; `false` by default: then the list has only shared or only personal secrets.
     * @param imports whether secrets of imported folders are found too, with the environment and
     *   path that they come from; `false` by default. A folder's own secrets take precedence over
     *   imported ones, and later imports over earlier ones. Needs a server of 2024 or later.
     * @param recursive whether the list has the secrets of all folders below too; `false` by
     *   default. Folders that the credential may not read are left out. Servers since October 2024
     *   answer with all of them at once; on those before, the client reads folder by folder, at
     *   most 2,000 of them and at most 100 levels deep. References are expanded as if each folder
     *   were read separately. Not with `imports`, which belong to one folder. Needs a server of
     *   2024 or later.
     * @param viewValue whether the value is read too; `true` by default. With `false`, the result
     *   has the other fields, an empty value, and `valueRead` = `false`: the client does not
     *   decrypt the value, and today's servers do not send one that they decrypt. For these, a
     *   credential that may not read values needs `false`. A trust store then checks only that no
     *   secret of a list is missing. Not with `expandReferences`.
     * @param expandReferences whether `${NAME}` in a value becomes the value of that secret, and on
     *   servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the project;
     *   `false` by default. The client expands references, because servers cannot read encrypted
     *   values and differ in what they do with others. It requests the folders that references lead
     *   to; of the values, the server sees only those paths, for environments of the project or,
     *   with a service token, of its scopes. Service accounts and service tokens v3 reach only the
     *   environment that is read. A plain name is looked up in the folder of the secret that
     *   contains it, as if that folder were read separately; an imported secret belongs to the
     *   folder that imports it. `${SELF}` in the value of `SELF` stays as written; a circular
     *   reference through several secrets is an error. References nest up to a depth of 32. An
     *   expanded value has at most 1 MiB, and all values of one call together 64 MiB.
     * @param expandOnServer whether the server expands references, in the request that reads the
     *   values; `false` by default. The client then requests no other folders. Only where the
     *   server decrypts the project's secrets, and since October 2024. A secret in which the server
     *   leaves a reference is rejected. But a server of July 2026 puts empty text in place of a
     *   missing secret, without an error, and refuses the whole list if the credential may not read
     *   a secret that a value refers to. Needs `expandReferences`. Not with `unknownReferences` or
     *   `nestedReferences`.
     * @param unknownReferences what to do with a reference to a secret that is missing, or in a
     *   folder that the credential cannot read. With [UnknownReferences.ERROR], the default, the
     *   secret that contains it is rejected; with [UnknownReferences.KEEP], the reference stays as
     *   written. With either, `${SELF}` in the value of `SELF` stays as written, and a circular
     *   reference or a reference to a secret that does not decrypt is an error. Needs
     *   `expandReferences`.
     * @param nestedReferences where to look up a plain name in a value that was itself reached by a
     *   reference: in the folder of that value with [NestedReferences.OWN_FOLDER], the default, or
     *   in the folder being read with [NestedReferences.READ_FOLDER], like the Infisical CLI
     *   of 2024. Needs `expandReferences`.
     * @param tags slugs of tags: the list has only secrets with at least one of them. No tags, the
     *   default, mean all secrets. Of shared secrets only, so not with `overrides` or `imports`.
     * @param metadata metadata: the list has only secrets that have all of it, each key with its
     *   value; encrypted values are not compared. Of shared secrets only, so not with `overrides`
     *   or `imports`. Needs one of today's servers that decrypts the project's secrets. Give a map
     *   of names to values.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws DecryptionFailedException if more than 10,000 secrets do not decrypt.
     * @throws InvalidResponseException if the answer has more than 200,000 list entries or is
     *   longer than the longest answer that the client accepts, or for too many folders.
     * @throws IntegrityViolationException if the server answers with a secret of another place.
     * @throws NotFoundException if there is no such environment or folder.
     * @throws TamperingSuspectedException if the answer contradicts the client's trust store.
     * @throws InvalidInputException for personal secrets with `overrides` or `imports`, for
     *   `imports` or the nested references [NestedReferences.READ_FOLDER] in a `recursive` list,
     *   for personal secrets, `overrides` or `imports` with `tags` or `metadata`, if
     *   `expandReferences` is set and `viewValue` is `false`, if `unknownReferences`,
     *   `nestedReferences` or `expandOnServer` is set without `expandReferences`, or if
     *   `expandOnServer` is set with one of the other two, or with both `overrides` and `imports`.
     * @throws UnsupportedByServerException for `imports` or `recursive` on May 2023 servers; for
     *   `tags` or `metadata` that the server does not tell; for `expandOnServer` if the server does
     *   not decrypt the project's secrets.
     */
    public suspend fun list(
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        overrides: Boolean = false,
        imports: Boolean = false,
        recursive: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        tags: List<String> = emptyList(),
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): SecretList {
        checkText("project" to project, "environment" to environment, "path" to path)
        checkTexts("tags", tags)
        val place = NativePlace(project, environment, path, type.text)
        val options =
            NativeListOptions(
                overrides,
                imports,
                recursive,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences.text,
                nestedReferences.text,
                tags,
                auditDetails("metadata", metadata),
            )
        return connection.call(timeout) { SecretList(listSecrets(place, options, it)) }
    }

    /**
     * Reads every secret of a place if the list changed since an earlier one.
     *
     * The server compares. If the list is unchanged, the server sends nothing, and the result is
     * `null`: a program that polls saves the transfer and the decryption. A new list has a new
     * `etag` for the next call. The ETag of a list with other options, of another place or of
     * another credential is ignored, and the list is read; also if the client's trust store has
     * learned something since. The errors are those of [Secrets.list], and one more.
     *
     * A list has an `etag` if one answer of the server decides about all of it: not if it is empty,
     * if a secret does not decrypt, if values refer to other folders, or if the client read several
     * folders. A server that decrypts the secrets may derive it from their values: keep it as
     * confidential as the list.
     *
     * @param etag `etag` of the earlier `SecretList`.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param overrides whether the user's personal secrets take the place of shared ones of the
     *   same name; `false` by default: then the list has only shared or only personal secrets.
     * @param imports whether secrets of imported folders are found too, with the environment and
     *   path that they come from; `false` by default. A folder's own secrets take precedence over
     *   imported ones, and later imports over earlier ones. Needs a server of 2024 or later.
     * @param recursive whether the list has the secrets of all folders below too; `false` by
     *   default. Folders that the credential may not read are left out. Servers since October 2024
     *   answer with all of them at once; on those before, the client reads folder by folder, at
     *   most 2,000 of them and at most 100 levels deep. References are expanded as if each folder
     *   were read separately. Not with `imports`, which belong to one folder. Needs a server of
     *   2024 or later.
     * @param viewValue whether the value is read too; `true` by default. With `false`, the result
     *   has the other fields, an empty value, and `valueRead` = `false`: the client does not
     *   decrypt the value, and today's servers do not send one that they decrypt. For these, a
     *   credential that may not read values needs `false`. A trust store then checks only that no
     *   secret of a list is missing. Not with `expandReferences`.
     * @param expandReferences whether `${NAME}` in a value becomes the value of that secret, and on
     *   servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the project;
     *   `false` by default. The client expands references, because servers cannot read encrypted
     *   values and differ in what they do with others. It requests the folders that references lead
     *   to; of the values, the server sees only those paths, for environments of the project or,
     *   with a service token, of its scopes. Service accounts and service tokens v3 reach only the
     *   environment that is read. A plain name is looked up in the folder of the secret that
     *   contains it, as if that folder were read separately; an imported secret belongs to the
     *   folder that imports it. `${SELF}` in the value of `SELF` stays as written; a circular
     *   reference through several secrets is an error. References nest up to a depth of 32. An
     *   expanded value has at most 1 MiB, and all values of one call together 64 MiB.
     * @param expandOnServer whether the server expands references, in the request that reads the
     *   values; `false` by default. The client then requests no other folders. Only where the
     *   server decrypts the project's secrets, and since October 2024. A secret in which the server
     *   leaves a reference is rejected. But a server of July 2026 puts empty text in place of a
     *   missing secret, without an error, and refuses the whole list if the credential may not read
     *   a secret that a value refers to. Needs `expandReferences`. Not with `unknownReferences` or
     *   `nestedReferences`.
     * @param unknownReferences what to do with a reference to a secret that is missing, or in a
     *   folder that the credential cannot read. With [UnknownReferences.ERROR], the default, the
     *   secret that contains it is rejected; with [UnknownReferences.KEEP], the reference stays as
     *   written. With either, `${SELF}` in the value of `SELF` stays as written, and a circular
     *   reference or a reference to a secret that does not decrypt is an error. Needs
     *   `expandReferences`.
     * @param nestedReferences where to look up a plain name in a value that was itself reached by a
     *   reference: in the folder of that value with [NestedReferences.OWN_FOLDER], the default, or
     *   in the folder being read with [NestedReferences.READ_FOLDER], like the Infisical CLI
     *   of 2024. Needs `expandReferences`.
     * @param tags slugs of tags: the list has only secrets with at least one of them. No tags, the
     *   default, mean all secrets. Of shared secrets only, so not with `overrides` or `imports`.
     * @param metadata metadata: the list has only secrets that have all of it, each key with its
     *   value; encrypted values are not compared. Of shared secrets only, so not with `overrides`
     *   or `imports`. Needs one of today's servers that decrypts the project's secrets. Give a map
     *   of names to values.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if `etag` is not one of a list of secrets.
     */
    public suspend fun listIfChanged(
        etag: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        overrides: Boolean = false,
        imports: Boolean = false,
        recursive: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        tags: List<String> = emptyList(),
        metadata: Map<String, String> = emptyMap(),
        timeout: Duration? = null,
    ): SecretList? {
        checkText(
            "etag" to etag,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        checkTexts("tags", tags)
        val place = NativePlace(project, environment, path, type.text)
        val options =
            NativeListOptions(
                overrides,
                imports,
                recursive,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences.text,
                nestedReferences.text,
                tags,
                auditDetails("metadata", metadata),
            )
        return connection.call(timeout) {
            listSecretsIfChanged(etag, place, options, it)?.let(::SecretList)
        }
    }

    /**
     * Encrypts and stores a new secret.
     *
     * For projects that may have a policy of approval, use [Secrets.proposeCreate]: it returns the
     * request for approval as a result.
     *
     * @param name the secret's name: any text without white space around it, on servers since 2024
     *   of at most 100 UTF-16 units.
     * @param value the value, which may be empty.
     * @param comment comment for people, encrypted like the value; none by default.
     * @param metadata metadata, each key with its value; it takes the place of all metadata that
     *   the secret had. Needs one of today's servers that decrypts the project's secrets. Give a
     *   map of names to values.
     * @param encryptedMetadata metadata whose values the server stores encrypted, with a key that
     *   it has; lists cannot be filtered by these. Together with `metadata`, it takes the place of
     *   all metadata that the secret had. Needs one of today's servers that decrypts the project's
     *   secrets. Give a map of names to values.
     * @param reminderDays after how many days the server reminds the members of the project, again
     *   and again, to change the secret. Needs a server since October 2024 that decrypts the
     *   project's secrets.
     * @param reminderNote note for the reminder, of at most 1,024 UTF-16 units. The server can read
     *   it, and sends it by e-mail. Needs `reminderDays`.
     * @param skipMultilineEncoding whether the server's own tools write a value of several lines as
     *   it is, instead of in one line with escapes. This client always returns values as they are.
     *   Needs a server since October 2024 that decrypts the project's secrets.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. A personal secret overrides a shared one,
     *   which must exist.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the name is taken.
     * @throws InvalidInputException if the name is not valid, for white space around a value that
     *   is not end-to-end encrypted: servers would remove it, except for one newline at the end; or
     *   for metadata or a reminder that servers would refuse, change or ignore.
     * @throws UnsupportedByServerException for metadata, a reminder or `skipMultilineEncoding` of a
     *   secret that is end-to-end encrypted, or if the server does not store it.
     * @throws NotFoundException if there is no such environment or folder, or for a personal secret
     *   if there is no shared one to override.
     * @throws PayloadTooLargeException if the value is over about 76,000 bytes (May 2023 servers)
     *   or 785,000 bytes (2024 servers).
     * @throws PermissionDeniedException if a policy of the project asks for approval first: the
     *   error names the request for approval, and nothing was changed; or on servers since 2024 for
     *   a personal secret if the credential is not a user's.
     * @throws IntegrityViolationException if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is sent; or if it answers with another value or comment
     *   than was sent, or stores other metadata.
     */
    public suspend fun create(
        name: String,
        value: String,
        comment: String? = null,
        metadata: Map<String, String>? = null,
        encryptedMetadata: Map<String, String>? = null,
        reminderDays: Long? = null,
        reminderNote: String? = null,
        skipMultilineEncoding: Boolean? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText(
            "name" to name,
            "value" to value,
            "comment" to comment,
            "reminderNote" to reminderNote,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val extras =
            NativeSecretExtras(
                metadata?.let { auditDetails("metadata", it) },
                encryptedMetadata?.let { auditDetails("encryptedMetadata", it) },
                reminderDays,
                reminderNote,
                skipMultilineEncoding,
            )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) {
            Secret(createSecret(name, value, comment, extras, place, it))
        }
    }

    /**
     * Encrypts and stores a new value, a new comment, a new name, or several of them.
     *
     * For projects that may have a policy of approval, use [Secrets.proposeUpdate]: it returns the
     * request for approval as a result.
     *
     * @param name the secret's name.
     * @param value new value; unchanged by default.
     * @param comment new comment; unchanged by default. 2024 servers accept a comment only together
     *   with the value, so the client reads the value first, and a change to it meanwhile is
     *   undone.
     * @param newName new name of a shared secret; unchanged by default. Personal secrets that
     *   override it keep the old name, and so stop overriding it; references to it do not follow.
     *   On May 2023 servers only a user can rename a secret.
     * @param metadata metadata, each key with its value; it takes the place of all metadata that
     *   the secret had. Needs one of today's servers that decrypts the project's secrets. Give a
     *   map of names to values.
     * @param encryptedMetadata metadata whose values the server stores encrypted, with a key that
     *   it has; lists cannot be filtered by these. Together with `metadata`, it takes the place of
     *   all metadata that the secret had. Needs one of today's servers that decrypts the project's
     *   secrets. Give a map of names to values.
     * @param reminderDays after how many days the server reminds the members of the project, again
     *   and again, to change the secret. Needs a server since October 2024 that decrypts the
     *   project's secrets.
     * @param reminderNote note for the reminder, of at most 1,024 UTF-16 units. The server can read
     *   it, and sends it by e-mail. Needs `reminderDays`.
     * @param skipMultilineEncoding whether the server's own tools write a value of several lines as
     *   it is, instead of in one line with escapes. This client always returns values as they are.
     *   Needs a server since October 2024 that decrypts the project's secrets.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret.
     * @throws ConflictException if another secret has the new name.
     * @throws InvalidInputException if nothing to change is given, if a name is not valid, if the
     *   new name is the old one, for a new name of a personal secret, for white space around a
     *   value that is not end-to-end encrypted: servers would remove it, except for one newline at
     *   the end; or for metadata or a reminder that servers would refuse, change or ignore.
     * @throws PayloadTooLargeException if the value is over about 76,000 bytes (May 2023 servers)
     *   or 785,000 bytes (2024 servers).
     * @throws UnsupportedByServerException for a new name on May 2023 servers if the credential is
     *   not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
     *   machine identities: it would silently ignore them; for metadata, a reminder or
     *   `skipMultilineEncoding` of a secret that is end-to-end encrypted, or if the server does not
     *   store it.
     * @throws PermissionDeniedException if a policy of the project asks for approval first: the
     *   error names the request for approval, and nothing was changed.
     * @throws IntegrityViolationException if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is sent; or if it answers with another value or comment
     *   than was sent, or stores other metadata.
     */
    public suspend fun update(
        name: String,
        value: String? = null,
        comment: String? = null,
        newName: String? = null,
        metadata: Map<String, String>? = null,
        encryptedMetadata: Map<String, String>? = null,
        reminderDays: Long? = null,
        reminderNote: String? = null,
        skipMultilineEncoding: Boolean? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText(
            "name" to name,
            "value" to value,
            "comment" to comment,
            "newName" to newName,
            "reminderNote" to reminderNote,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val extras =
            NativeSecretExtras(
                metadata?.let { auditDetails("metadata", it) },
                encryptedMetadata?.let { auditDetails("encryptedMetadata", it) },
                reminderDays,
                reminderNote,
                skipMultilineEncoding,
            )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) {
            Secret(updateSecret(name, value, comment, newName, extras, place, it))
        }
    }

    /**
     * Deletes a secret. Deleting a shared secret also deletes every user's personal override of it.
     *
     * For projects that may have a policy of approval, use [Secrets.proposeDelete]: it returns the
     * request for approval as a result.
     *
     * @param name the secret's name.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret.
     * @throws InvalidInputException if the name is not valid.
     * @throws PermissionDeniedException if a policy of the project asks for approval first: the
     *   error names the request for approval, and nothing was changed.
     */
    public suspend fun delete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ) {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        connection.call(timeout) { deleteSecret(name, place, it) }
    }

    /**
     * Lists every version of a secret, newest first, decrypted. A version that does not decrypt is
     * reported in [SecretHistory.failures] and hides no other. `checkComplete` of the result fails
     * if there is any.
     *
     * May 2023 servers keep no comments in versions. They have two versions with the same number
     * where somebody wrote several secrets at once on their web pages.
     *
     * @param name the secret's name.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret.
     * @throws InvalidInputException if the name is not valid.
     * @throws PermissionDeniedException if the credential is not a user's, or on servers since 2024
     *   if it is an API key.
     * @throws IntegrityViolationException if the server answers with the versions of another
     *   secret.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, like
     *   those of 2024, not their earlier versions.
     */
    public suspend fun versions(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretHistory {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) { SecretHistory(listSecretVersions(name, place, it)) }
    }

    /**
     * Gives a secret the value that it had in an earlier version, as a new version. Its comment and
     * tags stay as they are. Servers since 2024 have no route for this: the client reads the value
     * and writes it again, and a change to it meanwhile is undone.
     *
     * Servers show earlier versions only to users, those of 2024 not with API keys; today's servers
     * show them to machine identities too.
     *
     * @param name the secret's name.
     * @param version the number of the version, as in [Secret.version].
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret or version.
     * @throws InvalidInputException if the name is not valid, or for a negative version.
     * @throws IntegrityViolationException if the secret had another name in that version.
     * @throws DecryptionFailedException if that version does not decrypt.
     * @throws PermissionDeniedException if the server does not show earlier versions to the
     *   credential, or if a policy of the project asks for approval first: the error names the
     *   request for approval, and nothing was changed.
     * @throws UnsupportedByServerException if the server decrypts the project's secrets but, like
     *   those of 2024, not their earlier versions.
     */
    public suspend fun rollBack(
        name: String,
        version: Long,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Secret {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) { Secret(rollBackSecret(name, version, place, it)) }
    }

    /**
     * Gives many shared secrets their values. Creates those that do not exist, changes those that
     * differ, and leaves the others alone. Run again after an interruption, it finishes.
     *
     * The result has an item for each secret, in the order given. The reason why one secret was not
     * changed is in its item, [BulkItem.error], and so is the request where a policy asks for
     * approval, [BulkItem.approval]. `checkComplete` of the result fails unless everything was
     * done.
     *
     * An error that would stop every secret ends the call; the message says how many changes were
     * done before. The limits for the size of a value are those of [Secrets.create].
     *
     * @param values names with the values that they are to have, and perhaps a comment for people.
     *   Without one, the comment that a secret has stays.
     * @param dryRun whether only to report what would change; `false` by default.
     * @param onProgress function to call before the first request and after each one, with how many
     *   secrets are done and of how many; none by default. It must not block. See
     *   [ProgressListener].
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if a name is given twice, is empty or has white space around
     *   it: then nothing is changed.
     * @throws DecryptionFailedException if a secret that does not decrypt may be one of those
     *   named: then nothing is changed.
     * @throws IntegrityViolationException if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is sent.
     */
    public suspend fun setMany(
        values: List<NewValue>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult {
        checkText("project" to project, "environment" to environment, "path" to path)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            BulkResult(
                setManySecrets(
                    values.map(NewValue::toNative),
                    dryRun,
                    onProgress?.toNative(),
                    location,
                    it,
                )
            )
        }
    }

    /** As the other [Secrets.setMany], with names to values. */
    public suspend fun setMany(
        values: Map<String, String>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult {
        return setMany(
            values.map { (name, value) -> NewValue(name, value) },
            dryRun,
            onProgress,
            project,
            environment,
            path,
            timeout,
        )
    }

    /**
     * Deletes many shared secrets, with every user's personal overrides of them. Run again after an
     * interruption, it finishes.
     *
     * The result has an item for each secret, in the order given. A secret that does not exist is
     * no error. The reason why one secret was not deleted is in its item, [BulkItem.error], and so
     * is the request where a policy asks for approval, [BulkItem.approval]. `checkComplete` of the
     * result fails unless everything was done.
     *
     * An error that would stop every secret ends the call; the message says how many changes were
     * done before.
     *
     * @param names the secrets' names.
     * @param dryRun whether only to report what would change; `false` by default.
     * @param onProgress function to call before the first request and after each one, with how many
     *   secrets are done and of how many; none by default. It must not block. See
     *   [ProgressListener].
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws InvalidInputException if a name is given twice, is empty or has white space around
     *   it: then nothing is changed.
     * @throws DecryptionFailedException if a secret that does not decrypt may be one of those
     *   named: then nothing is changed.
     */
    public suspend fun deleteMany(
        names: List<String>,
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): BulkResult {
        checkText("project" to project, "environment" to environment, "path" to path)
        checkTexts("names", names)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            BulkResult(deleteManySecrets(names, dryRun, onProgress?.toNative(), location, it))
        }
    }

    /**
     * Creates a secret, or requests approval if a policy of the project asks for it. Use it instead
     * of [Secrets.create] for projects that may have such a policy: the request for approval is
     * then the result, not an error.
     *
     * @param name the secret's name: any text without white space around it, on servers since 2024
     *   of at most 100 UTF-16 units.
     * @param value the value, which may be empty.
     * @param comment comment for people, encrypted like the value; none by default.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the name is taken.
     * @throws InvalidInputException if the name is not valid, or for white space around a value
     *   that is not end-to-end encrypted: servers would remove it, except for one newline at the
     *   end.
     * @throws NotFoundException if there is no such environment or folder, or for a personal secret
     *   if there is no shared one to override.
     * @throws PayloadTooLargeException if the value is over about 76,000 bytes (May 2023 servers)
     *   or 785,000 bytes (2024 servers).
     * @throws PermissionDeniedException on servers since 2024 for a personal secret if the
     *   credential is not a user's.
     */
    public suspend fun proposeCreate(
        name: String,
        value: String,
        comment: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretChange {
        checkText(
            "name" to name,
            "value" to value,
            "comment" to comment,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) {
            SecretChange(proposeCreateSecret(name, value, comment, place, it))
        }
    }

    /**
     * Changes a secret, or requests approval if a policy of the project asks for it.
     *
     * The change is a new value, comment or name. Use this operation instead of [Secrets.update]
     * for projects that may have such a policy: the request for approval is then the result, not an
     * error.
     *
     * @param name the secret's name.
     * @param value new value; unchanged by default.
     * @param comment new comment; unchanged by default. 2024 servers accept a comment only together
     *   with the value, so the client reads the value first, and a change to it meanwhile is
     *   undone.
     * @param newName new name of a shared secret; unchanged by default. Personal secrets that
     *   override it keep the old name, and so stop overriding it; references to it do not follow.
     *   On May 2023 servers only a user can rename a secret.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret.
     * @throws ConflictException if another secret has the new name.
     * @throws InvalidInputException if nothing to change is given, if a name is not valid, if the
     *   new name is the old one, for a new name of a personal secret, or for white space around a
     *   value that is not end-to-end encrypted: servers would remove it, except for one newline at
     *   the end.
     * @throws PayloadTooLargeException if the value is over about 76,000 bytes (May 2023 servers)
     *   or 785,000 bytes (2024 servers).
     * @throws UnsupportedByServerException for a new name on May 2023 servers if the credential is
     *   not a user's, or for a new comment or name if a 2024 server decrypts the secret, as for
     *   machine identities: it would silently ignore them.
     */
    public suspend fun proposeUpdate(
        name: String,
        value: String? = null,
        comment: String? = null,
        newName: String? = null,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): SecretChange {
        checkText(
            "name" to name,
            "value" to value,
            "comment" to comment,
            "newName" to newName,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) {
            SecretChange(proposeUpdateSecret(name, value, comment, newName, place, it))
        }
    }

    /**
     * Deletes a secret, or requests approval if a policy of the project asks for it. Use it instead
     * of [Secrets.delete] for projects that may have such a policy: the request for approval is
     * then the result, not an error. If the result has no request, the secret was deleted.
     *
     * Deleting a shared secret also deletes every user's personal override of it.
     *
     * @param name the secret's name.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param type shared or personal; shared by default. There is no fallback from one to the
     *   other.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret.
     * @throws InvalidInputException if the name is not valid.
     */
    public suspend fun proposeDelete(
        name: String,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        type: SecretType = SecretType.SHARED,
        timeout: Duration? = null,
    ): Approval? {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        val place = NativePlace(project, environment, path, type.text)
        return connection.call(timeout) { proposeDeleteSecret(name, place, it)?.let(::Approval) }
    }

    /**
     * Puts tags on a shared secret, in place of those that it has. 2024 servers accept tags only
     * together with the value, so the client reads the value first, and a change to it meanwhile is
     * undone.
     *
     * @param name the secret's name.
     * @param tags the slugs of the tags; an empty list removes all tags.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws NotFoundException if there is no such secret, or no such tag in the project.
     * @throws InvalidInputException if the name is not valid.
     * @throws PermissionDeniedException for service tokens, service accounts and API keys, which
     *   cannot look tags up, or if a policy of the project asks for approval first: the error names
     *   the request for approval, and nothing was changed.
     * @throws IntegrityViolationException if the server may have replaced the project key (see
     *   `trustedSealers`): then nothing is sent.
     * @throws UnsupportedByServerException if a February 2024 server decrypts the secret, where it
     *   cannot set tags.
     */
    public suspend fun setTags(
        name: String,
        tags: List<String>,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): Secret {
        checkText(
            "name" to name,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        checkTexts("tags", tags)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { Secret(setSecretTags(name, tags, location, it)) }
    }

    /**
     * Moves shared secrets to another environment, another folder, or both.
     *
     * Comments and tags move with the secret. It gets a new id there, and counts its versions from
     * the beginning. Personal overrides do not move: they are deleted with the secret that they
     * override.
     *
     * The project, environment and path of the call are the source. If interrupted, no secret is
     * lost: repeat the call to finish. The client moves one secret at a time: it stores the secret
     * at the destination, reads it back, compares it, and only then deletes it at the source.
     *
     * Where the server encrypts the secrets, servers since October 2024 move them in one request,
     * with reminders and all other fields, and the client checks the result; today's servers then
     * also change references to these secrets. The client still moves one at a time with a service
     * token, under a policy that asks for approval, and secrets with references in their values; on
     * servers of October 2024, also secrets with tags.
     *
     * @param names the secrets' names.
     * @param toEnvironment slug of the environment of the destination; the source's by default.
     * @param toPath folder of the destination, which must exist; the source's by default.
     * @param overwrite whether to replace other values of that name at the destination; `false` by
     *   default.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the destination has a secret of that name with another value or
     *   comment, and `overwrite` is not set: then nothing is moved; or if a secret is changed
     *   during the move: then both exist, at the source and at the destination.
     * @throws NotFoundException if a secret is in neither place, or a place does not exist.
     * @throws InvalidInputException if no secret is named, if a name is not valid, if source and
     *   destination are the same, or for white space around a value that is not end-to-end
     *   encrypted.
     * @throws UnsupportedByServerException if a 2024 server decrypts the secrets and cannot set the
     *   comment or (February 2024) the tags: then nothing is moved.
     * @throws DecryptionFailedException if a secret that does not decrypt may be one of those
     *   named: then nothing is moved.
     * @throws IntegrityViolationException if the destination does not have what was stored there:
     *   then the secret is kept at the source.
     * @throws PermissionDeniedException if a policy of the project asks for approval first: the
     *   error names the request for approval.
     */
    public suspend fun move(
        names: List<String>,
        toEnvironment: String? = null,
        toPath: String? = null,
        overwrite: Boolean = false,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): MoveResult {
        checkText(
            "toEnvironment" to toEnvironment,
            "toPath" to toPath,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        checkTexts("names", names)
        val to = NativeDestination(toEnvironment, toPath, overwrite)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) { MoveResult(moveSecrets(names, to, location, it)) }
    }

    /**
     * Copies shared secrets to another environment, another folder, or both.
     *
     * The copies are in the same project. Values, comments, tags and metadata are copied. A copy is
     * a new secret with its own id and versions; with `overwrite`, it is a new version of the
     * secret at the destination, which then has the tags and metadata of the source. Without it, a
     * secret with the same value and comment gets missing tags, and the metadata if it has none.
     * References in a value stay as they are. The source keeps everything, and personal overrides
     * are not copied.
     *
     * The project, environment and path of the call are the source. If interrupted, repeat the call
     * to finish: it leaves out what the destination already has. The client copies one secret at a
     * time: it encrypts and stores the secret at the destination, reads it back and compares it.
     *
     * Where only the server has the key of the project, today's servers copy 50 secrets in one
     * request, and the client checks the result. The client still copies one at a time with a
     * service token, and in place of another secret unless the source has a value, a comment, tags
     * and metadata.
     *
     * @param names the secrets' names.
     * @param toEnvironment slug of the environment of the destination; the source's by default.
     * @param toPath folder of the destination, which must exist; the source's by default.
     * @param overwrite whether to replace other values of that name at the destination; `false` by
     *   default.
     * @param project id or slug of the project; by default the client's, or the one that the token
     *   is for.
     * @param environment slug of the environment; by default the client's, or the one that the
     *   token is for.
     * @param path folder, such as `/backend`; by default `/`, or the one path that the token is
     *   for.
     * @param timeout the longest the call may take, if less than the client's deadline.
     * @throws ConflictException if the destination has a secret of that name with another value or
     *   comment, and `overwrite` is not set: then nothing is copied.
     * @throws NotFoundException if the source does not have one of the secrets, or a place does not
     *   exist: then nothing is copied.
     * @throws InvalidInputException if no secret is named, if a name is not valid, if source and
     *   destination are the same, or if the server decrypts the secrets and a value begins or ends
     *   with white space, which it would remove.
     * @throws UnsupportedByServerException if a 2024 server decrypts the secrets and cannot set the
     *   comment or (February 2024) the tags: then nothing is copied.
     * @throws DecryptionFailedException if a secret that does not decrypt may be one of those
     *   named: then nothing is copied.
     * @throws IntegrityViolationException if the destination does not have what was stored there.
     * @throws PermissionDeniedException if a policy of the project asks for approval first: the
     *   error names the request for approval.
     */
    public suspend fun duplicate(
        names: List<String>,
        toEnvironment: String? = null,
        toPath: String? = null,
        overwrite: Boolean = false,
        project: String? = null,
        environment: String? = null,
        path: String? = null,
        timeout: Duration? = null,
    ): DuplicateResult {
        checkText(
            "toEnvironment" to toEnvironment,
            "toPath" to toPath,
            "project" to project,
            "environment" to environment,
            "path" to path,
        )
        checkTexts("names", names)
        val to = NativeDestination(toEnvironment, toPath, overwrite)
        val location = NativeLocation(project, environment, path)
        return connection.call(timeout) {
            DuplicateResult(duplicateSecrets(names, to, location, it))
        }
    }
}

/**
 * [Secrets] with calls that block. The place comes after required arguments and before the others.
 */
public class BlockingSecrets
internal constructor(private val secrets: Secrets, private val timeout: Duration?) {
    /** See [Secrets.get]. */
    @JvmOverloads
    public fun get(
        name: String,
        place: SecretPlace = SecretPlace(),
        imports: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        version: Long? = null,
    ): Secret =
        blocking(
            "name" to name,
            "place" to place,
            "unknownReferences" to unknownReferences,
            "nestedReferences" to nestedReferences,
        ) {
            secrets.get(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                imports,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences,
                nestedReferences,
                version,
                timeout,
            )
        }

    /** See [Secrets.list]. */
    @JvmOverloads
    public fun list(
        place: SecretPlace = SecretPlace(),
        overrides: Boolean = false,
        imports: Boolean = false,
        recursive: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        tags: List<String> = emptyList(),
        metadata: Map<String, String> = emptyMap(),
    ): SecretList =
        blocking(
            "place" to place,
            "unknownReferences" to unknownReferences,
            "nestedReferences" to nestedReferences,
            "tags" to tags,
            "metadata" to metadata,
        ) {
            secrets.list(
                place.project,
                place.environment,
                place.path,
                place.type,
                overrides,
                imports,
                recursive,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences,
                nestedReferences,
                tags,
                metadata,
                timeout,
            )
        }

    /** See [Secrets.listIfChanged]. */
    @JvmOverloads
    public fun listIfChanged(
        etag: String,
        place: SecretPlace = SecretPlace(),
        overrides: Boolean = false,
        imports: Boolean = false,
        recursive: Boolean = false,
        viewValue: Boolean? = null,
        expandReferences: Boolean = false,
        expandOnServer: Boolean = false,
        unknownReferences: UnknownReferences = UnknownReferences.ERROR,
        nestedReferences: NestedReferences = NestedReferences.OWN_FOLDER,
        tags: List<String> = emptyList(),
        metadata: Map<String, String> = emptyMap(),
    ): SecretList? =
        blocking(
            "etag" to etag,
            "place" to place,
            "unknownReferences" to unknownReferences,
            "nestedReferences" to nestedReferences,
            "tags" to tags,
            "metadata" to metadata,
        ) {
            secrets.listIfChanged(
                etag,
                place.project,
                place.environment,
                place.path,
                place.type,
                overrides,
                imports,
                recursive,
                viewValue,
                expandReferences,
                expandOnServer,
                unknownReferences,
                nestedReferences,
                tags,
                metadata,
                timeout,
            )
        }

    /** See [Secrets.create]. */
    @JvmOverloads
    public fun create(
        name: String,
        value: String,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
        metadata: Map<String, String>? = null,
        encryptedMetadata: Map<String, String>? = null,
        reminderDays: Long? = null,
        reminderNote: String? = null,
        skipMultilineEncoding: Boolean? = null,
    ): Secret =
        blocking("name" to name, "value" to value, "place" to place) {
            secrets.create(
                name,
                value,
                comment,
                metadata,
                encryptedMetadata,
                reminderDays,
                reminderNote,
                skipMultilineEncoding,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.update]. */
    @JvmOverloads
    public fun update(
        name: String,
        value: String?,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
        newName: String? = null,
        metadata: Map<String, String>? = null,
        encryptedMetadata: Map<String, String>? = null,
        reminderDays: Long? = null,
        reminderNote: String? = null,
        skipMultilineEncoding: Boolean? = null,
    ): Secret =
        blocking("name" to name, "place" to place) {
            secrets.update(
                name,
                value,
                comment,
                newName,
                metadata,
                encryptedMetadata,
                reminderDays,
                reminderNote,
                skipMultilineEncoding,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.delete]. */
    @JvmOverloads
    public fun delete(name: String, place: SecretPlace = SecretPlace()): Unit =
        blocking("name" to name, "place" to place) {
            secrets.delete(name, place.project, place.environment, place.path, place.type, timeout)
        }

    /** See [Secrets.versions]. */
    @JvmOverloads
    public fun versions(name: String, place: SecretPlace = SecretPlace()): SecretHistory =
        blocking("name" to name, "place" to place) {
            secrets.versions(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.rollBack]. */
    @JvmOverloads
    public fun rollBack(name: String, version: Long, place: SecretPlace = SecretPlace()): Secret =
        blocking("name" to name, "place" to place) {
            secrets.rollBack(
                name,
                version,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.setMany]. */
    @JvmOverloads
    public fun setMany(
        values: List<NewValue>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        blocking("values" to values, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.setMany(values, dryRun, onProgress, project, environment, path, timeout)
        }

    /** See [Secrets.setMany]. */
    @JvmOverloads
    public fun setMany(
        values: Map<String, String>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        blocking("values" to values, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.setMany(values, dryRun, onProgress, project, environment, path, timeout)
        }

    /** See [Secrets.deleteMany]. */
    @JvmOverloads
    public fun deleteMany(
        names: List<String>,
        place: SecretPlace = SecretPlace(),
        dryRun: Boolean = false,
        onProgress: ProgressListener? = null,
    ): BulkResult =
        blocking("names" to names, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.deleteMany(names, dryRun, onProgress, project, environment, path, timeout)
        }

    /** See [Secrets.proposeCreate]. */
    @JvmOverloads
    public fun proposeCreate(
        name: String,
        value: String,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
    ): SecretChange =
        blocking("name" to name, "value" to value, "place" to place) {
            secrets.proposeCreate(
                name,
                value,
                comment,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.proposeUpdate]. */
    @JvmOverloads
    public fun proposeUpdate(
        name: String,
        value: String?,
        place: SecretPlace = SecretPlace(),
        comment: String? = null,
        newName: String? = null,
    ): SecretChange =
        blocking("name" to name, "place" to place) {
            secrets.proposeUpdate(
                name,
                value,
                comment,
                newName,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.proposeDelete]. */
    @JvmOverloads
    public fun proposeDelete(name: String, place: SecretPlace = SecretPlace()): Approval? =
        blocking("name" to name, "place" to place) {
            secrets.proposeDelete(
                name,
                place.project,
                place.environment,
                place.path,
                place.type,
                timeout,
            )
        }

    /** See [Secrets.setTags]. */
    @JvmOverloads
    public fun setTags(
        name: String,
        tags: List<String>,
        place: SecretPlace = SecretPlace(),
    ): Secret =
        blocking("name" to name, "tags" to tags, "place" to place) {
            val (project, environment, path) = place.location()
            secrets.setTags(name, tags, project, environment, path, timeout)
        }

    /** See [Secrets.move]. */
    @JvmOverloads
    public fun move(
        names: List<String>,
        from: SecretPlace,
        to: SecretPlace,
        overwrite: Boolean = false,
    ): MoveResult =
        blocking("names" to names, "from" to from, "to" to to) {
            val (project, environment, path) = from.location()
            val (toEnvironment, toPath) = to.destination(from)
            secrets.move(
                names,
                toEnvironment,
                toPath,
                overwrite,
                project,
                environment,
                path,
                timeout,
            )
        }

    /** See [Secrets.duplicate]. */
    @JvmOverloads
    public fun duplicate(
        names: List<String>,
        from: SecretPlace,
        to: SecretPlace,
        overwrite: Boolean = false,
    ): DuplicateResult =
        blocking("names" to names, "from" to from, "to" to to) {
            val (project, environment, path) = from.location()
            val (toEnvironment, toPath) = to.destination(from)
            secrets.duplicate(
                names,
                toEnvironment,
                toPath,
                overwrite,
                project,
                environment,
                path,
                timeout,
            )
        }
}
