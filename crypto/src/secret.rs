//! Secret text and bytes: wiped when dropped, and never printed.

use std::fmt;

use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Text that must not reach a log: a secret's value, a password, a token, a key.
///
/// `Debug` prints `[redacted]`; there is no `Display` and no `Serialize`, so only
/// [`expose`](Self::expose) returns the text. The memory is wiped on drop, and comparing strings of
/// the same length takes constant time.
///
/// ```
/// use infisical_e2ee_crypto::SecretString;
///
/// let password = SecretString::from("correct horse");
/// assert_eq!(format!("{password:?}"), "[redacted]");
/// assert_eq!(password.expose(), "correct horse");
/// ```
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct SecretString(String);

impl SecretString {
    /// The text. Keep the borrow short and do not format it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Length in bytes of UTF-8.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for SecretString {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for SecretString {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl PartialEq for SecretString {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for SecretString {}

impl fmt::Debug for SecretString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Bytes that must not reach a log: data before encryption, or after decryption.
///
/// Like [`SecretString`]: `Debug` prints `[redacted]`, only [`expose`](Self::expose) returns the
/// bytes, the memory is wiped on drop, and comparing bytes of the same length takes constant time.
///
/// ```
/// use infisical_e2ee_crypto::SecretBytes;
///
/// let data = SecretBytes::from(b"correct horse");
/// assert_eq!(format!("{data:?}"), "[redacted]");
/// assert_eq!(data.expose(), b"correct horse");
/// ```
#[derive(Clone, Default, Zeroize, ZeroizeOnDrop)]
pub struct SecretBytes(Vec<u8>);

impl SecretBytes {
    /// The bytes. Keep the borrow short and do not format it.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<u8>> for SecretBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for SecretBytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for SecretBytes {
    fn from(bytes: &[u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl PartialEq for SecretBytes {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Eq for SecretBytes {}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_string_debug_hides_the_text() {
        let secret = SecretString::from("planted-value");
        assert!(!format!("{secret:?} {:#?}", Some(&secret)).contains("planted"));
    }

    #[test]
    fn secret_bytes_debug_hides_the_bytes() {
        let secret = SecretBytes::from(b"planted-value");
        let bytes = format!("{:?}", b"planted-value");
        let shown = format!("{secret:?} {:#?}", Some(&secret));
        assert!(!shown.contains("planted") && !shown.contains(bytes.trim_matches(['[', ']'])));
    }

    #[test]
    fn secret_bytes_equality_is_by_content() {
        assert_eq!(SecretBytes::from(b"a"), SecretBytes::from(vec![b'a']));
        assert_ne!(SecretBytes::from(b"a"), SecretBytes::from(b"b"));
        assert_ne!(SecretBytes::from(b"a"), SecretBytes::from(b"ab"));
    }

    #[test]
    fn secret_string_equality_is_by_content() {
        assert_eq!(SecretString::from("a"), SecretString::from("a".to_owned()));
        assert_ne!(SecretString::from("a"), SecretString::from("b"));
        assert_ne!(SecretString::from("a"), SecretString::from("ab"));
    }
}
