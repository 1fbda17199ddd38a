//! Shared code of the language bindings. It is independent of their runtimes: a binding converts
//! its language's types, calls this crate, and converts the result.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

mod convert;
pub mod operations;
mod options;
mod runtime;
mod storage;

pub use convert::{Bytes, Convert};
pub use infisical_e2ee::*;
pub use infisical_e2ee_bindings_surface::{
    surface_access, surface_inputs, surface_operations, surface_projects, surface_secrets,
};
pub use operations::{BulkResult, NamedSecret, SecretChange, SecretHistory, SnapshotContents};
pub use options::build_client;
pub use runtime::{Running, block_on, limited, spawn};
pub use storage::{StorageAnswer, answer_of};

/// Overwrites all memory of this library when it frees it. The secrets that pass between a language
/// and the core lie in buffers of the binding's generator, which does not overwrite them.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);
