//! Stubs of the services that real servers ask about a machine identity: a Kubernetes cluster,
//! a directory, and the clouds. `POST /dev/identity-providers` fills it, and it is lost when the
//! server stops.

use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use super::foreign_jwt::PublicKey;

/// An access key of AWS, and whose it is.
#[derive(Clone, Debug)]
pub(crate) struct AwsKey {
    pub(crate) id: String,
    pub(crate) secret: String,
    pub(crate) account: String,
    pub(crate) arn: String,
}

/// An account of the directory.
#[derive(Clone, Debug)]
pub(crate) struct LdapUser {
    pub(crate) username: String,
    pub(crate) password: String,
    pub(crate) attributes: Value,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) kubernetes_keys: Vec<PublicKey>,
    pub(crate) azure_keys: Vec<PublicKey>,
    pub(crate) gcp_keys: Vec<PublicKey>,
    pub(crate) aws_keys: Vec<AwsKey>,
    pub(crate) ldap_users: Vec<LdapUser>,
}

/// What is known of the providers.
#[derive(Debug, Default)]
pub(crate) struct Providers(Mutex<Known>);

impl Providers {
    pub(crate) fn known(&self) -> Known {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn add(&self, more: Known) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.kubernetes_keys.extend(more.kubernetes_keys);
        known.azure_keys.extend(more.azure_keys);
        known.gcp_keys.extend(more.gcp_keys);
        known.aws_keys.extend(more.aws_keys);
        known.ldap_users.extend(more.ldap_users);
    }
}
