//! Encrypted secrets: v3 by name, and the v2 routes for what May 2023's v3 cannot do.

use serde::{Deserialize, Serialize};

use super::either_id;
use crate::crypto::{Encrypted, ProjectKey};
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{ErrorKind, Result};

#[derive(Deserialize)]
pub(crate) struct SecretRecords {
    pub(crate) secrets: Vec<SecretRecord>,
    /// Imported folders; the last one takes precedence. Absent unless requested.
    #[serde(default)]
    pub(crate) imports: Vec<Imported<SecretRecord>>,
}

/// The secrets of a folder that is imported.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Imported<Record> {
    pub(crate) environment: String,
    pub(crate) secret_path: String,
    /// The folder that the secrets are of; absent if there is none.
    pub(crate) folder_id: Option<String>,
    pub(crate) secrets: Vec<Record>,
}

impl<Record> Imported<Record> {
    /// The place of these secrets, relative to the folder that imports them.
    pub(crate) fn place(&self, importing: &Place) -> Place {
        Place {
            workspace_id: importing.workspace_id.clone(),
            environment: self.environment.clone(),
            path: Some(self.secret_path.clone()),
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct OneSecret {
    pub(crate) secret: SecretRecord,
}

/// The answer to a change that a policy of the project holds back.
#[derive(Deserialize)]
pub(crate) struct HeldBack {
    pub(crate) approval: Approval,
}

/// A request for approval.
#[derive(Deserialize)]
pub(crate) struct Approval {
    pub(crate) id: String,
    #[serde(default = "open")]
    pub(crate) status: String,
}

/// The state of a request until it is decided.
fn open() -> String {
    String::from("open")
}

/// A secret as stored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecretRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) version: i64,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) secret_key_ciphertext: String,
    #[serde(rename = "secretKeyIV")]
    pub(crate) secret_key_iv: String,
    pub(crate) secret_key_tag: String,
    pub(crate) secret_value_ciphertext: String,
    #[serde(rename = "secretValueIV")]
    pub(crate) secret_value_iv: String,
    pub(crate) secret_value_tag: String,
    pub(crate) secret_comment_ciphertext: Option<String>,
    #[serde(rename = "secretCommentIV")]
    pub(crate) secret_comment_iv: Option<String>,
    pub(crate) secret_comment_tag: Option<String>,
    /// In 2024, only lists have them.
    pub(crate) tags: Option<Vec<TagRef>>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
    pub(crate) secret_reminder_note: Option<String>,
    pub(crate) secret_reminder_repeat_days: Option<i64>,
    pub(crate) skip_multiline_encoding: Option<bool>,
    /// Where the secret is; since October 2024.
    pub(crate) environment: Option<String>,
    pub(crate) secret_path: Option<String>,
}

impl SecretRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }

    /// Whether a project key opens the name.
    pub(crate) fn name_opens(&self, key: &ProjectKey) -> bool {
        let (iv, tag) = (&self.secret_key_iv, &self.secret_key_tag);
        key.symmetric_key().decrypt_text(&self.secret_key_ciphertext, iv, tag).is_ok()
    }

    /// `None` unless the slug of every tag is known.
    pub(crate) fn tag_slugs(&self) -> Option<Vec<String>> {
        self.tags.as_ref()?.iter().map(TagRef::slug).collect()
    }

    pub(crate) fn tag_ids(&self) -> Vec<String> {
        self.tags.iter().flatten().map(|tag| tag.id().to_owned()).collect()
    }
}

/// A tag on a secret: by id alone in May 2023, with its slug later.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum TagRef {
    Id(String),
    Tag { id: String, slug: String },
}

impl TagRef {
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Id(id) | Self::Tag { id, .. } => id,
        }
    }

    fn slug(&self) -> Option<String> {
        match self {
            Self::Id(_) => None,
            Self::Tag { slug, .. } => Some(slug.clone()),
        }
    }
}

/// The place of a secret, with the field names of the wire format. `path` is absent on servers
/// without folders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Place {
    pub(crate) workspace_id: String,
    pub(crate) environment: String,
    #[serde(rename = "secretPath", skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<String>,
}

impl Place {
    fn query(&self, request: Request) -> Request {
        let request = request
            .query("workspaceId", &self.workspace_id)
            .query("environment", &self.environment);
        match &self.path {
            Some(path) => request.query("secretPath", path),
            None => request,
        }
    }

    /// The folder with another path in this environment.
    pub(crate) fn at(&self, path: &str) -> Self {
        Self { path: Some(path.to_owned()), ..self.clone() }
    }

    /// The environment and path.
    pub(crate) fn names(&self) -> (&str, &str) {
        (&self.environment, self.path.as_deref().unwrap_or("/"))
    }

    /// "environment "dev" of project …", with the path unless it is `/`.
    pub(crate) fn describe(&self) -> String {
        let path = match self.path.as_deref() {
            Some(path) if path != "/" => format!(", path {:?}", Shown(path)),
            _ => String::new(),
        };
        format!(
            "environment {:?}{path} of project {}",
            Shown(&self.environment),
            Shown(&self.workspace_id)
        )
    }
}

/// Whether a path is that of a folder, or of one below it.
pub(crate) fn is_within(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The three encrypted strings of a secret. An absent one stays unchanged.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Fields {
    #[serde(flatten, with = "prefix_key")]
    pub(crate) key: Option<Encrypted>,
    #[serde(flatten, with = "prefix_value")]
    pub(crate) value: Option<Encrypted>,
    #[serde(flatten, with = "prefix_comment")]
    pub(crate) comment: Option<Encrypted>,
}

/// Serializes an encrypted string as three fields that begin with its name in the wire format.
macro_rules! encrypted_fields {
    ($module:ident, $ciphertext:literal, $iv:literal, $tag:literal) => {
        mod $module {
            use serde::Serializer;
            use serde::ser::SerializeMap as _;

            use crate::crypto::Encrypted;

            pub(super) fn serialize<S: Serializer>(
                field: &Option<Encrypted>,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                if let Some(encrypted) = field {
                    map.serialize_entry($ciphertext, &encrypted.ciphertext)?;
                    map.serialize_entry($iv, &encrypted.iv)?;
                    map.serialize_entry($tag, &encrypted.tag)?;
                }
                map.end()
            }
        }
    };
}

encrypted_fields!(prefix_key, "secretKeyCiphertext", "secretKeyIV", "secretKeyTag");
encrypted_fields!(prefix_value, "secretValueCiphertext", "secretValueIV", "secretValueTag");
encrypted_fields!(prefix_comment, "secretCommentCiphertext", "secretCommentIV", "secretCommentTag");

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ByName<'a> {
    #[serde(flatten)]
    place: &'a Place,
    #[serde(rename = "type")]
    kind: &'static str,
    /// The new name of the secret, if it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret_name: Option<&'a str>,
    #[serde(flatten)]
    fields: &'a Fields,
}

#[derive(Serialize)]
struct CreateV2<'a> {
    #[serde(flatten)]
    place: &'a Place,
    secrets: [NewSecretV2<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewSecretV2<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    secret_name: &'a str,
    #[serde(flatten)]
    fields: &'a Fields,
}

#[derive(Serialize)]
struct UpdateV2<'a> {
    secrets: [ChangedSecretV2<'a>; 1],
}

#[derive(Serialize)]
struct ChangedSecretV2<'a> {
    id: &'a str,
    #[serde(flatten)]
    fields: &'a Fields,
}

#[derive(Serialize)]
struct BatchV2<'a> {
    #[serde(flatten)]
    place: &'a Place,
    requests: [RequestV2<'a>; 1],
}

#[derive(Serialize)]
struct RequestV2<'a> {
    method: &'static str,
    secret: RenamedSecretV2<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RenamedSecretV2<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    secret_name: &'a str,
    tags: Vec<String>,
    #[serde(flatten)]
    fields: &'a Fields,
}

/// The answer to a batch that changes one secret.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Renamed {
    pub(crate) updated_secrets: [SecretRecord; 1],
}

/// The meaning of a May 2023 server's 400 to a create, before further checks.
const TAKEN: &[(u16, ErrorKind)] = &[(400, ErrorKind::Conflict)];

pub(crate) fn list(place: &Place) -> Request {
    place.query(Request::get("/api/v3/secrets")).about(format!("secrets of {}", place.describe()))
}

/// 2024 and later: with the secrets of imported folders.
pub(crate) fn list_with_imports(place: &Place) -> Request {
    list(place).query("include_imports", "true")
}

/// October 2024 and later: with the secrets of all folders below.
pub(crate) fn list_recursively(place: &Place) -> Request {
    list(place).query("recursive", "true")
}

/// 2024 and later: an earlier version.
pub(crate) fn get_version(name: &str, kind: &'static str, version: i64, place: &Place) -> Request {
    get(name, kind, place).query("version", version.to_string())
}

pub(crate) fn get(name: &str, kind: &'static str, place: &Place) -> Request {
    place.query(Request::get(path_of(name))).query("type", kind).about(subject(name, place))
}

pub(crate) fn create(
    name: &str,
    kind: &'static str,
    place: &Place,
    fields: &Fields,
) -> Result<Request> {
    let body = ByName { place, kind, secret_name: None, fields };
    Request::post(path_of(name)).about(subject(name, place)).hints(TAKEN).json(&body)
}

/// `new_name` needs a server of 2024, and the new name in `fields`.
pub(crate) fn update(
    name: &str,
    new_name: Option<&str>,
    kind: &'static str,
    place: &Place,
    fields: &Fields,
) -> Result<Request> {
    let body = ByName { place, kind, secret_name: new_name, fields };
    Request::patch(path_of(name)).about(subject(name, place)).json(&body)
}

pub(crate) fn delete(name: &str, kind: &'static str, place: &Place) -> Result<Request> {
    let body = ByName { place, kind, secret_name: None, fields: &Fields::default() };
    Request::delete(path_of(name)).about(subject(name, place)).json(&body)
}

/// May 2023 only: creates without checking whether the name is taken in another environment.
pub(crate) fn create_v2(
    name: &str,
    kind: &'static str,
    place: &Place,
    fields: &Fields,
) -> Result<Request> {
    let secrets = [NewSecretV2 { kind, secret_name: name, fields }];
    Request::post("/api/v2/secrets").about(subject(name, place)).json(&CreateV2 { place, secrets })
}

/// May 2023 only: the only route that changes a comment.
pub(crate) fn update_v2(name: &str, id: &str, place: &Place, fields: &Fields) -> Result<Request> {
    let secrets = [ChangedSecretV2 { id, fields }];
    Request::patch("/api/v2/secrets").about(subject(name, place)).json(&UpdateV2 { secrets })
}

/// May 2023 only: renames a secret. The route writes all fields again.
pub(crate) fn rename_v2(
    name: &str,
    new_name: &str,
    record: &SecretRecord,
    place: &Place,
    fields: &Fields,
) -> Result<Request> {
    let secret = RenamedSecretV2 {
        id: &record.id(),
        kind: &record.kind,
        secret_name: new_name,
        tags: record.tag_ids(),
        fields,
    };
    let requests = [RequestV2 { method: "PATCH", secret }];
    Request::post("/api/v2/secrets/batch")
        .about(subject(name, place))
        .json(&BatchV2 { place, requests })
}

pub(super) fn path_of(name: &str) -> String {
    format!("/api/v3/secrets/{}", segment(name))
}

/// "secret "DB_URL" in environment "dev" of project …"
pub(crate) fn subject(name: &str, place: &Place) -> String {
    format!("secret {:?} in {}", Shown(name), place.describe())
}
