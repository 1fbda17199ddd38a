//! Overwrites what computations leave on the stack.
//!
//! Rust moves values by copying them, and ciphers expand keys into local variables. Overwriting a
//! value on drop does not reach its earlier copies in frames that have returned.

use std::hint::black_box;

use zeroize::Zeroize as _;

/// 64 KiB: more than the frames that hold a key here take.
const WORDS: usize = 8192;

/// Runs the work in frames of its own, then overwrites these. Moves of the result into frames of the
/// caller remain, so a key in it must be on the heap.
pub(super) fn wiped<T>(work: impl FnOnce() -> T) -> T {
    let result = run(work);
    overwrite();
    result
}

#[inline(never)]
fn run<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// Its frame covers those of [`run`], which has returned.
#[inline(never)]
fn overwrite() {
    let mut frame = [0_u64; WORDS];
    frame.zeroize();
    black_box(&frame);
}
