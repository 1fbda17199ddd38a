//! Organizations the user belongs to.

use serde::Deserialize;

use super::either_id;
use crate::http::Request;

#[derive(Deserialize)]
pub(crate) struct OrganizationList {
    pub(crate) organizations: Vec<OrganizationRecord>,
}

#[derive(Deserialize)]
pub(crate) struct OrganizationRecord {
    #[serde(rename = "_id")]
    legacy_id: Option<String>,
    id: Option<String>,
    pub(crate) name: String,
    pub(crate) slug: Option<String>,
}

impl OrganizationRecord {
    pub(crate) fn id(&self) -> String {
        either_id(self.legacy_id.clone(), self.id.clone())
    }
}

/// For access tokens; since June 2024 also before an organization is selected.
pub(crate) fn list() -> Request {
    Request::get("/api/v1/organization").about("listing organizations")
}

/// For API keys, which the route above refuses.
pub(crate) fn list_by_api_key() -> Request {
    Request::get("/api/v2/users/me/organizations").about("listing organizations")
}

/// The projects of one organization that the caller is a member of.
pub(crate) fn workspaces(organization_id: &str) -> Request {
    let organization = crate::http::segment(organization_id);
    Request::get(format!("/api/v2/organizations/{organization}/workspaces"))
        .about(format!("listing the projects of organization {organization_id}"))
}
