//! The requests that the client sends, and how it handles responses.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test program")]

mod answers;
mod audit_logs;
mod bulk;
mod certificates;
mod conditional;
mod confidentiality;
mod credentials;
mod documented;
mod dynamic_secrets;
mod empty_lists;
mod exchanges;
mod history;
mod hostile_text;
mod identities;
mod identity_log_ins;
mod identity_metadata;
mod imports;
mod kms;
mod limits;
mod members;
#[cfg(target_os = "linux")]
mod memory;
mod moves;
mod october_moves;
mod passwords;
#[cfg(target_os = "linux")]
mod peak_memory;
mod plain_batches;
mod plaintext;
mod programs;
mod projects;
mod proxies;
mod reading;
mod recursion;
mod refusals;
mod requests;
mod retries;
mod rotation;
mod sessions;
mod sign_up;
mod slugs;
mod support;
mod trust;
mod trust_store;
