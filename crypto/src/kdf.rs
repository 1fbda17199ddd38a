//! Argon2id with the parameters of the protocol.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::CryptoError;

const MEMORY_KIB: u32 = 65_536;
const ITERATIONS: u32 = 3;
const PARALLELISM: u32 = 1;
const OUTPUT_BYTES: usize = 32;

/// Argon2id version 0x13 over `password` and `salt`. Needs 64 MiB and about 0.2 s.
pub(super) fn argon2id(
    password: &[u8],
    salt: &[u8],
) -> Result<Zeroizing<[u8; OUTPUT_BYTES]>, CryptoError> {
    let params = Params::new(MEMORY_KIB, ITERATIONS, PARALLELISM, Some(OUTPUT_BYTES))
        .map_err(|_| CryptoError::KeyDerivationFailed)?;
    let mut memory = working_memory(params.block_count())?;
    let mut output = Zeroizing::new([0; OUTPUT_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(
            password,
            salt,
            output.as_mut_slice(),
            memory.as_mut_slice(),
        )
        .map_err(|_| CryptoError::KeyDerivationFailed)?;
    Ok(output)
}

/// The memory blocks of Argon2id. The last ones determine the output, so they are wiped on drop,
/// unlike those of the argon2 crate.
fn working_memory(blocks: usize) -> Result<Zeroizing<Vec<Block>>, CryptoError> {
    let mut memory = Zeroizing::new(Vec::new());
    memory.try_reserve_exact(blocks).map_err(|_| CryptoError::KeyDerivationFailed)?;
    memory.resize(blocks, Block::new());
    Ok(memory)
}
