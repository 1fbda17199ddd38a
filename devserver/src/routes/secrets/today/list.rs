//! The secrets of a folder in plaintext.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::secrets::place::owner;
use crate::routes::secrets::today::entry::Plain;
use crate::routes::secrets::today::imports;
use crate::routes::secrets::today::place::{Opened, Place};
use crate::routes::secrets::today::references::Expander;
use crate::routes::secrets::today::single::says;
use crate::store::folders::{self, Folder};
use crate::store::secrets::{self, Kind, Secret, Within};
use crate::wire::Reply;
use crate::wire::plain::Shape;

/// What the query asks for, other than the place.
struct Wishes {
    with_imports: bool,
    is_expanded: bool,
    is_recursive: bool,
    is_hidden: bool,
    personal: Personal,
    tag_slugs: Vec<String>,
    /// Pairs of key and value that a secret must have, each optional.
    metadata: Vec<(Option<String>, Option<String>)>,
}

/// What becomes of the caller's personal secrets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Personal {
    LeftOut,
    InPlaceOfShared,
    BesideShared,
}

impl Wishes {
    fn read(call: &Call, query: &Form<'_>) -> Self {
        let is_v4 = call.is_v4();
        let imports = if is_v4 { "includeImports" } else { "include_imports" };
        let replaces = is_v4 && says(query, "includePersonalOverrides", false);
        Wishes {
            with_imports: says(query, imports, is_v4),
            is_expanded: says(query, "expandSecretReferences", is_v4),
            is_recursive: says(query, "recursive", false),
            is_hidden: !says(query, "viewSecretValue", true),
            personal: match (is_v4, replaces) {
                (true, true) => Personal::InPlaceOfShared,
                (true, false) => Personal::LeftOut,
                (false, _) => Personal::BesideShared,
            },
            tag_slugs: words(query, "tagSlugs", ','),
            metadata: words(query, "metadataFilter", '|').iter().map(|text| pair(text)).collect(),
        }
    }

    fn admits(&self, secret: &Secret) -> bool {
        let has_tag = self.tag_slugs.is_empty()
            || secret.tags.iter().any(|tag| self.tag_slugs.contains(&tag.slug));
        let metadata: Vec<serde_json::Value> = secret
            .content
            .metadata
            .as_deref()
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default();
        let has = |field: &str, entry: &serde_json::Value, wanted: &Option<String>| {
            wanted.is_none() || entry.get(field).and_then(|it| it.as_str()) == wanted.as_deref()
        };
        has_tag
            && self.metadata.iter().all(|(key, value)| {
                metadata.iter().any(|one| has("key", one, key) && has("value", one, value))
            })
    }
}

fn words(query: &Form<'_>, name: &str, separator: char) -> Vec<String> {
    let text = query.text_opt(name).unwrap_or_default();
    text.split(separator).map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// `key=a,value=b`.
fn pair(text: &str) -> (Option<String>, Option<String>) {
    let field = |name: &str| {
        let mut fields = text.split(',').filter_map(|field| field.split_once('='));
        fields.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned())
    };
    (field("key"), field("value"))
}

pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let wishes = Wishes::read(call, &query);
    let place = Place::of_query(call, &query, "Missing project id or environment")?;
    let opened = place.open(call)?;
    call.app.store.read(|db| {
        let is_open = match place.authorize(call, db, Action::Read) {
            Ok(_) => true,
            Err(error) if !lists_nothing(call, &opened) => return Err(error),
            Err(_) => false,
        };
        let folder = place.listed_folder(db, &opened.project)?;
        let mut found = if is_open {
            secrets::visible(db, Within::Folder(&folder.id), owner(call))?
        } else {
            Vec::new()
        };
        if wishes.is_recursive {
            found.extend(below(call, db, &place, &opened, &folder)?);
        }
        let shown = shown(call, db, &opened, &wishes, found)?;
        let listed = shown.iter().map(|one| one.show(&opened, Shape::Listed, wishes.is_hidden));
        let imports = if wishes.with_imports {
            imports::groups(call, db, &opened.project, &folder, |secret| {
                let mut plain = Plain::open(&opened, secret)?;
                if let Some(expander) = expander(call, db, &opened, &wishes) {
                    plain.value = expander.expand_imported(&plain, &place);
                }
                Ok(plain.show(&opened, Shape::Imported, wishes.is_hidden))
            })?
        } else {
            Vec::new()
        };
        Ok(Reply::json(json!({
            "secrets": listed.collect::<Vec<_>>(),
            "imports": imports,
        })))
    })
}

/// Whether a place out of reach is an empty list: for the service tokens of the project.
fn lists_nothing(call: &Call, opened: &Opened) -> bool {
    matches!(&call.actor, Actor::Token(token) if token.project_id == opened.project.id
        && token.permissions.iter().any(|permission| permission == "read"))
}

/// The secrets in all folders below one, as far as the caller may read there.
fn below(
    call: &Call,
    db: &Connection,
    place: &Place,
    opened: &Opened,
    folder: &Folder,
) -> Result<Vec<Secret>, ApiError> {
    let mut found = Vec::new();
    for folder in folders::below(db, folder)? {
        let (project_id, environment) = (opened.project.id.clone(), place.environment.clone());
        if Place::new(project_id, environment, folder.path.clone()).is_open(call, db, Action::Read)
        {
            found.extend(secrets::visible(db, Within::Folder(&folder.id), owner(call))?);
        }
    }
    Ok(found)
}

/// The secrets that the caller asked for, decrypted, in the order of their names.
fn shown(
    call: &Call,
    db: &Connection,
    opened: &Opened,
    wishes: &Wishes,
    found: Vec<Secret>,
) -> Result<Vec<Plain>, ApiError> {
    let is_same =
        |a: &Secret, b: &Secret| a.folder_id == b.folder_id && a.blind_index == b.blind_index;
    let (personal, shared): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|secret| secret.kind == Kind::Personal);
    let listed: Vec<_> = match wishes.personal {
        Personal::LeftOut => shared,
        Personal::BesideShared => shared.into_iter().chain(personal).collect(),
        Personal::InPlaceOfShared => shared
            .into_iter()
            .map(|one| personal.iter().rfind(|own| is_same(own, &one)).cloned().unwrap_or(one))
            .collect(),
    };
    let mut plain = Vec::new();
    for secret in listed.into_iter().filter(|secret| wishes.admits(secret)) {
        plain.push(Plain::open(opened, secret)?);
    }
    plain.sort_by(|a, b| (&a.name, &a.secret.path).cmp(&(&b.name, &b.secret.path)));
    let Some(expander) = expander(call, db, opened, wishes) else { return Ok(plain) };
    let mut denials = Vec::new();
    for one in &mut plain {
        match expander.expand(one) {
            Ok(value) => one.value = value,
            Err(denial) => denials.push(denial),
        }
    }
    if denials.is_empty() { Ok(plain) } else { Err(Expander::refusal(denials)) }
}

/// What expands the values, if the caller asked for that.
fn expander<'a>(
    call: &'a Call,
    db: &'a Connection,
    opened: &'a Opened,
    wishes: &Wishes,
) -> Option<Expander<'a>> {
    let with_personal = wishes.personal == Personal::InPlaceOfShared;
    let is_asked = wishes.is_expanded && !wishes.is_hidden && !opened.is_old();
    let with_imports = call.is_v4();
    is_asked.then_some(Expander {
        call,
        db,
        opened,
        with_personal,
        with_imports,
        complete_at: None,
    })
}
