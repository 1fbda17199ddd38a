//! Base64 and hexadecimal as in the protocol: strict, and wiped after use.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::CryptoError;

/// Bytes of a key on the heap: moving the owner leaves no copy behind, dropping it wipes them.
pub(super) type KeyBytes = Box<Zeroizing<[u8; 32]>>;

/// Copies a key to the heap.
pub(super) fn key_bytes(bytes: &[u8; 32]) -> KeyBytes {
    let mut key = Box::new(Zeroizing::new([0; 32]));
    key.copy_from_slice(bytes);
    key
}

/// Standard base64 with padding.
pub(super) fn encode_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Parses standard base64 with padding, strictly.
pub(super) fn decode_base64(text: &str) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
    STANDARD.decode(text).map(Zeroizing::new).map_err(|_| CryptoError::InvalidBase64)
}

/// Reads base64 of exactly `N` bytes, or returns `error`.
pub(super) fn decode_base64_array<const N: usize>(
    text: &str,
    error: CryptoError,
) -> Result<Zeroizing<[u8; N]>, CryptoError> {
    let bytes = decode_base64(text).map_err(|_| error)?;
    let array = <&[u8; N]>::try_from(bytes.as_slice()).map_err(|_| error)?;
    Ok(Zeroizing::new(*array))
}

/// Reads hexadecimal of exactly `N` bytes, in either case, or returns `error`.
pub(super) fn decode_hex_array<const N: usize>(
    text: &[u8],
    error: CryptoError,
) -> Result<Zeroizing<[u8; N]>, CryptoError> {
    let mut bytes = Zeroizing::new([0; N]);
    hex::decode_to_slice(text, bytes.as_mut_slice()).map_err(|_| error)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decode_base64_refuses_lenient_forms() {
        for text in ["Zg", "Zg=", "Zh==", "Zg== ", "Zg==\n", "_-8=", "Zg==Zg=="] {
            assert_eq!(decode_base64(text), Err(CryptoError::InvalidBase64), "{text:?}");
        }
        assert_eq!(decode_base64("+/8=").unwrap().as_slice(), [0xfb, 0xff]);
    }

    #[test]
    fn decode_array_refuses_other_lengths() {
        let error = CryptoError::InvalidTag;
        assert!(decode_base64_array::<1>("Zg==", error).is_ok());
        assert_eq!(decode_base64_array::<2>("Zg==", error), Err(error));
        assert!(decode_hex_array::<2>(b"aBcD", error).is_ok());
        assert_eq!(decode_hex_array::<2>(b"abc", error), Err(error));
        assert_eq!(decode_hex_array::<2>(b"abcdef", error), Err(error));
        assert_eq!(decode_hex_array::<2>(b"abcg", error), Err(error));
    }
}
