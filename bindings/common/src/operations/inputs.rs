//! What operations are given, from the table of `bindings/surface`.

#![expect(missing_docs, reason = "core documents the parameters of operations")]

use infisical_e2ee::SecretString;

/// The names that the table uses for nested records.
mod names {
    pub(super) use super::{
        CredentialOptions as NativeCredential, IdentityLogIn as NativeIdentityLogIn,
        Variable as NativeVariable,
    };
    pub(super) use infisical_e2ee::{
        AuditDetail as NativeAuditDetail, RolePermission as NativeRolePermission,
        ServiceTokenScope as NativeServiceTokenScope,
    };
}
use names::*;

macro_rules! inputs {
    ($($native:ident = $name:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        #[derive(Debug, Default)]
        pub struct $name {
            $(pub $field: field!([$($type)+] $($mark)?),)+
        }
    )+};
}

macro_rules! field {
    ([String] secret) => { SecretString };
    ([Option<String>] secret) => { Option<SecretString> };
    ([$($type:tt)+]) => { $($type)+ };
}

/// Core has these.
macro_rules! values {
    ($($table:tt)+) => {};
}

infisical_e2ee_bindings_surface::surface_inputs!(inputs, values);
