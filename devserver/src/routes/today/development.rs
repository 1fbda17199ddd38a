//! Development only: accounts and projects of 2024, which no route of July 2026 can make. A real
//! server has them from before its upgrade.

use serde_json::{Value, json};

use crate::auth::foreign_jwt::PublicKey;
use crate::auth::ghost;
use crate::auth::providers::{AwsKey, Known, LdapUser};
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::random;
use crate::routes::password;
use crate::routes::today::{log_in, sign_up};
use crate::store::keys::{self, NewKey};
use crate::store::users::{self, Profile, UserKeys};
use crate::store::{bots, memberships, organizations, projects};
use crate::wire::{Reply, today};

/// An account with a key pair. Without `password` the server never got the password, so that only
/// account recovery lets its owner log in. With `privateKey` the server can open what is sealed to it.
pub(crate) fn account(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = sign_up::address(&body);
    let public_key = Some(body.filled("publicKey"));
    let keys = UserKeys { public_key, ..password::protection(&body) };
    let password = body.text_opt("password");
    let private_key = body.text_opt("privateKey");
    let first_name = body.text_opt("firstName").unwrap_or_else(|| "Development".to_owned());
    let last_name = body.text_opt("lastName").unwrap_or_default();
    let organization_name = body.name("organizationName");
    body.finish()?;
    call.app.store.write(|db| {
        let user = users::find_or_create(db, call.era(), &email)?;
        if user.is_accepted {
            return Err(ApiError::bad_request("This address has an account already"));
        }
        let profile = Profile { first_name: &first_name, last_name: Some(&last_name), keys: &keys };
        let user = users::complete(db, &user.id, &profile)?;
        // As if the account had sent its password in 2024: the server kept its private key then.
        if let Some(private_key) = private_key.as_deref().and_then(random::from_base64) {
            let sealed = call.app.keys.seal(&private_key).ok_or(ApiError::Internal)?;
            users::keep_private_key(db, &user.id, &sealed)?;
        }
        if let Some(password) = password {
            log_in::set_password(db, &user.id, &password)?;
        }
        let era = call.era();
        let organization = organizations::create_old(db, era, &organization_name, &user.id)?;
        Ok(Reply::json(json!({
            "user": today::user(&user),
            "organization": today::organization(&organization),
        })))
    })
}

/// A project of version 1, end-to-end encrypted, in the first organization of an account. The caller
/// has sealed its key to the account.
pub(crate) fn project(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let email = sign_up::address(&body);
    let name = body.name("projectName");
    let (encrypted_key, nonce) = (body.filled("encryptedKey"), body.filled("nonce"));
    body.finish()?;
    let salt = call.app.new_index_salt();
    let salt = call.app.keys.seal(salt.as_slice()).ok_or(ApiError::Internal)?;
    let (bot_public_key, bot_private_key) = ghost::bot_key_pair();
    let bot_private_key =
        call.app.keys.seal(&bot_private_key.to_bytes()).ok_or(ApiError::Internal)?;
    call.app.store.write(|db| {
        let user = users::by_email(db, &email)?.filter(|user| user.keys.public_key.is_some());
        let user =
            user.ok_or(ApiError::bad_request("No account with a key pair has this address"))?;
        let organizations = organizations::of_user(db, &user.id)?;
        let organization = organizations.first().ok_or(ApiError::OrganizationUnknown)?;
        let project = projects::create(db, call.era(), &organization.id, &name, &salt)?;
        projects::set_version(db, &project.id, 1)?;
        projects::update(db, &project.id, None, Some(true))?;
        memberships::create(db, call.era(), &project.id, &user.id, "admin", true)?;
        let key = NewKey {
            project_id: &project.id,
            receiver_id: &user.id,
            sender_id: &user.id,
            encrypted_key: &encrypted_key,
            nonce: &nonce,
        };
        keys::add(db, call.era(), &key)?;
        bots::create_inactive(db, call.era(), &project.id, &bot_public_key, &bot_private_key)?;
        let environments = project.environments.iter().map(|one| json!({ "slug": one.slug }));
        Ok(Reply::json(json!({
            "project": {
                "id": project.id,
                "slug": project.slug,
                "version": 1,
                "orgId": project.organization_id,
                "environments": environments.collect::<Vec<Value>>(),
            },
        })))
    })
}

/// What stands for a Kubernetes cluster, a directory and the clouds at log-ins of machine identities:
/// the public keys that verify their tokens, as PEM, the accounts of the directory, and the access
/// keys of AWS. Requests add to it.
pub(crate) fn identity_providers(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let forms = |name| if body.value(name).is_some() { body.forms(name) } else { Vec::new() };
    let aws = forms("awsKeys").into_iter().map(|key| AwsKey {
        id: key.filled("accessKeyId"),
        secret: key.filled("secretAccessKey"),
        account: key.filled("account"),
        arn: key.filled("arn"),
    });
    let users = forms("ldapUsers").into_iter().map(|user| LdapUser {
        username: user.filled("username"),
        password: user.filled("password"),
        attributes: user.value("attributes").cloned().unwrap_or_default(),
    });
    let known = Known {
        kubernetes_keys: public_keys(&body, "kubernetesKeys"),
        azure_keys: public_keys(&body, "azureKeys"),
        gcp_keys: public_keys(&body, "gcpKeys"),
        aws_keys: aws.collect(),
        ldap_users: users.collect(),
    };
    body.finish()?;
    call.app.providers.add(known);
    Ok(Reply::json(json!({ "message": "Added" })))
}

fn public_keys(body: &Form<'_>, name: &str) -> Vec<PublicKey> {
    let keys = body.texts_opt(name).unwrap_or_default();
    let keys: Vec<_> = keys.iter().map(|pem| PublicKey::from_pem(pem)).collect();
    if keys.iter().any(Option::is_none) {
        body.refuse(name, "Not a public key of RSA or P-256 as PEM");
    }
    keys.into_iter().flatten().collect()
}
