//! What freed memory contains. Linux only: it reads its own memory.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::hint::black_box;
use std::os::unix::fs::FileExt as _;

// Links the library, which sets the allocator of the process.
use infisical_e2ee_bindings_common as _;

const LENGTH: usize = 512;

/// What was written, if `memory` still has it. Allocators write into the first bytes of what is free.
fn is_left(memory: &[u8; LENGTH]) -> bool {
    memory.iter().enumerate().skip(64).all(|(index, byte)| *byte == byte_at(index))
}

fn byte_at(index: usize) -> u8 {
    (index.wrapping_mul(167) % 251) as u8 ^ 0x5a
}

#[test]
fn freed_memory_is_overwritten() {
    let own = File::open("/proc/self/mem").unwrap();
    let mut memory = [0; LENGTH];
    let secret: Vec<u8> = (0..LENGTH).map(byte_at).collect();
    let at = black_box(&secret).as_ptr().addr() as u64;
    own.read_exact_at(&mut memory, at).unwrap();
    assert!(is_left(&memory), "the test does not find what is there");
    drop(secret);
    own.read_exact_at(&mut memory, at).unwrap();
    assert!(!is_left(&memory));

    // Also where a vector has moved from.
    let mut growing: Vec<u8> = (0..LENGTH).map(byte_at).collect();
    let at = black_box(&growing).as_ptr().addr() as u64;
    growing.reserve_exact(1 << 20);
    assert_ne!(black_box(&growing).as_ptr().addr() as u64, at, "it did not move");
    own.read_exact_at(&mut memory, at).unwrap();
    assert!(!is_left(&memory));
}
