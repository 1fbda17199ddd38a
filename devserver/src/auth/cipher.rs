//! AES-256-GCM of the fields of secrets, for projects whose key the server has.

use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::aes::Aes256;
use aes_gcm::{AesGcm, Nonce};

use crate::error::ApiError;
use crate::random;
use crate::store::secrets::{Sealed, SealedOpt};

const IV_BYTES: usize = 16;
const TAG_BYTES: usize = 16;

/// The cipher of a project key.
pub(crate) struct FieldCipher {
    written: AesGcm<Aes256, U16>,
    /// Some clients use IVs of 12 bytes.
    shorter: AesGcm<Aes256, U12>,
}

impl FieldCipher {
    /// `None` unless `key` has 32 bytes: the text of a project key, not decoded.
    pub(crate) fn new(key: &[u8]) -> Option<Self> {
        let (written, shorter) = (AesGcm::new_from_slice(key), AesGcm::new_from_slice(key));
        Some(FieldCipher { written: written.ok()?, shorter: shorter.ok()? })
    }

    pub(crate) fn seal(&self, text: &str) -> Result<Sealed, ApiError> {
        let iv = random::bytes::<IV_BYTES>();
        let sealed = self.written.encrypt(&Nonce::<U16>::from(*iv), text.as_bytes());
        let sealed = sealed.map_err(|_| ApiError::Internal)?;
        let (ciphertext, tag) = sealed
            .split_at_checked(sealed.len().saturating_sub(TAG_BYTES))
            .ok_or(ApiError::Internal)?;
        Ok(Sealed {
            ciphertext: random::to_base64(ciphertext),
            iv: random::to_base64(iv.as_slice()),
            tag: random::to_base64(tag),
        })
    }

    pub(crate) fn open(&self, sealed: &Sealed) -> Result<String, ApiError> {
        self.opened(&sealed.ciphertext, &sealed.iv, &sealed.tag).ok_or(ApiError::Internal)
    }

    /// The text is empty if there is none.
    pub(crate) fn open_opt(&self, sealed: &SealedOpt) -> Result<String, ApiError> {
        match (&sealed.ciphertext, &sealed.iv, &sealed.tag) {
            (Some(ciphertext), Some(iv), Some(tag)) if !(iv.is_empty() && tag.is_empty()) => {
                self.opened(ciphertext, iv, tag).ok_or(ApiError::Internal)
            }
            _ => Ok(String::new()),
        }
    }

    fn opened(&self, ciphertext: &str, iv: &str, tag: &str) -> Option<String> {
        let sealed = [random::from_base64(ciphertext)?, random::from_base64(tag)?].concat();
        let iv = random::from_base64(iv)?;
        let opened = match Nonce::<U16>::try_from(iv.as_slice()) {
            Ok(iv) => self.written.decrypt(&iv, sealed.as_slice()),
            Err(_) => {
                let iv = Nonce::<U12>::try_from(iv.as_slice()).ok()?;
                self.shorter.decrypt(&iv, sealed.as_slice())
            }
        };
        String::from_utf8(opened.ok()?).ok()
    }
}
