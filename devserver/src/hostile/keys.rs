//! Lies about keys: a project key that the server knows, and public keys whose private key it has.

use crypto_box::SecretKey;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use super::json::{each_object, id_of, replace};
use super::memory::is_secret;
use super::{Hostile, HostileKind};
use crate::auth::Actor;
use crate::auth::cipher::FieldCipher;
use crate::auth::ghost;
use crate::http::Call;
use crate::random;
use crate::store::users;

/// The key pair and the project key that the server plants.
pub(super) struct Planted {
    public_key: String,
    private_key: SecretKey,
    project_key: Zeroizing<String>,
}

impl Planted {
    pub(super) fn new() -> Self {
        let (public_key, private_key) = ghost::bot_key_pair();
        Planted { public_key, private_key, project_key: random::hex_secret() }
    }
}

pub(super) fn lie(hostile: &Hostile, call: &Call, body: &mut Value) {
    let plants = hostile.is(HostileKind::PlantedSecrets);
    if plants || hostile.is(HostileKind::SubstitutedProjectKey) {
        each_object(body, &mut |object| substitute(&hostile.planted, call, object));
    }
    if plants {
        each_object(body, &mut |object| plant(hostile, object));
    }
    let shows_members = ["/memberships", "/users", "/keys", "/invite"]
        .iter()
        .any(|part| call.route().contains(part));
    if shows_members && hostile.is(HostileKind::ChangedMemberKey) {
        each_object(body, &mut |object| change_key(&hostile.planted, call, object));
    }
}

/// Whether an object is a copy of a project key, sealed to a user.
pub(super) fn is_sealed_key(object: &Map<String, Value>) -> bool {
    ["encryptedKey", "nonce", "sender"].iter().all(|name| object.contains_key(*name))
}

fn substitute(planted: &Planted, call: &Call, object: &mut Map<String, Value>) {
    if !is_sealed_key(object) {
        return;
    }
    let receiver = object.get("receiverId").or_else(|| object.get("receiver"));
    let Some(receiver) = receiver.and_then(Value::as_str) else { return };
    let user = call.app.store.read(|db| Ok(users::by_id(db, receiver)?)).ok().flatten();
    let key = user.and_then(|user| user.keys.public_key);
    let sealed =
        key.and_then(|key| ghost::seal_to(&planted.project_key, &key, &planted.private_key));
    let Some(sealed) = sealed else { return };
    replace(object, json!({ "encryptedKey": sealed.encrypted_key, "nonce": sealed.nonce }));
    if let Some(sender) = object.get_mut("sender").and_then(Value::as_object_mut) {
        sender.insert("publicKey".to_owned(), planted.public_key.clone().into());
    }
}

/// Replaces the content of a secret. Its name stays, if it was ever asked for by name.
fn plant(hostile: &Hostile, object: &mut Map<String, Value>) {
    if !is_secret(object) {
        return;
    }
    replace(object, json!({ "secretValue": "planted" }));
    let Some(cipher) = FieldCipher::new(hostile.planted.project_key.as_bytes()) else { return };
    let name = hostile.memory.name(object).unwrap_or_else(|| "PLANTED".to_owned());
    for (field, text) in [("Key", name.as_str()), ("Value", "planted"), ("Comment", "planted")] {
        let Ok(sealed) = cipher.seal(text) else { continue };
        let named = |part: &str| format!("secret{field}{part}");
        let parts = [
            (named("Ciphertext"), sealed.ciphertext),
            (named("IV"), sealed.iv),
            (named("Tag"), sealed.tag),
        ];
        replace(object, parts.into_iter().map(|(name, text)| (name, Value::from(text))).collect());
    }
}

fn change_key(planted: &Planted, call: &Call, object: &mut Map<String, Value>) {
    let Actor::User(actor) = &call.actor else { return };
    if id_of(object).is_some_and(|id| id != actor.user.id) {
        replace(object, json!({ "publicKey": planted.public_key }));
    }
}
