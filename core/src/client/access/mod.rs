//! People and their permissions: members of projects and organizations, groups and roles.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod group_members;
mod groups;
mod incident_contacts;
mod member_invite;
mod member_permissions;
mod members;
mod organization_members;
mod organizations;
mod project_groups;
mod role_changes;
mod role_permissions;
mod roles;

pub use group_members::{AddGroupMember, GroupMember, ListGroupMembers, RemoveGroupMember};
pub use groups::{CreateGroup, DeleteGroup, GetGroup, Group, Groups, ListGroups, UpdateGroup};
pub use incident_contacts::{
    AddIncidentContact, IncidentContact, ListIncidentContacts, RemoveIncidentContact,
};
pub use member_invite::InviteMember;
pub use member_permissions::DenyPermissions;
pub use members::{
    DeniedPermission, ListMembers, Member, MemberFingerprint, Members, RemoveMember, RemovedMember,
    SetMemberRole, ShareKey,
};
pub use organization_members::{
    Invitation, InviteToOrganization, ListOrganizationMembers, OrganizationMember,
    RemoveOrganizationMember, SetOrganizationRole,
};
pub use organizations::{
    CreateOrganization, ListOrganizationProjects, ListOrganizations, Organization, Organizations,
    RenameOrganization,
};
pub use project_groups::{
    AddGroupToProject, ListProjectGroups, ProjectGroup, RemoveGroupFromProject, SetGroupRole,
};
pub use role_changes::{CreateRole, DeleteRole, UpdateRole};
pub use role_permissions::RolePermission;
pub use roles::{GetRole, ListRoles, Role, Roles};
