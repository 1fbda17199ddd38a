//! Projects, environments, folders, sealed project keys, bots.

use serde_json::{Value, json};

use crate::clock;
use crate::era::Era;
use crate::store::bots::Bot;
use crate::store::environments::Environment;
use crate::store::folders::Folder;
use crate::store::keys::ProjectKey;
use crate::store::projects::Project;
use crate::store::users::User;
use crate::wire::{merged, present, users};

pub(crate) fn project(era: Era, project: &Project) -> Value {
    match era {
        Era::May23 => {
            let environments = project.environments.iter().map(|environment| {
                json!({
                    "_id": environment.id,
                    "name": environment.name,
                    "slug": environment.slug,
                })
            });
            json!({
                "_id": project.id,
                "name": project.name,
                "organization": project.organization_id,
                "autoCapitalization": project.auto_capitalization,
                "environments": environments.collect::<Vec<_>>(),
                "__v": 0,
            })
        }
        Era::Feb24 | Era::Jun24 | Era::Modern => {
            let environments = project.environments.iter().map(|environment| {
                json!({ "name": environment.name, "slug": environment.slug, "id": environment.id })
            });
            let shown = json!({
                "_id": project.id,
                "environments": environments.collect::<Vec<_>>(),
            });
            merged(changed(era, project), shown)
        }
    }
}

/// A project just changed or deleted, which later eras show without its environments.
pub(crate) fn changed(era: Era, project: &Project) -> Value {
    match era {
        Era::May23 => self::project(era, project),
        Era::Feb24 => feb24(project),
        Era::Jun24 | Era::Modern => merged(
            feb24(project),
            json!({
                "version": project.version,
                "upgradeStatus": null,
                "kmsCertificateKeyId": null,
                "pitVersionLimit": project.version_limit,
            }),
        ),
    }
}

fn feb24(project: &Project) -> Value {
    json!({
        "id": project.id,
        "name": project.name,
        "slug": project.slug,
        "autoCapitalization": project.auto_capitalization,
        "orgId": project.organization_id,
        "createdAt": clock::iso(project.created_at),
        "updatedAt": clock::iso(project.updated_at),
    })
}

/// A project in the list of an organisation's projects.
pub(crate) fn in_organization(era: Era, project: &Project) -> Value {
    if era == Era::May23 {
        return self::project(era, project);
    }
    let environments = project.environments.iter();
    let listed = json!({
        "id": project.id,
        "name": project.name,
        "organization": project.organization_id,
        "environments": environments
            .map(|environment| json!({ "name": environment.name, "slug": environment.slug }))
            .collect::<Vec<_>>(),
    });
    if era >= Era::Jun24 { merged(listed, json!({ "slug": project.slug })) } else { listed }
}

/// Later eras: one environment.
pub(crate) fn environment(environment: &Environment) -> Value {
    json!({
        "id": environment.id,
        "name": environment.name,
        "slug": environment.slug,
        "position": environment.position,
        "projectId": environment.project_id,
        "createdAt": clock::iso(environment.created_at),
        "updatedAt": clock::iso(environment.updated_at),
    })
}

/// Later eras: one folder.
pub(crate) fn folder(era: Era, folder: &Folder) -> Value {
    let plain = json!({
        "id": folder.id,
        "name": folder.name,
        "version": folder.version,
        "createdAt": clock::iso(folder.created_at),
        "updatedAt": clock::iso(folder.updated_at),
        "envId": folder.environment_id,
        "parentId": folder.parent_id,
    });
    if era >= Era::Jun24 { merged(plain, json!({ "isReserved": false })) } else { plain }
}

/// May 2023: one folder; only a parent other than the root is named.
pub(crate) fn folder_may23(folder: &Folder, project_id: &str, environment: &str) -> Value {
    let (parent_path, parent) = match folder.path.rsplit_once('/') {
        Some(("", _)) | None => ("/", None),
        Some((parent_path, _)) => (parent_path, folder.parent_id.as_deref()),
    };
    merged(
        json!({
            "_id": folder.id,
            "name": folder.name,
            "workspace": project_id,
            "environment": environment,
            "path": folder.path,
            "parentPath": parent_path,
            "createdAt": clock::iso(folder.created_at),
            "updatedAt": clock::iso(folder.updated_at),
            "__v": 0,
        }),
        present([("parent", parent)]),
    )
}

/// A sealed project key with its sender.
pub(crate) fn key(era: Era, key: &ProjectKey, sender: &User) -> Value {
    match era {
        Era::May23 => json!({
            "_id": key.id,
            "encryptedKey": key.encrypted_key,
            "nonce": key.nonce,
            "sender": users::with_public_key(era, sender),
            "receiver": key.receiver_id,
            "workspace": key.project_id,
            "createdAt": clock::iso(key.created_at),
            "updatedAt": clock::iso(key.updated_at),
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": key.id,
            "encryptedKey": key.encrypted_key,
            "nonce": key.nonce,
            "receiverId": key.receiver_id,
            "senderId": key.sender_id,
            "projectId": key.project_id,
            "createdAt": clock::iso(key.created_at),
            "updatedAt": clock::iso(key.updated_at),
            "sender": { "publicKey": sender.keys.public_key },
        }),
    }
}

pub(crate) fn bot(era: Era, bot: &Bot) -> Value {
    match era {
        Era::May23 => json!({
            "_id": bot.id,
            "name": bot.name,
            "workspace": bot.project_id,
            "isActive": bot.is_active,
            "publicKey": bot.public_key,
            "createdAt": clock::iso(bot.created_at),
            "updatedAt": clock::iso(bot.updated_at),
            "__v": 0,
        }),
        Era::Feb24 | Era::Jun24 | Era::Modern => json!({
            "id": bot.id,
            "name": bot.name,
            "isActive": bot.is_active,
            "publicKey": bot.public_key,
            "encryptedProjectKey": bot.encrypted_key,
            "encryptedProjectKeyNonce": bot.nonce,
            "projectId": bot.project_id,
            "senderId": bot.sender_id,
            "createdAt": clock::iso(bot.created_at),
            "updatedAt": clock::iso(bot.updated_at),
        }),
    }
}
