//! Events of the audit log.

use serde::{Serialize, Serializer};

use crate::SecretString;
use crate::api::audit_logs::{ActorRecord, Described};

/// A page of an audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLogPage {
    /// The events, newest first. The list can be empty even if another page follows.
    pub events: Vec<AuditEvent>,
    /// The cursor of the next page; `None` on the last page.
    pub next: Option<String>,
}

/// An event in the audit log of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditEvent {
    /// The event's id. Several events of one May 2023 log entry have different ids.
    pub id: String,
    /// The server's name for the kind of event.
    pub event: String,
    /// `user`, `service_token`, `service_account` or `identity`; `unknown` for a deleted actor or
    /// another kind.
    pub actor_type: String,
    /// The actor's id.
    pub actor_id: Option<String>,
    /// The e-mail address of a user, or the name of another actor.
    pub actor_name: Option<String>,
    /// The IP address of the request, as seen by the server.
    pub ip_address: Option<String>,
    /// The user agent of the request; only on servers since 2024.
    pub user_agent: Option<String>,
    /// The kind of client as classified by the server, such as `web`, `cli` or `other`.
    pub channel: Option<String>,
    /// The project's id.
    pub project_id: Option<String>,
    /// The time of the event, as RFC 3339 in UTC.
    pub created_at: Option<String>,
    /// Further details, such as `environment` or `numberOfSecrets`. Values that are not text are
    /// JSON.
    #[serde(serialize_with = "as_object")]
    pub details: Vec<AuditDetail>,
}

/// A detail of an audit event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditDetail {
    /// Its name.
    pub name: String,
    /// Its value; JSON if it is not text.
    pub value: String,
}

fn as_object<S: Serializer>(details: &[AuditDetail], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(details.iter().map(|detail| (&detail.name, &detail.value)))
}

/// The change of one secret by an audit event.
#[derive(Debug, Clone)]
pub struct AuditChange {
    /// The secret's id.
    pub secret_id: String,
    /// Slug of its environment.
    pub environment: String,
    /// The secret before the event; `None` if it was created or only read.
    pub before: Option<AuditedSecret>,
    /// The secret after the event, or as it was read; `None` if it was deleted.
    pub after: Option<AuditedSecret>,
}

/// A version of a secret that an audit event refers to.
#[derive(Debug, Clone)]
pub struct AuditedSecret {
    /// Number of the version, from 1.
    pub version: i64,
    /// The secret's name in this version.
    pub name: String,
    /// The secret's value in this version.
    pub value: SecretString,
}

/// An actor in an audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditActor {
    /// As in [`AuditEvent::actor_type`](crate::AuditEvent::actor_type).
    pub actor_type: String,
    /// The actor's id.
    pub id: Option<String>,
    /// The e-mail address of a user, or the name of another actor.
    pub name: Option<String>,
}

impl From<Described> for AuditActor {
    fn from(actor: Described) -> Self {
        let metadata = actor.metadata.unwrap_or_default();
        let (actor_type, id_field) = match actor.kind.as_str() {
            "user" => ("user", "userId"),
            "service" | "service-v3" => ("service_token", "serviceId"),
            "identity" => ("identity", "identityId"),
            _ => ("unknown", "id"),
        };
        let text = |name: &str| Some(metadata.get(name)?.as_str()?.to_owned());
        Self {
            actor_type: actor_type.to_owned(),
            id: text(id_field),
            name: text("email").or_else(|| text("name")).or_else(|| text("username")),
        }
    }
}

impl AuditActor {
    pub(super) fn from_record(record: ActorRecord) -> Option<Self> {
        match record {
            ActorRecord::Described(actor) => Some(actor.into()),
            ActorRecord::Id(id) => {
                Some(Self { actor_type: "unknown".to_owned(), id: Some(id), name: None })
            }
            ActorRecord::Other(_) => None,
        }
    }
}
