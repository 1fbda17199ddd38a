//! Sources of random bytes.

use zeroize::Zeroizing;

use super::CryptoError;

/// A source of random bytes. Use [`SystemEntropy`]; tests supply fixed bytes.
pub trait Entropy {
    /// Fills `buffer` with random bytes.
    ///
    /// # Errors
    /// [`CryptoError::EntropyUnavailable`] if it cannot; do not use the buffer then.
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), CryptoError>;
}

/// The operating system's random number generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, buffer: &mut [u8]) -> Result<(), CryptoError> {
        getrandom::fill(buffer).map_err(|_| CryptoError::EntropyUnavailable)
    }
}

/// `N` random bytes, wiped on drop.
pub(super) fn random_bytes<const N: usize>(
    entropy: &mut impl Entropy,
) -> Result<Zeroizing<[u8; N]>, CryptoError> {
    let mut bytes = Zeroizing::new([0; N]);
    entropy.fill(bytes.as_mut_slice())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn system_entropy_does_not_repeat() {
        let first = random_bytes::<32>(&mut SystemEntropy).unwrap();
        let second = random_bytes::<32>(&mut SystemEntropy).unwrap();
        assert_ne!(first, second);
    }
}
