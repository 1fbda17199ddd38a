//! The server's values of a log-in, under fuzzing.

use super::{line, lines};
use crate::crypto::{CryptoError, Entropy, SrpClient};

struct Fixed;

impl Entropy for Fixed {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), CryptoError> {
        buffer.fill(7);
        Ok(())
    }
}

/// Two lines: the salt and B.
pub(super) fn run(data: &[u8]) {
    let Some(lines) = lines(data) else { return };
    let (salt, b) = (line(&lines, 0), line(&lines, 1));
    let prove = |salt: &str, b: &str| {
        SrpClient::new("alice@example.test", "correct horse", &mut Fixed)?.prove(salt, b)
    };
    match prove(salt, b) {
        Ok(proof) => {
            assert_eq!((salt.len(), b.len(), proof.len()), (64, 1024, 64));
            assert!(b.bytes().any(|digit| digit != b'0'), "B is zero");
            let again = prove(&salt.to_uppercase(), &b.to_uppercase());
            assert_eq!(again, Ok(proof));
        }
        Err(error) => assert!(
            matches!(error, CryptoError::InvalidSalt | CryptoError::InvalidSrpValue),
            "{error:?}"
        ),
    }
}
