//! Dynamic secrets and their leases (servers since June 2024): credentials that the server makes.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::api::secrets::Place;
use crate::http::{Request, segment};
use crate::text::Shown;
use crate::{Result, SecretString};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DynamicSecrets {
    pub(crate) dynamic_secrets: Vec<DynamicSecretRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DynamicSecretRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) provider: String,
    /// Such as `1h`.
    #[serde(rename = "defaultTTL")]
    pub(crate) default_ttl: Option<String>,
    #[serde(rename = "maxTTL")]
    pub(crate) max_ttl: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Leases {
    pub(crate) leases: Vec<LeaseRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OneLease {
    pub(crate) lease: LeaseRecord,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeaseRecord {
    pub(crate) id: String,
    pub(crate) dynamic_secret_id: String,
    pub(crate) expire_at: Option<String>,
    pub(crate) status: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) updated_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreatedLeaseRecord {
    pub(crate) lease: LeaseRecord,
    pub(crate) dynamic_secret: DynamicSecretRecord,
    #[serde(default)]
    pub(crate) data: BTreeMap<String, Credential>,
}

/// A part of a credential: text, or another value as its JSON. Wiped on drop.
pub(crate) struct Credential(pub(crate) SecretString);

impl<'de> Deserialize<'de> for Credential {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue).map(Self)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = SecretString;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<SecretString, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<SecretString, E> {
        Ok(text.into())
    }

    fn visit_bool<E>(self, flag: bool) -> Result<SecretString, E> {
        Ok(flag.to_string().into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<SecretString, E> {
        Ok(number.to_string().into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<SecretString, E> {
        Ok(number.to_string().into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<SecretString, E> {
        Ok(number.to_string().into())
    }

    fn visit_unit<E>(self) -> Result<SecretString, E> {
        Ok(SecretString::default())
    }

    /// No provider sends a list or an object: what it would mean is unknown.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<SecretString, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Err(A::Error::custom("a list in place of a credential"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<SecretString, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Err(A::Error::custom("an object in place of a credential"))
    }
}

/// Where a dynamic secret is. These routes name the project by its slug.
pub(crate) struct SluggedPlace {
    pub(crate) project_slug: String,
    pub(crate) place: Place,
}

impl SluggedPlace {
    fn path(&self) -> &str {
        self.place.path.as_deref().unwrap_or("/")
    }

    fn query(&self, request: Request) -> Request {
        request
            .query("projectSlug", &self.project_slug)
            .query("environmentSlug", &self.place.environment)
            .query("path", self.path())
    }

    fn body(&self) -> PlaceFields<'_> {
        PlaceFields {
            project_slug: &self.project_slug,
            environment_slug: &self.place.environment,
            path: self.path(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlaceFields<'a> {
    project_slug: &'a str,
    environment_slug: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Create<'a> {
    dynamic_secret_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<String>,
    #[serde(flatten)]
    place: PlaceFields<'a>,
}

#[derive(Serialize)]
struct Renew<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<String>,
    #[serde(flatten)]
    place: PlaceFields<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Revoke<'a> {
    is_forced: bool,
    #[serde(flatten)]
    place: PlaceFields<'a>,
}

pub(crate) fn list(place: &SluggedPlace) -> Request {
    let about = format!("the dynamic secrets {}", at(place));
    place.query(Request::get("/api/v1/dynamic-secrets")).about(about)
}

pub(crate) fn leases(name: &str, place: &SluggedPlace) -> Request {
    let path = format!("/api/v1/dynamic-secrets/{}/leases", segment(name));
    place.query(Request::get(path)).about(format!("the leases of {}", subject(name, place)))
}

/// `ttl` in seconds.
pub(crate) fn create_lease(name: &str, ttl: Option<u64>, place: &SluggedPlace) -> Result<Request> {
    Request::post("/api/v1/dynamic-secrets/leases")
        .about(format!("leasing {}", subject(name, place)))
        .confidential()
        .json(&Create { dynamic_secret_name: name, ttl: ttl.map(seconds), place: place.body() })
}

pub(crate) fn get_lease(id: &str, place: &SluggedPlace) -> Request {
    place.query(Request::get(path(id))).about(lease(id))
}

pub(crate) fn renew_lease(id: &str, ttl: Option<u64>, place: &SluggedPlace) -> Result<Request> {
    Request::post(format!("{}/renew", path(id)))
        .about(format!("renewing {}", lease(id)))
        .json(&Renew { ttl: ttl.map(seconds), place: place.body() })
}

pub(crate) fn revoke_lease(id: &str, is_forced: bool, place: &SluggedPlace) -> Result<Request> {
    Request::delete(path(id))
        .about(format!("revoking {}", lease(id)))
        .json(&Revoke { is_forced, place: place.body() })
}

fn path(id: &str) -> String {
    format!("/api/v1/dynamic-secrets/leases/{}", segment(id))
}

fn seconds(number: u64) -> String {
    format!("{number}s")
}

/// "lease …", in messages.
pub(crate) fn lease(id: &str) -> String {
    format!("lease {id}")
}

/// "dynamic secret "database" in environment …", in messages.
pub(crate) fn subject(name: &str, place: &SluggedPlace) -> String {
    format!("dynamic secret {name:?} {at}", name = Shown(name), at = at(place))
}

fn at(place: &SluggedPlace) -> String {
    format!(
        "in environment {environment:?}, path {path:?}",
        environment = Shown(&place.place.environment),
        path = Shown(place.path())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credential_is_text_or_a_plain_value() {
        let read = |json: &str| serde_json::from_str::<Credential>(json).map(|it| it.0).ok();
        for (json, text) in [
            (r#""a\n""#, "a\n"),
            ("17", "17"),
            ("-1", "-1"),
            ("1.5", "1.5"),
            ("true", "true"),
            ("null", ""),
        ] {
            assert_eq!(read(json), Some(text.into()), "{json}");
        }
        assert!(read("[1]").is_none() && read(r#"{"a": 1}"#).is_none());
    }
}
