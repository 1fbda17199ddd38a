//! The index under which a secret is found without its name being kept.

use argon2::{Algorithm, Argon2, Params, Version};

use crate::random;

/// Argon2id of the name (64 MiB, three passes, one lane) in base64; `None` if the salt has not
/// the length Argon2 takes.
pub(crate) fn of(name: &str, salt: &[u8]) -> Option<String> {
    let params = Params::new(65_536, 3, 1, Some(32)).ok()?;
    let mut index = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(name.as_bytes(), salt, &mut index)
        .ok()?;
    Some(random::to_base64(&index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_servers_index() {
        let salt = random::from_base64("I7vjS40fCOzMXUrkB03Nxg==").unwrap();
        assert_eq!(
            of("DATABASE_URL", &salt).as_deref(),
            Some("35w5445Gvc9m9pvewmaXd5UDxeOWQEqdQnoNX/o5hx8=")
        );
    }
}
