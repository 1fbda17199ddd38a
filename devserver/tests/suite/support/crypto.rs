//! The client's half of the protocol's cryptography.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U16;
use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::aes::Aes256;
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crypto_box::{PublicKey, SalsaBox, SecretKey};
use num_bigint::BigUint;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

type Cipher = AesGcm<Aes256, U16>;

pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

pub(crate) fn b64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn unb64(text: &str) -> Vec<u8> {
    STANDARD.decode(text).unwrap()
}

/// AES-256-GCM with a 16-byte IV: ciphertext, IV, tag in base64.
pub(crate) fn seal(plaintext: &str, key: &[u8]) -> [String; 3] {
    let iv: [u8; 16] = random();
    let cipher = Cipher::new_from_slice(key).unwrap();
    let sealed = cipher.encrypt(&iv.into(), plaintext.as_bytes()).unwrap();
    let (ciphertext, tag) = sealed.split_at(sealed.len() - 16);
    [b64(ciphertext), b64(&iv), b64(tag)]
}

pub(crate) fn open([ciphertext, iv, tag]: [&str; 3], key: &[u8]) -> String {
    let cipher = Cipher::new_from_slice(key).unwrap();
    let iv: [u8; 16] = unb64(iv).try_into().unwrap();
    let sealed = [unb64(ciphertext), unb64(tag)].concat();
    String::from_utf8(cipher.decrypt(&iv.into(), sealed.as_slice()).unwrap()).unwrap()
}

/// The fields of a secret for a request body.
pub(crate) fn secret_fields(name: &str, value: &str, comment: &str, key: &str) -> Value {
    let [key_c, key_iv, key_tag] = seal(name, key.as_bytes());
    let [value_c, value_iv, value_tag] = seal(value, key.as_bytes());
    let [comment_c, comment_iv, comment_tag] = seal(comment, key.as_bytes());
    json!({
        "secretKeyCiphertext": key_c, "secretKeyIV": key_iv, "secretKeyTag": key_tag,
        "secretValueCiphertext": value_c, "secretValueIV": value_iv, "secretValueTag": value_tag,
        "secretCommentCiphertext": comment_c, "secretCommentIV": comment_iv,
        "secretCommentTag": comment_tag,
    })
}

/// Decrypts one field of a secret in a response.
pub(crate) fn open_field(secret: &Value, field: &str, key: &str) -> String {
    let part = |suffix: &str| secret[format!("{field}{suffix}")].as_str().unwrap();
    open([part("Ciphertext"), part("IV"), part("Tag")], key.as_bytes())
}

/// A project key sealed to `recipient`: ciphertext and nonce in base64.
pub(crate) fn box_seal(text: &str, recipient: &str, sender: &SecretKey) -> (String, String) {
    let nonce: [u8; 24] = random();
    let recipient = PublicKey::from(<[u8; 32]>::try_from(unb64(recipient)).unwrap());
    let sealed = crypto_box::aead::Aead::encrypt(
        &SalsaBox::new(&recipient, sender),
        &nonce.into(),
        text.as_bytes(),
    );
    (b64(&sealed.unwrap()), b64(&nonce))
}

pub(crate) fn box_open(sealed: &str, nonce: &str, sender: &str, own: &SecretKey) -> String {
    let nonce: [u8; 24] = unb64(nonce).try_into().unwrap();
    let sender = PublicKey::from(<[u8; 32]>::try_from(unb64(sender)).unwrap());
    let opened = crypto_box::aead::Aead::decrypt(
        &SalsaBox::new(&sender, own),
        &nonce.into(),
        unb64(sealed).as_slice(),
    );
    String::from_utf8(opened.unwrap()).unwrap()
}

/// Derives each key once: it takes 0.2 s, and these tests have few passwords and one salt.
pub(crate) fn derive_key(password: &str, salt: &str) -> [u8; 32] {
    static KEYS: LazyLock<Mutex<HashMap<String, [u8; 32]>>> = LazyLock::new(Mutex::default);
    let mut keys = KEYS.lock().unwrap();
    *keys.entry(format!("{salt} {password}")).or_insert_with(|| derived(password, salt))
}

fn derived(password: &str, salt: &str) -> [u8; 32] {
    let mut key = [0; 32];
    let params = Params::new(65_536, 3, 1, Some(32)).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt.as_bytes(), &mut key)
        .unwrap();
    key
}

/// SRP of the client, from the definitions.
pub(crate) struct Srp {
    n: BigUint,
    g: BigUint,
    a: BigUint,
    pub(crate) a_public: Vec<u8>,
}

impl Srp {
    pub(crate) fn new() -> Self {
        let n = prime();
        let g = BigUint::from(5_u8);
        let a = BigUint::from_bytes_be(&random::<32>());
        let a_public = pad(&g.modpow(&a, &n));
        Srp { n, g, a, a_public }
    }

    pub(crate) fn verifier(&self, email: &str, password: &str, salt: &str) -> String {
        let x = x(email, password, salt);
        hex::encode(pad(&self.g.modpow(&x, &self.n)))
    }

    pub(crate) fn proof(&self, email: &str, password: &str, salt: &str, b_public: &str) -> String {
        let b_bytes = hex::decode(b_public).unwrap();
        let b = BigUint::from_bytes_be(&b_bytes);
        let k = BigUint::from_bytes_be(&sha(&[&pad(&self.n), &pad(&self.g)]));
        let u = BigUint::from_bytes_be(&sha(&[&self.a_public, &b_bytes]));
        let x = x(email, password, salt);
        let base = (b + &self.n * &k - k * self.g.modpow(&x, &self.n)) % &self.n;
        let shared = base.modpow(&(&self.a + u * x), &self.n);
        let key = sha(&[&pad(&shared)]);
        hex::encode(sha(&[&self.a_public, &b_bytes, &key]))
    }
}

fn x(email: &str, password: &str, salt: &str) -> BigUint {
    let identity = sha(&[email.as_bytes(), b":", password.as_bytes()]);
    BigUint::from_bytes_be(&sha(&[&hex::decode(salt).unwrap(), &identity]))
}

fn sha(parts: &[&[u8]]) -> Vec<u8> {
    Sha256::digest(parts.concat()).to_vec()
}

fn pad(n: &BigUint) -> Vec<u8> {
    let bytes = n.to_bytes_be();
    [vec![0; 512 - bytes.len()], bytes].concat()
}

/// The 4096-bit MODP prime by its definition, 2^4096 - 2^4032 - 1 + 2^64 (⌊2^3966 π⌋ + 240904),
/// with π from Machin's formula.
pub(crate) fn prime() -> BigUint {
    const GUARD: u32 = 128;
    let one = BigUint::from(1_u8) << (3966 + GUARD);
    let arctan_inverse = |x: u32| {
        let (mut sum, mut power, mut n) = (&one / x, &one / x, 3_u32);
        let mut negative = true;
        while power != BigUint::ZERO {
            power /= x * x;
            let term = &power / n;
            if negative {
                sum -= term
            } else {
                sum += term
            }
            negative = !negative;
            n += 2;
        }
        sum
    };
    let pi = (arctan_inverse(5) * 4_u8 - arctan_inverse(239)) * 4_u8;
    let two = |exponent: u32| BigUint::from(1_u8) << exponent;
    two(4096) - two(4032) - 1_u8 + (two(64) * ((pi >> GUARD) + 240_904_u32))
}
