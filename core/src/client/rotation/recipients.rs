//! Who gets the new key.

use crate::api::members::MemberRecord;
use crate::client::access::Member;
use crate::client::call::Call;
use crate::client::keys::public_key;
use crate::crypto::{ExpectedFingerprint, PublicKey};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The members of a project, as its rotation sees them.
pub(super) struct Recipients {
    /// The user's own id.
    pub(super) own_id: String,
    /// The other members with their public keys.
    pub(super) others: Vec<(Member, PublicKey)>,
    pub(super) without_key: Vec<Member>,
}

impl Call {
    /// Fails unless the user is an administrator, and all public keys are safe and expected.
    pub(super) async fn rotation_recipients(
        &self,
        project: &str,
        expected: Option<&[ExpectedFingerprint]>,
    ) -> Result<Recipients> {
        let own_id = self.current_user().await?.id.clone();
        let records = self.members_with_keys(project).await?;
        let is_own =
            |record: &&MemberRecord| record.user.as_ref().is_some_and(|user| user.id() == own_id);
        let (own, others): (Vec<_>, Vec<_>) = records.iter().partition(is_own);
        if !own.iter().any(|record| record.roles().iter().any(|role| role == "admin")) {
            return Err(Error::new(
                ErrorKind::PermissionDenied,
                format!(
                    "project {project}: only an administrator of the project can rotate its key, \
                     because others may not see all secrets. Nothing was changed"
                ),
            ));
        }
        let mut recipients = Recipients { own_id, others: Vec::new(), without_key: Vec::new() };
        for record in others {
            let member = Member::from(record);
            if record.user.as_ref().is_none_or(|user| user.public_key.is_none()) {
                recipients.without_key.push(member);
                continue;
            }
            let key = public_key(record)?;
            check_expected(&member, &key, expected)?;
            let fingerprint = key.fingerprint().sha256;
            let (id, email) = (&member.user_id, &member.email);
            self.check_recipient(id, email, fingerprint, expected.is_some()).await?;
            recipients.others.push((member, key));
        }
        Ok(recipients)
    }
}

fn check_expected(
    member: &Member,
    key: &PublicKey,
    expected: Option<&[ExpectedFingerprint]>,
) -> Result<()> {
    if expected.is_none_or(|expected| expected.iter().any(|one| one.matches(key))) {
        return Ok(());
    }
    let fingerprint = key.fingerprint().sha256;
    Err(Error::new(
        ErrorKind::IntegrityViolation,
        format!(
            "the public key of {} has fingerprint {fingerprint}, which is not expected. They were \
             given no key. Ask them for their fingerprint; if it is another, do not trust this \
             server",
            Shown(&member.email)
        ),
    ))
}
