//! The shapes of answers, in every era.

use serde_json::Value;

use super::seeds;
use crate::api;

/// What an answer can be parsed as.
struct Shape {
    /// The file and the type.
    name: &'static str,
    accepts: fn(&[u8]) -> bool,
}

macro_rules! shapes {
    ($($file:ident: $($name:ty),+;)+) => {
        const SHAPES: &[Shape] = &[$($({
            use api::$file::*;
            Shape {
                name: concat!(stringify!($file), "::", stringify!($name)),
                accepts: |answer| serde_json::from_slice::<$name>(answer).is_ok(),
            }
        }),+),+];
    };
}

shapes! {
    api_keys: ApiKeyRecord, ApiKeyRecords, CreatedApiKeyRecord, Deleted;
    approval_policies: PolicyList, PolicyOfPlace, PolicyRecord;
    audit_logs: Logs, LogRecord, LogActor, LogAction, LogPayload, Events, EventRecord,
        Described, Actors, ActorRecord, OneAction, ActionRecord, ActionPayload, VersionPair,
        VersionRecord;
    auth: Challenge, LoggedIn, LoggedInByPassword, NewToken, Selected;
    blind_indices: AllSecrets, NamedRecord;
    bots: OneBot, BotRecord;
    dynamic_secrets: DynamicSecrets, DynamicSecretRecord, Leases, OneLease, LeaseRecord,
        CreatedLeaseRecord;
    environments: OneEnvironment;
    folders: FolderList, OneFolder, FolderRecord;
    groups: GroupRecord, Users, UserRecord, ProjectGroups, MembershipRecord, BriefGroup;
    identities: LoggedIn, OneIdentity, IdentityRecord, OrganizationIdentities,
        MembershipRecord, OneMembership, ProjectIdentities, ProjectMembershipRecord,
        ProjectRecord;
    incident_contacts: IncidentContactList, OneIncidentContact, IncidentContactRecord;
    keys: KeyRecord, Sender, LatestKey;
    kms: Keys, OneKey, KeyRecord, Encrypted, Decrypted, Signed, Verified, PublicKey,
        SigningAlgorithms;
    members: MemberRecords, MemberRecord, DeniedRecord, PersonRecord, Colleagues, Invited,
        Denied;
    organizations: OrganizationList, OrganizationRecord, OneOrganization, InviteSent,
        InviteLink, InvitationVerified;
    passwords: BackupAnswer, Backup, Verified, VerifiedUser;
    raw_batch: Duplicated, DuplicatedSecret, WrittenRawSecrets, Moved;
    raw_secrets: RawSecrets, OneRawSecret, RawSecret, RawTag, RawMetadata;
    roles: Roles, OneRole, RoleRecord, PermissionRecord, OneOrSeveral;
    secret_batch: WrittenSecrets, OneWritten, WrittenSecret;
    secret_imports: ImportList, OneImport, ImportRecord, ImportedEnvironment;
    secret_versions: Versions, VersionRecord, VersionContent;
    secrets: SecretRecords, Imported<api::secrets::SecretRecord>, OneSecret, HeldBack,
        Approval, SecretRecord, TagRef, Renamed;
    server: Status, AdminConfig;
    service_accounts: AccountList, OneAccount, AccountRecord, Created, PermissionList,
        OnePermission, PermissionRecord, Reference, KeyList, KeyRecord, HeldKeys,
        HeldKeyRecord;
    service_tokens: TokenRecord, TokenList, ScopeRecord, Created;
    service_tokens_v3: OneKey, KeyRecord;
    sessions: SessionRecord;
    signup: Verified, Completed;
    snapshots: Snapshots, SnapshotRecord, Count, OneSnapshot<api::snapshots::Content>,
        SnapshotProject, Content, Environment, Folder;
    tags: TagList, OneTag, TagRecord;
    token_auth: TokenSettingsRecord, TrustedIp, OneTokenAuth, CreatedToken, Tokens,
        TokenRecord;
    universal_auth: Attached, AttachedRecord, OneUniversalAuth, UniversalAuthRecord,
        CreatedClientSecret, ClientSecrets, ClientSecretRecord;
    users: KeyFields, Me, UserRecord;
    workspaces: UpgradeStatus, WorkspaceList, OneWorkspace, WorkspaceRecord, EnvironmentRecord;
}

/// An answer that is accepted is also accepted without white space and with its fields sorted.
pub(super) fn run(data: &[u8]) {
    let sorted = serde_json::from_slice::<Value>(data).ok().map(|value| value.to_string());
    for shape in SHAPES {
        if (shape.accepts)(data)
            && let Some(sorted) = &sorted
        {
            assert!((shape.accepts)(sorted.as_bytes()), "{}", shape.name);
        }
    }
}

/// The recorded answers of every era.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    seeds::answers().into_iter().map(|answer| answer.to_string().into_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The name of each type with `Deserialize` in a source file.
    fn types(source: &str) -> impl Iterator<Item = &str> {
        let derived = source.split("#[derive(").skip(1);
        let derived =
            derived.filter(|rest| rest.split(')').next().unwrap().contains("Deserialize"));
        derived.filter_map(|rest| {
            let item = rest.split("\npub(crate) ").nth(1)?;
            let is_next = !rest.split("\npub(crate) ").next()?.contains('}');
            let name = item.split(|one: char| !one.is_alphanumeric()).nth(1)?;
            is_next.then_some(name)
        })
    }

    #[test]
    fn every_shape_of_an_answer_is_fuzzed() {
        let fuzzed: BTreeSet<_> =
            SHAPES.iter().map(|shape| shape.name.split('<').next().unwrap().to_owned()).collect();
        let mut found = BTreeSet::new();
        for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/api")).unwrap() {
            let file = file.unwrap().path();
            let source = std::fs::read_to_string(&file).unwrap();
            let file = file.file_stem().unwrap().to_str().unwrap();
            found.extend(types(&source).map(|name| format!("{file}::{name}")));
        }
        assert_eq!(fuzzed, found);
    }
}
