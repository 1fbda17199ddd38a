//! The slugs of the tags of secrets.

use crate::api::secrets::{SecretRecord, TagRef};
use crate::client::call::Call;
use crate::{ErrorKind, Result};

impl Call {
    /// Replaces the tag ids of May 2023 by slugs, if the credential can list tags.
    pub(super) async fn name_tags(
        &self,
        records: &mut [SecretRecord],
        project: &str,
    ) -> Result<()> {
        let unnamed =
            |record: &SecretRecord| !record.tag_ids().is_empty() && record.tag_slugs().is_none();
        if !records.iter().any(unnamed) || self.require_session().is_err() {
            return Ok(());
        }
        self.lists.depends_on_more();
        let tags = match self.tags(project).await {
            Ok(tags) => tags,
            // A credential that can read secrets may not be allowed to list tags.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return Ok(()),
            Err(error) => return Err(error),
        };
        for reference in records.iter_mut().flat_map(|record| &mut record.tags).flatten() {
            if let Some(tag) = tags.iter().find(|tag| tag.id == reference.id()) {
                *reference = TagRef::Tag { id: tag.id.clone(), slug: tag.slug.clone() };
            }
        }
        Ok(())
    }
}
