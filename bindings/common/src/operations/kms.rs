//! Keys that the server holds.

use std::future::IntoFuture;

use infisical_e2ee::{
    Client, CreateKmsKey, GetKmsKeyByName, KmsKey, ListKmsKeys, Operation, SecretBytes,
};

use super::in_project;
use crate::Bytes;

/// `kms.list`.
pub fn list_kms_keys(client: &Client, project: Option<String>) -> Operation<Vec<KmsKey>> {
    in_project(client.kms().list(), project, ListKmsKeys::project).into_future()
}

/// `kms.get`.
pub fn get_kms_key(client: &Client, id: String) -> Operation<KmsKey> {
    client.kms().get(id).into_future()
}

/// `kms.get_by_name`.
pub fn get_kms_key_by_name(
    client: &Client,
    name: String,
    project: Option<String>,
) -> Operation<KmsKey> {
    in_project(client.kms().get_by_name(name), project, GetKmsKeyByName::project).into_future()
}

/// `kms.create`.
pub fn create_kms_key(
    client: &Client,
    name: String,
    description: Option<String>,
    usage: Option<String>,
    algorithm: Option<String>,
    project: Option<String>,
) -> Operation<KmsKey> {
    let mut request = client.kms().create(name);
    if let Some(description) = description {
        request = request.description(description);
    }
    if let Some(usage) = usage {
        request = request.usage(usage);
    }
    if let Some(algorithm) = algorithm {
        request = request.algorithm(algorithm);
    }
    in_project(request, project, CreateKmsKey::project).into_future()
}

/// `kms.update`.
pub fn update_kms_key(
    client: &Client,
    id: String,
    new_name: Option<String>,
    description: Option<String>,
) -> Operation<KmsKey> {
    let mut request = client.kms().update(id);
    if let Some(name) = new_name {
        request = request.new_name(name);
    }
    if let Some(description) = description {
        request = request.description(description);
    }
    request.into_future()
}

/// `kms.set_enabled`.
pub fn set_kms_key_enabled(client: &Client, id: String, enabled: bool) -> Operation<KmsKey> {
    client.kms().set_enabled(id, enabled).into_future()
}

/// `kms.delete`.
pub fn delete_kms_key(client: &Client, id: String) -> Operation<()> {
    client.kms().delete(id).into_future()
}

/// `kms.encrypt`.
pub fn kms_encrypt(client: &Client, id: String, plaintext: Bytes) -> Operation<SecretBytes> {
    let encryption = client.kms().encrypt(id, plaintext).into_future();
    Box::pin(async { encryption.await.map(SecretBytes::from) })
}

/// `kms.decrypt`.
pub fn kms_decrypt(client: &Client, id: String, ciphertext: Bytes) -> Operation<SecretBytes> {
    client.kms().decrypt(id, ciphertext).into_future()
}

/// `kms.sign`.
pub fn kms_sign(
    client: &Client,
    id: String,
    data: Bytes,
    algorithm: String,
    digest: bool,
) -> Operation<SecretBytes> {
    let signature = client.kms().sign(id, data, algorithm).digest(digest).into_future();
    Box::pin(async { signature.await.map(SecretBytes::from) })
}

/// `kms.verify`.
pub fn kms_verify(
    client: &Client,
    id: String,
    data: Bytes,
    signature: Bytes,
    algorithm: String,
    digest: bool,
) -> Operation<bool> {
    client.kms().verify(id, data, signature, algorithm).digest(digest).into_future()
}

/// `kms.public_key`.
pub fn kms_public_key(client: &Client, id: String) -> Operation<SecretBytes> {
    let key = client.kms().public_key(id).into_future();
    Box::pin(async { key.await.map(SecretBytes::from) })
}

/// `kms.signing_algorithms`.
pub fn kms_signing_algorithms(client: &Client, id: String) -> Operation<Vec<String>> {
    client.kms().signing_algorithms(id).into_future()
}
