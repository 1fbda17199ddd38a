//! The plan of a rotation: everything that can prevent it is found before the first change.

use std::collections::VecDeque;

use super::recipients::Recipients;
use super::result::{KeyRotation, warning};
use crate::api::approval_policies::{self, PolicyList};
use crate::api::blind_indices;
use crate::api::bots::BotRecord;
use crate::api::secrets::Place;
use crate::api::workspaces::{self, OneWorkspace};
use crate::client::call::{Call, Evidence};
use crate::client::keys::Succession;
use crate::client::programs::ServiceTokenInfo;
use crate::client::secrets::SecretFailure;
use crate::crypto::ExpectedFingerprint;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The most folders of a project; a server that lies about them could add folders without end.
const MOST_FOLDERS: usize = 10_000;

/// The most secrets that are reported as preventing the rotation: each takes memory.
const MOST_FAILURES: usize = 1_000;

pub(super) struct Plan {
    pub(super) project: String,
    pub(super) keys: Succession,
    pub(super) recipients: Recipients,
    pub(super) bot: BotRecord,
    pub(super) secrets: usize,
    pub(super) outdated: usize,
    pub(super) service_tokens: Vec<ServiceTokenInfo>,
    failures: Vec<SecretFailure>,
}

impl Plan {
    /// Fails if the rotation cannot be carried out completely.
    pub(super) fn check_possible(&self, share_with_server: bool) -> Result<()> {
        let project = &self.project;
        if let [first, others @ ..] = self.failures.as_slice() {
            return Err(Error::new(
                first.error.kind(),
                format!(
                    "project {project}: {} of {} secrets prevent the rotation of the key. Nothing \
                     was changed. The first: {}",
                    others.len() + 1,
                    self.secrets,
                    first.error.message()
                ),
            ));
        }
        if self.bot.is_active && !share_with_server {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!(
                    "project {project}: the server has a copy of the key. Nothing was changed. Stop \
                     sharing the key with the server, or set share_with_server to give it the new \
                     key too"
                ),
            ));
        }
        Ok(())
    }

    pub(super) fn into_result(self, rotated: bool) -> KeyRotation {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        KeyRotation {
            project_id: self.project,
            rotated,
            secrets: number(self.secrets),
            re_encrypted: number(self.outdated),
            members: self.recipients.others.into_iter().map(|(member, _)| member).collect(),
            members_without_key: self.recipients.without_key,
            warning: warning(self.service_tokens.len()),
            service_tokens: self.service_tokens,
            shared_with_server: self.bot.is_active,
            failures: self.failures,
        }
    }
}

impl Call {
    pub(super) async fn rotation_plan(
        &self,
        project: &str,
        expected: Option<&[ExpectedFingerprint]>,
    ) -> Result<Plan> {
        let found: OneWorkspace =
            self.send_authorized(workspaces::get(project)).await?.json().await?;
        if found.workspace.key_is_the_servers() {
            return Err(Error::new(
                ErrorKind::UnsupportedByServer,
                format!(
                    "project {project}: the server created the key of this project and keeps it, so \
                     a new key could not be rotated in without the server. Remove the members who \
                     must not read it any more, and change the values"
                ),
            ));
        }
        let recipients = self.rotation_recipients(project, expected).await?;
        self.check_no_approval(project).await?;
        self.check_blind_indices(project).await?;
        let bot = self.bot(project).await?;
        let service_tokens = self.tokens_with_old_key(project).await?;
        let keys = self.succession(project).await?;

        let (mut secrets, mut outdated, mut failures) = (0, 0, Vec::new());
        for place in self.all_places(project).await? {
            let found = self.inspect(&place, &keys).await?;
            self.deadline.renew();
            secrets += found.secrets;
            outdated += found.outdated.len();
            failures.extend(found.failures);
            failures.truncate(MOST_FAILURES);
        }
        if failures.is_empty() {
            let evidence = if secrets == 0 { Evidence::None } else { Evidence::Opens };
            self.check_succession(project, &keys, evidence)?;
        }
        let project = project.to_owned();
        Ok(Plan { project, keys, recipients, bot, secrets, outdated, service_tokens, failures })
    }

    /// Every folder of every environment.
    pub(super) async fn all_places(&self, project: &str) -> Result<Vec<Place>> {
        let mut waiting: VecDeque<Place> = VecDeque::new();
        for environment in self.project(project).await?.environments {
            let (workspace_id, path) = (project.to_owned(), Some("/".to_owned()));
            waiting.push_back(Place { workspace_id, environment: environment.slug, path });
        }
        let mut places = Vec::new();
        while let Some(place) = waiting.pop_front() {
            let folders = match self.folders(&place).await {
                // The folder was deleted meanwhile.
                Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
                result => result?,
            };
            self.deadline.renew();
            for folder in folders {
                waiting.push_back(Place { path: Some(folder.path), ..place.clone() });
            }
            places.push(place);
            if places.len() + waiting.len() > MOST_FOLDERS {
                return Err(Error::new(
                    ErrorKind::InvalidResponse,
                    format!("project {project}: the server lists more than {MOST_FOLDERS} folders"),
                ));
            }
        }
        Ok(places)
    }

    /// A policy would turn each change into a request for approval.
    async fn check_no_approval(&self, project: &str) -> Result<()> {
        let is_missing =
            |kind| matches!(kind, ErrorKind::NotFound | ErrorKind::UnsupportedByServer);
        let mut answer = self.send_authorized(approval_policies::list(project)).await;
        if answer.as_ref().is_err_and(|error| is_missing(error.kind())) {
            answer = self.send_authorized(approval_policies::list_v2(project)).await;
        }
        let list: PolicyList = match answer {
            // Such a server has none, or it answers a change with the request for approval.
            Err(error) if is_missing(error.kind()) => return Ok(()),
            result => result?.json().await?,
        };
        let Some(policy) = list.policies.first() else { return Ok(()) };
        let name = policy.name.as_deref().unwrap_or_default();
        Err(Error::new(
            ErrorKind::PermissionDenied,
            format!(
                "project {project}: its approval policies, such as {:?}, would hold back the \
                 changes. Nothing was changed. Delete the policies, rotate the key, and create them \
                 again",
                Shown(name)
            ),
        ))
    }

    /// Secrets without an index cannot be written by name.
    async fn check_blind_indices(&self, project: &str) -> Result<()> {
        let have_all: bool = match self.send_authorized(blind_indices::status(project)).await {
            Err(error) if error.kind() == ErrorKind::UnsupportedByServer => return Ok(()),
            result => result?.json().await?,
        };
        if have_all {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Conflict,
            format!(
                "project {project}: some secrets have no blind index, so the server cannot find \
                 them by name. Nothing was changed. Call projects.enable_blind_indices first"
            ),
        ))
    }

    async fn tokens_with_old_key(&self, project: &str) -> Result<Vec<ServiceTokenInfo>> {
        match self.service_tokens(Some(project.to_owned())).await {
            Err(error) if error.kind() == ErrorKind::UnsupportedByServer => Ok(Vec::new()),
            result => result,
        }
    }
}
