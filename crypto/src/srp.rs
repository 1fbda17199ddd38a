//! The client's side of SRP-6a, compatible with the jsrp library (protocol: SRP).

use std::fmt;

use crypto_bigint::{U256, U1024};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::encoding::{KeyBytes, decode_hex_array, key_bytes};
use super::entropy::random_bytes;
use super::srp_group::{ELEMENT_BYTES, Group, pad};
use super::stack::wiped;
use super::{CryptoError, Entropy};

/// Bits of a + u·x, where each of the three has 256.
const EXPONENT_BITS: u32 = 513;

/// One log-in attempt: proves knowledge of the password without sending it (protocol: SRP).
///
/// The protocol does not prove to the client that the server knows the verifier; only TLS
/// authenticates the server.
pub struct SrpClient {
    identity: KeyBytes,
    exponent: KeyBytes,
    public_key: Box<[u8; ELEMENT_BYTES]>,
}

impl SrpClient {
    /// Starts an attempt. `email` and `password` are used exactly as given: the case of the
    /// e-mail address must be that of the registration.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn new(
        email: &str,
        password: &str,
        entropy: &mut impl Entropy,
    ) -> Result<Self, CryptoError> {
        wiped(|| {
            let exponent = random_bytes(entropy)?;
            Ok(Self {
                identity: key_bytes(&identity(email, password)),
                public_key: Box::new(*power_of_generator(&Group::new(), &exponent)),
                exponent: key_bytes(&exponent),
            })
        })
    }

    /// The client's public value, A: 1024 hexadecimal characters.
    #[must_use]
    pub fn public_key(&self) -> String {
        hex::encode(self.public_key.as_slice())
    }

    /// The client's proof, M1: 64 hexadecimal characters.
    ///
    /// `salt` and `server_public_key`, B, are from the server's answer, in hexadecimal. With a
    /// wrong password, the server rejects the proof.
    ///
    /// # Errors
    /// [`CryptoError::InvalidSalt`] unless `salt` has 32 bytes; [`CryptoError::InvalidSrpValue`]
    /// unless `server_public_key` has 512 and is not a multiple of the group's modulus.
    pub fn prove(self, salt: &str, server_public_key: &str) -> Result<String, CryptoError> {
        wiped(|| self.proof(salt, server_public_key))
    }

    fn proof(&self, salt: &str, server_public_key: &str) -> Result<String, CryptoError> {
        let salt = decode_hex_array::<32>(salt.as_bytes(), CryptoError::InvalidSalt)?;
        let server_bytes =
            decode_hex_array(server_public_key.as_bytes(), CryptoError::InvalidSrpValue)?;
        let group = Group::new();
        let server_value = group.public_value(&server_bytes)?;

        let x = private_exponent(&salt, &self.identity);
        let u = U256::from_be_slice(
            sha256(&[self.public_key.as_slice(), server_bytes.as_slice()]).as_slice(),
        );
        let base =
            Zeroizing::new(server_value.sub(&group.multiplier().mul(&group.generator().pow(&*x))));
        let a = Zeroizing::new(U256::from_be_slice(self.exponent.as_slice()));
        let exponent = Zeroizing::new(
            u.concatenating_mul(&*x).resize::<{ U1024::LIMBS }>().wrapping_add(&a.resize()),
        );
        let shared = Zeroizing::new(base.pow_bounded_exp(&*exponent, EXPONENT_BITS));

        let session_key = sha256(&[pad(&shared).as_slice()]);
        let proof =
            sha256(&[self.public_key.as_slice(), server_bytes.as_slice(), session_key.as_slice()]);
        Ok(hex::encode(proof.as_slice()))
    }
}

impl fmt::Debug for SrpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SrpClient([redacted])")
    }
}

/// The verifier, which a server stores instead of a password (protocol: SRP).
#[derive(Clone, PartialEq, Eq)]
pub struct SrpVerifier {
    /// 64 lower-case hexadecimal characters.
    pub salt: String,
    /// 1024 lower-case hexadecimal characters.
    pub verifier: String,
}

impl SrpVerifier {
    /// Creates the verifier of a password with a new salt. `email` and `password` are used exactly
    /// as given.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`].
    pub fn create(
        email: &str,
        password: &str,
        entropy: &mut impl Entropy,
    ) -> Result<Self, CryptoError> {
        Ok(Self::with_salt(email, password, &*random_bytes(entropy)?))
    }

    /// Creates the verifier of a password with a given salt.
    #[must_use]
    pub fn with_salt(email: &str, password: &str, salt: &[u8; 32]) -> Self {
        wiped(|| {
            let x = sha256(&[salt.as_slice(), identity(email, password).as_slice()]);
            Self {
                salt: hex::encode(salt),
                verifier: hex::encode(power_of_generator(&Group::new(), &x).as_slice()),
            }
        })
    }
}

impl fmt::Debug for SrpVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Passwords can be tried against the verifier.
        f.debug_struct("SrpVerifier").field("salt", &self.salt).finish_non_exhaustive()
    }
}

/// H(I | ':' | P)
fn identity(email: &str, password: &str) -> Zeroizing<[u8; 32]> {
    sha256(&[email.as_bytes(), b":", password.as_bytes()])
}

/// x = H(s | H(I | ':' | P))
fn private_exponent(salt: &[u8; 32], identity: &[u8; 32]) -> Zeroizing<U256> {
    Zeroizing::new(U256::from_be_slice(sha256(&[salt, identity]).as_slice()))
}

/// PAD(g^exponent)
fn power_of_generator(group: &Group, exponent: &[u8; 32]) -> Zeroizing<[u8; ELEMENT_BYTES]> {
    let exponent = Zeroizing::new(U256::from_be_slice(exponent));
    pad(&Zeroizing::new(group.generator().pow(&*exponent)))
}

fn sha256(parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let hasher = parts.iter().fold(Sha256::new(), |hasher, part| hasher.chain_update(part));
    Zeroizing::new(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemEntropy;

    #[test]
    fn srp_client_public_value_differs_per_attempt() {
        let attempt = || SrpClient::new("a@b.test", "p", &mut SystemEntropy).unwrap().public_key();
        let (first, second) = (attempt(), attempt());
        assert_eq!(first.len(), 1024);
        assert_ne!(first, second);
    }

    #[test]
    fn srp_prove_refuses_malformed_salt_and_server_value() {
        let salt = "5a".repeat(32);
        let value = "5a".repeat(512);
        let prove = |salt: &str, value: &str| {
            SrpClient::new("a@b.test", "p", &mut SystemEntropy).unwrap().prove(salt, value)
        };
        assert_eq!(prove(&salt, &value).unwrap().len(), 64);
        assert!(prove(&salt.to_uppercase(), &value.to_uppercase()).is_ok());
        for salt in ["", &salt[1..], &salt[2..], &format!("{salt}00"), &"zz".repeat(32)] {
            assert_eq!(prove(salt, &value), Err(CryptoError::InvalidSalt), "{salt:?}");
        }
        for value in ["", "05", &value[1..], &value[2..], &format!("00{value}"), &"é".repeat(512)]
        {
            assert_eq!(prove(&salt, value), Err(CryptoError::InvalidSrpValue), "{value:?}");
        }
    }
}
