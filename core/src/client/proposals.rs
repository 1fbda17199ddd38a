//! Changes of secrets that a policy of the project may hold back until somebody approves them.

use super::{
    Client, CreateSecret, DeleteSecret, Secret, SecretType, Secrets, UpdateSecret, awaitable,
};
use crate::{Result, SecretString};

impl Secrets {
    /// As [`create`](Self::create), for projects that may have a policy of approval: the request
    /// for approval is then the answer, and no error.
    ///
    /// # Errors
    /// Those of [`create`](Self::create).
    pub fn propose_create(
        &self,
        name: impl Into<String>,
        value: impl Into<SecretString>,
    ) -> ProposeCreate {
        ProposeCreate { client: self.client.clone(), change: self.create(name, value) }
    }

    /// As [`update`](Self::update), with a request for approval as an answer.
    ///
    /// # Errors
    /// Those of [`update`](Self::update).
    pub fn propose_update(&self, name: impl Into<String>) -> ProposeUpdate {
        ProposeUpdate { client: self.client.clone(), change: self.update(name) }
    }

    /// As [`delete`](Self::delete), with a request for approval as an answer.
    ///
    /// # Errors
    /// Those of [`delete`](Self::delete).
    pub fn propose_delete(&self, name: impl Into<String>) -> ProposeDelete {
        ProposeDelete { client: self.client.clone(), change: self.delete(name) }
    }
}

/// What became of a proposed change.
#[derive(Debug, Clone)]
#[must_use = "the change may not have been made"]
pub enum Change<T> {
    /// It was made, and this is the result.
    Applied(T),
    /// It was not made. It will be if somebody approves it.
    AwaitingApproval(Approval),
}

/// A request to approve a change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Approval {
    /// The request's id.
    pub id: String,
    /// The server's name for the state: `open` until it is decided.
    pub status: String,
}

/// The setters every proposal has, over its field `change`.
macro_rules! proposal_setters {
    () => {
        /// Id of the project; by default the token's, or the client's.
        pub fn project(mut self, id: impl Into<String>) -> Self {
            self.change = self.change.project(id);
            self
        }

        /// Slug of the environment; by default the client's, or the one the token is for.
        pub fn environment(mut self, slug: impl Into<String>) -> Self {
            self.change = self.change.environment(slug);
            self
        }

        /// Folder, such as `/backend`; by default `/`, or the one path the token is for.
        pub fn path(mut self, path: impl Into<String>) -> Self {
            self.change = self.change.path(path);
            self
        }

        /// Shared or personal; shared by default.
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

    /// A comment for people; none by default.
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

    /// The new value; unchanged by default.
    pub fn value(mut self, value: impl Into<SecretString>) -> Self {
        self.change = self.change.value(value);
        self
    }

    /// The new comment; unchanged by default. See [`UpdateSecret::comment`].
    pub fn comment(mut self, comment: impl Into<SecretString>) -> Self {
        self.change = self.change.comment(comment);
        self
    }

    /// Another name; unchanged by default. See [`UpdateSecret::new_name`].
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

/// Turns the refusal that names a request for approval into an answer.
fn proposed<T>(result: Result<T>) -> Result<Change<T>> {
    match result {
        Ok(result) => Ok(Change::Applied(result)),
        Err(error) => match error.approval() {
            Some(approval) => Ok(Change::AwaitingApproval(approval.clone())),
            None => Err(error),
        },
    }
}
