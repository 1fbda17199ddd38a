//! The 4096-bit group of RFC 5054.

use crypto_bigint::modular::{FixedMontyForm, FixedMontyParams};
use crypto_bigint::{Odd, U256, U4096};
use zeroize::Zeroizing;

use super::CryptoError;

/// Bytes of a padded group element.
pub(super) const ELEMENT_BYTES: usize = 512;

const N: Odd<U4096> = Odd::<U4096>::from_be_hex(concat!(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74",
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437",
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed",
    "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05",
    "98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb",
    "9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b",
    "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718",
    "3995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33",
    "a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7",
    "abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864",
    "d87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e2",
    "08e24fa074e5ab3143db5bfce0fd108e4b82d120a92108011a723c12a787e6d7",
    "88719a10bdba5b2699c327186af4e23c1a946834b6150bda2583e9ca2ad44ce8",
    "dbbbc2db04de8ef92e8efc141fbecaa6287c59474e6bc05d99b2964fa090c3a2",
    "233ba186515be7ed1f612970cee2d7afb81bdd762170481cd0069127d5b05aa9",
    "93b4ea988d8fddc186ffb7dc90a6c08f4df435c934063199ffffffffffffffff",
));

const G: U4096 = U4096::from_u8(5);

/// The multiplier k = SHA-256(PAD(N) | PAD(g)).
const K: U256 =
    U256::from_be_hex("3509477ea9fca66eadb7cf7b1bd0eb508f54d3989a9c988006a7d0b338374dd2");

/// A number modulo N, wiped on drop.
pub(super) type Element = Zeroizing<FixedMontyForm<{ U4096::LIMBS }>>;

/// Arithmetic modulo N, constant-time in its operands.
pub(super) struct Group(FixedMontyParams<{ U4096::LIMBS }>);

impl Group {
    pub(super) fn new() -> Self {
        Self(FixedMontyParams::new_vartime(N))
    }

    pub(super) fn generator(&self) -> Element {
        self.reduce(&G)
    }

    pub(super) fn multiplier(&self) -> Element {
        self.reduce(&K.resize())
    }

    /// Parses the public value of the other side: exactly 512 bytes, and not a multiple of N.
    pub(super) fn public_value(&self, bytes: &[u8; ELEMENT_BYTES]) -> Result<Element, CryptoError> {
        let element = self.reduce(&U4096::from_be_slice(bytes));
        if element.retrieve().is_zero().into() {
            return Err(CryptoError::InvalidSrpValue);
        }
        Ok(element)
    }

    fn reduce(&self, number: &U4096) -> Element {
        let reduced = Zeroizing::new(number.rem(N.as_nz_ref()));
        Zeroizing::new(FixedMontyForm::new(&reduced, &self.0))
    }
}

/// The element as 512 big-endian bytes, padded with zeros on the left.
pub(super) fn pad(element: &Element) -> Zeroizing<[u8; ELEMENT_BYTES]> {
    let mut bytes = Zeroizing::new([0; ELEMENT_BYTES]);
    bytes.copy_from_slice(element.retrieve().to_be_bytes().as_slice());
    bytes
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::*;

    #[test]
    fn srp_group_constants_match_the_protocol() {
        let n = N.to_be_bytes();
        assert_eq!(
            hex::encode(Sha256::digest(n)),
            "4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33"
        );
        let k = Sha256::new().chain_update(n).chain_update(G.to_be_bytes()).finalize();
        assert_eq!(k.as_slice(), K.to_be_bytes().as_slice());
    }

    #[test]
    fn srp_public_value_of_multiple_of_n_is_refused() {
        let group = Group::new();
        let value = |number: U4096| group.public_value(&number.to_be_bytes().into());
        assert_eq!(value(U4096::ZERO).unwrap_err(), CryptoError::InvalidSrpValue);
        assert_eq!(value(*N).unwrap_err(), CryptoError::InvalidSrpValue);
        assert_eq!(
            *pad(&value(N.wrapping_add(&U4096::ONE)).unwrap()),
            *pad(&value(U4096::ONE).unwrap())
        );
    }
}
