//! The operations of the client by name, one file per resource.

mod account;
mod api_keys;
mod audit_logs;
mod dynamic_secrets;
mod environments;
mod fixtures;
mod folders;
mod functions;
mod groups;
mod identities;
mod kms;
mod members;
mod organizations;
mod projects;
mod roles;
mod secret_imports;
mod secret_versions;
mod secrets;
mod service_accounts;
mod service_tokens;
mod snapshots;
mod tags;
mod trust;

use infisical_e2ee::{Client, Credential};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::arguments::Arguments;
use crate::scenario::World;
use crate::setting::Setting;
use crate::{Failure, wrong};

type Outcome = Result<Value, Failure>;

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
use with;

pub(crate) async fn perform(
    op: &str,
    client: Option<&str>,
    args: Arguments,
    world: &mut World,
) -> Outcome {
    match (op, client) {
        ("fixture.code", None) => {
            fixtures::sign_up_code(args, world.setting.code_command.as_deref()).await
        }
        ("fixture.sleep", None) => fixtures::sleep(args).await,
        ("client.new", Some(name)) => {
            let client = new_client(args, &world.setting)?;
            world.clients.insert(name.to_owned(), client);
            Ok(Value::Null)
        }
        (_, Some(name)) => match world.clients.get(name) {
            Some(client) => call(op, client, args).await,
            None => wrong(format!("there is no client {name}")),
        },
        (name, None) => functions::perform(name, args),
    }
}

async fn call(op: &str, client: &Client, args: Arguments) -> Outcome {
    match op.split_once('.') {
        Some(("client", "close")) => {
            args.done()?;
            client.close();
            Ok(Value::Null)
        }
        Some(("client", "capabilities")) => {
            args.done()?;
            Ok(identities::capabilities_json(&client.capabilities().await?))
        }
        Some(("audit_logs", name)) => audit_logs::perform(name, client, args).await,
        Some(("identities", name)) => identities::perform(name, client, args).await,
        Some(("secrets", name)) => secrets::perform(name, client, args).await,
        Some(("groups", name)) => groups::perform(name, client, args).await,
        Some(("projects", name)) => projects::perform(name, client, args).await,
        Some(("roles", name)) => roles::perform(name, client, args).await,
        Some(("dynamic_secrets", name)) => dynamic_secrets::perform(name, client, args).await,
        Some(("kms", name)) => kms::perform(name, client, args).await,
        Some(("environments", name)) => environments::perform(name, client, args).await,
        Some(("folders", name)) => folders::perform(name, client, args).await,
        Some(("snapshots", name)) => snapshots::perform(name, client, args).await,
        Some(("tags", name)) => tags::perform(name, client, args).await,
        Some(("secret_imports", name)) => secret_imports::perform(name, client, args).await,
        Some(("organizations", name)) => organizations::perform(name, client, args).await,
        Some(("members", name)) => members::perform(name, client, args).await,
        Some(("api_keys", name)) => api_keys::perform(name, client, args).await,
        Some(("account", name)) => account::perform(name, client, args).await,
        Some(("service_accounts", name)) => service_accounts::perform(name, client, args).await,
        Some(("trust", name)) => trust::perform(name, client, args).await,
        Some(("service_tokens", name)) => service_tokens::perform(name, client, args).await,
        _ => wrong(format!("there is no operation {op}")),
    }
}

fn new_client(mut args: Arguments, setting: &Setting) -> Result<Client, Failure> {
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
    if let Some(proxy) = args.text("proxy")? {
        builder = if proxy == "none" { builder.no_proxy() } else { builder.proxy(proxy) };
    }
    if let Some(bytes) = args.number("max_response_bytes")? {
        builder = builder.max_response_bytes(bytes);
    }
    if let Some(require) = args.flag_opt("require_e2ee")? {
        builder = builder.require_e2ee(require);
    }
    builder = builder.send_password(args.flag("send_password")?);
    builder = builder.trusted_sealers(args.texts("trusted_sealers")?);
    if let Some(require) = args.flag_opt("require_trusted_sealer")? {
        builder = builder.require_trusted_sealer(require);
    }
    let holder = args.first_of(&[
        "token",
        "email",
        "access_token",
        "api_key",
        "service_account_key",
        "service_token_v3",
    ]);
    match (args.text("trust_store")?, holder) {
        (Some(path), _) => builder = builder.trust_store(path),
        (None, Some(holder)) if setting.trust_stores => {
            let name = hex::encode(Sha256::digest(holder));
            builder = builder.trust_store(format!("{}/{name}", setting.directory));
        }
        _ => {}
    }
    if let Some(credential) = credential(&mut args)? {
        builder = builder.credential(credential);
    }
    args.done()?;
    Ok(builder.build()?)
}

/// Uses only the first credential. A second one remains unused, and the scenario fails.
fn credential(args: &mut Arguments) -> Result<Option<Credential>, Failure> {
    if let Some(token) = args.text("token")? {
        return Ok(Some(Credential::service_token(&token)?));
    }
    if let Some(email) = args.text("email")? {
        let user = Credential::user(&email, args.required("password")?)?;
        return Ok(Some(match (args.text("key_password")?, args.text("private_key")?) {
            (Some(password), _) => user.with_password(password),
            (None, Some(key)) => user.with_private_key(key),
            (None, None) => user,
        }));
    }
    if let Some(client_id) = args.text("client_id")? {
        let client_secret = args.text("client_secret")?.unwrap_or_default();
        return Ok(Some(Credential::universal_auth(&client_id, client_secret)?));
    }
    if let Some(token) = args.text("identity_token")? {
        return Ok(Some(Credential::identity_token(token)?));
    }
    if let Some(key) = args.text("service_account_key")? {
        let private_key = args.text("private_key")?.unwrap_or_default();
        let granted_by = args.text("granted_by")?;
        let account = Credential::service_account(&key, private_key, granted_by.as_deref())?;
        return Ok(Some(account));
    }
    if let Some(document) = args.text("service_token_v3")? {
        return Ok(Some(Credential::service_token_v3(&document)?));
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
