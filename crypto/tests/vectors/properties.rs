//! Properties for every input: encrypted data decrypts, and any changed bit is detected.

use infisical_e2ee_crypto::{
    CryptoError, Encrypted, PrivateKey, ProjectKey, Sealed, SymmetricKey, SystemEntropy, open, seal,
};
use proptest::prelude::*;

use super::{base64, encode};

/// `text` as base64 with one bit changed, or `None` if it is empty.
fn flip(text: &str, bit: usize) -> Option<String> {
    let mut bytes = base64(text);
    let bits = bytes.len() * 8;
    if bits == 0 {
        return None;
    }
    let bit = bit % bits;
    bytes[bit / 8] ^= 1 << (bit % 8);
    Some(encode(&bytes))
}

proptest! {
    #[test]
    fn encrypt_then_decrypt_returns_the_text(text in ".*", key in any::<[u8; 32]>()) {
        let key = SymmetricKey::from_bytes(key);
        let sealed = key.encrypt(text.as_bytes(), &mut SystemEntropy).unwrap();
        prop_assert_eq!(base64(&sealed.iv).len(), 16);
        let opened = key.decrypt_text(&sealed.ciphertext, &sealed.iv, &sealed.tag).unwrap();
        prop_assert_eq!(opened.expose(), text);
    }

    #[test]
    fn decrypt_with_any_changed_bit_fails(text in ".{1,64}", key in any::<[u8; 32]>(), bit in any::<usize>()) {
        let key = SymmetricKey::from_bytes(key);
        let Encrypted { ciphertext, iv, tag } =
            key.encrypt(text.as_bytes(), &mut SystemEntropy).unwrap();
        for (ciphertext, iv, tag) in [
            (flip(&ciphertext, bit).unwrap(), iv.clone(), tag.clone()),
            (ciphertext.clone(), flip(&iv, bit).unwrap(), tag.clone()),
            (ciphertext.clone(), iv.clone(), flip(&tag, bit).unwrap()),
        ] {
            prop_assert_eq!(
                key.decrypt(&ciphertext, &iv, &tag).unwrap_err(),
                CryptoError::AuthenticationFailed
            );
        }
    }

    #[test]
    fn seal_opens_for_the_recipient_only(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        bit in any::<usize>(),
    ) {
        let entropy = &mut SystemEntropy;
        let [sender, recipient, other] = [(); 3].map(|()| PrivateKey::generate(entropy).unwrap());
        let sealed = seal(&bytes, &recipient.public_key(), &sender, entropy).unwrap();
        let opened = open(&sealed, &sender.public_key(), &recipient).unwrap();
        prop_assert_eq!(opened.as_slice(), &bytes[..]);
        prop_assert!(open(&sealed, &sender.public_key(), &other).is_err());
        let changed = Sealed { ciphertext: flip(&sealed.ciphertext, bit).unwrap(), ..sealed };
        prop_assert!(open(&changed, &sender.public_key(), &recipient).is_err());
    }

    #[test]
    fn decrypt_of_any_text_does_not_panic(ciphertext in ".*", iv in ".*", tag in ".*", key in ".*") {
        let _ = SymmetricKey::from_text(&key);
        let _ = ProjectKey::from_text(&key);
        let fixed = SymmetricKey::from_bytes([7; 32]);
        prop_assert!(fixed.decrypt(&ciphertext, &iv, &tag).is_err());
    }
}
