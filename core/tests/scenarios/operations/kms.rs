//! Keys that the server holds.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use infisical_e2ee::{Client, KmsKey};
use serde_json::{Value, json};

use super::{Outcome, with};
use crate::arguments::Arguments;
use crate::wrong;

pub(super) async fn perform(name: &str, client: &Client, mut args: Arguments) -> Outcome {
    let kms = client.kms();
    match name {
        "list" => {
            let request = with!(kms.list(), args, project);
            args.done()?;
            Ok(request.await?.iter().map(key_json).collect())
        }
        "get_by_name" => {
            let name = args.required("name")?;
            let request = with!(kms.get_by_name(name), args, project);
            args.done()?;
            Ok(key_json(&request.await?))
        }
        "create" => {
            let name = args.required("name")?;
            let request = with!(kms.create(name), args, description, usage, algorithm, project);
            args.done()?;
            Ok(key_json(&request.await?))
        }
        _ => {
            let id = args.required("id")?;
            with_key(name, client, &id, args).await
        }
    }
}

/// The operations with a key of an id.
async fn with_key(name: &str, client: &Client, id: &str, mut args: Arguments) -> Outcome {
    let kms = client.kms();
    match name {
        "get" => {
            args.done()?;
            Ok(key_json(&kms.get(id).await?))
        }
        "update" => {
            let request = with!(kms.update(id), args, new_name, description);
            args.done()?;
            Ok(key_json(&request.await?))
        }
        "set_enabled" => {
            let enabled = args.flag("enabled")?;
            args.done()?;
            Ok(key_json(&kms.set_enabled(id, enabled).await?))
        }
        "delete" => {
            args.done()?;
            kms.delete(id).await?;
            Ok(Value::Null)
        }
        "encrypt" => {
            let plaintext = args.bytes("plaintext")?;
            args.done()?;
            Ok(base64(&kms.encrypt(id, plaintext).await?))
        }
        "decrypt" => {
            let ciphertext = args.bytes("ciphertext")?;
            args.done()?;
            Ok(base64(kms.decrypt(id, ciphertext).await?.expose()))
        }
        "sign" => {
            let (data, algorithm) = (args.bytes("data")?, args.required("algorithm")?);
            let request = kms.sign(id, data, algorithm).digest(args.flag("digest")?);
            args.done()?;
            Ok(base64(&request.await?))
        }
        "verify" => {
            let (data, signature) = (args.bytes("data")?, args.bytes("signature")?);
            let algorithm = args.required("algorithm")?;
            let request = kms.verify(id, data, signature, algorithm);
            let request = request.digest(args.flag("digest")?);
            args.done()?;
            Ok(request.await?.into())
        }
        "public_key" => {
            args.done()?;
            Ok(base64(&kms.public_key(id).await?))
        }
        "signing_algorithms" => {
            args.done()?;
            Ok(kms.signing_algorithms(id).await?.into())
        }
        _ => wrong(format!("there is no operation kms.{name}")),
    }
}

fn base64(bytes: &[u8]) -> Value {
    STANDARD.encode(bytes).into()
}

fn key_json(key: &KmsKey) -> Value {
    json!({
        "id": key.id,
        "name": key.name,
        "description": key.description,
        "usage": key.usage,
        "algorithm": key.algorithm,
        "version": key.version,
        "enabled": key.enabled,
        "project_id": key.project_id,
        "created_at": key.created_at,
        "updated_at": key.updated_at,
    })
}
