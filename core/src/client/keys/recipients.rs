//! Checks of the recipients of project keys.

use crate::api::keys;
use std::collections::HashMap;

use crate::api::members::{self as api, Colleagues, MemberRecord, MemberRecords};
use crate::client::call::{Call, crypto_failure};
use crate::crypto::{ExpectedFingerprint, PublicKey, Sealed, SystemEntropy};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// The setter of a request that seals to a member, for its field `expect_fingerprint`.
macro_rules! fingerprint_setter {
    () => {
        /// The fingerprint of the public key to seal to, learned from its owner and not from the
        /// server, in any form of a [`Fingerprint`](crate::Fingerprint). With any other key the call
        /// fails and nothing is sealed. Not checked by default.
        pub fn expect_fingerprint(mut self, fingerprint: impl Into<String>) -> Self {
            self.expect_fingerprint = Some(fingerprint.into());
            self
        }
    };
}

pub(crate) use fingerprint_setter;

impl Call {
    pub(crate) async fn member_records(&self, project: &str) -> Result<Vec<MemberRecord>> {
        let request = api::list(self.era().await?, project);
        let list: MemberRecords = self.send_authorized(request).await?.json().await?;
        Ok(list.memberships)
    }

    /// The members with their public keys. Today's servers send those only with the members of the
    /// organization.
    pub(crate) async fn members_with_keys(&self, project: &str) -> Result<Vec<MemberRecord>> {
        let mut members = self.member_records(project).await?;
        if self.era().await?.is_modern() {
            let mut keys = self.listed_keys().await?;
            for user in members.iter_mut().filter_map(|member| member.user.as_mut()) {
                user.public_key = keys.remove(&user.id());
            }
        }
        Ok(members)
    }

    /// The public keys of the members of the session's organization, by user.
    async fn listed_keys(&self) -> Result<HashMap<String, String>> {
        let Some(organization) = self.session_organization().await? else {
            return Ok(HashMap::new());
        };
        let response = self.send_authorized(api::colleagues(&organization)).await?;
        let colleagues = response.json::<Colleagues>().await?.memberships;
        let keys = colleagues.into_iter().filter_map(|member| {
            let user = member.user?;
            Some((user.id(), user.public_key?))
        });
        Ok(keys.collect())
    }

    /// The key of a project, sealed for a recipient.
    pub(crate) async fn sealed_for(&self, project: &str, recipient: &PublicKey) -> Result<Sealed> {
        let key = self.proven_key(project, None).await?;
        let private_key = self.private_key().await?;
        key.seal_for(recipient, &private_key, &mut SystemEntropy).map_err(crypto_failure)
    }

    /// The public key of a member to seal to: safe, the expected one, and the same as before.
    pub(crate) async fn recipient(
        &self,
        member: &MemberRecord,
        expected: Option<&ExpectedFingerprint>,
    ) -> Result<PublicKey> {
        let (id, email, text) = described(member);
        self.recipient_called(&id, email, text, expected).await
    }

    /// The public key `text` of `whom`, who has the id, to seal to: safe, the expected one, and the
    /// same as before.
    pub(crate) async fn recipient_called(
        &self,
        id: &str,
        whom: &str,
        text: Option<&str>,
        expected: Option<&ExpectedFingerprint>,
    ) -> Result<PublicKey> {
        let key = checked_public_key(whom, text, expected)?;
        self.check_recipient(id, whom, key.fingerprint().sha256, expected.is_some()).await?;
        Ok(key)
    }

    pub(crate) async fn upload_key(
        &self,
        project: &str,
        user_id: &str,
        sealed: &Sealed,
    ) -> Result<()> {
        let upload = keys::upload(self.era().await?, project, user_id, sealed)?;
        self.send_authorized(upload).await?;
        Ok(())
    }
}

/// The public key of a member, if it is safe.
pub(crate) fn public_key(member: &MemberRecord) -> Result<PublicKey> {
    let (_, email, text) = described(member);
    checked_public_key(email, text, None)
}

/// The id, e-mail address and public key of a member.
fn described(member: &MemberRecord) -> (String, &str, Option<&str>) {
    let user = member.user.as_ref();
    let email = user.and_then(|user| user.email.as_deref()).unwrap_or("the member");
    let id = user.map(|user| user.id()).unwrap_or_default();
    (id, email, user.and_then(|user| user.public_key.as_deref()))
}

/// Parses the public key `text` of `whom`, and checks that it is safe and the expected one.
fn checked_public_key(
    whom: &str,
    text: Option<&str>,
    expected: Option<&ExpectedFingerprint>,
) -> Result<PublicKey> {
    let Some(text) = text else {
        return Err(Error::new(
            ErrorKind::KeyUnavailable,
            format!("{whom} has no public key yet. They must finish signing up first"),
        ));
    };
    let untrusted = |reason: &str| {
        let message = format!(
            "the public key of {whom} {reason}. Nothing was shared. Do not trust this server until \
             you know why"
        );
        Err(Error::new(ErrorKind::IntegrityViolation, message))
    };
    match PublicKey::from_base64(text) {
        Err(_) => untrusted("is not secure: others could decrypt what is encrypted for it"),
        Ok(key) if expected.is_some_and(|one| !one.matches(&key)) => {
            untrusted("does not have the expected fingerprint")
        }
        Ok(key) => Ok(key),
    }
}

/// Parses a fingerprint that the program gives as an option, in any form.
pub(crate) fn expected_fingerprint(option: &str, text: &str) -> Result<ExpectedFingerprint> {
    ExpectedFingerprint::parse(text).map_err(|error| {
        let message = format!("the option {option} has {:?}: {error}", Shown(text));
        Error::new(ErrorKind::InvalidInput, message)
    })
}

/// The fingerprint in the option `expect_fingerprint`, if it is given.
pub(crate) fn expect_fingerprint(text: Option<&str>) -> Result<Option<ExpectedFingerprint>> {
    text.map(|text| expected_fingerprint("expect_fingerprint", text)).transpose()
}
