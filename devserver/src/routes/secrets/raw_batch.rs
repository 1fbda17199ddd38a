//! Since June 2024: plaintext batches of secrets in one folder, all or nothing.

use serde_json::{Value, json};

use crate::auth::permissions::Action;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::routes::projects;
use crate::routes::secrets::change::insert;
use crate::routes::secrets::history;
use crate::routes::secrets::place::{Target, index};
use crate::routes::secrets::raw::{content, opened, shown, value};
use crate::store::secrets::Kind;
use crate::wire::Reply;
use crate::wire::secrets::RawView;

/// New shared secrets. They start at version 0.
pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let (project_id, slug) = (body.text_opt("workspaceId"), body.text_opt("projectSlug"));
    let (environment, folder) = (body.trimmed("environment"), path(&body, &["secretPath"]));
    let entries = body.forms("secrets");
    let entries: Vec<_> = entries.iter().map(Entry::read).collect();
    body.finish()?;
    let project_id = match project_id {
        Some(id) => id,
        None => {
            let slug = slug.unwrap_or_default();
            call.app.store.read(|db| Ok(projects::by_slug(call, db, &slug)?.id))?
        }
    };
    let target = Target::new(project_id, environment, folder);
    let (project, cipher) = opened(call, &target, Action::Create)?;
    let sealed = entries.iter().map(|entry| {
        let content = content(&cipher, &entry.name, &entry.value, &entry.comment)?;
        Ok((index(call, &project, &entry.name)?, content))
    });
    let sealed = sealed.collect::<Result<Vec<_>, ApiError>>()?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Create many secret")?;
        let created = sealed
            .iter()
            .map(|(index, content)| insert(call, db, &home, Kind::Shared, index, content, 0));
        let created = created.collect::<Result<Vec<_>, _>>()?;
        history::snapshot(call, db, &home)?;
        let show = |secret| shown(call, &cipher, secret, RawView::Written, true);
        let shown = created.iter().map(show).collect::<Result<Value, _>>()?;
        Ok(Reply::json(json!({ "secrets": shown })))
    })
}

/// A secret to create.
struct Entry {
    name: String,
    value: String,
    comment: String,
}

impl Entry {
    fn read(form: &Form<'_>) -> Self {
        Entry {
            name: form.name("secretKey"),
            value: value(form),
            comment: form.text_opt("secretComment").unwrap_or_default(),
        }
    }
}
