//! Moving secrets in one request, where the server encrypts them and can move them itself.

use super::moves::MoveResult;
use super::transfer::{Step, Transfer};
use crate::api::approval_policies::{self, PolicyOfPlace};
use crate::api::raw_batch::{self, Moved};
use crate::api::raw_secrets::Version;
use crate::api::secrets::{Place, subject};
use crate::client::call::{Call, Kind};
use crate::client::keys::Route;
use crate::{Error, ErrorKind, Result};

/// The number of secrets in one request.
const MOST_IN_A_REQUEST: usize = 500;

impl Transfer<'_> {
    /// Whether the server moves secrets of these places: since October 2024, for users and
    /// identities. Where a policy asks for approval, the server may delete a secret at the source
    /// before the destination has it, so the client moves it.
    pub(super) async fn server_moves(&self) -> Result<bool> {
        let version = match self.call.route(&self.from.workspace_id).await? {
            Route::Raw(version) if self.call.era().await?.is_since_october_2024() => version,
            _ => return Ok(false),
        };
        let credential = self.call.credential()?;
        if let Kind::ServiceToken(_) = credential {
            return Ok(false);
        }
        // Policies do not apply to identities.
        Ok(credential.is_identity()
            || (self.call.is_free_to_change(version, &self.from).await?
                && self.call.is_free_to_change(version, &self.to).await?))
    }

    /// Moves secrets in one request, and checks that they are at the destination.
    pub(super) async fn move_by_server(
        &self,
        steps: &[Step],
        result: &mut MoveResult,
    ) -> Result<()> {
        for steps in steps.chunks(MOST_IN_A_REQUEST) {
            let ids: Vec<_> = steps.iter().map(|step| step.secret.id.as_str()).collect();
            let call = self.call;
            let version = call.raw_version().await?;
            let slug = match version {
                Version::V3 => Some(call.project_slug(&self.from.workspace_id).await?),
                Version::V4 => None,
            };
            let places = (&self.from, &self.to);
            let request =
                raw_batch::move_all(version, &ids, slug.as_deref(), places, self.overwrite)?;
            let moved: Moved = call.send_authorized(request).await?.json().await?;
            result.source_updated |= moved.is_source_updated;
            result.destination_updated |= moved.is_destination_updated;
            self.check_moved(steps, result).await?;
            call.deadline.step_done(format!("{} secrets", result.moved.len()));
        }
        Ok(())
    }

    async fn check_moved(&self, steps: &[Step], result: &mut MoveResult) -> Result<()> {
        let mut source = self.call.shared_secrets(&self.from).await?;
        for (Step { secret, .. }, has_arrived) in steps.iter().zip(self.have_arrived(steps).await?)
        {
            if !has_arrived {
                return Err(lost(&secret.name, &self.to, "the destination does not have it"));
            }
            if source.take(&secret.name).is_some() {
                return Err(lost(&secret.name, &self.from, "the source still has it"));
            }
            result.moved.push(secret.name.clone());
        }
        Ok(())
    }
}

impl Step {
    /// Whether a move by the server keeps everything. It leaves a secret of the same value at the
    /// destination as it is, and changes references in the moved secrets. Servers of October 2024
    /// move no tags and metadata.
    pub(super) fn suits_server(&self, version: Version) -> bool {
        let value = &self.secret.value;
        let moves_all = version == Version::V4
            || (self.tags_to_set().is_none() && self.metadata_to_set().is_none());
        moves_all
            && !value.expose().contains("${")
            && self.there.as_ref().is_none_or(|(there, _)| there.value != *value)
    }
}

impl Call {
    /// Whether no policy asks for approval of changes in a place. Says no if it cannot be known.
    async fn is_free_to_change(&self, version: Version, place: &Place) -> Result<bool> {
        match self.send_authorized(approval_policies::of_place(version, place)).await {
            Ok(response) => Ok(response.json::<PolicyOfPlace>().await?.policy.is_none()),
            Err(error)
                if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::NotFound) =>
            {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

fn lost(name: &str, place: &Place, what: &str) -> Error {
    let message = format!(
        "{}: the server says that it moved the secret, but {what}. Read both places before you \
         write again",
        subject(name, place)
    );
    Error::new(ErrorKind::IntegrityViolation, message)
}
