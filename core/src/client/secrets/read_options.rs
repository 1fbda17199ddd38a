//! Options for reading secrets: personal overrides, imports, and expanded references.

use super::filter::Filter;
use super::list::{SecretFailure, SecretList};
use super::references::{NestedReferences, UnknownReferences};
use super::secret::{Secret, SecretType};
use crate::{Error, ErrorKind, Result};

/// Options for reading secrets; by default shared secrets as they are stored.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ReadOptions {
    pub(super) kind: SecretType,
    pub(super) overrides: bool,
    pub(super) imports: bool,
    /// Whether a list has the secrets of all folders below too.
    pub(super) recursive: bool,
    pub(super) expand_references: bool,
    /// Whether the server does that.
    pub(super) expand_on_server: bool,
    pub(super) unknown_references: UnknownReferences,
    pub(super) nested_references: NestedReferences,
    pub(super) version: Option<i64>,
    /// Whether values stay unread.
    pub(super) without_value: bool,
}

/// The setters of both requests, for the field `options: ReadOptions`.
macro_rules! read_option_setters {
    () => {
        /// Whether secrets of imported folders are found too, with the environment and path that
        /// they come from; `false` by default. A folder's own secrets take precedence over imported
        /// ones, and later imports over earlier ones. Needs a server of 2024 or later.
        pub fn imports(mut self, imports: bool) -> Self {
            self.options.imports = imports;
            self
        }

        /// Whether the value is read too; `true` by default. With `false`, the result has the other
        /// fields, an empty value, and `value_read` = `false`: the client does not decrypt the
        /// value, and today's servers do not send one that they decrypt. For these, a credential
        /// that may not read values needs `false`. A trust store then checks only that no secret
        /// of a list is missing. Not with `expand_references`.
        pub fn view_value(mut self, view: bool) -> Self {
            self.options.without_value = !view;
            self
        }

        /// Whether `${NAME}` in a value becomes the value of that secret, and on servers since 2024
        /// `${environment.folder.NAME}` that of a secret elsewhere in the project; `false` by
        /// default. The client expands references, because servers cannot read encrypted values and
        /// differ in what they do with others. It requests the folders that references lead to; of
        /// the values, the server sees only those paths, for environments of the project or, with a
        /// service token, of its scopes. Service accounts and service tokens v3 reach only the
        /// environment that is read. A plain name is looked up in the folder of the secret that
        /// contains it, as if that folder were read separately; an imported secret belongs to the
        /// folder that imports it. `${SELF}` in the value of `SELF` stays as written; a circular
        /// reference through several secrets is an error. References nest up to a depth of 32. An
        /// expanded value has at most 1 MiB, and all values of one call together 64 MiB.
        pub fn expand_references(mut self, expand: bool) -> Self {
            self.options.expand_references = expand;
            self
        }

        /// Whether the server expands references, in the request that reads the values; `false` by
        /// default. The client then requests no other folders. Only where the server decrypts the
        /// project's secrets, and since October 2024. A secret in which the server leaves a
        /// reference is rejected. But a server of July 2026 puts empty text in place of a missing
        /// secret, without an error, and refuses the whole list if the credential may not read a
        /// secret that a value refers to. Needs `expand_references`. Not with `unknown_references`
        /// or `nested_references`.
        pub fn expand_on_server(mut self, expand: bool) -> Self {
            self.options.expand_on_server = expand;
            self
        }

        /// What to do with a reference to a secret that is missing, or in a folder that the
        /// credential cannot read. With `"error"`, the default, the secret that contains it is
        /// rejected; with `"keep"`, the reference stays as written. With either, `${SELF}` in the
        /// value of `SELF` stays as written, and a circular reference or a reference to a secret
        /// that does not decrypt is an error. Needs `expand_references`.
        pub fn unknown_references(mut self, unknown: crate::UnknownReferences) -> Self {
            self.options.unknown_references = unknown;
            self
        }

        /// Where to look up a plain name in a value that was itself reached by a reference: in the
        /// folder of that value with `"own_folder"`, the default, or in the folder being read with
        /// `"read_folder"`, like the Infisical CLI of 2024. Needs `expand_references`.
        pub fn nested_references(mut self, nested: crate::NestedReferences) -> Self {
            self.options.nested_references = nested;
            self
        }
    };
}

pub(crate) use read_option_setters;

pub(super) type Opened = Result<Secret, SecretFailure>;

impl ReadOptions {
    /// The secrets of a folder and of its imports, according to the options.
    pub(super) fn merge(self, own: Vec<Opened>, imported: Vec<Vec<Opened>>) -> SecretList {
        if !self.overrides && !self.imports {
            return SecretList::new(own.into_iter());
        }
        let is_personal = |one: &Opened| {
            one.as_ref().map_or_else(|failure| failure.kind, |secret| secret.kind)
                == SecretType::Personal
        };
        let (personal, shared): (Vec<_>, Vec<_>) = own.into_iter().partition(is_personal);
        let imported = imported.into_iter().rev().flatten();
        SecretList::merged(personal.into_iter().chain(shared).chain(imported))
    }

    /// Whether the client expands references.
    pub(super) fn expands(self) -> bool {
        self.expand_references && !self.expand_on_server
    }

    pub(super) fn wants_personal(self) -> bool {
        self.overrides || self.kind == SecretType::Personal
    }

    pub(super) fn takes(self, kind: &str) -> bool {
        self.overrides || kind == self.kind.as_str()
    }

    /// The options for reading the folders that values refer to.
    pub(super) fn context(self) -> Self {
        Self { overrides: self.wants_personal(), kind: SecretType::Shared, ..self }
    }

    /// Whether a list with these options has all secrets that its values can refer to by name.
    pub(super) fn has_all(self, filter: &Filter) -> bool {
        self.kind != SecretType::Personal && filter.is_empty()
    }

    pub(super) fn check_filter(self, filter: &Filter) -> Result<()> {
        let others = self.wants_personal() || self.imports;
        if filter.is_empty() || !others {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "tags and metadata select among the shared secrets of a folder. Leave out the type, \
             overrides and imports",
        ))
    }

    fn has_default_rules(self) -> bool {
        self.unknown_references == UnknownReferences::default()
            && self.nested_references == NestedReferences::default()
    }

    pub(super) fn check(self) -> Result<()> {
        let refused = if self.kind == SecretType::Personal && (self.overrides || self.imports) {
            "personal secrets have no overrides and are not imported. Read shared secrets"
        } else if self.version.is_some_and(|version| version < 0) {
            "version numbers start at 0 or 1"
        } else if self.version.is_some() && self.imports {
            "imports have no earlier versions. Read a version without imports"
        } else if self.recursive && self.imports {
            "a recursive list cannot tell which of its folders imports a secret. List the folder \
             that imports without recursive"
        } else if self.recursive && self.nested_references == NestedReferences::ReadFolder {
            "a recursive list reads several folders, so nested_references cannot be \
             \"read_folder\". List one folder at a time"
        } else if self.without_value && self.expand_references {
            "without view_value, there is no value to expand. Leave out one of view_value and \
             expand_references"
        } else if !self.expand_references && self.unknown_references == UnknownReferences::Keep {
            "unknown_references needs expand_references. Set both"
        } else if !self.expand_references && self.nested_references == NestedReferences::ReadFolder
        {
            "nested_references needs expand_references. Set both"
        } else if self.expand_on_server && !self.expand_references {
            "expand_on_server needs expand_references. Set both"
        } else if self.expand_on_server && !self.has_default_rules() {
            "the server decides what unknown and nested references become. Leave out \
             expand_on_server, or unknown_references and nested_references"
        } else if self.expand_on_server && self.version.is_some() {
            "servers do not expand references of earlier versions. Leave out expand_on_server"
        } else if self.expand_on_server && self.overrides && self.imports {
            "the server would also use personal secrets of imported folders. Leave out one of \
             overrides, imports and expand_on_server"
        } else {
            return Ok(());
        };
        Err(Error::new(ErrorKind::InvalidInput, refused))
    }

    /// Like [`check`](Self::check), for what only a list can have.
    pub(super) fn check_of_one(self) -> Result<()> {
        let is_more = self.imports || self.kind == SecretType::Personal;
        if !self.expand_on_server || !is_more {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidInput,
            "the server expands a single secret with shared secrets only, and without imports. Leave \
             out expand_on_server, or list the secrets",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(kind: SecretType, value: &str) -> Opened {
        Ok(Secret {
            id: "1".into(),
            name: "A".into(),
            value: value.into(),
            value_read: true,
            comment: "".into(),
            kind,
            version: 1,
            tags: None,
            project_id: "p".into(),
            environment: "dev".into(),
            path: "/".into(),
            metadata: None,
            reminder_days: None,
            reminder_note: None,
            skip_multiline_encoding: None,
            created_at: None,
            updated_at: None,
            end_to_end_encrypted: true,
        })
    }

    fn broken(kind: SecretType) -> Opened {
        let error = Error::new(ErrorKind::DecryptionFailed, "");
        let name = Some("A".to_owned());
        Err(SecretFailure { id: "1".into(), name, kind, field: "secretValue", error })
    }

    fn shown(options: ReadOptions, own: Vec<Opened>, imported: Vec<Vec<Opened>>) -> Vec<String> {
        let list = options.merge(own, imported);
        list.iter().map(|secret| secret.value.expose().to_owned()).collect()
    }

    #[test]
    fn undecryptable_secret_hides_the_imported_one() {
        use SecretType::{Personal, Shared};
        let options = ReadOptions { overrides: true, imports: true, ..ReadOptions::default() };
        let none: [&str; 0] = [];
        let shared = || secret(Shared, "shared");
        let imported = || vec![vec![secret(Shared, "first")], vec![secret(Shared, "last")]];
        assert_eq!(shown(options, vec![shared(), broken(Personal)], imported()), none);
        assert_eq!(shown(options, vec![broken(Shared)], imported()), none);
        assert_eq!(
            shown(options, vec![broken(Shared), secret(Personal, "mine")], vec![]),
            ["mine"]
        );
        assert_eq!(shown(options, vec![shared(), secret(Personal, "mine")], imported()), ["mine"]);
        assert_eq!(shown(options, vec![], imported()), ["last"]);
    }
}
