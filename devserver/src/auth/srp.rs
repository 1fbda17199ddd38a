//! The server's half of SRP-6a in the variant Infisical speaks: the 4096-bit group of RFC 5054,
//! SHA-256, and every group element padded to 512 bytes before it is hashed.

use num_bigint::BigUint;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::random;

/// The bytes of a group element.
pub(crate) const GROUP_BYTES: usize = 512;
const GENERATOR: u8 = 5;
const PRIME_HEX: &[u8] = b"\
    FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A0879\
    8E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B\
    0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA4836\
    1C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804\
    F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6\
    955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64\
    ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D226\
    1AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2\
    08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A92108011A723C12A787E6D788719A10BDBA5B2699C32718\
    6AF4E23C1A946834B6150BDA2583E9CA2AD44CE8DBBBC2DB04DE8EF92E8EFC141FBECAA6287C59474E6BC05D\
    99B2964FA090C3A2233BA186515BE7ED1F612970CEE2D7AFB81BDD762170481CD0069127D5B05AA993B4EA98\
    8D8FDDC186FFB7DC90A6C08F4DF435C934063199FFFFFFFFFFFFFFFF";

/// A login begun and not yet proven.
pub(crate) struct Handshake {
    /// A as the client sent it: the proof covers these bytes, padded or not.
    client_public: Vec<u8>,
    server_secret: Zeroizing<[u8; 32]>,
    server_public: [u8; GROUP_BYTES],
}

/// Why a step of the exchange failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SrpError {
    /// A is no hex number of at most 512 bytes.
    Encoding,
    /// A is zero modulo the prime, which would let anyone in.
    ZeroKey,
    /// The proof is not the one the password gives.
    Proof,
    /// The stored verifier is unusable.
    Verifier,
}

/// Begins a login: checks the form of A and makes B.
pub(crate) fn begin(verifier_hex: &str, client_public_hex: &str) -> Result<Handshake, SrpError> {
    begin_with(verifier_hex, client_public_hex, random::bytes())
}

fn begin_with(
    verifier_hex: &str,
    client_public_hex: &str,
    server_secret: Zeroizing<[u8; 32]>,
) -> Result<Handshake, SrpError> {
    let client_public = hex::decode(client_public_hex).map_err(|_| SrpError::Encoding)?;
    if client_public.is_empty() || client_public.len() > GROUP_BYTES {
        return Err(SrpError::Encoding);
    }
    let (prime, generator) = (prime(), BigUint::from(GENERATOR));
    let verifier = verifier(verifier_hex)?;
    let multiplier = hash(&[&pad(&prime), &pad(&generator)]);
    let b = BigUint::from_bytes_be(server_secret.as_slice());
    let public =
        (BigUint::from_bytes_be(&multiplier) * verifier + generator.modpow(&b, &prime)) % &prime;
    Ok(Handshake { client_public, server_secret, server_public: pad(&public) })
}

impl Handshake {
    /// B as sent to the client.
    pub(crate) fn server_public_hex(&self) -> String {
        hex::encode(self.server_public)
    }

    /// Checks the client's proof M1.
    pub(crate) fn verify(&self, verifier_hex: &str, proof_hex: &str) -> Result<(), SrpError> {
        let prime = prime();
        let a = BigUint::from_bytes_be(&self.client_public);
        if &a % &prime == BigUint::ZERO {
            return Err(SrpError::ZeroKey);
        }
        let scrambler = hash(&[&self.client_public, &self.server_public]);
        let u = BigUint::from_bytes_be(&scrambler);
        let b = BigUint::from_bytes_be(self.server_secret.as_slice());
        let shared = (a * verifier(verifier_hex)?.modpow(&u, &prime)).modpow(&b, &prime);
        let session_key = hash(&[&pad(&shared)]);
        let expected = hash(&[&self.client_public, &self.server_public, &session_key]);
        let proof = hex::decode(proof_hex).map_err(|_| SrpError::Proof)?;
        if bool::from(proof.as_slice().ct_eq(&expected)) { Ok(()) } else { Err(SrpError::Proof) }
    }
}

fn verifier(verifier_hex: &str) -> Result<BigUint, SrpError> {
    BigUint::parse_bytes(verifier_hex.as_bytes(), 16).ok_or(SrpError::Verifier)
}

#[expect(clippy::expect_used, reason = "the constant is hexadecimal")]
fn prime() -> BigUint {
    BigUint::parse_bytes(PRIME_HEX, 16).expect("the prime is written in hex")
}

/// A multiple of the prime in hex: a public value that only a hostile server sends.
pub(crate) fn multiple_of_prime(factor: u8) -> String {
    hex::encode((prime() * factor).to_bytes_be())
}

/// `n`, which is below the prime, as exactly 512 bytes.
fn pad(n: &BigUint) -> [u8; GROUP_BYTES] {
    let mut padded = [0; GROUP_BYTES];
    for (place, byte) in padded.iter_mut().rev().zip(n.to_bytes_le()) {
        *place = byte;
    }
    padded
}

fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The client's side, from the definitions, with a fixed secret `a`.
    fn client_proof(password: &str, salt: &[u8], a: u32, server_public: &[u8]) -> (String, String) {
        let (n, g) = (prime(), BigUint::from(GENERATOR));
        let identity = hash(&[b"alice@example.test:", password.as_bytes()]);
        let x = BigUint::from_bytes_be(&hash(&[salt, &identity]));
        let k = BigUint::from_bytes_be(&hash(&[&pad(&n), &pad(&g)]));
        let a_public = pad(&g.modpow(&BigUint::from(a), &n));
        let u = BigUint::from_bytes_be(&hash(&[&a_public, server_public]));
        let b_public = BigUint::from_bytes_be(server_public);
        let base = (b_public + &n * &k - k * g.modpow(&x, &n)) % &n;
        let shared = base.modpow(&(BigUint::from(a) + u * &x), &n);
        let key = hash(&[&pad(&shared)]);
        let proof = hash(&[&a_public, server_public, &key]);
        (hex::encode(pad(&g.modpow(&x, &n))), hex::encode(proof))
    }

    fn public_of(a: u32) -> String {
        hex::encode(pad(&BigUint::from(GENERATOR).modpow(&BigUint::from(a), &prime())))
    }

    #[test]
    fn srp_group_is_the_4096_bit_one() {
        assert_eq!(
            hex::encode(hash(&[&pad(&prime())])),
            "4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33"
        );
    }

    #[test]
    fn srp_verify_accepts_the_right_password_only() {
        let (verifier, _) = client_proof("right", b"salt", 1, &[1; GROUP_BYTES]);
        let handshake = begin(&verifier, &public_of(77_777)).unwrap();
        let (_, proof) = client_proof("right", b"salt", 77_777, &handshake.server_public);
        assert_eq!(handshake.verify(&verifier, &proof), Ok(()));
        assert_eq!(handshake.verify(&verifier, &proof.to_uppercase()), Ok(()));
        let (_, proof) = client_proof("wrong", b"salt", 77_777, &handshake.server_public);
        assert_eq!(handshake.verify(&verifier, &proof), Err(SrpError::Proof));
        assert_eq!(handshake.verify(&verifier, ""), Err(SrpError::Proof));
    }

    #[test]
    fn srp_verify_refuses_client_key_divisible_by_the_prime() {
        for multiple in [BigUint::ZERO, prime()] {
            let handshake = begin("05", &hex::encode(pad(&multiple))).unwrap();
            assert_eq!(handshake.verify("05", &"00".repeat(32)), Err(SrpError::ZeroKey));
        }
    }

    #[test]
    fn srp_begin_refuses_malformed_client_key() {
        for key in ["", "0", "zz", &"01".repeat(GROUP_BYTES + 1)] {
            assert_eq!(begin("05", key).err(), Some(SrpError::Encoding), "{key}");
        }
    }
}
