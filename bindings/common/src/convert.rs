//! Converts between the client's types and those of the bindings.

use std::time::Duration;

use infisical_e2ee::{Permission, SecretBytes, SecretString, SecretType};

/// Converts to a type of the other side. Unlike `Into`, it also converts options and lists.
pub trait Convert<To> {
    /// Converts the value.
    fn convert(self) -> To;
}

/// Converts one record to another, field by field.
#[macro_export]
macro_rules! conversion {
    ($from:path => $to:path { $($field:ident)+ }) => {
        impl $crate::Convert<$to> for $from {
            fn convert(self) -> $to {
                $to { $($field: $crate::Convert::convert(self.$field),)+ }
            }
        }
    };
}

macro_rules! unchanged {
    ($($type:ty),+) => {$(
        impl Convert<Self> for $type {
            fn convert(self) -> Self {
                self
            }
        }
    )+};
}
unchanged!((), bool, i64, f64, String);

impl<From: Convert<To>, To> Convert<Option<To>> for Option<From> {
    fn convert(self) -> Option<To> {
        self.map(Convert::convert)
    }
}

impl<From: Convert<To>, To> Convert<Vec<To>> for Vec<From> {
    fn convert(self) -> Vec<To> {
        self.into_iter().map(Convert::convert).collect()
    }
}

/// In seconds.
impl Convert<f64> for Duration {
    fn convert(self) -> f64 {
        self.as_secs_f64()
    }
}

/// Bytes in the type that a language passes.
pub struct Bytes(Vec<u8>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<T: AsRef<[u8]>> Convert<Bytes> for T {
    fn convert(self) -> Bytes {
        Bytes(self.as_ref().to_vec())
    }
}

impl From<Bytes> for SecretBytes {
    fn from(bytes: Bytes) -> Self {
        bytes.0.into()
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Self {
        bytes.0
    }
}

/// In the type that a language is given.
impl<T: From<Vec<u8>>> Convert<T> for SecretBytes {
    fn convert(self) -> T {
        self.expose().to_vec().into()
    }
}

impl Convert<SecretString> for String {
    fn convert(self) -> SecretString {
        self.into()
    }
}

impl Convert<String> for SecretString {
    fn convert(self) -> String {
        self.expose().to_owned()
    }
}

impl Convert<String> for &'static str {
    fn convert(self) -> String {
        self.to_owned()
    }
}

impl Convert<String> for SecretType {
    fn convert(self) -> String {
        self.as_str().to_owned()
    }
}

impl Convert<String> for Permission {
    fn convert(self) -> String {
        self.as_str().to_owned()
    }
}
