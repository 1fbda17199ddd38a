//! Copying secrets in one request, where only the server has the key and can copy them itself.

use super::transfer::{Step, Transfer, metadata_of};
use crate::api::raw_batch::{self, Duplicated};
use crate::api::raw_secrets::Version;
use crate::api::secrets::subject;
use crate::client::call::Kind;
use crate::client::keys::Route;
use crate::client::secrets::approval::held_back;
use crate::client::secrets::secret::Secret;
use crate::{Error, ErrorKind, Result};

/// The number of secrets that the server takes in one request.
const MOST_IN_A_REQUEST: usize = 50;

impl Transfer<'_> {
    /// Whether the server copies secrets of these places: today's servers, in projects whose key
    /// only they have, for users and identities.
    pub(super) async fn server_copies(&self) -> Result<bool> {
        let call = self.call;
        if call.route(&self.from.workspace_id).await? != Route::Raw(Version::V4) {
            return Ok(false);
        }
        if let Kind::ServiceToken(_) = call.credential()? {
            return Ok(false);
        }
        call.is_held_by_server_alone(&self.from.workspace_id).await
    }

    /// Copies secrets in as few requests as possible, and checks that they are at the destination.
    /// Returns those that are left, if the server has no route for it.
    pub(super) async fn copy_by_server(
        &self,
        mut steps: Vec<Step>,
        copied: &mut Vec<String>,
    ) -> Result<Vec<Step>> {
        while !steps.is_empty() {
            let left = steps.split_off(steps.len().min(MOST_IN_A_REQUEST));
            let ids: Vec<_> = steps.iter().map(|step| step.secret.id.as_str()).collect();
            let request = raw_batch::duplicate(&ids, (&self.from, &self.to), self.overwrite)?;
            let response = match self.call.send_authorized(request).await {
                Err(error) if is_without_effect(&error) => {
                    steps.extend(left);
                    return Ok(steps);
                }
                result => result?,
            };
            let duplicated: Duplicated = response.json().await?;
            if let Some(approval) = duplicated.results.into_iter().find_map(|one| one.approval) {
                return Err(held_back(&response, approval));
            }
            self.check_copied(&steps, copied).await?;
            self.call.deadline.step_done(format!("{} secrets", copied.len()));
            steps = left;
        }
        Ok(steps)
    }

    async fn check_copied(&self, steps: &[Step], copied: &mut Vec<String>) -> Result<()> {
        for (Step { secret, .. }, has_arrived) in steps.iter().zip(self.have_arrived(steps).await?)
        {
            if !has_arrived {
                let message = format!(
                    "{}: the server says that it copied the secret, but the destination does not \
                     have it. Read the destination before you write again",
                    subject(&secret.name, &self.to)
                );
                return Err(Error::new(ErrorKind::IntegrityViolation, message));
            }
            copied.push(secret.name.clone());
        }
        Ok(())
    }
}

/// Whether the server has no such route. Its route for one secret, with this name, then misses the
/// environment in the body and creates nothing.
fn is_without_effect(error: &Error) -> bool {
    error.is_unknown_route() || error.status() == Some(422)
}

impl Step {
    /// Whether the server copies everything. It replaces nothing by what the source does not have.
    pub(super) fn suits_copy_by_server(&self) -> bool {
        let Secret { value, comment, .. } = &self.secret;
        let has_all = !value.is_empty()
            && !comment.is_empty()
            && !self.tag_ids.is_empty()
            && !metadata_of(&self.secret).is_empty();
        self.there.is_none() || (self.replaces && has_all)
    }
}
