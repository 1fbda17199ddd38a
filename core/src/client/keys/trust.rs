//! Whether the client trusts a project key: who sealed it, and which secrets it decrypts.
//!
//! The server says who sealed a copy and gives that user's public key in the same answer. So a copy
//! that opens proves nothing: the server can seal a key of its own. What it cannot do is to seal as
//! the user, and a planted key opens none of the secrets that members wrote.

use std::sync::Arc;

use crate::api::secrets::{self as api, Place, SecretRecords};
use crate::client::call::{Call, Evidence, Kind, KnownKey, Sealer, blocking};
use crate::crypto::{ProjectKey, PublicKey};
use crate::{Error, ErrorKind, Result};

/// The most environments that are searched for a secret that the key opens.
const ENVIRONMENTS_SEARCHED: usize = 8;

impl Call {
    /// The key of a project, to encrypt under it or to share it. `place` is where the call writes,
    /// if it writes secrets.
    ///
    /// Fails with [`ErrorKind::IntegrityViolation`] if the server may have planted the key.
    pub(crate) async fn proven_key(
        &self,
        project: &str,
        place: Option<&Place>,
    ) -> Result<Arc<ProjectKey>> {
        if let Kind::ServiceToken(_) = self.credential()? {
            // The token contains the key, so there is no sealed copy to check.
            return self.project_key(project).await;
        }
        let mut known = self.known_key(project).await?;
        let mut failure = None;
        // Search again: damaged secrets may have been repaired since.
        let is_doubted = known.sealer == Sealer::Trusted && known.evidence == Evidence::Fails;
        if known.evidence == Evidence::None || is_doubted {
            (known.evidence, failure) = self.gather_evidence(project, place, &known.key).await?;
            self.shared.replace_evidence(project, &known);
        }
        match (check(project, &known, self.shared.require_e2ee), failure) {
            // A failed search is not evidence of an attack.
            (Err(_), Some(failure)) if known.evidence == Evidence::None => Err(failure),
            (result, _) => result.map(|()| known.key),
        }
    }

    /// Who sealed a copy of a project key, as far as the client may believe it.
    pub(super) fn sealer(
        &self,
        project: &str,
        sender: &PublicKey,
        own: &PublicKey,
    ) -> Result<Sealer> {
        let is_given = match self.credential()? {
            // The credential says who granted it the key, or nothing was known of them.
            Kind::ServiceAccount(account) => account.granted_by.is_some(),
            _ => sender == own,
        };
        let mut trusted = self.shared.trusted_sealers.iter();
        if is_given || trusted.any(|one| one.matches(sender)) {
            return Ok(Sealer::Trusted);
        }
        let fingerprint = sender.fingerprint().sha256;
        if self.shared.require_trusted_sealer {
            return Err(untrusted(
                project,
                &fingerprint,
                "and this client requires a trusted sealer. Nothing was read or written",
            ));
        }
        Ok(Sealer::Unknown(fingerprint))
    }

    /// Looks for secrets that the project has already, until the key opens one. Also returns the
    /// first failure of the search.
    async fn gather_evidence(
        &self,
        project: &str,
        place: Option<&Place>,
        key: &Arc<ProjectKey>,
    ) -> Result<(Evidence, Option<Error>)> {
        let (mut evidence, mut failure) = (Evidence::None, None);
        for searched in self.places_searched(project, place).await? {
            match self.evidence_at(&searched, key).await {
                Ok(found) => evidence = evidence.and(found),
                Err(error) => {
                    failure.get_or_insert(error);
                }
            }
            if matches!(evidence, Evidence::Opens | Evidence::Mixed) {
                break;
            }
        }
        Ok((evidence, failure))
    }

    /// Where the call writes, then the roots of this environment and of others.
    async fn places_searched(&self, project: &str, place: Option<&Place>) -> Result<Vec<Place>> {
        let root = self.era().await?.has_folders().then(|| "/".to_owned());
        let mut places: Vec<Place> = place.cloned().into_iter().collect();
        let written = place.map(|place| place.environment.clone());
        let others = self.environments_searched(project).await?;
        let others = others.into_iter().filter(|slug| Some(slug) != written.as_ref());
        for environment in written.clone().into_iter().chain(others.take(ENVIRONMENTS_SEARCHED)) {
            let workspace_id = project.to_owned();
            let searched = Place { workspace_id, environment, path: root.clone() };
            if !places.contains(&searched) {
                places.push(searched);
            }
        }
        Ok(places)
    }

    /// The environments of a project, as far as the credential may ask for them.
    async fn environments_searched(&self, project: &str) -> Result<Vec<String>> {
        match self.credential()? {
            Kind::ServiceAccount(_) | Kind::ServiceTokenV3(_) => Ok(Vec::new()),
            _ => self.environment_slugs(project).await.map(|slugs| slugs.to_vec()),
        }
    }

    async fn evidence_at(&self, place: &Place, key: &Arc<ProjectKey>) -> Result<Evidence> {
        let response = match self.send_authorized(api::list(place)).await {
            Err(error) if hides_secrets(error.kind()) => return Ok(Evidence::None),
            result => result?,
        };
        let records: SecretRecords = response.json().await?;
        let key = Arc::clone(key);
        blocking(move || Evidence::of(records.secrets.iter().map(|record| record.name_opens(&key))))
            .await
    }
}

/// Whether the error says only that the credential sees no secrets there.
fn hides_secrets(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::PermissionDenied)
}

/// Fails unless the key may be used to write.
pub(super) fn check(project: &str, known: &KnownKey, require_e2ee: bool) -> Result<()> {
    match (&known.sealer, known.evidence) {
        (_, Evidence::Opens) | (Sealer::Trusted, Evidence::None | Evidence::Mixed) => Ok(()),
        // A caller that lets the server read secrets accepts its key for an empty project.
        (Sealer::Unknown(_), Evidence::None) if !require_e2ee => Ok(()),
        (Sealer::Trusted, Evidence::Fails) => Err(Error::new(
            ErrorKind::IntegrityViolation,
            format!(
                "project {project}: the key that the server gave opens none of the project's \
                 secrets. It may be the key of another project. Nothing was written. Compare with \
                 another member; if the secrets are damaged, delete them first"
            ),
        )),
        (Sealer::Unknown(fingerprint), Evidence::None) => Err(untrusted(
            project,
            fingerprint,
            "and at the roots of the environments there is no secret that proves the key. Nothing \
             was written",
        )),
        (Sealer::Unknown(fingerprint), Evidence::Fails | Evidence::Mixed) => Err(untrusted(
            project,
            fingerprint,
            "and the key does not open all of the project's secrets. The server may have replaced \
             it. Nothing was written. If the secrets were repaired since, create a new client",
        )),
    }
}

fn untrusted(project: &str, fingerprint: &str, what: &str) -> Error {
    Error::new(
        ErrorKind::IntegrityViolation,
        format!(
            "project {project}: its key was sealed by the public key with fingerprint \
             {fingerprint}, which this client does not know, {what}. Ask the member who shared the \
             project for the fingerprint of their public key. If it is the same, add it to the \
             option trusted_sealers"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(sealer: Sealer, evidence: Evidence) -> KnownKey {
        let key = ProjectKey::from_text("00112233445566778899aabbccddeeff").unwrap();
        KnownKey { key: Arc::new(key), sealer, evidence }
    }

    #[test]
    fn check_accepts_a_key_that_opens_all_or_that_the_user_sealed() {
        let unknown = || Sealer::Unknown("ab".repeat(32));
        for (sealer, evidence, require_e2ee, accepted) in [
            (Sealer::Trusted, Evidence::None, true, true),
            (Sealer::Trusted, Evidence::Opens, true, true),
            (Sealer::Trusted, Evidence::Mixed, true, true),
            (Sealer::Trusted, Evidence::Fails, false, false),
            (unknown(), Evidence::None, true, false),
            (unknown(), Evidence::None, false, true),
            (unknown(), Evidence::Opens, true, true),
            (unknown(), Evidence::Mixed, false, false),
            (unknown(), Evidence::Fails, false, false),
        ] {
            let what = format!("{sealer:?} {evidence:?} {require_e2ee}");
            match check("p1", &known(sealer, evidence), require_e2ee) {
                Ok(()) => assert!(accepted, "{what}"),
                Err(error) => {
                    assert!(!accepted, "{what}");
                    assert_eq!(error.kind(), ErrorKind::IntegrityViolation, "{what}");
                    assert!(error.message().contains("p1"), "{error}");
                }
            }
        }
    }

    #[test]
    fn untrusted_names_the_fingerprint_and_the_option() {
        let message = untrusted("p1", "abcd", "and so on").message().to_owned();
        assert!(message.contains("abcd") && message.contains("trusted_sealers"), "{message}");
    }
}
