//! The documentation of classes that hold secrets. Generated; do not edit.

/// The documentation of a class, or of a field of one.
#[rustfmt::skip]
macro_rules! documentation {
    (Secret) => { "A decrypted secret. Printing it shows neither value nor comment." };
    (Secret.id) => { "The secret's id." };
    (Secret.name) => { "The secret's name, as decrypted." };
    (Secret.value) => { "The secret's value." };
    (Secret.comment) => { "The secret's comment; empty if it has none." };
    (Secret.kind) => { "Whether the secret is shared or personal." };
    (Secret.version) => { "Number of the version, from 1; from 0 if the secret was created together with others on a 2024 server." };
    (Secret.project_id) => { "Id of the secret's project." };
    (Secret.environment) => { "Slug of the secret's environment." };
    (Secret.path) => { "The secret's folder; ``/`` on servers without folders." };
    (Secret.tags) => { "Slugs of the secret's tags; ``None`` if the server does not send them. 2024 servers send them only in lists, May 2023 servers not to service tokens and API keys." };
    (Secret.created_at) => { "When the secret was created, if the server sends it." };
    (Secret.updated_at) => { "When the secret was last changed, if the server sends it." };
    (Secret.end_to_end_encrypted) => { "Whether only clients with the project key can read the secret. ``False`` if the server decrypted it; the server then knows its name, value and comment." };
    (SecretVersion) => { "An earlier version of a secret. Printing it shows neither value nor comment." };
    (SecretVersion.id) => { "The version's id." };
    (SecretVersion.secret_id) => { "The secret's id." };
    (SecretVersion.version) => { "Number of the version, from 1; from 0 if the secret was created together with others." };
    (SecretVersion.kind) => { "Whether the secret is shared or personal." };
    (SecretVersion.environment) => { "Slug of the secret's environment." };
    (SecretVersion.name) => { "The secret's name in this version." };
    (SecretVersion.value) => { "The secret's value in this version." };
    (SecretVersion.comment) => { "The secret's comment in this version, empty if it had none; ``None`` on May 2023 servers, which do not keep it." };
    (SecretVersion.created_at) => { "When the version was created, if the server sends it." };
    (SecretVersion.deleted) => { "Whether the secret was deleted later; ``None`` if the server does not send it. Only May 2023 servers do." };
    (CreatedApiKey) => { "A new API key. Its text is shown here once and kept nowhere." };
    (CreatedApiKey.key) => { "The key, ``ak.<id>.<secret>``." };
    (CreatedApiKey.info) => { "The API key's id, name and times." };
    (CreatedAccessToken) => { "A new access token of a machine identity. Its text is shown here once and kept nowhere." };
    (CreatedAccessToken.access_token) => { "The token, for the credential ``identity_token``." };
    (CreatedAccessToken.expires_in) => { "Seconds the token lasts; 0 if it does not expire." };
    (CreatedClientSecret) => { "A new client secret. Its text is shown here once and kept nowhere." };
    (CreatedClientSecret.client_secret) => { "The client secret, with which a program logs in together with the client id." };
    (CreatedClientSecret.info) => { "The client secret's id, description and limits." };
    (EmergencyKit) => { "The emergency kit: what a person keeps, for example on paper, in case the password is lost." };
    (EmergencyKit.name) => { "Name of the person." };
    (EmergencyKit.email) => { "The e-mail address that the recovery code will be mailed to." };
    (EmergencyKit.backup_key) => { "The backup key, 32 hexadecimal characters. Together with a mailed code it replaces a lost password." };
    (Invitation) => { "An invitation to an organization." };
    (Invitation.email) => { "The invited e-mail address." };
    (Invitation.organization_id) => { "Id of the organization." };
    (Invitation.link) => { "The link to send to the invited person; ``None`` if the server mails it. Its holder can join." };
    (Invitation.code) => { "The code in that link, for :meth:`Account.accept_invitation`." };
    (AuditedSecret) => { "A version of a secret that an audit event refers to." };
    (AuditedSecret.version) => { "Number of the version, from 1." };
    (AuditedSecret.name) => { "The secret's name in this version." };
    (AuditedSecret.value) => { "The secret's value in this version." };
    (CreatedServiceAccount) => { "A new service account with its keys, which are shown here once and kept nowhere." };
    (CreatedServiceAccount.info) => { "The service account." };
    (CreatedServiceAccount.access_key) => { "The access key, ``sa.<id>.<secret>``." };
    (CreatedServiceAccount.public_key) => { "The public key of the account, as base64." };
    (CreatedServiceAccount.private_key) => { "The private key of the account, as base64." };
    (CreatedServiceAccount.granted_by) => { "The public key of the user who created the account, as base64. Only this user can give it access to projects. The account needs the key to open project keys, and servers do not send it." };
    (CreatedServiceToken) => { "A new service token. Its text is shown here once and kept nowhere." };
    (CreatedServiceToken.token) => { "The token, ``st.<id>.<secret>.<key>``." };
    (CreatedServiceToken.info) => { "The token's id, name, project and limits." };
    (NamedSecret) => { "A name with its value." };
    (NamedSecret.name) => { "The name." };
    (NamedSecret.value) => { "The value." };
}
