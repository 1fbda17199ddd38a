// Operations of one resource. Written by `make generate` from `bindings/surface` and core's
// documentation. Do not edit.
internal import InfisicalE2EENative

/// Secrets by name.
///
/// Every method works in one place: a project, an environment and a folder. It fails with
/// ``InfisicalError/invalidInput(_:)`` if neither the call nor the client or its token names the
/// project and the environment, or if the path does not have the form `/folder/subfolder`. It fails
/// with ``InfisicalError/notFound(_:)`` if there is no such project or environment or the user is
/// not a member, and with ``InfisicalError/permissionDenied(_:)`` if the credential may not read or
/// write there, such as a service token outside of its scopes. On May 2023 servers secrets have no
/// folders: a path other than `/` fails with ``InfisicalError/unsupportedByServer(_:)``.
///
/// A name may be any text without white space around it, in any script. The names `.` and `..`
/// cannot be in a URL, and servers since 2024 cannot find the names `raw`, `batch` and `move` and
/// names of more than 100 UTF-16 units. `setMany`,
/// ``Secrets/deleteMany(_:dryRun:onProgress:project:environment:path:timeout:)`` and
/// ``Secrets/list(project:environment:path:type:overrides:imports:recursive:viewValue:expandReferences:expandOnServer:unknownReferences:nestedReferences:tags:metadata:timeout:)``
/// handle these too, where secrets are end-to-end encrypted.
///
/// The client encrypts and decrypts, and verifies what it reads. If the key of the project is not
/// available, because nobody has shared it or the credential opens no private key, a method fails
/// with ``InfisicalError/keyUnavailable(_:)``. It fails with
/// ``InfisicalError/decryptionFailed(_:)`` if the copy of the key or a secret does not decrypt, and
/// with ``InfisicalError/integrityViolation(_:)`` if the server answers with another secret than
/// the one asked for or stored. With a trust store, it fails with
/// ``InfisicalError/tamperingSuspected(_:)`` if an answer contradicts what was seen before.
///
/// Where a secret can only pass in plaintext, as for machine identities and in projects whose key
/// only the server has, a method fails with ``InfisicalError/unsupportedByServer(_:)`` if the
/// client has the option `requireE2EE`, which is on by default except for machine identities. Each
/// secret tells how it came: ``Secret/endToEndEncrypted``.
///
/// Protocol: `/api/v3/secrets` and `/api/v2/secrets`; for machine identities `/api/v3/secrets/raw`
/// and `/api/v4/secrets`.
public struct Secrets: Sendable {
    let native: NativeClient

    /// Reads and decrypts one secret, and checks that it is the one asked for.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - imports: Whether secrets of imported folders are found too, with the environment and
    ///     path that they come from; `false` by default. A folder's own secrets take precedence
    ///     over imported ones, and later imports over earlier ones. Needs a server of 2024 or
    ///     later.
    ///   - viewValue: Whether the value is read too; `true` by default. With `false`, the result
    ///     has the other fields, an empty value, and `valueRead` = `false`: the client does not
    ///     decrypt the value, and today's servers do not send one that they decrypt. For these, a
    ///     credential that may not read values needs `false`. A trust store then checks only that
    ///     no secret of a list is missing. Not with `expandReferences`.
    ///   - expandReferences: Whether `${NAME}` in a value becomes the value of that secret, and on
    ///     servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the
    ///     project; `false` by default. The client expands references, because servers cannot read
    ///     encrypted values and differ in what they do with others. It requests the folders that
    ///     references lead to; of the values, the server sees only those paths, for environments of
    ///     the project or, with a service token, of its scopes. Service accounts and service tokens
    ///     v3 reach only the environment that is read. A plain name is looked up in the folder of
    ///     the secret that contains it, as if that folder were read separately; an imported secret
    ///     belongs to the folder that imports it. `${SELF}` in the value of `SELF` stays as
    ///     written; a circular reference through several secrets is an error. References nest up to
    ///     a depth of 32. An expanded value has at most 1 MiB, and all values of one call together
    ///     64 MiB.
    ///   - expandOnServer: Whether the server expands references, in the request that reads the
    ///     values; `false` by default. The client then requests no other folders. Only where the
    ///     server decrypts the project's secrets, and since October 2024. A secret in which the
    ///     server leaves a reference is rejected. But a server of July 2026 puts empty text in
    ///     place of a missing secret, without an error, and refuses the whole list if the
    ///     credential may not read a secret that a value refers to. Needs `expandReferences`. Not
    ///     with `unknownReferences` or `nestedReferences`.
    ///   - unknownReferences: What to do with a reference to a secret that is missing, or in a
    ///     folder that the credential cannot read. With `.error`, the default, the secret that
    ///     contains it is rejected; with `.keep`, the reference stays as written. With either,
    ///     `${SELF}` in the value of `SELF` stays as written, and a circular reference or a
    ///     reference to a secret that does not decrypt is an error. Needs `expandReferences`.
    ///   - nestedReferences: Where to look up a plain name in a value that was itself reached by a
    ///     reference: in the folder of that value with `.ownFolder`, the default, or in the folder
    ///     being read with `.readFolder`, like the Infisical CLI of 2024. Needs `expandReferences`.
    ///   - version: Number of an earlier version, as in ``Secret/version``; the current version by
    ///     default. Servers show earlier versions only to users, those of 2024 not with API keys;
    ///     today's servers show them to machine identities too. May 2023 servers store no comments
    ///     of versions. Earlier versions are read from the folder itself, so not with `imports`.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret, version or environment.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the server does not show earlier versions to
    ///     the credential.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a field of the secret does not verify; the
    ///     error names the field.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with another secret, or
    ///     if the secret had another name in that version.
    ///   - ``InfisicalError/tamperingSuspected(_:)`` if the answer contradicts the client's trust
    ///     store.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid, if a reference is
    ///     unresolved or circular, for a negative version, for a version or a personal secret with
    ///     `imports`, if `expandReferences` is set and `viewValue` is `false`, if
    ///     `unknownReferences`, `nestedReferences` or `expandOnServer` is set without
    ///     `expandReferences`, or if `expandOnServer` is set with one of the other two, with a
    ///     version, with `imports` or for a personal secret.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for `imports` on May 2023 servers; if the
    ///     server decrypts the project's secrets but, like those of 2024, not their earlier
    ///     versions; for `expandOnServer` if it does not decrypt them.
    public func get(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        imports: Bool = false,
        viewValue: Bool? = nil,
        expandReferences: Bool = false,
        expandOnServer: Bool = false,
        unknownReferences: UnknownReferences = .error,
        nestedReferences: NestedReferences = .ownFolder,
        version: Int? = nil,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        let options = NativeGetOptions(
            imports: imports, viewValue: viewValue, expandReferences: expandReferences,
            expandOnServer: expandOnServer, unknownReferences: unknownReferences.rawValue,
            nestedReferences: nestedReferences.rawValue, version: version.map { Int64($0) })
        return try await perform {
            let answer = try await native.getSecret(
                name: name, place: place, options: options, timeout: timeout?.inSeconds)
            return try Secret(answer)
        }
    }

    /// Reads and decrypts every secret of a place. A secret that does not decrypt, or whose
    /// references are unresolved, is reported in `failures` of the `SecretList`; the others are
    /// returned.
    ///
    /// The failure of a secret with an unresolved or circular reference has the field `reference`
    /// and is an ``InfisicalError/invalidInput(_:)``. If the server hides a value from the
    /// credential, it is an ``InfisicalError/permissionDenied(_:)``. All others are an
    /// ``InfisicalError/decryptionFailed(_:)``.
    ///
    /// - Parameters:
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - overrides: Whether the user's personal secrets take the place of shared ones of the same
    ///     name; `false` by default: then the list has only shared or only personal secrets.
    ///   - imports: Whether secrets of imported folders are found too, with the environment and
    ///     path that they come from; `false` by default. A folder's own secrets take precedence
    ///     over imported ones, and later imports over earlier ones. Needs a server of 2024 or
    ///     later.
    ///   - recursive: Whether the list has the secrets of all folders below too; `false` by
    ///     default. Folders that the credential may not read are left out. Servers since October
    ///     2024 answer with all of them at once; on those before, the client reads folder by
    ///     folder, at most 2,000 of them and at most 100 levels deep. References are expanded as if
    ///     each folder were read separately. Not with `imports`, which belong to one folder. Needs
    ///     a server of 2024 or later.
    ///   - viewValue: Whether the value is read too; `true` by default. With `false`, the result
    ///     has the other fields, an empty value, and `valueRead` = `false`: the client does not
    ///     decrypt the value, and today's servers do not send one that they decrypt. For these, a
    ///     credential that may not read values needs `false`. A trust store then checks only that
    ///     no secret of a list is missing. Not with `expandReferences`.
    ///   - expandReferences: Whether `${NAME}` in a value becomes the value of that secret, and on
    ///     servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the
    ///     project; `false` by default. The client expands references, because servers cannot read
    ///     encrypted values and differ in what they do with others. It requests the folders that
    ///     references lead to; of the values, the server sees only those paths, for environments of
    ///     the project or, with a service token, of its scopes. Service accounts and service tokens
    ///     v3 reach only the environment that is read. A plain name is looked up in the folder of
    ///     the secret that contains it, as if that folder were read separately; an imported secret
    ///     belongs to the folder that imports it. `${SELF}` in the value of `SELF` stays as
    ///     written; a circular reference through several secrets is an error. References nest up to
    ///     a depth of 32. An expanded value has at most 1 MiB, and all values of one call together
    ///     64 MiB.
    ///   - expandOnServer: Whether the server expands references, in the request that reads the
    ///     values; `false` by default. The client then requests no other folders. Only where the
    ///     server decrypts the project's secrets, and since October 2024. A secret in which the
    ///     server leaves a reference is rejected. But a server of July 2026 puts empty text in
    ///     place of a missing secret, without an error, and refuses the whole list if the
    ///     credential may not read a secret that a value refers to. Needs `expandReferences`. Not
    ///     with `unknownReferences` or `nestedReferences`.
    ///   - unknownReferences: What to do with a reference to a secret that is missing, or in a
    ///     folder that the credential cannot read. With `.error`, the default, the secret that
    ///     contains it is rejected; with `.keep`, the reference stays as written. With either,
    ///     `${SELF}` in the value of `SELF` stays as written, and a circular reference or a
    ///     reference to a secret that does not decrypt is an error. Needs `expandReferences`.
    ///   - nestedReferences: Where to look up a plain name in a value that was itself reached by a
    ///     reference: in the folder of that value with `.ownFolder`, the default, or in the folder
    ///     being read with `.readFolder`, like the Infisical CLI of 2024. Needs `expandReferences`.
    ///   - tags: Slugs of tags: the list has only secrets with at least one of them. No tags, the
    ///     default, mean all secrets. Of shared secrets only, so not with `overrides` or `imports`.
    ///   - metadata: Metadata: the list has only secrets that have all of it, each key with its
    ///     value; encrypted values are not compared. Of shared secrets only, so not with
    ///     `overrides` or `imports`. Needs one of today's servers that decrypts the project's
    ///     secrets.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/decryptionFailed(_:)`` if more than 10,000 secrets do not decrypt.
    ///   - ``InfisicalError/invalidResponse(_:)`` if the answer has more than 200,000 list entries
    ///     or is longer than the longest answer that the client accepts, or for too many folders.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with a secret of another
    ///     place.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such environment or folder.
    ///   - ``InfisicalError/tamperingSuspected(_:)`` if the answer contradicts the client's trust
    ///     store.
    ///   - ``InfisicalError/invalidInput(_:)`` for personal secrets with `overrides` or `imports`,
    ///     for `imports` or the nested references `.readFolder` in a `recursive` list, for personal
    ///     secrets, `overrides` or `imports` with `tags` or `metadata`, if `expandReferences` is
    ///     set and `viewValue` is `false`, if `unknownReferences`, `nestedReferences` or
    ///     `expandOnServer` is set without `expandReferences`, or if `expandOnServer` is set with
    ///     one of the other two, or with both `overrides` and `imports`.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for `imports` or `recursive` on May 2023
    ///     servers; for `tags` or `metadata` that the server does not tell; for `expandOnServer` if
    ///     the server does not decrypt the project's secrets.
    public func list(
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        overrides: Bool = false,
        imports: Bool = false,
        recursive: Bool = false,
        viewValue: Bool? = nil,
        expandReferences: Bool = false,
        expandOnServer: Bool = false,
        unknownReferences: UnknownReferences = .error,
        nestedReferences: NestedReferences = .ownFolder,
        tags: [String] = [],
        metadata: [String: String] = [:],
        timeout: Duration? = nil
    ) async throws -> SecretList {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        let options = NativeListOptions(
            overrides: overrides, imports: imports, recursive: recursive, viewValue: viewValue,
            expandReferences: expandReferences, expandOnServer: expandOnServer,
            unknownReferences: unknownReferences.rawValue,
            nestedReferences: nestedReferences.rawValue, tags: tags,
            metadata: auditDetails(metadata))
        return try await perform {
            let answer = try await native.listSecrets(
                place: place, options: options, timeout: timeout?.inSeconds)
            return try SecretList(answer)
        }
    }

    /// Reads every secret of a place if the list changed since an earlier one.
    ///
    /// The server compares. If the list is unchanged, the server sends nothing, and the result is
    /// `nil`: a program that polls saves the transfer and the decryption. A new list has a new
    /// `etag` for the next call. The ETag of a list with other options, of another place or of
    /// another credential is ignored, and the list is read; also if the client's trust store has
    /// learned something since. The errors are those of
    /// ``Secrets/list(project:environment:path:type:overrides:imports:recursive:viewValue:expandReferences:expandOnServer:unknownReferences:nestedReferences:tags:metadata:timeout:)``,
    /// and one more.
    ///
    /// A list has an `etag` if one answer of the server decides about all of it: not if it is
    /// empty, if a secret does not decrypt, if values refer to other folders, or if the client read
    /// several folders. A server that decrypts the secrets may derive it from their values: keep it
    /// as confidential as the list.
    ///
    /// - Parameters:
    ///   - etag: `etag` of the earlier `SecretList`.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - overrides: Whether the user's personal secrets take the place of shared ones of the same
    ///     name; `false` by default: then the list has only shared or only personal secrets.
    ///   - imports: Whether secrets of imported folders are found too, with the environment and
    ///     path that they come from; `false` by default. A folder's own secrets take precedence
    ///     over imported ones, and later imports over earlier ones. Needs a server of 2024 or
    ///     later.
    ///   - recursive: Whether the list has the secrets of all folders below too; `false` by
    ///     default. Folders that the credential may not read are left out. Servers since October
    ///     2024 answer with all of them at once; on those before, the client reads folder by
    ///     folder, at most 2,000 of them and at most 100 levels deep. References are expanded as if
    ///     each folder were read separately. Not with `imports`, which belong to one folder. Needs
    ///     a server of 2024 or later.
    ///   - viewValue: Whether the value is read too; `true` by default. With `false`, the result
    ///     has the other fields, an empty value, and `valueRead` = `false`: the client does not
    ///     decrypt the value, and today's servers do not send one that they decrypt. For these, a
    ///     credential that may not read values needs `false`. A trust store then checks only that
    ///     no secret of a list is missing. Not with `expandReferences`.
    ///   - expandReferences: Whether `${NAME}` in a value becomes the value of that secret, and on
    ///     servers since 2024 `${environment.folder.NAME}` that of a secret elsewhere in the
    ///     project; `false` by default. The client expands references, because servers cannot read
    ///     encrypted values and differ in what they do with others. It requests the folders that
    ///     references lead to; of the values, the server sees only those paths, for environments of
    ///     the project or, with a service token, of its scopes. Service accounts and service tokens
    ///     v3 reach only the environment that is read. A plain name is looked up in the folder of
    ///     the secret that contains it, as if that folder were read separately; an imported secret
    ///     belongs to the folder that imports it. `${SELF}` in the value of `SELF` stays as
    ///     written; a circular reference through several secrets is an error. References nest up to
    ///     a depth of 32. An expanded value has at most 1 MiB, and all values of one call together
    ///     64 MiB.
    ///   - expandOnServer: Whether the server expands references, in the request that reads the
    ///     values; `false` by default. The client then requests no other folders. Only where the
    ///     server decrypts the project's secrets, and since October 2024. A secret in which the
    ///     server leaves a reference is rejected. But a server of July 2026 puts empty text in
    ///     place of a missing secret, without an error, and refuses the whole list if the
    ///     credential may not read a secret that a value refers to. Needs `expandReferences`. Not
    ///     with `unknownReferences` or `nestedReferences`.
    ///   - unknownReferences: What to do with a reference to a secret that is missing, or in a
    ///     folder that the credential cannot read. With `.error`, the default, the secret that
    ///     contains it is rejected; with `.keep`, the reference stays as written. With either,
    ///     `${SELF}` in the value of `SELF` stays as written, and a circular reference or a
    ///     reference to a secret that does not decrypt is an error. Needs `expandReferences`.
    ///   - nestedReferences: Where to look up a plain name in a value that was itself reached by a
    ///     reference: in the folder of that value with `.ownFolder`, the default, or in the folder
    ///     being read with `.readFolder`, like the Infisical CLI of 2024. Needs `expandReferences`.
    ///   - tags: Slugs of tags: the list has only secrets with at least one of them. No tags, the
    ///     default, mean all secrets. Of shared secrets only, so not with `overrides` or `imports`.
    ///   - metadata: Metadata: the list has only secrets that have all of it, each key with its
    ///     value; encrypted values are not compared. Of shared secrets only, so not with
    ///     `overrides` or `imports`. Needs one of today's servers that decrypts the project's
    ///     secrets.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if `etag` is not one of a list of secrets.
    public func listIfChanged(
        _ etag: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        overrides: Bool = false,
        imports: Bool = false,
        recursive: Bool = false,
        viewValue: Bool? = nil,
        expandReferences: Bool = false,
        expandOnServer: Bool = false,
        unknownReferences: UnknownReferences = .error,
        nestedReferences: NestedReferences = .ownFolder,
        tags: [String] = [],
        metadata: [String: String] = [:],
        timeout: Duration? = nil
    ) async throws -> SecretList? {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        let options = NativeListOptions(
            overrides: overrides, imports: imports, recursive: recursive, viewValue: viewValue,
            expandReferences: expandReferences, expandOnServer: expandOnServer,
            unknownReferences: unknownReferences.rawValue,
            nestedReferences: nestedReferences.rawValue, tags: tags,
            metadata: auditDetails(metadata))
        return try await perform {
            let answer = try await native.listSecretsIfChanged(
                etag: etag, place: place, options: options, timeout: timeout?.inSeconds)
            return try answer.map(SecretList.init)
        }
    }

    /// Encrypts and stores a new secret.
    ///
    /// For projects that may have a policy of approval, use
    /// ``Secrets/proposeCreate(_:value:comment:project:environment:path:type:timeout:)``: it
    /// returns the request for approval as a result.
    ///
    /// - Parameters:
    ///   - name: The secret's name: any text without white space around it, on servers since 2024
    ///     of at most 100 UTF-16 units.
    ///   - value: The value, which may be empty.
    ///   - comment: Comment for people, encrypted like the value; none by default.
    ///   - metadata: Metadata, each key with its value; it takes the place of all metadata that the
    ///     secret had. Needs one of today's servers that decrypts the project's secrets.
    ///   - encryptedMetadata: Metadata whose values the server stores encrypted, with a key that it
    ///     has; lists cannot be filtered by these. Together with `metadata`, it takes the place of
    ///     all metadata that the secret had. Needs one of today's servers that decrypts the
    ///     project's secrets.
    ///   - reminderDays: After how many days the server reminds the members of the project, again
    ///     and again, to change the secret. Needs a server since October 2024 that decrypts the
    ///     project's secrets.
    ///   - reminderNote: Note for the reminder, of at most 1,024 UTF-16 units. The server can read
    ///     it, and sends it by e-mail. Needs `reminderDays`.
    ///   - skipMultilineEncoding: Whether the server's own tools write a value of several lines as
    ///     it is, instead of in one line with escapes. This client always returns values as they
    ///     are. Needs a server since October 2024 that decrypts the project's secrets.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. A personal secret overrides a shared one,
    ///     which must exist.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the name is taken.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid, for white space around a
    ///     value that is not end-to-end encrypted: servers would remove it, except for one newline
    ///     at the end; or for metadata or a reminder that servers would refuse, change or ignore.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for metadata, a reminder or
    ///     `skipMultilineEncoding` of a secret that is end-to-end encrypted, or if the server does
    ///     not store it.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such environment or folder, or for a
    ///     personal secret if there is no shared one to override.
    ///   - ``InfisicalError/payloadTooLarge(_:)`` if the value is over about 76,000 bytes (May 2023
    ///     servers) or 785,000 bytes (2024 servers).
    ///   - ``InfisicalError/permissionDenied(_:)`` if a policy of the project asks for approval
    ///     first: the error names the request for approval, and nothing was changed; or on servers
    ///     since 2024 for a personal secret if the credential is not a user's.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is sent; or if it answers with another value or
    ///     comment than was sent, or stores other metadata.
    @discardableResult
    public func create(
        _ name: String,
        value: String,
        comment: String? = nil,
        metadata: [String: String]? = nil,
        encryptedMetadata: [String: String]? = nil,
        reminderDays: Int? = nil,
        reminderNote: String? = nil,
        skipMultilineEncoding: Bool? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let extras = NativeSecretExtras(
            metadata: metadata.map(auditDetails),
            encryptedMetadata: encryptedMetadata.map(auditDetails),
            reminderDays: reminderDays.map { Int64($0) }, reminderNote: reminderNote,
            skipMultilineEncoding: skipMultilineEncoding)
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.createSecret(
                name: name, value: value, comment: comment, extras: extras, place: place,
                timeout: timeout?.inSeconds)
            return try Secret(answer)
        }
    }

    /// Encrypts and stores a new value, a new comment, a new name, or several of them.
    ///
    /// For projects that may have a policy of approval, use
    /// ``Secrets/proposeUpdate(_:value:comment:newName:project:environment:path:type:timeout:)``:
    /// it returns the request for approval as a result.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - value: New value; unchanged by default.
    ///   - comment: New comment; unchanged by default. 2024 servers accept a comment only together
    ///     with the value, so the client reads the value first, and a change to it meanwhile is
    ///     undone.
    ///   - newName: New name of a shared secret; unchanged by default. Personal secrets that
    ///     override it keep the old name, and so stop overriding it; references to it do not
    ///     follow. On May 2023 servers only a user can rename a secret.
    ///   - metadata: Metadata, each key with its value; it takes the place of all metadata that the
    ///     secret had. Needs one of today's servers that decrypts the project's secrets.
    ///   - encryptedMetadata: Metadata whose values the server stores encrypted, with a key that it
    ///     has; lists cannot be filtered by these. Together with `metadata`, it takes the place of
    ///     all metadata that the secret had. Needs one of today's servers that decrypts the
    ///     project's secrets.
    ///   - reminderDays: After how many days the server reminds the members of the project, again
    ///     and again, to change the secret. Needs a server since October 2024 that decrypts the
    ///     project's secrets.
    ///   - reminderNote: Note for the reminder, of at most 1,024 UTF-16 units. The server can read
    ///     it, and sends it by e-mail. Needs `reminderDays`.
    ///   - skipMultilineEncoding: Whether the server's own tools write a value of several lines as
    ///     it is, instead of in one line with escapes. This client always returns values as they
    ///     are. Needs a server since October 2024 that decrypts the project's secrets.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret.
    ///   - ``InfisicalError/conflict(_:)`` if another secret has the new name.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, if a name is not
    ///     valid, if the new name is the old one, for a new name of a personal secret, for white
    ///     space around a value that is not end-to-end encrypted: servers would remove it, except
    ///     for one newline at the end; or for metadata or a reminder that servers would refuse,
    ///     change or ignore.
    ///   - ``InfisicalError/payloadTooLarge(_:)`` if the value is over about 76,000 bytes (May 2023
    ///     servers) or 785,000 bytes (2024 servers).
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a new name on May 2023 servers if the
    ///     credential is not a user's, or for a new comment or name if a 2024 server decrypts the
    ///     secret, as for machine identities: it would silently ignore them; for metadata, a
    ///     reminder or `skipMultilineEncoding` of a secret that is end-to-end encrypted, or if the
    ///     server does not store it.
    ///   - ``InfisicalError/permissionDenied(_:)`` if a policy of the project asks for approval
    ///     first: the error names the request for approval, and nothing was changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is sent; or if it answers with another value or
    ///     comment than was sent, or stores other metadata.
    @discardableResult
    public func update(
        _ name: String,
        value: String? = nil,
        comment: String? = nil,
        newName: String? = nil,
        metadata: [String: String]? = nil,
        encryptedMetadata: [String: String]? = nil,
        reminderDays: Int? = nil,
        reminderNote: String? = nil,
        skipMultilineEncoding: Bool? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let extras = NativeSecretExtras(
            metadata: metadata.map(auditDetails),
            encryptedMetadata: encryptedMetadata.map(auditDetails),
            reminderDays: reminderDays.map { Int64($0) }, reminderNote: reminderNote,
            skipMultilineEncoding: skipMultilineEncoding)
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.updateSecret(
                name: name, value: value, comment: comment, newName: newName, extras: extras,
                place: place, timeout: timeout?.inSeconds)
            return try Secret(answer)
        }
    }

    /// Deletes a secret. Deleting a shared secret also deletes every user's personal override of
    /// it.
    ///
    /// For projects that may have a policy of approval, use
    /// ``Secrets/proposeDelete(_:project:environment:path:type:timeout:)``: it returns the request
    /// for approval as a result.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid.
    ///   - ``InfisicalError/permissionDenied(_:)`` if a policy of the project asks for approval
    ///     first: the error names the request for approval, and nothing was changed.
    public func delete(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        try await perform {
            try await native.deleteSecret(name: name, place: place, timeout: timeout?.inSeconds)
        }
    }

    /// Lists every version of a secret, newest first, decrypted. A version that does not decrypt is
    /// reported in ``SecretHistory/failures`` and hides no other. `checkComplete` of the result
    /// fails if there is any.
    ///
    /// May 2023 servers keep no comments in versions. They have two versions with the same number
    /// where somebody wrote several secrets at once on their web pages.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the credential is not a user's, or on servers
    ///     since 2024 if it is an API key.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server answers with the versions of
    ///     another secret.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the project's secrets
    ///     but, like those of 2024, not their earlier versions.
    public func versions(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretHistory {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.listSecretVersions(
                name: name, place: place, timeout: timeout?.inSeconds)
            return try SecretHistory(answer)
        }
    }

    /// Gives a secret the value that it had in an earlier version, as a new version. Its comment
    /// and tags stay as they are. Servers since 2024 have no route for this: the client reads the
    /// value and writes it again, and a change to it meanwhile is undone.
    ///
    /// Servers show earlier versions only to users, those of 2024 not with API keys; today's
    /// servers show them to machine identities too.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - version: The number of the version, as in ``Secret/version``.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret or version.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid, or for a negative version.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the secret had another name in that
    ///     version.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if that version does not decrypt.
    ///   - ``InfisicalError/permissionDenied(_:)`` if the server does not show earlier versions to
    ///     the credential, or if a policy of the project asks for approval first: the error names
    ///     the request for approval, and nothing was changed.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if the server decrypts the project's secrets
    ///     but, like those of 2024, not their earlier versions.
    @discardableResult
    public func rollBack(
        _ name: String,
        to version: Int,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.rollBackSecret(
                name: name, version: Int64(version), place: place, timeout: timeout?.inSeconds)
            return try Secret(answer)
        }
    }

    /// Gives many shared secrets their values. Creates those that do not exist, changes those that
    /// differ, and leaves the others alone. Run again after an interruption, it finishes.
    ///
    /// The result has an item for each secret, in the order given. The reason why one secret was
    /// not changed is in its item, ``BulkItem/error``, and so is the request where a policy asks
    /// for approval, ``BulkItem/approval``. `checkComplete` of the result fails unless everything
    /// was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before. The limits for the size of a value are those of
    /// ``Secrets/create(_:value:comment:metadata:encryptedMetadata:reminderDays:reminderNote:skipMultilineEncoding:project:environment:path:type:timeout:)``.
    ///
    /// - Parameters:
    ///   - values: Names with the values that they are to have, and perhaps a comment for people.
    ///     Without one, the comment that a secret has stays.
    ///   - dryRun: Whether only to report what would change; `false` by default.
    ///   - onProgress: Function to call before the first request and after each one, with how many
    ///     secrets are done and of how many; none by default. It must not block. The call waits for
    ///     it, on a thread of the library that other calls need too: it must not block.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if a name is given twice, is empty or has white
    ///     space around it: then nothing is changed.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a secret that does not decrypt may be one of
    ///     those named: then nothing is changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is sent.
    public func setMany(
        _ values: [NewValue],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.setManySecrets(
                values: values.map(\.native), dryRun: dryRun,
                onProgress: onProgress.map(Progress.init), location: location,
                timeout: timeout?.inSeconds)
            return try BulkResult(answer)
        }
    }

    /// Deletes many shared secrets, with every user's personal overrides of them. Run again after
    /// an interruption, it finishes.
    ///
    /// The result has an item for each secret, in the order given. A secret that does not exist is
    /// no error. The reason why one secret was not deleted is in its item, ``BulkItem/error``, and
    /// so is the request where a policy asks for approval, ``BulkItem/approval``. `checkComplete`
    /// of the result fails unless everything was done.
    ///
    /// An error that would stop every secret ends the call; the message says how many changes were
    /// done before.
    ///
    /// - Parameters:
    ///   - names: The secrets' names.
    ///   - dryRun: Whether only to report what would change; `false` by default.
    ///   - onProgress: Function to call before the first request and after each one, with how many
    ///     secrets are done and of how many; none by default. It must not block. The call waits for
    ///     it, on a thread of the library that other calls need too: it must not block.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/invalidInput(_:)`` if a name is given twice, is empty or has white
    ///     space around it: then nothing is changed.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a secret that does not decrypt may be one of
    ///     those named: then nothing is changed.
    public func deleteMany(
        _ names: [String],
        dryRun: Bool = false,
        onProgress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> BulkResult {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.deleteManySecrets(
                names: names, dryRun: dryRun, onProgress: onProgress.map(Progress.init),
                location: location, timeout: timeout?.inSeconds)
            return try BulkResult(answer)
        }
    }

    /// Creates a secret, or requests approval if a policy of the project asks for it. Use it
    /// instead of
    /// ``Secrets/create(_:value:comment:metadata:encryptedMetadata:reminderDays:reminderNote:skipMultilineEncoding:project:environment:path:type:timeout:)``
    /// for projects that may have such a policy: the request for approval is then the result, not
    /// an error.
    ///
    /// - Parameters:
    ///   - name: The secret's name: any text without white space around it, on servers since 2024
    ///     of at most 100 UTF-16 units.
    ///   - value: The value, which may be empty.
    ///   - comment: Comment for people, encrypted like the value; none by default.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the name is taken.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid, or for white space around
    ///     a value that is not end-to-end encrypted: servers would remove it, except for one
    ///     newline at the end.
    ///   - ``InfisicalError/notFound(_:)`` if there is no such environment or folder, or for a
    ///     personal secret if there is no shared one to override.
    ///   - ``InfisicalError/payloadTooLarge(_:)`` if the value is over about 76,000 bytes (May 2023
    ///     servers) or 785,000 bytes (2024 servers).
    ///   - ``InfisicalError/permissionDenied(_:)`` on servers since 2024 for a personal secret if
    ///     the credential is not a user's.
    public func proposeCreate(
        _ name: String,
        value: String,
        comment: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretChange {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.proposeCreateSecret(
                name: name, value: value, comment: comment, place: place,
                timeout: timeout?.inSeconds)
            return try SecretChange(answer)
        }
    }

    /// Changes a secret, or requests approval if a policy of the project asks for it.
    ///
    /// The change is a new value, comment or name. Use this operation instead of
    /// ``Secrets/update(_:value:comment:newName:metadata:encryptedMetadata:reminderDays:reminderNote:skipMultilineEncoding:project:environment:path:type:timeout:)``
    /// for projects that may have such a policy: the request for approval is then the result, not
    /// an error.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - value: New value; unchanged by default.
    ///   - comment: New comment; unchanged by default. 2024 servers accept a comment only together
    ///     with the value, so the client reads the value first, and a change to it meanwhile is
    ///     undone.
    ///   - newName: New name of a shared secret; unchanged by default. Personal secrets that
    ///     override it keep the old name, and so stop overriding it; references to it do not
    ///     follow. On May 2023 servers only a user can rename a secret.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret.
    ///   - ``InfisicalError/conflict(_:)`` if another secret has the new name.
    ///   - ``InfisicalError/invalidInput(_:)`` if nothing to change is given, if a name is not
    ///     valid, if the new name is the old one, for a new name of a personal secret, or for white
    ///     space around a value that is not end-to-end encrypted: servers would remove it, except
    ///     for one newline at the end.
    ///   - ``InfisicalError/payloadTooLarge(_:)`` if the value is over about 76,000 bytes (May 2023
    ///     servers) or 785,000 bytes (2024 servers).
    ///   - ``InfisicalError/unsupportedByServer(_:)`` for a new name on May 2023 servers if the
    ///     credential is not a user's, or for a new comment or name if a 2024 server decrypts the
    ///     secret, as for machine identities: it would silently ignore them.
    public func proposeUpdate(
        _ name: String,
        value: String? = nil,
        comment: String? = nil,
        newName: String? = nil,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> SecretChange {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.proposeUpdateSecret(
                name: name, value: value, comment: comment, newName: newName, place: place,
                timeout: timeout?.inSeconds)
            return try SecretChange(answer)
        }
    }

    /// Deletes a secret, or requests approval if a policy of the project asks for it. Use it
    /// instead of ``Secrets/delete(_:project:environment:path:type:timeout:)`` for projects that
    /// may have such a policy: the request for approval is then the result, not an error. If the
    /// result has no request, the secret was deleted.
    ///
    /// Deleting a shared secret also deletes every user's personal override of it.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - type: Shared or personal; shared by default. There is no fallback from one to the other.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid.
    public func proposeDelete(
        _ name: String,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        type: SecretType = .shared,
        timeout: Duration? = nil
    ) async throws -> Approval? {
        let place = NativePlace(
            project: project, environment: environment, path: path, kind: type.rawValue)
        return try await perform {
            let answer = try await native.proposeDeleteSecret(
                name: name, place: place, timeout: timeout?.inSeconds)
            return answer.map(Approval.init)
        }
    }

    /// Puts tags on a shared secret, in place of those that it has. 2024 servers accept tags only
    /// together with the value, so the client reads the value first, and a change to it meanwhile
    /// is undone.
    ///
    /// - Parameters:
    ///   - name: The secret's name.
    ///   - tags: The slugs of the tags; an empty list removes all tags.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/notFound(_:)`` if there is no such secret, or no such tag in the
    ///     project.
    ///   - ``InfisicalError/invalidInput(_:)`` if the name is not valid.
    ///   - ``InfisicalError/permissionDenied(_:)`` for service tokens, service accounts and API
    ///     keys, which cannot look tags up, or if a policy of the project asks for approval first:
    ///     the error names the request for approval, and nothing was changed.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the server may have replaced the project
    ///     key (see `trustedSealers`): then nothing is sent.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if a February 2024 server decrypts the
    ///     secret, where it cannot set tags.
    @discardableResult
    public func setTags(
        _ name: String,
        tags: [String],
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> Secret {
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.setSecretTags(
                name: name, tags: tags, location: location, timeout: timeout?.inSeconds)
            return try Secret(answer)
        }
    }

    /// Moves shared secrets to another environment, another folder, or both.
    ///
    /// Comments and tags move with the secret. It gets a new id there, and counts its versions from
    /// the beginning. Personal overrides do not move: they are deleted with the secret that they
    /// override.
    ///
    /// The project, environment and path of the call are the source. If interrupted, no secret is
    /// lost: repeat the call to finish. The client moves one secret at a time: it stores the secret
    /// at the destination, reads it back, compares it, and only then deletes it at the source.
    ///
    /// Where the server encrypts the secrets, servers since October 2024 move them in one request,
    /// with reminders and all other fields, and the client checks the result; today's servers then
    /// also change references to these secrets. The client still moves one at a time with a service
    /// token, under a policy that asks for approval, and secrets with references in their values;
    /// on servers of October 2024, also secrets with tags.
    ///
    /// - Parameters:
    ///   - names: The secrets' names.
    ///   - toEnvironment: Slug of the environment of the destination; the source's by default.
    ///   - toPath: Folder of the destination, which must exist; the source's by default.
    ///   - overwrite: Whether to replace other values of that name at the destination; `false` by
    ///     default.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the destination has a secret of that name with
    ///     another value or comment, and `overwrite` is not set: then nothing is moved; or if a
    ///     secret is changed during the move: then both exist, at the source and at the
    ///     destination.
    ///   - ``InfisicalError/notFound(_:)`` if a secret is in neither place, or a place does not
    ///     exist.
    ///   - ``InfisicalError/invalidInput(_:)`` if no secret is named, if a name is not valid, if
    ///     source and destination are the same, or for white space around a value that is not
    ///     end-to-end encrypted.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if a 2024 server decrypts the secrets and
    ///     cannot set the comment or (February 2024) the tags: then nothing is moved.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a secret that does not decrypt may be one of
    ///     those named: then nothing is moved.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the destination does not have what was
    ///     stored there: then the secret is kept at the source.
    ///   - ``InfisicalError/permissionDenied(_:)`` if a policy of the project asks for approval
    ///     first: the error names the request for approval.
    public func move(
        _ names: [String],
        toEnvironment: String? = nil,
        toPath: String? = nil,
        overwrite: Bool = false,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> MoveResult {
        let to = NativeDestination(environment: toEnvironment, path: toPath, overwrite: overwrite)
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.moveSecrets(
                names: names, to: to, location: location, timeout: timeout?.inSeconds)
            return MoveResult(answer)
        }
    }

    /// Copies shared secrets to another environment, another folder, or both.
    ///
    /// The copies are in the same project. Values, comments, tags and metadata are copied. A copy
    /// is a new secret with its own id and versions; with `overwrite`, it is a new version of the
    /// secret at the destination, which then has the tags and metadata of the source. Without it, a
    /// secret with the same value and comment gets missing tags, and the metadata if it has none.
    /// References in a value stay as they are. The source keeps everything, and personal overrides
    /// are not copied.
    ///
    /// The project, environment and path of the call are the source. If interrupted, repeat the
    /// call to finish: it leaves out what the destination already has. The client copies one secret
    /// at a time: it encrypts and stores the secret at the destination, reads it back and compares
    /// it.
    ///
    /// Where only the server has the key of the project, today's servers copy 50 secrets in one
    /// request, and the client checks the result. The client still copies one at a time with a
    /// service token, and in place of another secret unless the source has a value, a comment, tags
    /// and metadata.
    ///
    /// - Parameters:
    ///   - names: The secrets' names.
    ///   - toEnvironment: Slug of the environment of the destination; the source's by default.
    ///   - toPath: Folder of the destination, which must exist; the source's by default.
    ///   - overwrite: Whether to replace other values of that name at the destination; `false` by
    ///     default.
    ///   - project: Id or slug of the project; by default the client's, or the one that the token
    ///     is for.
    ///   - environment: Slug of the environment; by default the client's, or the one that the token
    ///     is for.
    ///   - path: Folder, such as `/backend`; by default `/`, or the one path that the token is for.
    ///   - timeout: How long this call may take, if less than the client's `deadline`.
    /// - Throws:
    ///   - ``InfisicalError/conflict(_:)`` if the destination has a secret of that name with
    ///     another value or comment, and `overwrite` is not set: then nothing is copied.
    ///   - ``InfisicalError/notFound(_:)`` if the source does not have one of the secrets, or a
    ///     place does not exist: then nothing is copied.
    ///   - ``InfisicalError/invalidInput(_:)`` if no secret is named, if a name is not valid, if
    ///     source and destination are the same, or if the server decrypts the secrets and a value
    ///     begins or ends with white space, which it would remove.
    ///   - ``InfisicalError/unsupportedByServer(_:)`` if a 2024 server decrypts the secrets and
    ///     cannot set the comment or (February 2024) the tags: then nothing is copied.
    ///   - ``InfisicalError/decryptionFailed(_:)`` if a secret that does not decrypt may be one of
    ///     those named: then nothing is copied.
    ///   - ``InfisicalError/integrityViolation(_:)`` if the destination does not have what was
    ///     stored there.
    ///   - ``InfisicalError/permissionDenied(_:)`` if a policy of the project asks for approval
    ///     first: the error names the request for approval.
    public func duplicate(
        _ names: [String],
        toEnvironment: String? = nil,
        toPath: String? = nil,
        overwrite: Bool = false,
        project: String? = nil,
        environment: String? = nil,
        path: String? = nil,
        timeout: Duration? = nil
    ) async throws -> DuplicateResult {
        let to = NativeDestination(environment: toEnvironment, path: toPath, overwrite: overwrite)
        let location = NativeLocation(project: project, environment: environment, path: path)
        return try await perform {
            let answer = try await native.duplicateSecrets(
                names: names, to: to, location: location, timeout: timeout?.inSeconds)
            return DuplicateResult(answer)
        }
    }
}
