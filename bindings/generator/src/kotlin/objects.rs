//! Objects that Java gives in place of several parameters, which it cannot name.

use super::kdoc::{self, KDoc};
use super::layout::{MEMBER, STATEMENT, fits, line, list};
use super::parameters::{self, Form};
use super::resources::Class;
use crate::markdown;
use crate::names::camel_case;
use crate::operations::{Described, Kind, Parameter, Passed, Resource};
use crate::source::Source;

/// An object of a method for Java.
pub(super) struct Object {
    /// Its name as a parameter.
    pub(super) parameter: &'static str,
    class: &'static str,
    /// The function that gives its fields; without one, it has properties.
    function: Option<&'static str>,
    /// Whether a call needs it.
    required: bool,
    /// The parameters that it stands for.
    fields: Vec<&'static str>,
}

/// Records of places, and the function of a place that gives their fields.
const PLACES: &[(&str, Option<&str>)] =
    &[("NativePlace", None), ("NativeLocation", Some("location()"))];
/// The record of the place that secrets are moved or copied to.
const DESTINATION: &str = "NativeDestination";
/// Records whose objects have a generated class, which comes after the parameter's name.
const GENERATED: &[(&str, &str, &str)] = &[
    ("NativeAuditLogFilter", "filter", "AuditLogFilter"),
    ("NativeUniversalAuthSettings", "settings", "UniversalAuthSettings"),
    ("NativeTokenAuthSettings", "settings", "TokenAuthSettings"),
];

/// The objects of an operation, in the order in which Java gives them.
pub(super) fn of(operation: &Described<'_>) -> Vec<Object> {
    let moves = fields(operation, DESTINATION).is_some();
    let places = PLACES.iter().map(|(record, function)| {
        let parameter = if moves { "from" } else { "place" };
        (*record, parameter, "SecretPlace", *function)
    });
    let destination = [(DESTINATION, "to", "SecretPlace", Some("destination(from)"))];
    let generated =
        GENERATED.iter().map(|(record, parameter, class)| (*record, *parameter, *class, None));
    let objects = places.chain(destination).chain(generated);
    let object = |(record, parameter, class, function)| {
        let fields = fields(operation, record)?;
        // Whether to overwrite is not a place.
        let fields = fields.into_iter().filter(|it| it.kind != Kind::Flag).map(|it| it.name);
        Some(Object { parameter, class, function, required: moves, fields: fields.collect() })
    };
    objects.filter_map(object).collect()
}

/// The parameters that a record is made from.
fn fields<'a>(operation: &'a Described<'_>, native: &str) -> Option<Vec<&'a Parameter>> {
    operation.passed.iter().find_map(|passed| match passed {
        Passed::Record { record, fields, .. } if *record == native => {
            Some(fields.iter().filter_map(|(_, at)| operation.parameters.get(*at)).collect())
        }
        _ => None,
    })
}

impl Object {
    /// Whether it stands for a parameter.
    pub(super) fn has(&self, parameter: &Parameter) -> bool {
        self.fields.contains(&parameter.name)
    }

    /// It as a parameter.
    pub(super) fn declared(&self) -> String {
        let Self { parameter, class, required, .. } = self;
        let default = if *required { String::new() } else { format!(" = {class}()") };
        format!("{parameter}: {class}{default}")
    }

    /// The statement that takes it apart, if it has no properties.
    pub(super) fn statement(&self) -> Option<String> {
        let fields: Vec<String> = self.fields.iter().map(|name| camel_case(name)).collect();
        let function = self.function?;
        Some(format!("val ({}) = {}.{function}", fields.join(", "), self.parameter))
    }

    /// The value of a parameter.
    pub(super) fn field(&self, parameter: &Parameter) -> String {
        let name = camel_case(parameter.name);
        if self.function.is_some() { name } else { format!("{}.{name}", self.parameter) }
    }
}

/// The generated classes of objects, by their names.
pub(super) fn classes(
    resources: &[Resource<'_>],
    source: &Source,
) -> Result<Vec<(&'static str, Class)>, String> {
    let class = |(record, _, name): &(&'static str, &str, &'static str)| {
        let uses: Vec<_> = resources
            .iter()
            .flat_map(|resource| resource.operations.iter().map(move |it| (resource, it)))
            .filter(|(_, operation)| fields(operation, record).is_some())
            .collect();
        let Some((resource, operation)) = uses.first() else {
            return Err(format!("no operation takes a {record}"));
        };
        let fields = fields(operation, record).unwrap_or_default();
        let links = uses.iter().map(|(resource, operation)| {
            format!("[{}.{}]", resource.class, camel_case(operation.name))
        });
        let links = links.collect::<Vec<_>>().join(" and ");
        Ok((*name, object_class(name, &links, resource, &fields, source)?))
    };
    GENERATED.iter().map(class).collect()
}

fn object_class(
    name: &str,
    links: &str,
    resource: &Resource<'_>,
    fields: &[&Parameter],
    source: &Source,
) -> Result<Class, String> {
    let doc = format!(
        "Options of {links}, for [Blocking{}]. An option that is not set has its default. Setters \
         return a changed copy.",
        resource.class
    );
    let properties =
        fields.iter().map(|it| format!("    internal val {},", parameters::typed(it, Form::First)));
    let properties = properties.collect::<Vec<_>>().join("\n");
    let absent: Vec<String> =
        fields.iter().filter_map(|it| parameters::absent(it)).map(str::to_owned).collect();
    let mut members = vec![
        [
            kdoc::comment(MEMBER, &["Nothing is set.".to_owned()], &[]),
            list(MEMBER, "public constructor() : this(", &absent, ")"),
        ]
        .join("\n"),
    ];
    for field in fields {
        members.extend(setters(name, resource, field, source)?);
    }
    members.push(copy(name, fields));
    Ok(Class {
        doc: kdoc::comment(0, &[doc], &[]),
        declaration: format!("public class {name}\nprivate constructor(\n{properties}\n) {{"),
        members,
    })
}

fn setters(
    class: &str,
    resource: &Resource<'_>,
    field: &Parameter,
    source: &Source,
) -> Result<Vec<String>, String> {
    let name = camel_case(field.name);
    let text = markdown::capitalized(&source.parameter_doc(resource, field, &KDoc)?);
    let required = format!("required(\"{name}\", value)");
    let value = match field.kind {
        Kind::Integer | Kind::Flag => "value".to_owned(),
        Kind::Duration => format!("{required}.toKotlinDuration()"),
        _ => required.clone(),
    };
    let setter = |form: Form, function: &str, argument: String| {
        let kind = parameters::java_type(field.kind, form);
        let signature = format!("public fun {name}(value: {kind}): {class} =");
        let value = format!("{function}({argument})");
        let code = if fits(MEMBER, &format!("{signature} {value}")) {
            line(MEMBER, &format!("{signature} {value}"))
        } else {
            let value = list(STATEMENT, &format!("{function}("), &[argument], ")");
            format!("{}\n{value}", line(MEMBER, &signature))
        };
        let text = match form {
            Form::First => text.clone(),
            Form::Second => markdown::without_format(&text),
        };
        format!("{}\n{code}", kdoc::comment(MEMBER, &[text], &[]))
    };
    let mut setters = vec![setter(Form::First, "copy", format!("{name} = {value}"))];
    if parameters::has_alternative(field) {
        setters.push(setter(Form::Second, &name, format!("{required}.toString()")));
    }
    Ok(setters)
}

fn copy(class: &str, fields: &[&Parameter]) -> String {
    let parameters = fields.iter().map(|field| {
        let typed = parameters::typed(field, Form::First);
        format!("{typed} = this.{}", camel_case(field.name))
    });
    let names: Vec<String> = fields.iter().map(|field| camel_case(field.name)).collect();
    let signature = list(
        MEMBER,
        "private fun copy(",
        &parameters.collect::<Vec<_>>(),
        &format!("): {class} ="),
    );
    let last = signature.lines().last().unwrap_or_default();
    let call = format!("{class}({})", names.join(", "));
    if fits(0, &format!("{last} {call}")) {
        format!("{signature} {call}")
    } else {
        format!("{signature}\n{}", list(STATEMENT, &format!("{class}("), &names, ")"))
    }
}
