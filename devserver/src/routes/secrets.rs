//! Secrets by name.

use rusqlite::Connection;
use serde_json::json;

use crate::auth::Actor;
use crate::auth::access::{self, Place};
use crate::auth::permissions::Action;
use crate::era::Era;
use crate::error::ApiError;
use crate::http::Call;
use crate::input::Form;
use crate::routes::folders::path;
use crate::store::folders;
use crate::store::projects::Project;
use crate::store::secrets::{self, Content, Kind, NewSecret, Sealed, SealedOpt, Secret, Within};
use crate::wire::secrets::View;
use crate::wire::{self, Reply};

/// The secrets of an environment and, in later eras, a folder.
pub(crate) fn list(call: &Call) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::read(&query);
    let with_imports = query.text_opt("include_imports").as_deref() == Some("true");
    query.finish()?;
    let found = call.app.store.read(|db| {
        let project = target.authorize(call, db, Action::Read)?;
        match target.home(call, db, &project)? {
            Some(home) => Ok(Some(secrets::visible(db, home.within(), owner(call))?)),
            None => Ok(None),
        }
    })?;
    let era = call.era();
    if era == Era::May23 {
        let mut found = found.unwrap_or_default();
        found.sort_by_key(|secret| secret.kind != Kind::Personal);
        let listed = wire::secrets::secrets(era, &found, View::Listed { path: "/" });
        return Ok(Reply::json(json!({ "secrets": listed })));
    }
    let Some(mut found) = found else {
        return Ok(Reply::json(json!({ "secrets": [], "imports": [] })));
    };
    found.sort_by(|a, b| a.id.cmp(&b.id));
    let listed = wire::secrets::secrets(era, &found, View::Listed { path: &target.path });
    Ok(Reply::json(if with_imports {
        json!({ "secrets": listed, "imports": [] })
    } else {
        json!({ "secrets": listed })
    }))
}

pub(crate) fn get(call: &Call) -> Result<Reply, ApiError> {
    get_named(call, call.param("secretName"))
}

/// Later eras: the secret whose name is the one of the batch route.
pub(crate) fn get_named_batch(call: &Call) -> Result<Reply, ApiError> {
    get_named(call, "batch")
}

fn get_named(call: &Call, name: &str) -> Result<Reply, ApiError> {
    let query = call.query();
    let target = Target::read(&query);
    let kind = match call.era() {
        // An absent type means something of its own there.
        Era::May23 if query.value("type").is_none() => None,
        Era::May23 => Some(query.choice("type", &Kind::NAMES, None)),
        Era::Feb24 | Era::Jun24 => Some(query.choice("type", &Kind::NAMES, Some("shared"))),
    };
    query.finish()?;
    let kind = kind.as_deref().map(Kind::from_name);
    let project = call
        .app
        .store
        .read(|db| target.authorize(call, db, Action::Read))?;
    let index = index(call, &project, name)?;
    call.app.store.read(|db| {
        let home = target
            .home(call, db, &project)?
            .ok_or(ApiError::SecretUnknown)?;
        let found = secrets::by_index(db, home.within(), &index)?;
        let of_kind = |kind| pick(&found, kind, owner(call));
        let secret = match (call.era(), kind) {
            (Era::May23, Some(Kind::Shared)) => of_kind(Kind::Shared),
            (Era::May23, _) => of_kind(Kind::Personal).or(of_kind(Kind::Shared)),
            (_, Some(Kind::Personal)) if !matches!(call.actor, Actor::Token(_)) => {
                of_kind(Kind::Personal)
            }
            _ => of_kind(Kind::Shared),
        };
        let secret = secret.ok_or(ApiError::SecretUnknown)?;
        let secret = wire::secrets::secret(call.era(), secret, View::Fetched);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

pub(crate) fn create(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    let content = new_content(call.era(), &body);
    body.finish()?;
    let name = call.param("secretName");
    let project = call
        .app
        .store
        .read(|db| target.authorize(call, db, Action::Create))?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Create secret")?;
        let secret = insert(call, db, &home, kind, &index, &content, 1)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Single);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

pub(crate) fn update(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    let change = Change::read(call.era(), &body);
    body.finish()?;
    let name = call.param("secretName");
    let project = call
        .app
        .store
        .read(|db| target.authorize(call, db, Action::Edit))?;
    let old_index = index(call, &project, name)?;
    let new_index = match &change.new_name {
        Some(new_name) => Some(index(call, &project, new_name)?),
        None => None,
    };
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Update secret")?;
        let mut secret = existing(call, db, &home, kind, name, &old_index)?;
        if let Some(new_index) = new_index {
            if !secrets::by_index(db, home.within(), &new_index)?.is_empty() {
                return Err(ApiError::SecretExists);
            }
            secret.blind_index = Some(new_index);
        }
        change.apply(&mut secret.content);
        let secret = secrets::update(db, &secret)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Single);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

/// Deletes a secret; a shared one takes everybody's personal overrides along.
pub(crate) fn delete(call: &Call) -> Result<Reply, ApiError> {
    let body = call.body();
    let target = Target::read(&body);
    let kind = kind(call.era(), &body);
    body.finish()?;
    let name = call.param("secretName");
    let project = call
        .app
        .store
        .read(|db| target.authorize(call, db, Action::Delete))?;
    let index = index(call, &project, name)?;
    call.app.store.write(|db| {
        let home = target.existing_home(call, db, &project, "Delete secret")?;
        let secret = existing(call, db, &home, kind, name, &index)?;
        remove(db, &home, &secret, &index)?;
        let secret = wire::secrets::secret(call.era(), &secret, View::Indexed);
        Ok(Reply::json(json!({ "secret": secret })))
    })
}

/// Later eras: plaintext secrets, for which the server would need the project key. It has none.
pub(crate) fn raw(_: &Call) -> Result<Reply, ApiError> {
    Err(ApiError::bad_request("failed to find bot key"))
}

/// The project, environment and folder a request names.
pub(crate) struct Target {
    project_id: String,
    environment: String,
    pub(crate) path: String,
}

/// Where the target's secrets are kept.
pub(crate) struct Home {
    pub(crate) project_id: String,
    environment_id: String,
    pub(crate) folder_id: String,
    /// May 2023's routes by name see all folders of the environment.
    all_folders: bool,
}

impl Target {
    pub(crate) fn read(form: &Form<'_>) -> Self {
        Target {
            project_id: form.trimmed("workspaceId"),
            environment: form.trimmed("environment"),
            path: path(form, &["secretPath"]),
        }
    }

    /// The project, if the caller may do `action` there.
    pub(crate) fn authorize(
        &self,
        call: &Call,
        db: &Connection,
        action: Action,
    ) -> Result<Project, ApiError> {
        let path = if call.era() == Era::May23 {
            "/"
        } else {
            &self.path
        };
        let place = Place {
            environment: &self.environment,
            path,
        };
        access::secrets(call, db, &self.project_id, action, place)
    }

    fn home(
        &self,
        call: &Call,
        db: &Connection,
        project: &Project,
    ) -> Result<Option<Home>, ApiError> {
        let Some(environment) = project.environment(&self.environment) else {
            return Ok(None);
        };
        let all_folders = call.era() == Era::May23;
        let path = if all_folders { "/" } else { &self.path };
        let folder = folders::at_path(db, &environment.id, path)?;
        Ok(folder.map(|folder| Home {
            project_id: project.id.clone(),
            environment_id: environment.id.clone(),
            folder_id: folder.id,
            all_folders,
        }))
    }

    /// The home, or a refusal named after the later eras' `operation`.
    pub(crate) fn existing_home(
        &self,
        call: &Call,
        db: &Connection,
        project: &Project,
        operation: &'static str,
    ) -> Result<Home, ApiError> {
        self.home(call, db, project)?
            .ok_or(ApiError::FolderUnknown(operation))
    }
}

impl Home {
    pub(crate) fn within(&self) -> Within<'_> {
        if self.all_folders {
            Within::Environment(&self.environment_id)
        } else {
            Within::Folder(&self.folder_id)
        }
    }
}

/// New values for a secret; what is absent stays.
pub(crate) struct Change {
    pub(crate) new_name: Option<String>,
    key: Option<Sealed>,
    value: Sealed,
    comment: SealedOpt,
    skip_multiline_encoding: Option<bool>,
    metadata: Option<String>,
}

impl Change {
    /// May 2023 changes the value alone; later eras can rename and change the rest.
    fn read(era: Era, body: &Form<'_>) -> Self {
        let value = sealed(body, "secretValue");
        if era == Era::May23 {
            return Change {
                new_name: None,
                key: None,
                value,
                comment: SealedOpt::default(),
                skip_multiline_encoding: None,
                metadata: None,
            };
        }
        let new_name = body
            .text_opt("secretName")
            .map(|name| name.trim().to_owned());
        let new_name = new_name.filter(|name| !name.is_empty());
        Change {
            key: new_name.is_some().then(|| sealed(body, "secretKey")),
            new_name,
            value,
            ..Change::details(body)
        }
    }

    /// A batch entry: the name only says which secret; its encrypted form is written anew.
    pub(crate) fn read_entry(entry: &Form<'_>) -> Self {
        Change {
            key: Some(sealed(entry, "secretKey")),
            value: sealed(entry, "secretValue"),
            ..Change::details(entry)
        }
    }

    fn details(form: &Form<'_>) -> Self {
        Change {
            new_name: None,
            key: None,
            value: Sealed::default(),
            comment: comment(form),
            skip_multiline_encoding: form.flag_opt("skipMultilineEncoding"),
            metadata: metadata(form),
        }
    }

    pub(crate) fn apply(&self, content: &mut Content) {
        content.value = self.value.clone();
        if let Some(key) = &self.key {
            content.key = key.clone();
        }
        let SealedOpt {
            ciphertext,
            iv,
            tag,
        } = self.comment.clone();
        content.comment.ciphertext = ciphertext.or(content.comment.ciphertext.take());
        content.comment.iv = iv.or(content.comment.iv.take());
        content.comment.tag = tag.or(content.comment.tag.take());
        if let Some(skip) = self.skip_multiline_encoding {
            content.skip_multiline_encoding = skip;
        }
        if let Some(metadata) = &self.metadata {
            content.metadata = Some(metadata.clone());
        }
    }
}

/// What a new secret is made of. May 2023 keeps a comment only if all its parts are non-empty.
pub(crate) fn new_content(era: Era, form: &Form<'_>) -> Content {
    let mut content = Content {
        key: sealed(form, "secretKey"),
        value: sealed(form, "secretValue"),
        comment: comment(form),
        ..Content::default()
    };
    match era {
        Era::May23 => {
            let SealedOpt {
                ciphertext,
                iv,
                tag,
            } = &content.comment;
            if [ciphertext, iv, tag]
                .iter()
                .any(|part| part.as_deref().is_none_or(str::is_empty))
            {
                content.comment = SealedOpt::default();
            }
        }
        Era::Feb24 | Era::Jun24 => {
            content.skip_multiline_encoding =
                form.flag_opt("skipMultilineEncoding").unwrap_or_default();
            content.metadata = metadata(form);
        }
    }
    content
}

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
    let owner = match (kind, call.era(), &call.actor) {
        (Kind::Shared, ..) => None,
        (_, Era::Feb24 | Era::Jun24, Actor::Token(_)) => return Err(ApiError::PersonalByToken),
        (Kind::Personal, ..) => owner(call),
    };
    let namesakes = secrets::by_index(db, home.within(), index)?;
    let exists = match call.era() {
        // May 2023 forgets the environment in this check.
        Era::May23 => secrets::exists_in_project(db, &home.project_id, kind, owner, index)?,
        Era::Feb24 | Era::Jun24 => pick(&namesakes, kind, owner).is_some(),
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
    if kind == Kind::Personal && call.era() != Era::May23 && matches!(call.actor, Actor::Token(_)) {
        return Err(ApiError::PersonalByToken);
    }
    let found = secrets::by_index(db, home.within(), index)?;
    pick(&found, kind, owner(call))
        .cloned()
        .ok_or_else(|| ApiError::SecretNameUnknown {
            name: name.to_owned(),
            index: index.to_owned(),
        })
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

/// The blind index of a name in a project.
pub(crate) fn index(call: &Call, project: &Project, name: &str) -> Result<String, ApiError> {
    let salt = call
        .app
        .keys
        .open(&project.sealed_index_salt)
        .ok_or(ApiError::Internal)?;
    call.app.blind_index(name, &salt)
}

/// Whose personal secrets the caller has: in May 2023 a token has those of its maker.
pub(crate) fn owner(call: &Call) -> Option<&str> {
    match &call.actor {
        Actor::User(actor) => Some(&actor.user.id),
        Actor::Token(token) if call.era() == Era::May23 => Some(&token.user_id),
        Actor::Token(_) | Actor::Anonymous => None,
    }
}

/// The kind in a body; later eras default to shared.
pub(crate) fn kind(era: Era, form: &Form<'_>) -> Kind {
    let default = (era != Era::May23).then_some("shared");
    Kind::from_name(&form.choice("type", &Kind::NAMES, default))
}

fn pick<'a>(found: &'a [Secret], kind: Kind, owner: Option<&str>) -> Option<&'a Secret> {
    found.iter().find(|secret| {
        secret.kind == kind && (kind == Kind::Shared || secret.user_id.as_deref() == owner)
    })
}

pub(crate) fn sealed(form: &Form<'_>, field: &str) -> Sealed {
    Sealed {
        ciphertext: form.text(&format!("{field}Ciphertext")),
        iv: form.text(&format!("{field}IV")),
        tag: form.text(&format!("{field}Tag")),
    }
}

pub(crate) fn comment(form: &Form<'_>) -> SealedOpt {
    SealedOpt {
        ciphertext: form.text_opt("secretCommentCiphertext"),
        iv: form.text_opt("secretCommentIV"),
        tag: form.text_opt("secretCommentTag"),
    }
}

fn metadata(form: &Form<'_>) -> Option<String> {
    form.value("metadata")
        .filter(|value| value.is_object())
        .map(ToString::to_string)
}
