//! The interfaces of options.

use askama::Template;

use super::documentation::{TsDoc, comment};
use super::records::Property;
use super::types::name;
use super::{Import, hand_written, imports, kinds, rendered};
use crate::markdown;
use crate::names::{camel_case, pascal_case};
use crate::operations::{Described, Parameter, Presence, Resource};
use crate::source::Source;

/// Options that several operations share.
struct Shared {
    name: &'static str,
    doc: &'static str,
    extends: Option<&'static str>,
    options: &'static [&'static str],
}

const SHARED: &[Shared] = &[
    Shared {
        name: "ProjectOptions",
        doc: "Which project a call is about.",
        extends: Some("CallOptions"),
        options: &["project"],
    },
    Shared {
        name: "OrganizationOptions",
        doc: "Which organization a call is about.",
        extends: Some("CallOptions"),
        options: &["organization"],
    },
    Shared {
        name: "LocationOptions",
        doc: "Which folder a call is about.",
        extends: Some("CallOptions"),
        options: &["project", "environment", "path"],
    },
    Shared {
        name: "SecretOptions",
        doc: "Where a secret is, and whose it is.",
        extends: Some("LocationOptions"),
        options: &["project", "environment", "path", "type"],
    },
    Shared {
        name: "ReferenceOptions",
        doc: "How to expand references in values.",
        extends: None,
        options: &[
            "expand_references",
            "expand_on_server",
            "unknown_references",
            "nested_references",
        ],
    },
];

/// Options with another name than that of the method and the resource.
const NAMES: &[(&str, &str)] = &[
    ("account.complete_sign_up", "SignUpOptions"),
    ("account.set_name", "SetNameOptions"),
    ("account.sign_up_administrator", "SignUpAdministratorOptions"),
    ("identities.attach_token_auth", "TokenAuthOptions"),
    ("identities.attach_universal_auth", "UniversalAuthOptions"),
    ("identities.create_access_token", "CreateAccessTokenOptions"),
    ("identities.create_client_secret", "CreateClientSecretOptions"),
    ("identities.update_token_auth", "TokenAuthOptions"),
    ("identities.update_universal_auth", "UniversalAuthOptions"),
    ("members.invite", "ShareKeyOptions"),
    ("members.share_key", "ShareKeyOptions"),
    ("projects.rotate_key", "RotateKeyOptions"),
    ("secrets.delete_many", "BulkOptions"),
    ("secrets.duplicate", "DuplicateSecretsOptions"),
    ("secrets.list", "ListSecretsOptions"),
    ("secrets.list_if_changed", "ListSecretsOptions"),
    ("secrets.move", "MoveSecretsOptions"),
    ("secrets.set_many", "BulkOptions"),
];

/// Options that must be given.
const REQUIRED: &[(&str, &str)] = &[("api_keys.create", "expires_in")];

/// An interface, and the checks of its properties.
pub(super) struct Interface {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) extends: Vec<&'static str>,
    pub(super) properties: Vec<Property>,
    pub(super) constant: String,
    pub(super) checks: Vec<String>,
}

impl Interface {
    pub(super) fn code(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().map(String::as_str)
    }

    pub(super) fn annotations(&self) -> impl Iterator<Item = &str> {
        let properties = self.properties.iter().map(|property| property.annotation.as_str());
        properties.chain(self.extends.iter().copied())
    }
}

#[derive(Template)]
#[template(path = "node/options.ts.txt", escape = "none")]
struct Module {
    imports: Vec<Import>,
    interfaces: Vec<Interface>,
}

/// The module of options that several operations share.
pub(super) fn module(source: &Source) -> Result<String, String> {
    let resources = source.resources()?;
    let interfaces = SHARED.iter().map(|shared| shared_interface(shared, &resources, source));
    let interfaces = interfaces.collect::<Result<Vec<_>, String>>()?;
    let code = interfaces.iter().flat_map(Interface::code).collect::<Vec<_>>();
    let annotations = interfaces.iter().flat_map(Interface::annotations).collect::<Vec<_>>();
    let imports = imports(&hand_written(), &code, &annotations);
    rendered(&Module { imports, interfaces })
}

/// The names that the module exports.
pub(super) fn exports() -> Vec<String> {
    let names = SHARED.iter().map(|shared| shared.name.to_owned());
    names.chain(SHARED.iter().map(|shared| constant(shared.name))).collect()
}

/// An interface with the documentation of the first operation that has these options.
fn shared_interface(
    shared: &Shared,
    resources: &[Resource<'_>],
    source: &Source,
) -> Result<Interface, String> {
    let mut operations = resources.iter().flat_map(|resource| {
        resource.operations.iter().map(move |operation| (resource, operation))
    });
    let found = operations.find(|(_, operation)| bases(operation).contains(&shared.name));
    let (resource, operation) =
        found.ok_or_else(|| format!("no operation has the options {}", shared.name))?;
    let inherited = SHARED.iter().find(|other| Some(other.name) == shared.extends);
    let inherited = inherited.map_or(&[][..], |other| other.options);
    let own = |option: &&Parameter| {
        shared.options.contains(&option.name) && !inherited.contains(&option.name)
    };
    let own: Vec<&Parameter> = options(operation).filter(own).collect();
    let extends: Vec<&str> = shared.extends.into_iter().collect();
    interface(shared.name, shared.doc, extends, &own, resource, source)
}

/// The options of an operation: an interface of its own, if the shared ones are not enough.
pub(super) fn of_operation(
    resource: &Resource<'_>,
    operation: &Described<'_>,
    source: &Source,
) -> Result<Option<Interface>, String> {
    let bases = bases(operation);
    let inherited = SHARED.iter().filter(|shared| bases.contains(&shared.name));
    let inherited: Vec<&str> = inherited.flat_map(|shared| shared.options).copied().collect();
    let own = options(operation).filter(|option| !inherited.contains(&option.name));
    let own: Vec<&Parameter> = own.collect();
    if own.is_empty() && bases.len() == 1 {
        return Ok(None);
    }
    let name = type_name(resource, operation);
    let users = resource.operations.iter().filter(|other| type_name(resource, other) == name);
    let users = users.map(|it| format!("{{@link {}.{}}}", resource.class, camel_case(it.name)));
    let doc = format!("Options of {}.", users.collect::<Vec<_>>().join(" and "));
    interface(&name, &doc, bases, &own, resource, source).map(Some)
}

/// The type of an operation's options.
pub(super) fn type_name(resource: &Resource<'_>, operation: &Described<'_>) -> String {
    let bases = bases(operation);
    let inherited = SHARED.iter().filter(|shared| bases.contains(&shared.name));
    let inherited: usize = inherited.map(|shared| shared.options.len()).sum();
    if let ([base], true) = (&bases[..], inherited == options(operation).count()) {
        return (*base).to_owned();
    }
    let path = operation.operation.path;
    match NAMES.iter().find(|(known, _)| *known == path) {
        Some((_, name)) => (*name).to_owned(),
        None => {
            format!("{}{}Options", pascal_case(operation.name), singular(&resource.class))
        }
    }
}

/// The constant with the checks of options.
pub(super) fn constant(type_name: &str) -> String {
    let words = type_name.chars().enumerate().flat_map(|(index, letter)| {
        let gap = (index > 0 && letter.is_uppercase()).then_some('_');
        gap.into_iter().chain([letter.to_ascii_uppercase()])
    });
    words.collect()
}

/// What is given by position.
pub(super) fn positional<'a>(operation: &'a Described<'_>) -> impl Iterator<Item = &'a Parameter> {
    operation.required().filter(|it| !REQUIRED.contains(&(operation.operation.path, it.name)))
}

/// Options that must be given.
pub(super) fn required<'a>(operation: &'a Described<'_>) -> impl Iterator<Item = &'a Parameter> {
    operation.required().filter(|it| REQUIRED.contains(&(operation.operation.path, it.name)))
}

/// All that is given as an option.
pub(super) fn options<'a>(operation: &'a Described<'_>) -> impl Iterator<Item = &'a Parameter> {
    required(operation).chain(operation.options())
}

/// The shared options that an operation has: the most of a place, and others.
fn bases(operation: &Described<'_>) -> Vec<&'static str> {
    let has = |shared: &&Shared| {
        shared.options.iter().all(|name| options(operation).any(|option| option.name == *name))
    };
    let (places, others): (Vec<&Shared>, Vec<&Shared>) =
        SHARED.iter().filter(has).partition(|shared| shared.extends.is_some());
    let place = places.iter().max_by_key(|shared| shared.options.len());
    let place = place.map_or("CallOptions", |shared| shared.name);
    [place].into_iter().chain(others.iter().map(|shared| shared.name)).collect()
}

fn interface(
    type_name: &str,
    doc: &str,
    extends: Vec<&'static str>,
    own: &[&Parameter],
    resource: &Resource<'_>,
    source: &Source,
) -> Result<Interface, String> {
    let property = |option: &&Parameter| {
        let kind = kinds::annotation(option.kind);
        // A union with a function needs parentheses.
        let kind = if kind.contains("=>") { format!("({kind})") } else { kind.to_owned() };
        let is_required = option.presence == Presence::Required;
        let doc = source.parameter_doc(resource, option, &TsDoc)?;
        let doc = format!("{}{}", markdown::capitalized(&doc), kinds::note(option.kind));
        Ok(Property {
            name: format!("{}{}", name(option.name), if is_required { "" } else { "?" }),
            annotation: if is_required { kind } else { format!("{kind} | undefined") },
            doc: comment(&doc, 2),
        })
    };
    let checks = extends.iter().map(|base| format!("...{}", constant(base)));
    let own_checks =
        own.iter().map(|option| format!("{}: {}", name(option.name), kinds::check(option.kind)));
    Ok(Interface {
        name: type_name.to_owned(),
        doc: comment(doc, 0),
        properties: own.iter().map(property).collect::<Result<_, String>>()?,
        constant: constant(type_name),
        checks: checks.chain(own_checks).collect(),
        extends,
    })
}

/// `ApiKeys` as `ApiKey`.
fn singular(class: &str) -> String {
    if class == "Kms" {
        return "KmsKey".to_owned();
    }
    match class.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => class.strip_suffix('s').unwrap_or(class).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_of_each_ending() {
        assert_eq!(singular("ApiKeys"), "ApiKey");
        assert_eq!(singular("Identities"), "Identity");
        assert_eq!(singular("Account"), "Account");
        assert_eq!(singular("Kms"), "KmsKey");
    }

    #[test]
    fn constant_has_underscores_between_words() {
        assert_eq!(constant("CreateApiKeyOptions"), "CREATE_API_KEY_OPTIONS");
    }
}
