//! Lists that are read only if they changed.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::read::ListSecrets;
use crate::api::secrets::Place;
use crate::client::call::{Call, Client, Lists, awaitable};
use crate::client::keys::Route;
use crate::client::projects::GivenLocation;
use crate::client::secrets::filter::Filter;
use crate::client::secrets::list::{SecretFailure, SecretList};
use crate::client::secrets::read_options::ReadOptions;
use crate::client::secrets::secret::Secrets;
use crate::{Error, ErrorKind, Result, SecretString, http};

/// The digits that say which list an ETag belongs to.
const QUESTION_DIGITS: usize = 16;

impl Secrets {
    /// Reads every secret of a place if the list changed since an earlier one.
    ///
    /// The server compares. If the list is unchanged, the server sends nothing, and the result is
    /// `None`: a program that polls saves the transfer and the decryption. A new list has a new
    /// `etag` for the next call. The ETag of a list with other options, of another place or of
    /// another credential is ignored, and the list is read; also if the client's trust store has
    /// learned something since. The errors are those of [`list`](Self::list), and one more.
    ///
    /// A list has an `etag` if one answer of the server decides about all of it: not if it is
    /// empty, if a secret does not decrypt, if values refer to other folders, or if the client read
    /// several folders. A server that decrypts the secrets may derive it from their values: keep it
    /// as confidential as the list.
    ///
    /// # Arguments
    /// - `etag`: `etag` of the earlier [`SecretList`].
    ///
    /// # Errors
    /// - [`ErrorKind::InvalidInput`] if `etag` is not one of a list of secrets.
    pub fn list_if_changed(&self, etag: impl Into<String>) -> ListSecretsIfChanged {
        self.list().if_changed(etag)
    }
}

impl ListSecrets {
    /// The list only if it changed since the one with this ETag. See
    /// [`Secrets::list_if_changed`].
    pub fn if_changed(self, etag: impl Into<String>) -> ListSecretsIfChanged {
        ListSecretsIfChanged { client: self.client.clone(), list: self, etag: etag.into().into() }
    }
}

/// Lists secrets if they changed, when awaited. See [`ListSecrets::if_changed`] for options, and
/// [`Secrets::list_if_changed`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListSecretsIfChanged {
    client: Client,
    list: ListSecrets,
    etag: SecretString,
}

awaitable!(ListSecretsIfChanged => Option<SecretList>, |this, call| {
    let ListSecrets { options, filter, location, .. } = this.list;
    call.list_if_changed(this.etag.expose(), options, &filter, location).await
});

impl Call {
    async fn list_if_changed(
        &self,
        etag: &str,
        options: ReadOptions,
        filter: &Filter,
        location: GivenLocation,
    ) -> Result<Option<SecretList>> {
        let (question, known) = parsed(etag)?;
        let place = self.place_listed(options, filter, location).await?;
        let asked = self.question(options, filter, &place).await?;
        let known = known.filter(|_| question == asked);
        let conditional = Self { lists: Arc::new(Lists::unless(known)), ..self.clone() };
        match conditional.list_at(options, filter, &place).await {
            Err(_) if conditional.lists.is_unchanged() => {}
            result => return result.map(Some),
        }
        // The server may have got the key of the project meanwhile.
        if self.question(options, filter, &place).await? == asked {
            return Ok(None);
        }
        self.list_at(options, filter, &place).await.map(Some)
    }

    /// What the caller keeps to ask for changes; none if the list depends on more than one answer.
    /// None for an empty list: servers list a deleted folder as an empty one. None if a secret does
    /// not decrypt: with another key it may.
    pub(super) async fn etag(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
        list: &SecretList,
    ) -> Result<Option<SecretString>> {
        let decrypts =
            |failure: &SecretFailure| failure.error.kind() != ErrorKind::DecryptionFailed;
        let is_final = !list.is_empty() && list.failures().iter().all(decrypts);
        let Some(etag) = self.lists.etag().filter(|_| is_final) else { return Ok(None) };
        let question = self.question(options, filter, place).await?;
        Ok(Some(format!("{question}-{etag}").into()))
    }

    /// What was asked for, with which kind of credential, what the trust store knows, and whether
    /// the server has a copy of the project's key. Lists can differ in these although the server's
    /// answers are the same.
    async fn question(
        &self,
        options: ReadOptions,
        filter: &Filter,
        place: &Place,
    ) -> Result<String> {
        let project = &place.workspace_id;
        let credential = std::mem::discriminant(self.credential()?);
        let known = match self.route(project).await? {
            Route::Encrypted => self.watch().await?.map(|watch| watch.change()),
            Route::Raw(_) => None,
        };
        let is_shared = self.shared.key_copies.server_has(project);
        let place = (project, place.names());
        // Not Shown: only its digest is used.
        let text = format!("{credential:?} {place:?} {options:?} {filter:?} {known:?} {is_shared}");
        let mut digits = hex::encode(Sha256::digest(text));
        digits.truncate(QUESTION_DIGITS);
        Ok(digits)
    }
}

/// The question and the server's ETag.
fn parsed(etag: &str) -> Result<(&str, Option<String>)> {
    match etag.split_once('-') {
        Some((question, server)) if question.len() == QUESTION_DIGITS && !server.is_empty() => {
            Ok((question, http::etag(server)))
        }
        _ => Err(Error::new(
            ErrorKind::InvalidInput,
            "this is not the ETag of a list of secrets. Pass the etag of a list that was read, or \
             read the list",
        )),
    }
}
