//! Permissions of callers in projects, environments and folders.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::patterns::glob_matches;
use crate::auth::permissions::{self, Action, Extent, Subject};
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::store::groups;
use crate::store::identities::{self, Identity};
use crate::store::memberships::{self, Membership, Role};
use crate::store::organizations::{self, OrganizationMembership};
use crate::store::projects::{self, Project};
use crate::store::roles as custom_roles;
use crate::store::service_accounts::{self, ServiceAccount};
use crate::store::service_tokens::ServiceToken;

/// A place in a project: an environment and a folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) environment: &'a str,
    /// Absolute; `/` if the era has no folders.
    pub(crate) path: &'a str,
}

/// The project, for a member of any role.
pub(crate) fn member(
    call: &Call,
    db: &Connection,
    project_id: &str,
) -> Result<(Project, Membership), ApiError> {
    let project = project(call, db, project_id)?;
    let membership = membership(call, db, &project)?;
    Ok((project, membership))
}

/// The project, for a user or machine identity whose role allows `action` on `subject`.
pub(crate) fn role(
    call: &Call,
    db: &Connection,
    project_id: &str,
    action: Action,
    subject: Subject,
) -> Result<Project, ApiError> {
    permitted(call, db, project_id, (action, subject), Extent::Somewhere)
}

/// Like [`role`], in the whole project.
pub(crate) fn everywhere(
    call: &Call,
    db: &Connection,
    project_id: &str,
    action: Action,
    subject: Subject,
) -> Result<Project, ApiError> {
    permitted(call, db, project_id, (action, subject), Extent::Everywhere)
}

/// Like [`role`], in the given extent.
fn permitted(
    call: &Call,
    db: &Connection,
    project_id: &str,
    (action, subject): (Action, Subject),
    extent: Extent<'_>,
) -> Result<Project, ApiError> {
    let (project, roles) = roles(call, db, project_id)?;
    if permissions::allow(call.era(), &roles, action, subject, extent) {
        Ok(project)
    } else {
        Err(ApiError::Forbidden(action, subject))
    }
}

/// The project, and the roles a user or machine identity has in it.
fn roles(call: &Call, db: &Connection, project_id: &str) -> Result<(Project, Vec<Role>), ApiError> {
    match &call.actor {
        Actor::Identity(identity) => identity_project(call, db, identity, project_id),
        _ => member(call, db, project_id).map(|(project, found)| (project, found.roles)),
    }
}

/// Rejects a predefined role if the caller has fewer permissions.
pub(crate) fn check_giving(
    call: &Call,
    db: &Connection,
    project_id: &str,
    role: &str,
) -> Result<(), ApiError> {
    let (_, own) = roles(call, db, project_id)?;
    let may = permissions::may_give(call.era(), &own, role);
    if may { Ok(()) } else { Err(ApiError::MorePrivileged) }
}

/// A change that assigns roles: `Failed to {verb} {whom} project membership` if it is refused.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Assignment {
    pub(crate) subject: Subject,
    pub(crate) verb: &'static str,
    pub(crate) whom: &'static str,
}

/// July 2026: rejects roles that the caller may not give. In a new organization that is a permission
/// of its own, whatever the roles allow; in one of 2024, roles cannot allow more than the caller may.
/// Everyone may give the role without permissions.
pub(crate) fn check_assigning(
    call: &Call,
    db: &Connection,
    project: &Project,
    deed: Assignment,
    given: &[String],
) -> Result<(), ApiError> {
    let (_, own) = roles(call, db, &project.id)?;
    let organization = organizations::by_id(db, &project.organization_id)?;
    let is_new = organization.is_some_and(|organization| organization.is_new);
    let subject = deed.subject.name();
    for role in given.iter().filter(|role| *role != "no-access") {
        let custom = custom_roles::by_slug(db, &project.id, role)?;
        let may = match custom {
            _ if is_new => permissions::may_assign(&own, deed.subject),
            Some(custom) => permissions::may_grant(call.era(), &own, &custom.permissions),
            None => permissions::may_give(call.era(), &own, role),
        };
        if may {
            continue;
        }
        let why = if is_new {
            format!(
                "Permission denied: assign-role on {subject}. Check that the actor's role grants \
                 this permission and that all permission conditions are met."
            )
        } else {
            "Actor privilege level is not high enough to perform this action".to_owned()
        };
        return Err(ApiError::Detailed {
            status: 403,
            error: "PermissionBoundaryError",
            message: format!("Failed to {} {} project membership. {why}", deed.verb, deed.whom),
            details: json!({
                "missingPermissions": [{ "action": "assign-role", "subject": subject }],
            }),
        });
    }
    Ok(())
}

/// The project, for a member or any token of the project.
pub(crate) fn member_or_token(
    call: &Call,
    db: &Connection,
    project_id: &str,
) -> Result<Project, ApiError> {
    match &call.actor {
        Actor::Token(token) => token_project(call, db, token, project_id),
        Actor::Identity(identity) => {
            identity_project(call, db, identity, project_id).map(|(project, _)| project)
        }
        Actor::User(_) | Actor::ServiceAccount(_) | Actor::Anonymous => {
            member(call, db, project_id).map(|(p, _)| p)
        }
    }
}

/// July 2026: the project, for a member or any token of it, if it is for that product.
pub(crate) fn in_product(
    call: &Call,
    db: &Connection,
    project_id: &str,
    product: &str,
) -> Result<Project, ApiError> {
    if projects::by_id(db, project_id)?.is_none() {
        return Err(ApiError::absent(format!("Project with {project_id} not found")));
    }
    let project = member_or_token(call, db, project_id)?;
    if project.kind == product {
        return Ok(project);
    }
    Err(ApiError::BadRequest(format!(
        "The project is of type {}. Operations of type {product} are not allowed.",
        project.kind
    )))
}

/// The project, for a user or token that may do `action` to secrets at `place`.
pub(crate) fn secrets(
    call: &Call,
    db: &Connection,
    project_id: &str,
    action: Action,
    place: Place<'_>,
) -> Result<Project, ApiError> {
    let token = match &call.actor {
        Actor::Token(token) => token,
        Actor::ServiceAccount(account) => {
            return account_project(call, db, account, project_id, action, place);
        }
        Actor::User(_) | Actor::Identity(_) | Actor::Anonymous => {
            let (what, at) = ((action, Subject::Secrets), Extent::At(place));
            let project = permitted(call, db, project_id, what, at)?;
            check_denied(call, db, &project, action, place)?;
            return Ok(project);
        }
    };
    let project = token_project(call, db, token, project_id)?;
    let permission = if action == Action::Read { "read" } else { "write" };
    let in_scope = token.scopes.iter().any(|scope| {
        scope.environment == place.environment && glob_matches(&scope.secret_path, place.path)
    });
    if in_scope && token.permissions.iter().any(|granted| granted == permission) {
        Ok(project)
    } else {
        Err(ApiError::TokenScope(action, Subject::Secrets))
    }
}

/// Rejects a member who is denied the environment, in May 2023.
fn check_denied(
    call: &Call,
    db: &Connection,
    project: &Project,
    action: Action,
    place: Place<'_>,
) -> Result<(), ApiError> {
    if call.era() != Era::May23 {
        return Ok(());
    }
    let ability = if action == Action::Read { "read" } else { "write" };
    if membership(call, db, project)?.is_denied(ability, place.environment) {
        return Err(ApiError::EnvironmentDenied);
    }
    Ok(())
}

/// The caller's accepted or open membership in an organisation.
pub(crate) fn organization(
    call: &Call,
    db: &Connection,
    organization_id: &str,
) -> Result<OrganizationMembership, ApiError> {
    if call.era() == Era::May23 && !call.era().is_well_formed_id(organization_id) {
        return Err(ApiError::MalformedId);
    }
    organizations::by_id(db, organization_id)?.ok_or(ApiError::OrganizationUnknown)?;
    let user = call.user()?;
    organizations::membership_of(db, organization_id, &user.id)?
        .ok_or(ApiError::NotOrganizationMember)
}

/// Like [`organization`], for its administrators.
pub(crate) fn organization_admin(
    call: &Call,
    db: &Connection,
    organization_id: &str,
    action: Action,
    subject: Subject,
) -> Result<OrganizationMembership, ApiError> {
    let membership = organization(call, db, organization_id)?;
    if membership.is_accepted() && matches!(membership.role.as_str(), "owner" | "admin") {
        Ok(membership)
    } else {
        Err(ApiError::OrganizationForbidden(action, subject))
    }
}

fn project(call: &Call, db: &Connection, id: &str) -> Result<Project, ApiError> {
    if call.era().is_modern() {
        let unknown = || ApiError::absent(format!("Project with ID '{id}' not found"));
        return projects::by_id(db, id)?.ok_or_else(unknown);
    }
    if !call.era().is_well_formed_id(id) {
        return Err(ApiError::MalformedId);
    }
    projects::by_id(db, id)?.ok_or(ApiError::ProjectUnknown)
}

/// The caller's membership in a project, with the roles of their groups there. Without an own
/// membership, it is the group's.
fn membership(call: &Call, db: &Connection, project: &Project) -> Result<Membership, ApiError> {
    let Actor::User(actor) = &call.actor else {
        return Err(ApiError::ModeNotAccepted);
    };
    let user_id = &actor.user.id;
    let own = memberships::of_user(db, &project.id, user_id)?;
    let by_groups = groups::of_user(db, &project.id, user_id)?;
    let by_group = || by_groups.first().map(|group| group.place_of(user_id));
    let is_other = actor.organization_id.as_ref().is_some_and(|id| *id != project.organization_id);
    if is_other && call.era().is_modern() {
        return Err(ApiError::barred(
            "This project does not belong to your selected organization.".to_owned(),
        ));
    }
    let stranger = || match call.era() {
        Era::Modern => not_in_project("user", &project.id),
        _ => ApiError::NotProjectMember,
    };
    let mut membership = own.or_else(by_group).ok_or_else(stranger)?;
    membership.roles.extend(by_groups.into_iter().flat_map(|group| group.roles));
    if is_other { Err(ApiError::OtherOrganization) } else { Ok(membership) }
}

/// July 2026: a user or an identity is not in a project.
fn not_in_project(who: &str, project_id: &str) -> ApiError {
    ApiError::Told {
        status: 403,
        error: "ProjectMembershipNotFound",
        message: format!(
            "You are not a member of this project with ID {project_id}. Please assign this {who} to \
             the project with the appropriate permissions, then try again."
        ),
    }
}

fn token_project(
    call: &Call,
    db: &Connection,
    token: &ServiceToken,
    project_id: &str,
) -> Result<Project, ApiError> {
    if call.era() != Era::May23 && token.project_id != project_id {
        return Err(ApiError::TokenOtherProject);
    }
    let project = project(call, db, project_id)?;
    if token.project_id == project.id { Ok(project) } else { Err(ApiError::TokenOtherProject) }
}

/// The project, for a service account that may do `action` in an environment of it.
fn account_project(
    call: &Call,
    db: &Connection,
    account: &ServiceAccount,
    project_id: &str,
    action: Action,
    place: Place<'_>,
) -> Result<Project, ApiError> {
    let project = project(call, db, project_id)?;
    let (id, slug) = (&account.id, place.environment);
    let granted = service_accounts::permission_in(db, id, &project.id, slug)?;
    let may =
        granted.is_some_and(|it| if action == Action::Read { it.may_read } else { it.may_write });
    if may { Ok(project) } else { Err(ApiError::TokenScope(action, Subject::Secrets)) }
}

/// The project, and the roles of an identity that is in it.
fn identity_project(
    call: &Call,
    db: &Connection,
    identity: &Identity,
    project_id: &str,
) -> Result<(Project, Vec<Role>), ApiError> {
    let project = project(call, db, project_id)?;
    let membership =
        identities::membership(db, &project.id, &identity.id)?.ok_or_else(|| match call.era() {
            Era::Modern => not_in_project("identity", &project.id),
            _ => ApiError::IdentityNotInProject,
        })?;
    let role = identities::role_of(db, &membership)?;
    Ok((project, vec![role]))
}
