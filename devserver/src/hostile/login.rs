//! Lies in log-ins.

use serde_json::{Value, json};

use super::json::{each_object, replace};
use super::{Hostile, HostileKind};
use crate::auth::srp;
use crate::http::Call;
use crate::random;

pub(super) fn lie(hostile: &Hostile, call: &Call, body: &mut Value) {
    if call.route().ends_with("/login1") {
        each_object(body, &mut |begun| {
            if hostile.is(HostileKind::WrongSalt) {
                replace(begun, json!({ "salt": *random::long_hex_secret() }));
            }
            if let Some(public) = server_public(hostile) {
                replace(begun, json!({ "serverPublicKey": public }));
            }
        });
    }
    if hostile.is(HostileKind::EncryptionVersion1) {
        each_object(body, &mut |user| {
            replace(
                user,
                json!({
                    "encryptionVersion": 1,
                    "protectedKey": null, "protectedKeyIV": null, "protectedKeyTag": null,
                }),
            );
        });
    }
}

/// The B that is sent in place of the real one.
fn server_public(hostile: &Hostile) -> Option<String> {
    let bytes = srp::GROUP_BYTES;
    let public = |kind| match kind {
        HostileKind::SrpBZero => Some("00".repeat(bytes)),
        HostileKind::SrpBN => Some(srp::multiple_of_prime(1)),
        HostileKind::SrpB2n => Some(srp::multiple_of_prime(2)),
        HostileKind::SrpBTooLong => Some("5a".repeat(8 * bytes)),
        _ => None,
    };
    hostile.kinds.iter().find_map(|kind| public(*kind))
}
