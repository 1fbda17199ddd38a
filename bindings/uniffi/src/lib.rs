//! The native library of the Swift and Kotlin packages: converts their types to those of the client
//! and back. What a user sees is written in Swift and Kotlin, in `swift` and `kotlin`.

#![expect(unreachable_pub, reason = "what is exported is reached from Swift and Kotlin")]

mod client;
mod failure;
mod progress;
mod storage;
mod surface;

uniffi::setup_scaffolding!("infisical_e2ee_native");
