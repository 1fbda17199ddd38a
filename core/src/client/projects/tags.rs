//! Tags of a project, for its secrets.

use super::environments::project_setter;
use crate::api::server::Era;
use crate::api::tags::{self as api, OneTag, TagList, TagRecord};
use crate::client::call::{Call, Client, awaitable, check_trimmed_name};
use crate::client::session::Feature;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// Tags of a project. See [`Client::tags`].
///
/// Only users manage tags: every method fails with [`ErrorKind::PermissionDenied`] for service
/// tokens, other programs and API keys, or if the user's role does not allow it. It fails with
/// [`ErrorKind::InvalidInput`] if neither the call nor the client names a project.
///
/// Protocol: `/api/v1/workspace/{id}/tags` and `/api/v2/workspace/{id}/tags`.
#[derive(Debug, Clone)]
pub struct Tags {
    pub(crate) client: Client,
}

impl Tags {
    /// Lists every tag of a project.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    pub fn list(&self) -> ListTags {
        ListTags { client: self.client.clone(), project: None }
    }

    /// Adds a tag to a project.
    ///
    /// # Arguments
    /// - `name`: the tag's name, for people. Today's servers store only the slug.
    /// - `slug`: the slug by which calls name the tag, in lower case and without spaces.
    ///
    /// # Errors
    /// - [`ErrorKind::Conflict`] if the slug is taken; on February 2024 servers also by a tag of
    ///   another project.
    /// - [`ErrorKind::InvalidInput`] if the name is empty or has white space around it, or if the
    ///   slug is empty, has upper-case letters or has white space, so that the server would store
    ///   another one.
    /// - [`ErrorKind::NotFound`] if there is no such project or the user is not a member.
    /// - [`ErrorKind::UnsupportedByServer`] for a color on May 2023 servers.
    pub fn create(&self, name: impl Into<String>, slug: impl Into<String>) -> CreateTag {
        CreateTag {
            client: self.client.clone(),
            name: name.into(),
            slug: slug.into(),
            color: None,
            project: None,
        }
    }

    /// Gives a tag another slug, another color or both, on servers since June 2024. Secrets that
    /// have the tag keep it.
    ///
    /// # Arguments
    /// - `tag`: the tag's slug or id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such tag, or if there is no such project or
    ///   the user is not a member.
    /// - [`ErrorKind::Conflict`] if the new slug is taken.
    /// - [`ErrorKind::InvalidInput`] if nothing to change is given, or if the new slug is empty,
    ///   has upper-case letters or has white space, so that the server would store another one.
    /// - [`ErrorKind::UnsupportedByServer`] on servers before June 2024.
    pub fn update(&self, tag: impl Into<String>) -> UpdateTag {
        UpdateTag {
            client: self.client.clone(),
            tag: tag.into(),
            new_slug: None,
            color: None,
            project: None,
        }
    }

    /// Deletes a tag and removes it from every secret.
    ///
    /// # Arguments
    /// - `tag`: the tag's slug or id.
    ///
    /// # Errors
    /// - [`ErrorKind::NotFound`] if the project has no such tag, or if there is no such project or
    ///   the user is not a member.
    pub fn delete(&self, tag: impl Into<String>) -> DeleteTag {
        DeleteTag { client: self.client.clone(), tag: tag.into(), project: None }
    }
}

/// Lists tags when awaited. See [`Tags::list`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ListTags {
    client: Client,
    project: Option<String>,
}

impl ListTags {
    project_setter!();
}

awaitable!(ListTags => Vec<Tag>, |this, call| {
    call.require_managing_session().await?;
    let project = call.project_or_default(this.project).await?;
    call.tags(&project).await
});

/// Adds a tag when awaited. See [`Tags::create`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct CreateTag {
    client: Client,
    name: String,
    slug: String,
    color: Option<String>,
    project: Option<String>,
}

impl CreateTag {
    project_setter!();

    /// Color in the web interface, such as `#ff0000`; none by default. Needs a server of 2024 or
    /// later.
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }
}

awaitable!(CreateTag => Tag, |this, call| call.create_tag(this).await);

/// Changes a tag when awaited. See [`Tags::update`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct UpdateTag {
    client: Client,
    tag: String,
    new_slug: Option<String>,
    color: Option<String>,
    project: Option<String>,
}

impl UpdateTag {
    project_setter!();

    /// New slug, in lower case and without spaces; unchanged by default.
    pub fn new_slug(mut self, slug: impl Into<String>) -> Self {
        self.new_slug = Some(slug.into());
        self
    }

    /// New color in the web interface, such as `#ff0000`, or an empty text for none; unchanged by
    /// default.
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }
}

awaitable!(UpdateTag => Tag, |this, call| call.update_tag(this).await);

/// Deletes a tag when awaited. See [`Tags::delete`].
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct DeleteTag {
    client: Client,
    tag: String,
    project: Option<String>,
}

impl DeleteTag {
    project_setter!();
}

awaitable!(DeleteTag => (), |this, call| call.delete_tag(&this.tag, this.project).await);

/// A tag of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The tag's id.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// The slug, which calls use.
    pub slug: String,
    /// The colour in the web interface; `None` without a colour, and on May 2023 servers.
    pub color: Option<String>,
}

impl From<TagRecord> for Tag {
    fn from(record: TagRecord) -> Self {
        Self {
            id: record.id(),
            name: record.name.unwrap_or_else(|| record.slug.clone()),
            slug: record.slug,
            color: record.color.filter(|color| !color.is_empty()),
        }
    }
}

impl Call {
    pub(crate) async fn tags(&self, project: &str) -> Result<Vec<Tag>> {
        let request = api::list(self.era().await?, project);
        let list: TagList = self.send_authorized(request).await?.json().await?;
        Ok(list.workspace_tags.into_iter().map(Tag::from).collect())
    }

    async fn create_tag(&self, this: CreateTag) -> Result<Tag> {
        self.require_managing_session().await?;
        let CreateTag { name, slug, color, project, .. } = this;
        check_trimmed_name("a tag", &name)?;
        check_slug(&slug)?;
        let project = self.project_or_default(project).await?;
        let era = self.era().await?;
        if color.is_some() {
            Feature::TagColor.check(era)?;
        }
        let request = api::create(era, &project, &name, &slug, color.as_deref())?;
        let answer = self.send_authorized(request).await.map_err(|error| {
            if (era, error.kind()) == (Era::February2024, ErrorKind::Conflict) {
                return error.reclassified(ErrorKind::Conflict, taken_anywhere(&slug));
            }
            error
        })?;
        Ok(match answer.json().await? {
            OneTag::Wrapped { tag } | OneTag::Bare(tag) => tag.into(),
        })
    }

    async fn update_tag(&self, this: UpdateTag) -> Result<Tag> {
        self.require_managing_session().await?;
        let UpdateTag { tag, new_slug, color, project, .. } = this;
        if new_slug.is_none() && color.is_none() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!(
                    "tag {tag:?}: nothing to change. Give a new slug or a colour",
                    tag = Shown(&tag)
                ),
            ));
        }
        new_slug.as_deref().map_or(Ok(()), check_slug)?;
        let project = self.project_or_default(project).await?;
        self.require(Feature::TagUpdate).await?;
        let era = self.era().await?;
        let tags = self.tags(&project).await?;
        let found = find_any(&tags, &tag).ok_or_else(|| unknown(&tag, &project))?;
        let new_slug = new_slug.as_deref().unwrap_or(&found.slug);
        if find(&tags, new_slug).is_some_and(|other| other.id != found.id) {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!("{}: it already exists", api::subject(new_slug, &project)),
            ));
        }
        let color = color.as_deref().or(found.color.as_deref()).unwrap_or_default();
        let named = (found.id.as_str(), found.slug.as_str(), found.name.as_str());
        let request = api::update(era, &project, named, new_slug, color)?;
        Ok(match self.send_authorized(request).await?.json().await? {
            OneTag::Wrapped { tag } | OneTag::Bare(tag) => tag.into(),
        })
    }

    async fn delete_tag(&self, tag: &str, project: Option<String>) -> Result<()> {
        self.require_managing_session().await?;
        let project = self.project_or_default(project).await?;
        let tags = self.tags(&project).await?;
        let found = find_any(&tags, tag).ok_or_else(|| unknown(tag, &project))?;
        let request = api::delete(self.era().await?, &project, &found.id, &found.slug);
        self.send_authorized(request).await?;
        Ok(())
    }

    /// The tags with these slugs, each once.
    pub(crate) async fn tags_called(&self, project: &str, slugs: &[String]) -> Result<Vec<Tag>> {
        let tags = self.tags(project).await?;
        let mut called = Vec::with_capacity(slugs.len());
        for slug in slugs {
            let tag = find(&tags, slug).ok_or_else(|| unknown(slug, project))?;
            if !called.contains(tag) {
                called.push(tag.clone());
            }
        }
        Ok(called)
    }
}

fn find<'a>(tags: &'a [Tag], slug: &str) -> Option<&'a Tag> {
    tags.iter().find(|tag| tag.slug == slug)
}

/// The tag of that slug or id.
fn find_any<'a>(tags: &'a [Tag], name: &str) -> Option<&'a Tag> {
    find(tags, name).or_else(|| tags.iter().find(|tag| tag.id == name))
}

fn taken_anywhere(slug: &str) -> String {
    format!(
        "tag {slug:?}: this project or another one on the server already has a tag with this slug. \
         On servers of February 2024, slugs of tags are unique across all projects. Choose another \
         slug, for example one with the project's name",
        slug = Shown(slug)
    )
}

fn unknown(tag: &str, project: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        format!("{}: not found. Create it first", api::subject(tag, project)),
    )
}

/// Fails for a slug that the server would change or reject.
fn check_slug(slug: &str) -> Result<()> {
    if slug.is_empty() || slug.to_lowercase() != slug || slug.contains(char::is_whitespace) {
        return Err(Error::new(
            ErrorKind::InvalidInput,
            format!(
                "{slug:?} cannot be the slug of a tag. Use lower case and no spaces",
                slug = Shown(slug)
            ),
        ));
    }
    Ok(())
}
