//! Fingerprints of public keys: what two people read to each other, and what programs pin.

use std::fmt;

use bip39::{Language, Mnemonic};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::{CryptoError, PublicKey};

/// The bytes of the hash that the short form and the words show.
const SHORT_BYTES: usize = 16;
/// The number of words for [`SHORT_BYTES`] and their checksum.
const WORDS: usize = 12;
const GROUP_DIGITS: usize = 4;

/// The SHA-256 of a public key, in three forms. The short form and the words have its first 128 bits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    /// The whole hash, as 64 hexadecimal digits.
    pub sha256: String,
    /// The first 128 bits as hexadecimal digits in eight groups of four, to read aloud.
    pub short: String,
    /// The first 128 bits as twelve words of the English list of BIP-39. The last word has a
    /// checksum.
    pub words: String,
}

impl Fingerprint {
    pub(super) fn of(key: &PublicKey) -> Self {
        Self::of_hash(&hash(key))
    }

    fn of_hash(hash: &[u8; 32]) -> Self {
        let first = first(hash);
        let digits = hex::encode(first);
        let mut short = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && index.is_multiple_of(GROUP_DIGITS) {
                short.push(' ');
            }
            short.push(digit);
        }
        Self { sha256: hex::encode(hash), short, words: words(&first) }
    }
}

/// The short form.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short)
    }
}

/// A fingerprint that a person gave, to compare with a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedFingerprint(Given);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Whole([u8; 32]),
    First([u8; SHORT_BYTES]),
}

impl ExpectedFingerprint {
    /// Parses any form of a [`Fingerprint`], in upper or lower case: 64 hexadecimal digits, the
    /// short form with or without spaces, or the twelve words.
    ///
    /// # Errors
    /// [`CryptoError::InvalidFingerprint`] if `text` is in none of these forms;
    /// [`CryptoError::WrongFingerprintWords`] if it has twelve words that are no fingerprint: one is
    /// not in the list, or the checksum does not match.
    pub fn parse(text: &str) -> Result<Self, CryptoError> {
        if text.split_whitespace().count() == WORDS {
            return first_of_words(text).map(|first| Self(Given::First(first)));
        }
        let digits: String = text.split_whitespace().collect();
        let mut whole = [0; 32];
        if hex::decode_to_slice(&digits, &mut whole).is_ok() {
            return Ok(Self(Given::Whole(whole)));
        }
        let mut first = [0; SHORT_BYTES];
        hex::decode_to_slice(&digits, &mut first).map_err(|_| CryptoError::InvalidFingerprint)?;
        Ok(Self(Given::First(first)))
    }

    /// Whether `key` has this fingerprint. The time does not depend on how much of it is equal.
    #[must_use]
    pub fn matches(&self, key: &PublicKey) -> bool {
        let hash = hash(key);
        match &self.0 {
            Given::Whole(expected) => expected.ct_eq(&hash).into(),
            Given::First(expected) => expected.ct_eq(&first(&hash)).into(),
        }
    }
}

fn hash(key: &PublicKey) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into()
}

fn first(hash: &[u8; 32]) -> [u8; SHORT_BYTES] {
    let mut first = [0; SHORT_BYTES];
    first.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    first
}

fn words(bytes: &[u8; SHORT_BYTES]) -> String {
    // It only fails for other lengths.
    let words = Mnemonic::from_entropy_in(Language::English, bytes);
    words.map(|words| words.words().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

fn first_of_words(text: &str) -> Result<[u8; SHORT_BYTES], CryptoError> {
    let text = text.to_ascii_lowercase();
    let parsed = Mnemonic::parse_in_normalized(Language::English, &text);
    let (bytes, length) =
        parsed.map_err(|_| CryptoError::WrongFingerprintWords)?.to_entropy_array();
    bytes
        .get(..length)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(CryptoError::WrongFingerprintWords)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the test vectors of BIP-39.
    const PUBLISHED: [(u8, &str); 4] = [
        (
            0x00,
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon \
             abandon about",
        ),
        (0x7f, "legal winner thank year wave sausage worth useful legal winner thank yellow"),
        (0x80, "letter advice cage absurd amount doctor acoustic avoid letter advice cage above"),
        (0xff, "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"),
    ];

    fn base_point() -> PublicKey {
        let mut bytes = [0; 32];
        bytes[0] = 9;
        PublicKey::from_bytes(bytes).unwrap()
    }

    fn another() -> PublicKey {
        let mut bytes = [0; 32];
        bytes[0] = 10;
        PublicKey::from_bytes(bytes).unwrap()
    }

    #[test]
    fn words_are_those_of_the_published_vectors() {
        for (byte, published) in PUBLISHED {
            // Only the first half may count.
            let mut hash = [byte; 32];
            hash[SHORT_BYTES..].fill(0x5a);
            assert_eq!(Fingerprint::of_hash(&hash).words, published);
            assert_eq!(first_of_words(published), Ok([byte; SHORT_BYTES]));
        }
    }

    #[test]
    fn fingerprint_is_sha256_of_the_bytes() {
        let fingerprint = base_point().fingerprint();
        let hash = hex::encode(Sha256::digest(base_point().as_bytes()));
        assert_eq!(fingerprint.sha256, hash);
        // Computed with another implementation.
        assert_eq!(hash, "34ec81dbdaf9148567dc4254f93852d34f96e78ddd4bd04c1c8a1641a0883b2b");
        assert_eq!(fingerprint.short.replace(' ', ""), &hash[..32]);
        assert_eq!(fingerprint.short.split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
        assert_eq!(fingerprint.words.split(' ').count(), WORDS);
        assert_eq!(fingerprint.to_string(), fingerprint.short);
    }

    #[test]
    fn every_form_matches_its_key_and_no_other() {
        let Fingerprint { sha256, short, words } = base_point().fingerprint();
        for form in [
            sha256.clone(),
            sha256.to_uppercase(),
            format!(" {sha256}\n"),
            short.clone(),
            short.to_uppercase(),
            short.replace(' ', ""),
            short.replace(' ', "  "),
            words.clone(),
            words.to_uppercase(),
            format!("\n{}\t", words.replace(' ', "\n")),
        ] {
            let parsed = ExpectedFingerprint::parse(&form).unwrap();
            assert!(parsed.matches(&base_point()), "{form}");
            assert!(!parsed.matches(&another()), "{form}");
        }
    }

    #[test]
    fn one_changed_digit_matches_nothing() {
        let Fingerprint { sha256, short, .. } = base_point().fingerprint();
        for form in [sha256, short] {
            for position in [0, form.len() / 2 + 1, form.len() - 1] {
                let mut changed: Vec<char> = form.chars().collect();
                changed[position] = if changed[position] == '0' { '1' } else { '0' };
                let changed: String = changed.into_iter().collect();
                let parsed = ExpectedFingerprint::parse(&changed).unwrap();
                assert!(!parsed.matches(&base_point()), "{changed}");
            }
        }
    }

    #[test]
    fn another_form_is_refused() {
        let Fingerprint { sha256, short, words } = base_point().fingerprint();
        let eleven = words.rsplit_once(' ').unwrap().0;
        for text in [
            "",
            " ",
            "short",
            &sha256[1..],
            &sha256[..63],
            &short[..short.len() - 1],
            &format!("{sha256}0"),
            &format!("0x{}", &sha256[..30]),
            &"g".repeat(64),
            &short.replace(' ', ":"),
            eleven,
            &format!("{words} about"),
            &words.replace(' ', ""),
        ] {
            let refused = Err(CryptoError::InvalidFingerprint);
            assert_eq!(ExpectedFingerprint::parse(text), refused, "{text:?}");
        }
    }

    #[test]
    fn wrong_words_are_refused_by_list_and_checksum() {
        let words = base_point().fingerprint().words;
        let others = words.rsplit_once(' ').unwrap().0;
        let last = words.rsplit_once(' ').unwrap().1;
        let other_checksum = if last == "abandon" { "zoo" } else { "abandon" };
        for text in [
            format!("{others} {other_checksum}"),
            format!("{others} infisical"),
            "abandon ".repeat(WORDS),
            // Twelve words of hexadecimal digits that together are 64 are words.
            format!("{}face face face face", "decade ".repeat(8)),
        ] {
            let refused = Err(CryptoError::WrongFingerprintWords);
            assert_eq!(ExpectedFingerprint::parse(&text), refused, "{text:?}");
        }
    }
}
