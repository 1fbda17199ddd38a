//! The routes: their handlers by resource, and their tables by era.

mod api_keys;
mod audit;
mod bots;
mod dev;
mod dynamic_secrets;
mod environments;
mod folders;
mod groups;
mod identities;
mod incident_contacts;
mod instance;
mod invitations;
mod keys;
mod kms;
mod login;
mod members;
mod mfa;
mod organizations;
mod password;
mod projects;
mod roles;
mod secret_imports;
mod secrets;
mod service_accounts;
mod service_tokens;
mod signup;
mod snapshots;
mod tables;
mod tags;
mod today;
mod token_auth;
mod universal_auth;
mod users;

pub(crate) use tables::endpoints;
use tables::table;
