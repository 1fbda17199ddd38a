//! Adding, finding and removing secrets by name.

use rusqlite::Connection;

use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::routes::secrets::place::{Home, owner};
use crate::store::secrets::{self, Content, Kind, NewSecret, Secret};

/// Stores a secret, unless the era takes it for a duplicate or a lone override.
pub(crate) fn insert(
    call: &Call,
    db: &Connection,
    home: &Home,
    kind: Kind,
    index: &str,
    content: &Content,
    version: i64,
) -> Result<Secret, ApiError> {
    let owner = match (kind, call.era()) {
        (Kind::Shared, _) => None,
        (_, Era::Feb24 | Era::Jun24 | Era::Modern) if call.actor.is_program() => {
            return Err(ApiError::PersonalByToken);
        }
        (Kind::Personal, _) => owner(call),
    };
    let namesakes = secrets::by_index(db, home.within(), index)?;
    let exists = match call.era() {
        // May 2023 ignores the environment in this check.
        Era::May23 => secrets::exists_in_project(db, &home.project_id, kind, owner, index)?,
        Era::Feb24 | Era::Jun24 | Era::Modern => pick(&namesakes, kind, owner).is_some(),
    };
    if exists {
        return Err(ApiError::SecretExists);
    }
    if kind == Kind::Personal && pick(&namesakes, Kind::Shared, None).is_none() {
        return Err(ApiError::LoneOverride);
    }
    let new = NewSecret {
        folder_id: &home.folder_id,
        kind,
        user_id: owner,
        blind_index: Some(index),
        version,
        content,
    };
    Ok(secrets::create(db, call.era(), &new)?)
}

/// The secret of that name to be changed.
pub(crate) fn existing(
    call: &Call,
    db: &Connection,
    home: &Home,
    kind: Kind,
    name: &str,
    index: &str,
) -> Result<Secret, ApiError> {
    if kind == Kind::Personal && call.era() != Era::May23 && call.actor.is_program() {
        return Err(ApiError::PersonalByToken);
    }
    let found = secrets::by_index(db, home.within(), index)?;
    pick(&found, kind, owner(call)).cloned().ok_or_else(|| ApiError::SecretNameUnknown {
        name: name.to_owned(),
        index: index.to_owned(),
    })
}

/// Gives a secret the blind index of another name, if no secret has that.
pub(crate) fn rename(
    db: &Connection,
    home: &Home,
    secret: &mut Secret,
    index: String,
) -> Result<(), ApiError> {
    if !secrets::by_index(db, home.within(), &index)?.is_empty() {
        return Err(ApiError::SecretExists);
    }
    secret.blind_index = Some(index);
    Ok(())
}

/// Deletes a secret, a shared one with all personal secrets of its name.
pub(crate) fn remove(
    db: &Connection,
    home: &Home,
    secret: &Secret,
    index: &str,
) -> Result<(), ApiError> {
    secrets::delete(db, &secret.id)?;
    if secret.kind == Kind::Shared {
        for namesake in secrets::by_index(db, home.within(), index)? {
            if namesake.kind == Kind::Personal {
                secrets::delete(db, &namesake.id)?;
            }
        }
    }
    Ok(())
}

/// The first of `found` of that kind and, if personal, that owner.
pub(super) fn pick<'a>(found: &'a [Secret], kind: Kind, owner: Option<&str>) -> Option<&'a Secret> {
    found.iter().find(|secret| {
        secret.kind == kind && (kind == Kind::Shared || secret.user_id.as_deref() == owner)
    })
}
