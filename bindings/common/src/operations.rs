//! Every operation with the flat arguments a foreign language passes. `None` means the default of
//! the client's own method of the same name, where defaults and errors are documented.

use std::future::{IntoFuture, ready};

use infisical_e2ee::{
    Client, CreatedServiceToken, NewAccount, OpenedKey, Operation, Organization, Permission,
    Project, Result, Secret, SecretList, SecretString, ServiceTokenInfo, User,
};

use crate::options::duration;

/// Where a secret lives, and whose it is.
#[derive(Debug, Default)]
pub struct Place {
    /// Id of the project.
    pub project: Option<String>,
    /// Slug of the environment.
    pub environment: Option<String>,
    /// Folder.
    pub path: Option<String>,
    /// `"shared"` or `"personal"`.
    pub kind: Option<String>,
}

/// What an account is made from.
#[derive(Debug)]
pub struct SignUp {
    /// The address the code was mailed to.
    pub email: String,
    /// The mailed code.
    pub code: String,
    /// The password.
    pub password: SecretString,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Name of the organization made with the account.
    pub organization_name: Option<String>,
    /// Whether the password may be sent to a server that asks for it.
    pub send_password: bool,
}

/// What a service token is for.
#[derive(Debug, Default)]
pub struct NewServiceToken {
    /// Its name.
    pub name: String,
    /// Id of the project.
    pub project: Option<String>,
    /// Pairs of environment and path.
    pub scopes: Vec<(String, String)>,
    /// Each `"read"` or `"write"`.
    pub permissions: Option<Vec<String>>,
    /// Seconds until it expires.
    pub expires_in: Option<f64>,
}

/// Gives a request about secrets the place it is for.
macro_rules! at {
    ($request:expr, $place:expr) => {{
        let (mut request, place): (_, Place) = ($request, $place);
        if let Some(id) = place.project {
            request = request.project(id);
        }
        if let Some(slug) = place.environment {
            request = request.environment(slug);
        }
        if let Some(path) = place.path {
            request = request.path(path);
        }
        if let Some(kind) = place.kind {
            request = request.kind(kind.parse()?);
        }
        request
    }};
}

/// `secrets.get`.
pub fn get_secret(client: &Client, name: String, place: Place) -> Operation<Secret> {
    prepared(|| Ok(at!(client.secrets().get(name), place).into_future()))
}

/// `secrets.list`.
pub fn list_secrets(client: &Client, place: Place) -> Operation<SecretList> {
    prepared(|| Ok(at!(client.secrets().list(), place).into_future()))
}

/// `secrets.create`.
pub fn create_secret(
    client: &Client,
    name: String,
    value: SecretString,
    comment: Option<SecretString>,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let mut request = at!(client.secrets().create(name, value), place);
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.update`.
pub fn update_secret(
    client: &Client,
    name: String,
    value: Option<SecretString>,
    comment: Option<SecretString>,
    place: Place,
) -> Operation<Secret> {
    prepared(|| {
        let mut request = at!(client.secrets().update(name), place);
        if let Some(value) = value {
            request = request.value(value);
        }
        if let Some(comment) = comment {
            request = request.comment(comment);
        }
        Ok(request.into_future())
    })
}

/// `secrets.delete`.
pub fn delete_secret(client: &Client, name: String, place: Place) -> Operation<()> {
    prepared(|| Ok(at!(client.secrets().delete(name), place).into_future()))
}

/// `projects.create`.
pub fn create_project(
    client: &Client,
    name: String,
    organization: Option<String>,
) -> Operation<Project> {
    let mut request = client.projects().create(name);
    if let Some(id) = organization {
        request = request.organization(id);
    }
    request.into_future()
}

/// `projects.list`.
pub fn list_projects(client: &Client) -> Operation<Vec<Project>> {
    client.projects().list().into_future()
}

/// `projects.get`.
pub fn get_project(client: &Client, id: String) -> Operation<Project> {
    client.projects().get(id).into_future()
}

/// `projects.open_key`.
pub fn open_project_key(client: &Client, id: String) -> Operation<OpenedKey> {
    client.projects().open_key(id).into_future()
}

/// `organizations.list`.
pub fn list_organizations(client: &Client) -> Operation<Vec<Organization>> {
    client.organizations().list().into_future()
}

/// `account.start_sign_up`.
pub fn start_sign_up(client: &Client, email: String) -> Operation<()> {
    client.account().start_sign_up(email).into_future()
}

/// `account.complete_sign_up`.
pub fn complete_sign_up(client: &Client, sign_up: SignUp) -> Operation<NewAccount> {
    let SignUp { email, code, password, first_name, last_name, organization_name, send_password } =
        sign_up;
    let mut request =
        client.account().complete_sign_up(email, code, password).send_password(send_password);
    if let Some(name) = first_name {
        request = request.first_name(name);
    }
    if let Some(name) = last_name {
        request = request.last_name(name);
    }
    if let Some(name) = organization_name {
        request = request.organization_name(name);
    }
    request.into_future()
}

/// `account.me`.
pub fn who_am_i(client: &Client) -> Operation<User> {
    client.account().me().into_future()
}

/// `service_tokens.create`.
pub fn create_service_token(
    client: &Client,
    token: NewServiceToken,
) -> Operation<CreatedServiceToken> {
    prepared(|| {
        let mut request = client.service_tokens().create(token.name);
        if let Some(id) = token.project {
            request = request.project(id);
        }
        for (environment, path) in token.scopes {
            request = request.scope(environment, path);
        }
        if let Some(names) = token.permissions {
            let permissions: Result<Vec<Permission>> =
                names.iter().map(|name| name.parse()).collect();
            request = request.permissions(permissions?);
        }
        if let Some(seconds) = token.expires_in {
            request = request.expires_in(duration("the lifetime of the token", seconds)?);
        }
        Ok(request.into_future())
    })
}

/// `service_tokens.describe`.
pub fn describe_service_token(client: &Client) -> Operation<ServiceTokenInfo> {
    client.service_tokens().describe().into_future()
}

/// An operation whose arguments may be refused: then the refusal is its result, so that a language
/// meets every error in one place.
fn prepared<T: Send + 'static>(prepare: impl FnOnce() -> Result<Operation<T>>) -> Operation<T> {
    prepare().unwrap_or_else(|error| Box::pin(ready(Err(error))))
}
