//! Carrying out a rotation.

use std::collections::HashSet;

use super::plan::Plan;
use super::result::KeyRotation;
use super::rotate::RotateKey;
use crate::api::bots;
use crate::client::call::Call;
use crate::client::keys::{Succession, public_key_of};
use crate::crypto::ExpectedFingerprint;
use crate::{Error, ErrorKind, Result};

/// How often all secrets are read again because some were under the old key.
const ROUNDS: usize = 4;

/// How far the secrets are.
struct Count {
    /// The number of secrets under the new key.
    done: usize,
    total: usize,
}

impl Call {
    pub(super) async fn carry_out_rotation(
        &self,
        mut plan: Plan,
        expected: Option<&[ExpectedFingerprint]>,
        this: &RotateKey,
    ) -> Result<KeyRotation> {
        let total = plan.secrets;
        let mut count = Count { done: total - plan.outdated.min(total), total };
        self.report(&count, this);
        match self.rotate(&mut plan, expected, &mut count, this).await {
            Ok(()) => Ok(plan.into_result(true)),
            Err(error) => Err(stopped(error, &count, &plan.project)),
        }
    }

    async fn rotate(
        &self,
        plan: &mut Plan,
        expected: Option<&[ExpectedFingerprint]>,
        count: &mut Count,
        this: &RotateKey,
    ) -> Result<()> {
        if plan.bot.is_active {
            // First, because later servers look for references in what is written, and fail if
            // their key does not open it.
            let sealed = plan.keys.sealed_for(&public_key_of(&plan.bot, &plan.project)?)?;
            let request = bots::set_state(&plan.project, &plan.bot.id(), Some(&sealed))?;
            self.send_authorized(request).await?;
        }
        self.re_encrypt_all(plan, count, this).await?;
        let mut given = HashSet::new();
        self.hand_over(plan, &mut given, expected).await?;
        let (project, own_id) = (plan.project.clone(), plan.recipients.own_id.clone());
        self.replace_own_key(&project, &own_id, &plan.keys).await?;
        // Members who joined and secrets that were written meanwhile have the old key.
        self.hand_over(plan, &mut given, expected).await?;
        self.re_encrypt_all(plan, count, this).await
    }

    /// Reads all secrets until none is under the old key.
    async fn re_encrypt_all(&self, plan: &Plan, count: &mut Count, this: &RotateKey) -> Result<()> {
        for _ in 0..ROUNDS {
            if self.re_encrypt_outdated(&plan.project, &plan.keys, count, this).await? == 0 {
                return Ok(());
            }
        }
        Err(Error::new(
            ErrorKind::Conflict,
            format!(
                "project {}: somebody keeps writing secrets under the old key. Stop the programs \
                 that write to the project",
                plan.project
            ),
        ))
    }

    /// Encrypts what is under the old key, and returns how many secrets that were.
    async fn re_encrypt_outdated(
        &self,
        project: &str,
        keys: &Succession,
        count: &mut Count,
        this: &RotateKey,
    ) -> Result<usize> {
        let mut outdated = 0;
        for place in self.all_places(project).await? {
            let found = self.inspect(&place, keys).await?;
            self.report(count, this);
            if let Some(failure) = found.failures.into_iter().next() {
                return Err(failure.error);
            }
            outdated += found.outdated.len();
            let mut report = |more: usize| {
                count.done = (count.done + more).min(count.total);
                self.report(count, this);
            };
            self.re_encrypt(&found.outdated, &place, keys, &mut report).await?;
        }
        Ok(outdated)
    }

    /// Gives the key to the members who have not got it yet.
    async fn hand_over(
        &self,
        plan: &mut Plan,
        given: &mut HashSet<String>,
        expected: Option<&[ExpectedFingerprint]>,
    ) -> Result<()> {
        plan.recipients = self.rotation_recipients(&plan.project, expected).await?;
        for (member, key) in &plan.recipients.others {
            if !given.contains(&member.user_id) {
                let sealed = plan.keys.sealed_for(key)?;
                self.upload_key(&plan.project, &member.user_id, &sealed).await?;
                self.deadline.renew();
                given.insert(member.user_id.clone());
            }
        }
        Ok(())
    }

    fn report(&self, count: &Count, this: &RotateKey) {
        let Count { done, total } = *count;
        self.deadline.step_done(format!("{done} of {total} secrets"));
        if let Some(progress) = &this.progress {
            progress.report(done, total);
        }
    }
}

/// Adds the progress to the error.
fn stopped(error: Error, count: &Count, project: &str) -> Error {
    let Count { done, total } = count;
    let message = format!(
        "the rotation of the key of project {project} stopped when {done} of {total} secrets were \
         under the new key: {}. Repeat the call to finish",
        error.message()
    );
    let (kind, may_pass) = (error.kind(), error.may_pass());
    error.reclassified(kind, message).with_retryable(may_pass)
}
