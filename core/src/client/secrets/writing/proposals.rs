//! Changes of secrets that a policy of the project may hold back until they are approved.

use super::create::CreateSecret;
use super::write::{DeleteSecret, UpdateSecret};
use crate::client::call::{Client, awaitable};
use crate::client::secrets::approval::Approval;
use crate::client::secrets::secret::{Secret, SecretType, Secrets};
use crate::{Result, SecretString};

impl Secrets {
    /// Creates a secret, or requests approval if a policy of the project asks for it. Use it
    /// instead of [`create`](Self::create) for projects that may have such a policy: the request
    /// for approval is then the result, not an error.
    ///
    /// # Arguments
    /// - `name`: the secret's name: any text without white space around it, on servers since 2024
    ///   of at most 100 UTF-16 units.
    /// - `value`: the value, which may be empty.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if the name is taken.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is not valid, or
    ///   for white space around a value that is not end-to-end encrypted: servers would remove it,
    ///   except for one newline at the end.
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such environment or
    ///   folder, or for a personal secret if there is no shared one to override.
    /// - [`ErrorKind::PayloadTooLarge`](crate::ErrorKind::PayloadTooLarge) if the value is over
    ///   about 76,000 bytes (May 2023 servers) or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::PermissionDenied`](crate::ErrorKind::PermissionDenied) on servers since 2024
    ///   for a personal secret if the credential is not a user's.
    pub fn propose_create(
        &self,
        name: impl Into<String>,
        value: impl Into<SecretString>,
    ) -> ProposeCreate {
        ProposeCreate { client: self.client.clone(), change: self.create(name, value) }
    }

    /// Changes a secret, or requests approval if a policy of the project asks for it.
    ///
    /// The change is a new value, comment or name. Use this operation instead of [`update`](Self::update) for projects that may have such a
    /// policy: the request for approval is then the result, not an error.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such secret.
    /// - [`ErrorKind::Conflict`](crate::ErrorKind::Conflict) if another secret has the new name.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if nothing to change is given,
    ///   if a name is not valid, if the new name is the old one, for a new name of a personal
    ///   secret, or for white space around a value that is not end-to-end encrypted: servers would
    ///   remove it, except for one newline at the end.
    /// - [`ErrorKind::PayloadTooLarge`](crate::ErrorKind::PayloadTooLarge) if the value is over
    ///   about 76,000 bytes (May 2023 servers) or 785,000 bytes (2024 servers).
    /// - [`ErrorKind::UnsupportedByServer`](crate::ErrorKind::UnsupportedByServer) for a new name
    ///   on May 2023 servers if the credential is not a user's, or for a new comment or name if a
    ///   2024 server decrypts the secret, as for machine identities: it would silently ignore them.
    pub fn propose_update(&self, name: impl Into<String>) -> ProposeUpdate {
        ProposeUpdate { client: self.client.clone(), change: self.update(name) }
    }

    /// Deletes a secret, or requests approval if a policy of the project asks for it. Use it
    /// instead of [`delete`](Self::delete) for projects that may have such a policy: the request
    /// for approval is then the result, not an error. If the result has no request, the secret was
    /// deleted.
    ///
    /// Deleting a shared secret also deletes every user's personal override of it.
    ///
    /// # Arguments
    /// - `name`: the secret's name.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no such secret.
    /// - [`ErrorKind::InvalidInput`](crate::ErrorKind::InvalidInput) if the name is not valid.
    pub fn propose_delete(&self, name: impl Into<String>) -> ProposeDelete {
        ProposeDelete { client: self.client.clone(), change: self.delete(name) }
    }
}

/// The result of a proposed change.
#[derive(Debug, Clone)]
#[must_use = "the change may not have been made"]
pub enum Change<T> {
    /// The change was made; this is the result.
    Applied(T),
    /// The change was not made. It will be made when somebody approves it.
    AwaitingApproval(Approval),
}

/// The setters of all proposals, for the field `change`.
macro_rules! proposal_setters {
    () => {
        /// Id or slug of the project; by default the client's, or the one that the token is for.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.change = self.change.project(id);
            self
        }

        /// Slug of the environment; by default the client's, or the one that the token is for.
        pub fn environment(mut self, slug: impl Into<String>) -> Self {
            self.change = self.change.environment(slug);
            self
        }

        /// Folder, such as `/backend`; by default `/`, or the one path that the token is for.
        pub fn path(mut self, path: impl Into<String>) -> Self {
            self.change = self.change.path(path);
            self
        }

        /// Shared or personal; shared by default. There is no fallback from one to the other.
        pub fn kind(mut self, kind: SecretType) -> Self {
            self.change = self.change.kind(kind);
            self
        }
    };
}

/// Proposes a new secret when awaited. See [`Secrets::propose_create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ProposeCreate {
    client: Client,
    change: CreateSecret,
}

impl ProposeCreate {
    proposal_setters!();

    /// Comment for people, encrypted like the value; none by default.
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.change = self.change.comment(comment);
        self
    }
}

awaitable!(ProposeCreate => Change<Secret>, |this, call| {
    proposed(call.create_secret(this.change).await)
});

/// Proposes a change of a secret when awaited. See [`Secrets::propose_update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ProposeUpdate {
    client: Client,
    change: UpdateSecret,
}

impl ProposeUpdate {
    proposal_setters!();

    /// New value; unchanged by default.
    pub fn value(mut self, value: impl Into<SecretString>) -> Self {
        self.change = self.change.value(value);
        self
    }

    /// New comment; unchanged by default. 2024 servers accept a comment only together with the
    /// value, so the client reads the value first, and a change to it meanwhile is undone.
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.change = self.change.comment(comment);
        self
    }

    /// New name of a shared secret; unchanged by default. Personal secrets that override it keep
    /// the old name, and so stop overriding it; references to it do not follow. On May 2023 servers
    /// only a user can rename a secret.
    pub fn new_name(mut self, name: impl Into<String>) -> Self {
        self.change = self.change.new_name(name);
        self
    }
}

awaitable!(ProposeUpdate => Change<Secret>, |this, call| {
    proposed(call.update_secret(this.change).await)
});

/// Proposes to delete a secret when awaited. See [`Secrets::propose_delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ProposeDelete {
    client: Client,
    change: DeleteSecret,
}

impl ProposeDelete {
    proposal_setters!();
}

awaitable!(ProposeDelete => Change<()>, |this, call| {
    proposed(call.delete_secret(this.change).await)
});

/// Turns an error with a request for approval into a result.
fn proposed<T>(result: Result<T>) -> Result<Change<T>> {
    match result {
        Ok(result) => Ok(Change::Applied(result)),
        Err(error) => match error.approval() {
            Some(approval) => Ok(Change::AwaitingApproval(approval.clone())),
            None => Err(error),
        },
    }
}
