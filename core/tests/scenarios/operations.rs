//! The operations of the client, by name.

use std::process::Command;
use std::time::Duration;

use infisical_e2ee::{
    Client, Credential, Permission, Project, Secret, SecretList, ServiceTokenInfo,
};
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::scenario::World;
use crate::{Failure, wrong};

type Outcome = Result<Value, Failure>;

/// Gives a request about secrets the place it is for.
macro_rules! at {
    ($request:expr, $args:expr) => {{
        let mut request = $request;
        if let Some(id) = $args.text("project")? {
            request = request.project(id);
        }
        if let Some(slug) = $args.text("environment")? {
            request = request.environment(slug);
        }
        if let Some(path) = $args.text("path")? {
            request = request.path(path);
        }
        if let Some(kind) = $args.text("type")? {
            request = request.kind(kind.parse()?);
        }
        $args.done()?;
        request
    }};
}

/// Calls each setter whose argument is given.
macro_rules! with {
    ($request:expr, $args:expr, $($setter:ident),+) => {{
        let mut request = $request;
        $(if let Some(text) = $args.text(stringify!($setter))? {
            request = request.$setter(text);
        })+
        request
    }};
}

pub(crate) async fn perform(
    op: &str,
    client: Option<&str>,
    args: Arguments,
    world: &mut World,
) -> Outcome {
    match (op, client) {
        ("fixture.code", None) => sign_up_code(args, world.setting.code_command.as_deref()).await,
        ("fixture.sleep", None) => sleep(args).await,
        ("client.new", Some(name)) => {
            let client = new_client(args)?;
            world.clients.insert(name.to_owned(), client);
            Ok(Value::Null)
        }
        (_, Some(name)) => match world.clients.get(name) {
            Some(client) => call(op, client, args).await,
            None => wrong(format!("there is no client {name}")),
        },
        (_, None) => wrong("the step names no client, or there is no such fixture"),
    }
}

async fn call(op: &str, client: &Client, args: Arguments) -> Outcome {
    match op.split_once('.') {
        Some(("client", "close")) => {
            args.done()?;
            client.close();
            Ok(Value::Null)
        }
        Some(("secrets", name)) => secrets(name, client, args).await,
        Some(("projects", name)) => projects(name, client, args).await,
        Some(("organizations", "list")) => organizations(client, &args).await,
        Some(("account", name)) => account(name, client, args).await,
        Some(("service_tokens", name)) => service_tokens(name, client, args).await,
        _ => wrong(format!("there is no operation {op}")),
    }
}

fn new_client(mut args: Arguments) -> Result<Client, Failure> {
    let mut builder = with!(
        Client::builder().allow_http(args.flag("allow_http")?),
        args,
        base_url,
        project,
        environment,
        organization,
        certificate_authorities
    );
    if let Some(timeout) = args.seconds("timeout")? {
        builder = builder.timeout(timeout);
    }
    if let Some(deadline) = args.seconds("deadline")? {
        builder = builder.deadline(deadline);
    }
    if let Some(bytes) = args.number("max_response_bytes")? {
        builder = builder.max_response_bytes(bytes);
    }
    if let Some(credential) = credential(&mut args)? {
        builder = builder.credential(credential);
    }
    args.done()?;
    Ok(builder.build()?)
}

/// Only the first credential is taken up: a second one is left over and refused.
fn credential(args: &mut Arguments) -> Result<Option<Credential>, Failure> {
    if let Some(token) = args.text("token")? {
        return Ok(Some(Credential::service_token(&token)?));
    }
    if let Some(email) = args.text("email")? {
        return Ok(Some(Credential::user(&email, args.required("password")?)?));
    }
    let credential = if let Some(token) = args.text("access_token")? {
        Credential::access_token(token)?
    } else if let Some(key) = args.text("api_key")? {
        Credential::api_key(key)?
    } else {
        return Ok(None);
    };
    if let Some(password) = args.text("password")? {
        return Ok(Some(credential.with_password(password)));
    }
    Ok(Some(match args.text("private_key")? {
        Some(private_key) => credential.with_private_key(private_key),
        None => credential,
    }))
}

async fn secrets(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let secrets = client.secrets();
    match name {
        "get" => {
            let name = args.required("name")?;
            Ok(secret_json(&at!(secrets.get(name), args).await?))
        }
        "list" => Ok(list_json(&at!(secrets.list(), args).await?)),
        "to_map" => {
            let values = at!(secrets.list(), args).await?.to_map()?;
            Ok(values
                .iter()
                .map(|(name, value)| (name.clone(), Value::from(value.expose())))
                .collect())
        }
        "create" => {
            let (name, value) = (args.required("name")?, args.required("value")?);
            let request = with!(secrets.create(name, value), args, comment);
            Ok(secret_json(&at!(request, args).await?))
        }
        "update" => {
            let name = args.required("name")?;
            let request = with!(secrets.update(name), args, value, comment);
            Ok(secret_json(&at!(request, args).await?))
        }
        "delete" => {
            let name = args.required("name")?;
            at!(secrets.delete(name), args).await?;
            Ok(Value::Null)
        }
        _ => wrong(format!("there is no operation secrets.{name}")),
    }
}

async fn projects(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let projects = client.projects();
    match name {
        "create" => {
            let name = args.required("name")?;
            let request = with!(projects.create(name), args, organization);
            args.done()?;
            Ok(project_json(&request.await?))
        }
        "list" => {
            args.done()?;
            Ok(projects.list().await?.iter().map(project_json).collect())
        }
        "get" => {
            let id = args.required("id")?;
            args.done()?;
            Ok(project_json(&projects.get(id).await?))
        }
        "open_key" => {
            let id = args.required("id")?;
            args.done()?;
            let key = projects.open_key(id).await?;
            Ok(json!({"project_id": key.project_id, "sealed_by": key.sealed_by}))
        }
        _ => wrong(format!("there is no operation projects.{name}")),
    }
}

async fn organizations(client: &Client, args: &Arguments) -> Outcome {
    args.done()?;
    let organizations = client.organizations().list().await?;
    let as_json = |one: &infisical_e2ee::Organization| json!({"id": one.id, "name": one.name, "slug": one.slug});
    Ok(organizations.iter().map(as_json).collect())
}

async fn account(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let account = client.account();
    match name {
        "start_sign_up" => {
            let email = args.required("email")?;
            args.done()?;
            account.start_sign_up(email).await?;
            Ok(Value::Null)
        }
        "complete_sign_up" => {
            let (email, code) = (args.required("email")?, args.required("code")?);
            let request = account.complete_sign_up(email, code, args.required("password")?);
            let request = with!(request, args, first_name, last_name, organization_name)
                .send_password(args.flag("send_password")?);
            args.done()?;
            let made = request.await?;
            Ok(json!({"user_id": made.user_id, "email": made.email}))
        }
        "me" => {
            args.done()?;
            let me = account.me().await?;
            Ok(json!({
                "id": me.id,
                "email": me.email,
                "first_name": me.first_name,
                "last_name": me.last_name,
            }))
        }
        _ => wrong(format!("there is no operation account.{name}")),
    }
}

async fn service_tokens(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let service_tokens = client.service_tokens();
    match name {
        "create" => {
            let name = args.required("name")?;
            let mut request = with!(service_tokens.create(name), args, project);
            for scope in args.list("scopes")?.unwrap_or_default() {
                let mut scope = Arguments::new(scope);
                request = request.scope(scope.required("environment")?, scope.required("path")?);
                scope.done()?;
            }
            if let Some(names) = args.list("permissions")? {
                let permission = |name: &Value| name.as_str().unwrap_or_default().parse();
                let permissions: Result<Vec<Permission>, _> =
                    names.iter().map(permission).collect();
                request = request.permissions(permissions?);
            }
            if let Some(duration) = args.seconds("expires_in")? {
                request = request.expires_in(duration);
            }
            args.done()?;
            let created = request.await?;
            Ok(json!({"token": created.token.expose(), "info": token_json(&created.info)}))
        }
        "describe" => {
            args.done()?;
            Ok(token_json(&service_tokens.describe().await?))
        }
        _ => wrong(format!("there is no operation service_tokens.{name}")),
    }
}

fn secret_json(secret: &Secret) -> Value {
    json!({
        "id": secret.id,
        "name": secret.name,
        "value": secret.value.expose(),
        "comment": secret.comment.expose(),
        "type": secret.kind.as_str(),
        "version": secret.version,
        "project_id": secret.project_id,
        "environment": secret.environment,
        "path": secret.path,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
    })
}

fn list_json(list: &SecretList) -> Value {
    let failure = |failure: &infisical_e2ee::SecretFailure| json!({"id": failure.id, "field": failure.field, "code": failure.error.code()});
    json!({
        "secrets": list.iter().map(secret_json).collect::<Value>(),
        "failures": list.failures().iter().map(failure).collect::<Value>(),
    })
}

fn project_json(project: &Project) -> Value {
    let environment =
        |one: &infisical_e2ee::Environment| json!({"name": one.name, "slug": one.slug});
    json!({
        "id": project.id,
        "name": project.name,
        "slug": project.slug,
        "organization_id": project.organization_id,
        "environments": project.environments.iter().map(environment).collect::<Value>(),
    })
}

fn token_json(info: &ServiceTokenInfo) -> Value {
    let scope = |one: &infisical_e2ee::ServiceTokenScope| json!({"environment": one.environment, "path": one.path});
    json!({
        "id": info.id,
        "name": info.name,
        "project_id": info.project_id,
        "scopes": info.scopes.iter().map(scope).collect::<Value>(),
        "permissions": info.permissions.iter().map(|one| one.as_str()).collect::<Value>(),
        "expires_at": info.expires_at,
    })
}

async fn sign_up_code(mut args: Arguments, command: Option<&str>) -> Outcome {
    let email = args.required("email")?;
    args.done()?;
    let mut words = command.unwrap_or_default().split_whitespace();
    let Some(program) = words.next() else {
        return wrong("INFISICAL_E2EE_TEST_CODE_CMD is not set");
    };
    let mut command = Command::new(program);
    command.args(words).arg(email);
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    match output {
        Ok(Ok(output)) if output.status.success() => {
            Ok(json!({"code": String::from_utf8_lossy(&output.stdout).trim()}))
        }
        other => wrong(format!("the command for the sign-up code failed: {other:?}")),
    }
}

async fn sleep(mut args: Arguments) -> Outcome {
    let time = args.seconds("seconds")?.unwrap_or(Duration::ZERO);
    args.done()?;
    tokio::time::sleep(time).await;
    Ok(Value::Null)
}
