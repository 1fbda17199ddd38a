//! Organizations.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, IncidentContact, Invitation, Operation, Organization, OrganizationMember, Project,
    RemovedMember,
};

use super::in_organization;

/// `organizations.list`.
pub fn list_organizations(client: &Client) -> Operation<Vec<Organization>> {
    client.organizations().list().into_future()
}

/// `organizations.create`.
pub fn create_organization(client: &Client, name: String) -> Operation<Organization> {
    client.organizations().create(name).into_future()
}

/// `organizations.rename`.
pub fn rename_organization(client: &Client, id: String, name: String) -> Operation<Organization> {
    client.organizations().rename(id, name).into_future()
}

/// `organizations.members`.
pub fn list_organization_members(
    client: &Client,
    organization: Option<String>,
) -> Operation<Vec<OrganizationMember>> {
    in_organization!(client.organizations().members(), organization)
}

/// `organizations.set_role`.
pub fn set_organization_role(
    client: &Client,
    member_id: String,
    role: String,
    organization: Option<String>,
) -> Operation<OrganizationMember> {
    in_organization!(client.organizations().set_role(member_id, role), organization)
}

/// `organizations.remove_member`.
pub fn remove_organization_member(
    client: &Client,
    member_id: String,
    organization: Option<String>,
) -> Operation<RemovedMember> {
    in_organization!(client.organizations().remove_member(member_id), organization)
}

/// `organizations.invite`.
pub fn invite_to_organization(
    client: &Client,
    email: String,
    organization: Option<String>,
) -> Operation<Invitation> {
    in_organization!(client.organizations().invite(email), organization)
}

/// `organizations.incident_contacts`.
pub fn list_incident_contacts(
    client: &Client,
    organization: Option<String>,
) -> Operation<Vec<IncidentContact>> {
    in_organization!(client.organizations().incident_contacts(), organization)
}

/// `organizations.add_incident_contact`.
pub fn add_incident_contact(
    client: &Client,
    email: String,
    organization: Option<String>,
) -> Operation<IncidentContact> {
    in_organization!(client.organizations().add_incident_contact(email), organization)
}

/// `organizations.remove_incident_contact`.
pub fn remove_incident_contact(
    client: &Client,
    email: String,
    organization: Option<String>,
) -> Operation<()> {
    in_organization!(client.organizations().remove_incident_contact(email), organization)
}

/// `organizations.projects`.
pub fn list_organization_projects(
    client: &Client,
    organization: Option<String>,
) -> Operation<Vec<Project>> {
    in_organization!(client.organizations().projects(), organization)
}
