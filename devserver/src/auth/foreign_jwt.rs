//! JWTs that others signed: RS256, and ES256 with P-256.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde_json::Value;

use super::der;
use crate::clock;

/// A key that verifies JWTs.
#[derive(Clone, Debug)]
pub(crate) enum PublicKey {
    /// An uncompressed point.
    P256(Vec<u8>),
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
}

const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const ELLIPTIC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

impl PublicKey {
    /// From a PEM text `PUBLIC KEY`.
    pub(crate) fn from_pem(pem: &str) -> Option<Self> {
        let (_, rest) = pem.split_once("-----BEGIN PUBLIC KEY-----")?;
        let (body, _) = rest.split_once("-----END PUBLIC KEY-----")?;
        let body: String = body.split_whitespace().collect();
        Self::from_der(&STANDARD.decode(body).ok()?)
    }

    fn from_der(bytes: &[u8]) -> Option<Self> {
        let (whole, _) = der::element(bytes, der::SEQUENCE)?;
        let (algorithm, rest) = der::element(whole, der::SEQUENCE)?;
        let (key, _) = der::element(rest, der::BIT_STRING)?;
        let (unused_bits, key) = key.split_first()?;
        let (kind, parameters) = der::element(algorithm, der::OBJECT_IDENTIFIER)?;
        if *unused_bits != 0 {
            return None;
        }
        if kind == ELLIPTIC {
            let (curve, _) = der::element(parameters, der::OBJECT_IDENTIFIER)?;
            return (curve == P256).then(|| Self::P256(key.to_vec()));
        }
        if kind != RSA {
            return None;
        }
        let (numbers, _) = der::element(key, der::SEQUENCE)?;
        let (n, rest) = der::element(numbers, der::INTEGER)?;
        let (e, _) = der::element(rest, der::INTEGER)?;
        Some(Self::Rsa { n: positive(n), e: positive(e) })
    }

    /// From an entry of a JWKS.
    pub(crate) fn from_jwk(key: &Value) -> Option<Self> {
        let field = |name: &str| key.get(name).and_then(Value::as_str);
        let bytes = |name: &str| URL_SAFE_NO_PAD.decode(field(name)?).ok();
        match (field("kty")?, field("crv")) {
            ("RSA", _) => Some(Self::Rsa { n: positive(&bytes("n")?), e: positive(&bytes("e")?) }),
            ("EC", Some("P-256")) => {
                Some(Self::P256([&[4][..], &bytes("x")?, &bytes("y")?].concat()))
            }
            _ => None,
        }
    }

    fn verifies(&self, algorithm: &str, message: &[u8], signature: &[u8]) -> Option<bool> {
        match (self, algorithm) {
            (Self::P256(point), "ES256") => {
                let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
                Some(key.verify(message, signature).is_ok())
            }
            (Self::Rsa { n, e }, "RS256") => {
                let key = RsaPublicKeyComponents { n, e };
                Some(key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok())
            }
            _ => None,
        }
    }
}

/// Without the zeros that DER puts before a number.
fn positive(number: &[u8]) -> Vec<u8> {
    number.iter().copied().skip_while(|byte| *byte == 0).collect()
}

/// A JWT whose signature is not verified yet.
#[derive(Clone, Debug)]
pub(crate) struct ForeignJwt {
    algorithm: String,
    pub(crate) claims: Value,
    signed: Vec<u8>,
    signature: Vec<u8>,
}

impl ForeignJwt {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (signed, signature) = text.trim().rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let json = |part: &str| -> Option<Value> {
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
        };
        let (header, claims) = (json(header)?, json(claims)?);
        let field = |name: &str| Some(header.get(name)?.as_str()?.to_owned());
        claims.is_object().then_some(())?;
        Some(Self {
            algorithm: field("alg")?,
            claims,
            signed: signed.as_bytes().to_vec(),
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?,
        })
    }

    /// Why the JWT is not valid under this key, in the words of the JWT library of the releases.
    pub(crate) fn check(&self, key: &PublicKey) -> Result<(), &'static str> {
        match key.verifies(&self.algorithm, &self.signed, &self.signature) {
            None => return Err("invalid algorithm"),
            Some(false) => return Err("invalid signature"),
            Some(true) => {}
        }
        let now = clock::now() / 1000;
        let time = |name: &str| self.claims.get(name).and_then(Value::as_i64);
        if time("nbf").is_some_and(|from| from > now) {
            return Err("jwt not active");
        }
        if time("exp").is_some_and(|until| now >= until) {
            return Err("jwt expired");
        }
        Ok(())
    }

    pub(crate) fn claim(&self, name: &str) -> Option<&str> {
        self.claims.get(name)?.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.3.
    #[test]
    fn jwt_of_the_rfc_is_verified_and_expired() {
        let key = serde_json::json!({
            "kty": "EC", "crv": "P-256",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        });
        let key = PublicKey::from_jwk(&key).unwrap();
        let text = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6\
                    Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTj\
                    Dxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        let jwt = ForeignJwt::parse(text).unwrap();
        assert_eq!(jwt.check(&key), Err("jwt expired"));
        let other = ForeignJwt::parse(&text.replace("NU1Q", "NU1A")).unwrap();
        assert_eq!(other.check(&key), Err("invalid signature"));
        assert_eq!(jwt.check(&PublicKey::Rsa { n: vec![1], e: vec![3] }), Err("invalid algorithm"));
    }
}
