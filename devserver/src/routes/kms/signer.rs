//! Signatures with the keys that this server can make: ECDSA over P-256 with SHA-256, and over P-384
//! with SHA-384.

use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1,
    ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    EcdsaVerificationAlgorithm, KeyPair as _, UnparsedPublicKey,
};
use zeroize::Zeroizing;

/// A curve with its hash function.
pub(super) struct Curve {
    /// The algorithm of the key.
    key: &'static str,
    /// The one algorithm with which this server signs.
    pub(super) signing: &'static str,
    signs: &'static EcdsaSigningAlgorithm,
    verifies: &'static EcdsaVerificationAlgorithm,
    /// What is before the point in the DER of a public key.
    prefix: &'static [u8],
}

static CURVES: [Curve; 2] = [
    Curve {
        key: "ECC_NIST_P256",
        signing: "ECDSA_SHA_256",
        signs: &ECDSA_P256_SHA256_ASN1_SIGNING,
        verifies: &ECDSA_P256_SHA256_ASN1,
        prefix: &[
            0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
            0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
        ],
    },
    Curve {
        key: "ECC_NIST_P384",
        signing: "ECDSA_SHA_384",
        signs: &ECDSA_P384_SHA384_ASN1_SIGNING,
        verifies: &ECDSA_P384_SHA384_ASN1,
        prefix: &[
            0x30, 0x76, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
            0x05, 0x2b, 0x81, 0x04, 0x00, 0x22, 0x03, 0x62, 0x00,
        ],
    },
];

impl Curve {
    /// The curve of a key's algorithm; `None` for keys that this server cannot make.
    pub(super) fn of(algorithm: &str) -> Option<&'static Self> {
        CURVES.iter().find(|curve| curve.key == algorithm)
    }

    /// A new private key.
    pub(super) fn new_key(&self) -> Option<Zeroizing<Vec<u8>>> {
        let made = EcdsaKeyPair::generate_pkcs8(self.signs, &SystemRandom::new()).ok()?;
        Some(Zeroizing::new(made.as_ref().to_vec()))
    }

    pub(super) fn sign(&self, key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
        let signature = self.pair(key)?.sign(&SystemRandom::new(), data).ok()?;
        Some(signature.as_ref().to_vec())
    }

    pub(super) fn is_valid(&self, key: &[u8], data: &[u8], signature: &[u8]) -> Option<bool> {
        let pair = self.pair(key)?;
        let public_key = UnparsedPublicKey::new(self.verifies, pair.public_key().as_ref());
        Some(public_key.verify(data, signature).is_ok())
    }

    /// The public half in DER.
    pub(super) fn public_key(&self, key: &[u8]) -> Option<Vec<u8>> {
        Some([self.prefix, self.pair(key)?.public_key().as_ref()].concat())
    }

    fn pair(&self, key: &[u8]) -> Option<EcdsaKeyPair> {
        EcdsaKeyPair::from_pkcs8(self.signs, key, &SystemRandom::new()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signature_is_valid_for_its_key_and_data_only() {
        for curve in &CURVES {
            let (key, other) = (curve.new_key().unwrap(), curve.new_key().unwrap());
            let signature = curve.sign(&key, b"data").unwrap();
            assert_eq!(curve.is_valid(&key, b"data", &signature), Some(true));
            assert_eq!(curve.is_valid(&key, b"date", &signature), Some(false));
            assert_eq!(curve.is_valid(&other, b"data", &signature), Some(false));
            assert_eq!(curve.is_valid(&key, b"data", b""), Some(false));
        }
    }

    #[test]
    fn public_key_has_the_lengths_that_its_der_says() {
        for curve in &CURVES {
            let der = curve.public_key(&curve.new_key().unwrap()).unwrap();
            assert_eq!(usize::from(der[1]) + 2, der.len());
            // An uncompressed point after the count of unused bits.
            let point = der.len() - curve.prefix.len();
            assert_eq!(usize::from(curve.prefix[curve.prefix.len() - 2]), point + 1);
            assert_eq!(der[curve.prefix.len()], 4);
        }
    }
}
