//! Constants and vectors of the RFCs, as a second source besides the known answers.

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use num_bigint::BigUint;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// SHA-256 of the 512 bytes of RFC 5054's 4096-bit modulus.
const MODULUS_DIGEST: &str = "4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33";

/// SHA-256 of the padded modulus and generator.
const MULTIPLIER: &str = "3509477ea9fca66eadb7cf7b1bd0eb508f54d3989a9c988006a7d0b338374dd2";

pub(super) fn rfc_5054_modulus() -> BigUint {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/srp.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let group = &document["cases"][0];
    assert_eq!(group["name"], "group");
    let bytes = hex::decode(super::text(&group["expected"], "N")).unwrap();
    assert_eq!(hex::encode(Sha256::digest(&bytes)), MODULUS_DIGEST);
    BigUint::from_bytes_be(&bytes)
}

#[test]
fn rfc_5054_group() {
    let modulus = rfc_5054_modulus().to_bytes_be();
    assert_eq!(modulus.len(), 512);
    let generator = [vec![0; 511], vec![5]].concat();
    assert_eq!(hex::encode(Sha256::digest([modulus, generator].concat())), MULTIPLIER);
}

#[test]
fn rfc_9106_argon2id() {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let argon2 =
        Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(
        hex::encode(tag),
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    );
}
