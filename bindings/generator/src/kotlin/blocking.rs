//! The classes for Java, whose calls block.

use super::TYPES;
use super::kdoc;
use super::layout::{MEMBER, STATEMENT, fits, line, list};
use super::objects::{self, Object};
use super::parameters::{self, Form};
use super::resources::{self, Class, all};
use crate::names::camel_case;
use crate::operations::{Described, Parameter, Resource};

/// Options that Java always gives, since it has no names of arguments; `null` is the default.
const GIVEN: &[(&str, &str)] = &[("secrets.update", "value"), ("secrets.propose_update", "value")];

/// Options that come before the others.
const FIRST: &[(&str, &str)] = &[
    ("account.complete_sign_up", "send_password"),
    ("account.sign_up_administrator", "send_password"),
];

pub(super) fn class(resource: &Resource<'_>) -> Class {
    let owner = camel_case(resource.name);
    let class = &resource.class;
    let operations = resource.operations.iter();
    let members = operations.flat_map(|operation| {
        let objects = objects::of(operation);
        let alternative = all(operation).any(|parameter| {
            parameters::has_alternative(parameter) && !objects.iter().any(|it| it.has(parameter))
        });
        let mut forms = vec![Form::First];
        forms.extend(alternative.then_some(Form::Second));
        let method = |form| Method { resource, operation, objects: &objects, form }.render();
        forms.into_iter().map(method).collect::<Vec<_>>()
    });
    let members = members.collect();
    let has_place = |it: &Described<'_>| objects::of(it).iter().any(|it| it.parameter == "place");
    let place = if resource.operations.iter().any(has_place) {
        " The place comes after required arguments and before the others."
    } else {
        ""
    };
    Class {
        doc: kdoc::comment(0, &[format!("[{class}] with calls that block.{place}")], &[]),
        declaration: resources::declaration(
            resource,
            "Blocking",
            &format!("private val {owner}: {class}, private val timeout: Duration?"),
        ),
        members,
    }
}

struct Method<'a> {
    resource: &'a Resource<'a>,
    operation: &'a Described<'a>,
    objects: &'a [Object],
    form: Form,
}

impl Method<'_> {
    fn render(&self) -> String {
        let name = camel_case(self.operation.name);
        let doc = format!("See [{}.{name}].", self.resource.class);
        let mut lines = vec![kdoc::comment(MEMBER, &[doc], &[])];
        let parameters = self.parameters();
        if parameters.iter().any(|it| it.contains(" = ")) {
            lines.push(line(MEMBER, "@JvmOverloads"));
        }
        let output = self.operation.operation.output.spelled(&TYPES);
        let before = format!("public fun {name}(");
        let after = format!("): {output} =");
        let signature = list(MEMBER, &before, &parameters, &after);
        lines.push(self.with_body(&signature));
        lines.join("\n")
    }

    fn parameters(&self) -> Vec<String> {
        let is = |table: &[(&str, &str)], it: &&Parameter| {
            table.contains(&(self.operation.operation.path, it.name))
        };
        let options = || self.operation.options().filter(|it| !self.in_object(it));
        let declared = |it: &Parameter| parameters::declared_in_java(it, self.form);
        let mut declarations: Vec<String> = self.operation.required().map(declared).collect();
        let given = options().filter(|it| is(GIVEN, it));
        declarations.extend(given.map(|it| parameters::typed_in_java(it, self.form)));
        declarations.extend(self.objects.iter().map(Object::declared));
        declarations.extend(options().filter(|it| is(FIRST, it)).map(declared));
        let others = options().filter(|it| !is(GIVEN, it) && !is(FIRST, it));
        declarations.extend(others.map(declared));
        declarations
    }

    fn in_object(&self, parameter: &Parameter) -> bool {
        self.objects.iter().any(|it| it.has(parameter))
    }

    /// What Java must not give as `null`.
    fn checks(&self) -> Vec<String> {
        let required = self.operation.required().filter(|it| parameters::refuses_null(it));
        let options = self.operation.options();
        let options = options.filter(|it| !self.in_object(it) && parameters::refuses_null(it));
        let name = |it: &Parameter| camel_case(it.name);
        let objects = self.objects.iter().map(|it| it.parameter.to_owned());
        let names = required.map(name).chain(objects).chain(options.map(name));
        names.map(|name| format!("\"{name}\" to {name}")).collect()
    }

    /// The arguments of the method that suspends.
    fn arguments(&self) -> Vec<String> {
        let argument = |parameter: &Parameter| {
            let object = self.objects.iter().find(|it| it.has(parameter));
            object.map_or_else(|| parameters::from_java(parameter), |it| it.field(parameter))
        };
        all(self.operation).map(argument).chain(["timeout".to_owned()]).collect()
    }

    /// The signature, which ends with an equals sign, with the call: on the same line if it fits.
    fn with_body(&self, signature: &str) -> String {
        let checks = self.checks();
        let arguments = self.arguments();
        let owner = camel_case(self.resource.name);
        let before = format!("{owner}.{}(", camel_case(self.operation.name));
        let call = format!("{before}{})", arguments.join(", "));
        let statements: Vec<String> = self.objects.iter().filter_map(Object::statement).collect();
        let blocking = match &checks[..] {
            [] => "blocking {".to_owned(),
            checks => format!("blocking({}) {{", checks.join(", ")),
        };
        let last = signature.lines().last().unwrap_or_default();
        if statements.is_empty() {
            let expression = format!("{blocking} {call} }}");
            if fits(0, &format!("{last} {expression}")) {
                return format!("{signature} {expression}");
            }
            if !checks.is_empty() && fits(STATEMENT, &expression) {
                return format!("{signature}\n{}", line(STATEMENT, &expression));
            }
        }
        let stays = checks.is_empty() && fits(0, &format!("{last} {blocking}"));
        let indent = if stays { MEMBER } else { STATEMENT };
        let mut lines = match &checks[..] {
            [] if stays => vec![format!("{signature} {blocking}")],
            [] => vec![signature.to_owned(), line(STATEMENT, &blocking)],
            checks => {
                vec![signature.to_owned(), list(STATEMENT, "blocking(", checks, ") {")]
            }
        };
        lines.extend(statements.iter().map(|statement| line(indent + 4, statement)));
        lines.push(list(indent + 4, &before, &arguments, ")"));
        lines.push(line(indent, "}"));
        lines.join("\n")
    }
}
