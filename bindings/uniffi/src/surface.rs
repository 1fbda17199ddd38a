//! The records and operations of the common table, as UniFFI's.

#![expect(clippy::too_many_arguments, reason = "a call takes two more than the operation")]

use infisical_e2ee_bindings_common::{self as common, Convert, operations};

use crate::client::NativeClient;
use crate::failure::{NativeError, run};
use crate::progress::OnProgress;

type Bytes = Vec<u8>;

macro_rules! record {
    ($native:ident { $($field:ident: [$($type:tt)+],)+ }) => {
        #[derive(uniffi::Record)]
        pub struct $native {
            $(pub $field: $($type)+,)+
        }
    };
}

macro_rules! inputs {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        record! { $native { $($field: [$($type)+],)+ } }
        common::conversion!($native => operations::$common { $($field)+ });
    )+};
}

macro_rules! records {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        record! { $native { $($field: [$($type)+],)+ } }
        common::conversion!(common::$common => $native { $($field)+ });
    )+};
}

macro_rules! values {
    ($($native:ident = $common:ident {
        $($field:ident: [$($type:tt)+] $($mark:ident)?,)+
    })+) => {$(
        record! { $native { $($field: [$($type)+],)+ } }
        common::conversion!($native => common::$common { $($field)+ });
        common::conversion!(common::$common => $native { $($field)+ });
    )+};
}

macro_rules! operations {
    ($(
        $(#[$doc:meta])*
        $name:ident($($argument:ident: [$($type:tt)+]),* $(,)?) -> [$($output:tt)+];
    )+) => {
        #[uniffi::export]
        impl NativeClient {$(
            $(#[$doc])*
            pub async fn $name(
                &self,
                $($argument: $($type)+,)*
                timeout: Option<f64>,
            ) -> Result<$($output)+, NativeError> {
                run(operations::$name(&self.0 $(, $argument.convert())*), timeout).await
            }
        )+}
    };
}

macro_rules! functions {
    ($(
        $(#[$doc:meta])*
        $native:ident = $name:ident(
            $($argument:ident: [$($type:tt)+]),* $(,)?
        ) -> [$($output:tt)+];
    )+) => {$(
        $(#[$doc])*
        #[uniffi::export]
        pub fn $native($($argument: $($type)+),*) -> Result<$($output)+, NativeError> {
            operations::$name($($argument.convert()),*)
                .map(Convert::convert)
                .map_err(Convert::convert)
        }
    )+};
}

/// The secrets of one place.
#[derive(uniffi::Record)]
pub struct NativeSecretList {
    /// Those that decrypted.
    pub secrets: Vec<NativeSecret>,
    /// Those that did not.
    pub failures: Vec<NativeSecretFailure>,
    /// What a program is told that needs every secret.
    pub incomplete: Option<NativeError>,
    /// Why a process's environment cannot hold them.
    pub no_environment: Option<NativeError>,
    /// Why names and values cannot be a map.
    pub no_map: Option<NativeError>,
    /// The folder that was listed, if the list is recursive.
    pub folder: Option<String>,
    /// Identifies this state of the list.
    pub etag: Option<String>,
}

impl Convert<NativeSecretList> for common::SecretList {
    fn convert(self) -> NativeSecretList {
        NativeSecretList {
            failures: self.failures().to_vec().convert(),
            incomplete: self.check_complete().err().convert(),
            no_environment: self.to_env().err().convert(),
            no_map: self.check_mappable().err().convert(),
            folder: self.folder().map(str::to_owned),
            etag: self.etag().map(str::to_owned),
            secrets: self.into_iter().map(Convert::convert).collect(),
        }
    }
}

common::surface_inputs!(inputs, values);
common::surface_access!(records);
common::surface_projects!(records);
common::surface_secrets!(records, records);
common::surface_operations!(operations, functions);
