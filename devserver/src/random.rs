//! Random values: ids, codes, token secrets, keys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use crate::clock;

/// `N` bytes from the operating system's generator.
#[expect(clippy::expect_used, reason = "a system without randomness cannot run a server")]
pub(crate) fn bytes<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut out = Zeroizing::new([0; N]);
    getrandom::fill(out.as_mut_slice()).expect("the operating system provides randomness");
    out
}

/// 16 random bytes as 32 lower-case hex characters: token secrets, invitation codes, project keys.
pub(crate) fn hex_secret() -> Zeroizing<String> {
    Zeroizing::new(hex::encode(bytes::<16>().as_slice()))
}

/// 32 random bytes as 64 lower-case hex characters: client secrets.
pub(crate) fn long_hex_secret() -> Zeroizing<String> {
    Zeroizing::new(hex::encode(bytes::<32>().as_slice()))
}

/// A six-digit one-time code, 100000 to 999998.
pub(crate) fn six_digits() -> String {
    (100_000 + u64::from_be_bytes(*bytes::<8>()) % 899_999).to_string()
}

/// A MongoDB-style id: four bytes of seconds, eight random ones, in hex.
pub(crate) fn object_id() -> String {
    let seconds = u32::try_from(clock::now() / 1000).unwrap_or(u32::MAX);
    format!("{seconds:08x}{}", hex::encode(bytes::<8>().as_slice()))
}

/// `name` in slug form with a random tail, as later servers make organisation and project slugs.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
    slug + &hex::encode(bytes::<2>().as_slice())
}

/// Standard base64 with padding, the encoding of every binary field on the wire.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// The inverse of [`to_base64`]; `None` for anything else.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}
