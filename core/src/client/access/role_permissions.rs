//! Permissions of project roles.

use serde_json::{Map, Value};

use crate::api::roles::{Permission, PermissionRecord};
use crate::{Error, ErrorKind, Result};

/// A permission of a role, which allows or forbids actions. Subjects and actions have the server's
/// own names, such as `secrets` with `read`, `create`, `edit` and `delete`. If several permissions
/// are about the same action, the last one decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePermission {
    /// The subject, such as `secrets` or `environments`.
    pub subject: String,
    /// The actions, such as `read`.
    pub actions: Vec<String>,
    /// The conditions, as the text of a JSON object such as `{"environment": "dev"}`; `None` if it
    /// always applies.
    pub conditions: Option<String>,
    /// Whether it forbids the actions instead of allowing them.
    pub inverted: bool,
}

impl RolePermission {
    /// Allows actions on a subject, without conditions.
    pub fn new<Action: Into<String>>(
        subject: impl Into<String>,
        actions: impl IntoIterator<Item = Action>,
    ) -> Self {
        Self {
            subject: subject.into(),
            actions: actions.into_iter().map(Into::into).collect(),
            conditions: None,
            inverted: false,
        }
    }

    /// Sets the conditions, as the text of a JSON object.
    #[must_use]
    pub fn conditions(mut self, object: impl Into<String>) -> Self {
        self.conditions = Some(object.into());
        self
    }

    /// Forbids the actions instead of allowing them.
    #[must_use]
    pub fn inverted(mut self) -> Self {
        self.inverted = true;
        self
    }

    fn for_wire(&self) -> Result<Permission<'_>> {
        if self.subject.is_empty() || self.actions.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                "a permission needs a subject and at least one action",
            ));
        }
        Ok(Permission {
            subject: &self.subject,
            action: &self.actions,
            conditions: self.conditions.as_deref().map(object).transpose()?,
            inverted: self.inverted,
        })
    }
}

impl From<PermissionRecord> for RolePermission {
    fn from(record: PermissionRecord) -> Self {
        Self {
            subject: record.subject.map(|it| it.into_list().join(",")).unwrap_or_default(),
            actions: record.action.into_list(),
            conditions: record.conditions.map(|object| Value::Object(object).to_string()),
            inverted: record.inverted.unwrap_or_default(),
        }
    }
}

pub(super) fn for_wire(permissions: &[RolePermission]) -> Result<Vec<Permission<'_>>> {
    permissions.iter().map(RolePermission::for_wire).collect()
}

fn object(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|_| {
        Error::new(
            ErrorKind::InvalidInput,
            "the conditions of a permission must be a JSON object as text",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_must_be_an_object_and_lose_spaces() {
        let given = RolePermission::new("secrets", ["read"]);
        for bad in ["", "1", "[]", "null", "{", "{} {}"] {
            let error = given.clone().conditions(bad).for_wire().err().unwrap();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{bad:?}");
        }
        let given = given.conditions(r#"{ "environment": {"$in": ["dev", "ключ"]} }"#).inverted();
        let text = serde_json::to_string(&given.for_wire().unwrap()).unwrap();
        let record: PermissionRecord = serde_json::from_str(&text).unwrap();
        let shown = RolePermission::from(record);
        assert_eq!(shown.conditions.as_deref(), Some(r#"{"environment":{"$in":["dev","ключ"]}}"#));
        assert!(shown.inverted);
    }

    #[test]
    fn action_may_be_a_single_string() {
        let text = r#"{"subject": "secrets", "action": "read", "conditions": null}"#;
        let record: PermissionRecord = serde_json::from_str(text).unwrap();
        assert_eq!(RolePermission::from(record), RolePermission::new("secrets", ["read"]));
    }
}
