//! Secrets in plaintext, for projects whose key the server holds: v3 (2024) and v4 (today).

use serde::{Deserialize, Serialize};

use super::secrets::{Imported, Place, subject};
use super::{either_id, secret, secret_or_none};
use crate::http::{Request, segment};
use crate::{Result, SecretString};

/// The generation of the plaintext routes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V3,
    V4,
}

impl Version {
    fn path(self) -> &'static str {
        match self {
            Self::V3 => "/api/v3/secrets/raw",
            Self::V4 => "/api/v4/secrets",
        }
    }

    /// The field name of the project.
    fn project_field(self) -> &'static str {
        match self {
            Self::V3 => "workspaceId",
            Self::V4 => "projectId",
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct RawSecrets {
    pub(crate) secrets: Vec<RawSecret>,
    /// Imported folders; the last one takes precedence. Absent unless requested.
    #[serde(default)]
    pub(crate) imports: Vec<Imported<RawSecret>>,
}

#[derive(Deserialize)]
pub(crate) struct OneRawSecret {
    pub(crate) secret: RawSecret,
}

/// A secret as the server decrypted it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RawSecret {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) version: i64,
    /// Absent in snapshots, which have shared secrets only.
    #[serde(rename = "type", default = "shared")]
    pub(crate) kind: String,
    pub(crate) secret_key: String,
    #[serde(deserialize_with = "secret")]
    pub(crate) secret_value: SecretString,
    #[serde(default, deserialize_with = "secret_or_none")]
    pub(crate) secret_comment: Option<SecretString>,
    /// Where the secret is. The v3 routes send the path only in lists.
    pub(crate) environment: Option<String>,
    pub(crate) secret_path: Option<String>,
    /// On today's servers: whether the value is a placeholder for the hidden one.
    pub(crate) secret_value_hidden: Option<bool>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
    /// Since June 2024, of single secrets; today of lists too.
    pub(crate) tags: Option<Vec<RawTag>>,
    /// On today's servers.
    pub(crate) secret_metadata: Option<Vec<RawMetadata>>,
    pub(crate) secret_reminder_note: Option<String>,
    pub(crate) secret_reminder_repeat_days: Option<i64>,
    pub(crate) skip_multiline_encoding: Option<bool>,
}

/// An entry of a secret's metadata. A value that is stored encrypted arrives decrypted.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RawMetadata {
    pub(crate) key: String,
    #[serde(deserialize_with = "secret")]
    pub(crate) value: SecretString,
    is_encrypted: Option<bool>,
}

impl RawMetadata {
    pub(crate) fn is_encrypted(&self) -> bool {
        self.is_encrypted == Some(true)
    }
}

fn shared() -> String {
    "shared".to_owned()
}

impl RawSecret {
    pub(crate) fn tag_ids(&self) -> Vec<String> {
        self.tags.iter().flatten().map(|tag| tag.id.clone()).collect()
    }

    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

/// A tag on a secret.
#[derive(Deserialize)]
pub(crate) struct RawTag {
    pub(crate) id: String,
    pub(crate) slug: String,
}

/// An entry of metadata to store.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata<'a> {
    key: &'a str,
    value: &'a str,
    is_encrypted: bool,
}

impl<'a> Metadata<'a> {
    pub(crate) fn new(key: &'a str, value: &'a SecretString, is_encrypted: bool) -> Self {
        Self { key, value: value.expose(), is_encrypted }
    }
}

/// The fields of a write that few secrets have.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NewExtras<'a> {
    /// On today's servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secret_metadata: Option<Vec<Metadata<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secret_reminder_note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secret_reminder_repeat_days: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) skip_multiline_encoding: Option<bool>,
}

/// The fields of a write; absent fields stay unchanged.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Fields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secret_value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secret_comment: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) new_secret_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tag_ids: Option<&'a [String]>,
    #[serde(flatten)]
    pub(crate) extras: NewExtras<'a>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(value: Option<&'a SecretString>, comment: Option<&'a SecretString>) -> Self {
        Self {
            secret_value: value.map(SecretString::expose),
            secret_comment: comment.map(SecretString::expose),
            ..Self::default()
        }
    }
}

/// The place in the body of a request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Within<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<&'a str>,
    environment: &'a str,
    secret_path: &'a str,
}

impl<'a> Within<'a> {
    pub(super) fn new(version: Version, place: &'a Place) -> Self {
        let project = Some(place.workspace_id.as_str());
        let (environment, secret_path) = place.names();
        Self {
            workspace_id: project.filter(|_| version == Version::V3),
            project_id: project.filter(|_| version == Version::V4),
            environment,
            secret_path,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(flatten)]
    within: Within<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    fields: &'a Fields<'a>,
}

/// What a list has: more or less than the shared secrets of a folder.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Including<'a> {
    pub(crate) imports: bool,
    /// Asks v4 for personal secrets too, which then replace the shared ones of their names. The v3
    /// routes always send both.
    pub(crate) personal: bool,
    /// The secrets of all folders below; since October 2024.
    pub(crate) folders: bool,
    /// With the values of other secrets in place of references to them; since October 2024.
    pub(crate) expanded: bool,
    /// Leaves values out; on today's servers. Others send them.
    pub(crate) without_value: bool,
    /// Only secrets with one of these tags, separated by commas; since October 2024.
    pub(crate) tags: Option<&'a str>,
    /// Only secrets with this metadata; on today's servers.
    pub(crate) metadata: Option<&'a str>,
}

pub(crate) fn list(version: Version, including: Including<'_>, place: &Place) -> Request {
    let request = at(Request::get(version.path()), version, place);
    let request = request.about(format!("secrets of {}", place.describe()));
    let Including { imports, personal, folders, expanded, without_value, tags, metadata } =
        including;
    let request = match tags {
        Some(slugs) => request.query("tagSlugs", slugs),
        None => request,
    };
    let request = match metadata {
        Some(pairs) => request.query("metadataFilter", pairs),
        None => request,
    };
    match version {
        Version::V3 => [
            ("include_imports", imports),
            ("recursive", folders),
            ("expandSecretReferences", expanded),
        ]
        .into_iter()
        .filter(|(_, is_asked)| *is_asked)
        .fold(request, |request, (name, _)| request.query(name, "true")),
        // v4 would expand references and add imports unasked.
        Version::V4 => request
            .query("expandSecretReferences", flag(expanded))
            .query("includeImports", flag(imports))
            .query("includePersonalOverrides", flag(personal))
            .query("recursive", flag(folders))
            .query("viewSecretValue", flag(!without_value)),
    }
}

/// What is asked of the value of one secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AskedValue {
    Stored,
    /// With the values of other secrets in place of references to them; since October 2024.
    Expanded,
    /// As for a credential that may not read it: today's servers send a placeholder.
    Hidden,
}

pub(crate) fn get(version: Version, name: &str, kind: &'static str, place: &Place) -> Request {
    get_with(AskedValue::Stored, version, name, kind, place)
}

pub(crate) fn get_with(
    value: AskedValue,
    version: Version,
    name: &str,
    kind: &'static str,
    place: &Place,
) -> Request {
    let request = at(Request::get(path_of(version, name)), version, place).query("type", kind);
    let request = request.about(subject(name, place));
    match version {
        Version::V3 if value == AskedValue::Expanded => {
            request.query("expandSecretReferences", "true")
        }
        Version::V3 => request,
        Version::V4 => request
            .query("expandSecretReferences", flag(value == AskedValue::Expanded))
            .query("includeImports", "false")
            .query("viewSecretValue", flag(value != AskedValue::Hidden)),
    }
}

pub(crate) fn get_version(
    version: Version,
    name: &str,
    kind: &'static str,
    number: i64,
    place: &Place,
) -> Request {
    get(version, name, kind, place).query("version", number.to_string())
}

pub(crate) fn create(
    version: Version,
    name: &str,
    kind: &'static str,
    place: &Place,
    fields: &Fields<'_>,
) -> Result<Request> {
    write(Request::post(path_of(version, name)), version, name, kind, place, fields)
}

pub(crate) fn update(
    version: Version,
    name: &str,
    kind: &'static str,
    place: &Place,
    fields: &Fields<'_>,
) -> Result<Request> {
    write(Request::patch(path_of(version, name)), version, name, kind, place, fields)
}

pub(crate) fn delete(
    version: Version,
    name: &str,
    kind: &'static str,
    place: &Place,
) -> Result<Request> {
    let fields = Fields::default();
    write(Request::delete(path_of(version, name)), version, name, kind, place, &fields)
}

fn write(
    request: Request,
    version: Version,
    name: &str,
    kind: &'static str,
    place: &Place,
    fields: &Fields<'_>,
) -> Result<Request> {
    let within = Within::new(version, place);
    request.about(subject(name, place)).confidential().json(&Body { within, kind, fields })
}

fn flag(set: bool) -> &'static str {
    if set { "true" } else { "false" }
}

fn at(request: Request, version: Version, place: &Place) -> Request {
    request
        .query(version.project_field(), &place.workspace_id)
        .query("environment", &place.environment)
        .query("secretPath", path_in(place))
}

fn path_in(place: &Place) -> &str {
    place.path.as_deref().unwrap_or("/")
}

fn path_of(version: Version, name: &str) -> String {
    format!("{}/{}", version.path(), segment(name))
}
