//! Project keys made by the server, as June 2024 servers make them: sealed to the founder by a
//! hidden user. The hidden user's private key exists only during the call. The project's bot gets a
//! copy of the key too, with which those servers decrypt for machine identities; its private key
//! is kept under the server key.

use crypto_box::aead::Aead;
use crypto_box::{Nonce, PublicKey, SalsaBox, SecretKey};
use zeroize::Zeroizing;

use crate::random;

const NONCE_BYTES: usize = 24;

/// A sealed text: ciphertext and nonce in base64.
pub(crate) struct SealedKey {
    pub(crate) encrypted_key: String,
    pub(crate) nonce: String,
}

/// The results of a hidden user.
pub(crate) struct GhostKeys {
    /// The hidden user's public key, base64.
    pub(crate) public_key: String,
    /// The project key for the founder.
    pub(crate) for_founder: SealedKey,
    /// The key pair of the project's bot: public key in base64, private key.
    pub(crate) bot: (String, SecretKey),
    /// The project key for that bot.
    pub(crate) for_bot: SealedKey,
}

/// Like [`make_project_key`], but only the server gets a copy.
pub(crate) fn make_server_key() -> Option<GhostKeys> {
    make_project_key(&bot_key_pair().0)
}

/// A key pair for a bot: public key in base64, private key.
pub(crate) fn bot_key_pair() -> (String, SecretKey) {
    let private = SecretKey::from(*random::bytes::<32>());
    (random::to_base64(private.public_key().as_bytes()), private)
}

/// Creates a project key and seals it; `None` if `founder_public_key` is not a key.
pub(crate) fn make_project_key(founder_public_key: &str) -> Option<GhostKeys> {
    let founder: [u8; 32] = random::from_base64(founder_public_key)?.try_into().ok()?;
    let ghost = SecretKey::from(*random::bytes::<32>());
    let (bot_public_key, bot) = bot_key_pair();
    let project_key = random::hex_secret();
    Some(GhostKeys {
        public_key: random::to_base64(ghost.public_key().as_bytes()),
        for_founder: seal(&project_key, &PublicKey::from(founder), &ghost)?,
        for_bot: seal(&project_key, &bot.public_key(), &ghost)?,
        bot: (bot_public_key, bot),
    })
}

/// Opens what [`seal`] made; `None` if it does not verify.
pub(crate) fn open(
    sealed: &SealedKey,
    sender: &str,
    recipient: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let sender: [u8; 32] = random::from_base64(sender)?.try_into().ok()?;
    let recipient: [u8; 32] = recipient.try_into().ok()?;
    let nonce: [u8; NONCE_BYTES] = random::from_base64(&sealed.nonce)?.try_into().ok()?;
    let ciphertext = random::from_base64(&sealed.encrypted_key)?;
    let opened = SalsaBox::new(&PublicKey::from(sender), &SecretKey::from(recipient))
        .decrypt(&Nonce::from(nonce), ciphertext.as_slice());
    opened.ok().map(Zeroizing::new)
}

/// Seals a text to a public key in base64; `None` if that is no key.
pub(crate) fn seal_to(text: &str, recipient: &str, sender: &SecretKey) -> Option<SealedKey> {
    let recipient: [u8; 32] = random::from_base64(recipient)?.try_into().ok()?;
    seal(text, &PublicKey::from(recipient), sender)
}

/// As [`seal_to`], with the private key of the sender in bytes.
pub(crate) fn seal_as(text: &str, recipient: &str, sender: &[u8]) -> Option<SealedKey> {
    let sender: [u8; 32] = sender.try_into().ok()?;
    seal_to(text, recipient, &SecretKey::from(sender))
}

fn seal(text: &str, recipient: &PublicKey, sender: &SecretKey) -> Option<SealedKey> {
    let nonce = random::bytes::<NONCE_BYTES>();
    let sealed =
        SalsaBox::new(recipient, sender).encrypt(&Nonce::from(*nonce), text.as_bytes()).ok()?;
    Some(SealedKey {
        encrypted_key: random::to_base64(&sealed),
        nonce: random::to_base64(nonce.as_slice()),
    })
}
