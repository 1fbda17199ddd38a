//! SRP transcripts. The server's half is implemented here with another bigint library, so the
//! client is tested against the transcript and against an independent server.

use infisical_e2ee_crypto::{CryptoError, SrpClient, SrpVerifier};
use num_bigint::BigUint;
use sha2::{Digest as _, Sha256};

use super::{Case, Fixed};

const ELEMENT_BYTES: usize = 512;

pub(super) fn check(case: &Case) -> Result<(), CryptoError> {
    match case.name.split('/').next().unwrap() {
        "group" => check_group(case),
        "reject" if case.name.contains("/A-") => {
            Server::new(case.text("verifier"), case.text("b")).secret(case.text("A")).map(drop)
        }
        "reject" if case.name.contains("/B-") => prove(case, case.text("B")).map(drop),
        "reject" | "accept" => check_proof(case),
        _ => check_transcript(case),
    }
}

fn check_group(case: &Case) -> Result<(), CryptoError> {
    let n = modulus();
    assert_eq!(hex::encode(padded(&n)), case.expected("N"));
    assert_eq!(hex::encode(multiplier()), case.expected("k"));
    Ok(())
}

fn check_transcript(case: &Case) -> Result<(), CryptoError> {
    let salt: [u8; 32] = hex::decode(case.text("salt")).unwrap().as_slice().try_into().unwrap();
    let registered = SrpVerifier::with_salt(case.text("email"), case.text("password"), &salt);
    assert_eq!(registered.salt, case.text("salt"));
    assert_eq!(registered.verifier, case.expected("verifier"));

    let server = Server::new(&registered.verifier, case.text("b"));
    assert_eq!(server.public_key(), case.expected("B"));
    assert_eq!(client(case)?.public_key(), case.expected("A"));
    let proof = prove(case, case.expected("B"))?;
    assert_eq!(proof, case.expected("M1"));
    assert_eq!(proof, server.expected_proof(case.expected("A"))?);
    Ok(())
}

/// Compares proofs like the server: by bytes, so the case of the hexadecimal does not matter.
fn check_proof(case: &Case) -> Result<(), CryptoError> {
    let salt: [u8; 32] = hex::decode(case.text("salt")).unwrap().as_slice().try_into().unwrap();
    let verifier = if case.has("verifier") {
        let proof = prove(case, &Server::new(case.text("verifier"), case.text("b")).public_key())?;
        assert_eq!(proof, case.text("M1"), "the client proves what it was told");
        case.text("verifier").to_owned()
    } else {
        SrpVerifier::with_salt(case.text("email"), case.text("password"), &salt).verifier
    };
    let server = Server::new(&verifier, case.text("b"));
    let expected = server.expected_proof(&client(case)?.public_key())?;
    if hex::decode(case.text("M1")).unwrap() == hex::decode(expected).unwrap() {
        Ok(())
    } else {
        Err(CryptoError::AuthenticationFailed)
    }
}

fn client(case: &Case) -> Result<SrpClient, CryptoError> {
    let a = hex::decode(case.text("a")).unwrap();
    SrpClient::new(case.text("email"), case.text("password"), &mut Fixed::new(&[&a]))
}

fn prove(case: &Case, server_public_key: &str) -> Result<String, CryptoError> {
    client(case)?.prove(case.text("salt"), server_public_key)
}

#[test]
fn srp_prove_refuses_values_of_other_lengths() {
    let fresh = || SrpClient::new("a@example.test", "p", &mut Fixed::new(&[&[7; 32]])).unwrap();
    let (salt, one) = ("ab".repeat(32), format!("{}01", "00".repeat(511)));
    assert!(fresh().prove(&salt, &one).is_ok());
    for server_public_key in ["", "01", &one[2..], &format!("00{one}"), &"zz".repeat(512)] {
        let refused = fresh().prove(&salt, server_public_key);
        assert_eq!(refused, Err(CryptoError::InvalidSrpValue));
    }
    for salt in ["", &"ab".repeat(31), &"ab".repeat(33), &"zz".repeat(32)] {
        assert_eq!(fresh().prove(salt, &one), Err(CryptoError::InvalidSalt));
    }
}

/// The server's half, straight from the definition.
struct Server {
    verifier: BigUint,
    secret: BigUint,
}

impl Server {
    fn new(verifier: &str, b: &str) -> Self {
        Self { verifier: number(verifier), secret: number(b) }
    }

    fn public_key(&self) -> String {
        let k = BigUint::from_bytes_be(&multiplier());
        let value = k * &self.verifier + generator().modpow(&self.secret, &modulus());
        hex::encode(padded(&(value % modulus())))
    }

    fn secret(&self, client_public_key: &str) -> Result<Vec<u8>, CryptoError> {
        let a = number(client_public_key);
        if &a % modulus() == BigUint::ZERO {
            return Err(CryptoError::InvalidSrpValue);
        }
        let u = hash(&[&bytes(client_public_key), &bytes(&self.public_key())]);
        let base = a * self.verifier.modpow(&BigUint::from_bytes_be(&u), &modulus());
        Ok(padded(&base.modpow(&self.secret, &modulus())))
    }

    fn expected_proof(&self, client_public_key: &str) -> Result<String, CryptoError> {
        let key = hash(&[&self.secret(client_public_key)?]);
        Ok(hex::encode(hash(&[&bytes(client_public_key), &bytes(&self.public_key()), &key])))
    }
}

fn modulus() -> BigUint {
    super::published::rfc_5054_modulus()
}

fn generator() -> BigUint {
    BigUint::from(5u8)
}

fn multiplier() -> Vec<u8> {
    hash(&[&padded(&modulus()), &padded(&generator())])
}

fn hash(parts: &[&[u8]]) -> Vec<u8> {
    Sha256::digest(parts.concat()).to_vec()
}

fn padded(value: &BigUint) -> Vec<u8> {
    let bytes = value.to_bytes_be();
    [vec![0; ELEMENT_BYTES - bytes.len()], bytes].concat()
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    hex::decode(hexadecimal).unwrap()
}

fn number(hexadecimal: &str) -> BigUint {
    BigUint::from_bytes_be(&bytes(hexadecimal))
}
