//! Reading request parameters, with each era's rules for trimming, coercion and complaints.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use serde_json::{Map, Value, json};

use crate::era::Era;
use crate::error::ApiError;

/// The fields of one JSON object (or of the query), read one by one; complaints are collected and
/// raised together by [`Form::finish`].
pub(crate) struct Form<'a> {
    fields: Option<&'a Map<String, Value>>,
    path: Vec<Value>,
    issues: Rc<RefCell<Vec<Value>>>,
    era: Era,
}

/// A part of a list.
pub(crate) struct Page {
    pub(crate) offset: usize,
    limit: usize,
}

impl Page {
    pub(crate) fn of<'a, T>(&self, all: &'a [T]) -> impl Iterator<Item = &'a T> + use<'a, T> {
        all.iter().skip(self.offset).take(self.limit)
    }
}

impl<'a> Form<'a> {
    pub(crate) fn new(source: &'a Value, era: Era) -> Self {
        Form { fields: source.as_object(), path: Vec::new(), issues: Rc::default(), era }
    }

    /// Raises the complaints, if any.
    pub(crate) fn finish(&self) -> Result<(), ApiError> {
        let issues = self.issues.take();
        if issues.is_empty() { Ok(()) } else { Err(ApiError::Invalid(issues)) }
    }

    /// A required string as sent, possibly empty.
    pub(crate) fn text(&self, name: &str) -> String {
        match self.text_opt(name) {
            Some(text) => text,
            None if self.value(name).is_none_or(Value::is_null) => {
                self.expect(name, "string");
                String::new()
            }
            None => String::new(),
        }
    }

    /// A required string without surrounding white space; in May 2023 it must not be empty.
    pub(crate) fn trimmed(&self, name: &str) -> String {
        let text = self.text(name).trim().to_owned();
        if text.is_empty() && self.era == Era::May23 {
            self.expect(name, "string");
        }
        text
    }

    /// A required string that is not empty.
    pub(crate) fn filled(&self, name: &str) -> String {
        let text = self.text(name);
        if text.is_empty() && self.value(name).is_some_and(Value::is_string) {
            self.complain_blank(name);
        }
        text
    }

    /// A required string without surrounding white space, of which something is left.
    pub(crate) fn name(&self, name: &str) -> String {
        let text = self.filled(name);
        if !text.is_empty() && text.trim().is_empty() {
            self.complain_blank(name);
        }
        text.trim().to_owned()
    }

    /// As [`name`](Self::name), if it is given.
    pub(crate) fn name_opt(&self, name: &str) -> Option<String> {
        self.text_opt(name).map(|_| self.name(name))
    }

    /// An optional string; absent and null count as none.
    pub(crate) fn text_opt(&self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            // May 2023's validators turn scalars into strings before looking at them.
            Value::Number(number) if self.era == Era::May23 => Some(number.to_string()),
            Value::Bool(flag) if self.era == Era::May23 => Some(flag.to_string()),
            _ => {
                self.expect(name, "string");
                None
            }
        }
    }

    pub(crate) fn flag_opt(&self, name: &str) -> Option<bool> {
        match self.value(name)? {
            Value::Null => None,
            Value::Bool(flag) => Some(*flag),
            _ => {
                self.expect(name, "boolean");
                None
            }
        }
    }

    /// An optional whole number above zero.
    pub(crate) fn whole_opt(&self, name: &str) -> Option<i64> {
        let value = self.value(name)?;
        let number = value.as_i64().filter(|number| *number > 0);
        if number.is_none() {
            self.expect(name, "number");
        }
        number
    }

    /// An optional whole number, 0 when absent.
    pub(crate) fn whole_or_zero(&self, name: &str) -> i64 {
        if self.value(name).is_some_and(|value| value.as_i64() == Some(0)) {
            return 0;
        }
        self.whole_opt(name).unwrap_or_default()
    }

    /// A whole number of the query, which is text there; `default` when absent, which is a
    /// complaint without one.
    pub(crate) fn whole(&self, name: &str, default: Option<i64>) -> i64 {
        let number = match self.text_opt(name) {
            Some(text) => text.parse().ok(),
            None => default,
        };
        number.filter(|number| *number >= 0).unwrap_or_else(|| {
            self.complain(json!({
                "code": "custom",
                "message": "Expected number, received nan",
                "path": self.path_to(name),
            }));
            0
        })
    }

    /// The part of a list that the query asks for: `offset`, 0 when absent, and `limit`.
    pub(crate) fn page(&self, default: i64, limits: RangeInclusive<i64>) -> Page {
        let (offset, limit) = (self.whole("offset", Some(0)), self.whole("limit", Some(default)));
        if !limits.contains(&limit) {
            self.complain(json!({
                "code": "custom",
                "message": format!("Number must be from {} to {}", limits.start(), limits.end()),
                "path": self.path_to("limit"),
            }));
        }
        let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        Page { offset: size(offset), limit: size(limit) }
    }

    /// A required boolean.
    pub(crate) fn flag(&self, name: &str) -> bool {
        if self.value(name).is_none_or(Value::is_null) {
            self.expect(name, "boolean");
        }
        self.flag_opt(name).unwrap_or_default()
    }

    /// A required number of seconds; `None` stands for null where `nullable`.
    pub(crate) fn seconds(&self, name: &str, nullable: bool) -> Option<f64> {
        match self.value(name) {
            Some(Value::Number(number)) => number.as_f64(),
            Some(Value::Null) if nullable => None,
            _ => {
                self.expect(name, "number");
                None
            }
        }
    }

    /// One of `options`; `default` when absent, which is a complaint without one.
    pub(crate) fn choice(&self, name: &str, options: &[&str], default: Option<&str>) -> String {
        if let (Some(default), None) = (default, self.value(name)) {
            return default.to_owned();
        }
        let text = self.text(name);
        if self.value(name).is_some_and(Value::is_string) && !options.contains(&text.as_str()) {
            self.complain_choice(self.path_to(name), options, &text);
        }
        text
    }

    /// A required array of strings out of `options`, at least one.
    pub(crate) fn choices(&self, name: &str, options: &[&str]) -> Vec<String> {
        let items = self.array(name);
        let mut chosen = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let text = item.as_str().unwrap_or_default();
            if options.contains(&text) {
                chosen.push(text.to_owned());
            } else {
                let mut path = self.path_to(name);
                path.push(json!(index));
                self.complain_choice(path, options, text);
            }
        }
        chosen
    }

    /// A required, non-empty array of strings.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        self.array(name).iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect()
    }

    /// The texts in an optional list.
    pub(crate) fn texts_opt(&self, name: &str) -> Option<Vec<String>> {
        let texts = self.value(name)?.as_array()?.iter();
        Some(texts.filter_map(Value::as_str).map(ToOwned::to_owned).collect())
    }

    /// A required non-empty array of objects, each as a form of its own.
    pub(crate) fn forms(&self, name: &str) -> Vec<Form<'a>> {
        let forms = self.array(name).iter().enumerate().map(|(index, item)| {
            let mut path = self.path_to(name);
            path.push(json!(index));
            Form { fields: item.as_object(), path, issues: Rc::clone(&self.issues), era: self.era }
        });
        forms.collect()
    }

    /// A required object as a form of its own.
    pub(crate) fn form(&self, name: &str) -> Form<'a> {
        let fields = self.value(name).and_then(Value::as_object);
        if fields.is_none() {
            self.expect(name, "object");
        }
        let (path, issues) = (self.path_to(name), Rc::clone(&self.issues));
        Form { fields, path, issues, era: self.era }
    }

    /// The raw value, for the few fields that take several types.
    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        self.fields.and_then(|fields| fields.get(name))
    }

    /// A complaint about the field `name` that the kinds of fields above do not find.
    pub(crate) fn refuse(&self, name: &str, message: &str) {
        let path = self.path_to(name);
        self.complain(json!({ "code": "custom", "message": message, "path": path }));
    }

    fn array(&self, name: &str) -> &'a [Value] {
        let Some(items) = self.value(name).and_then(Value::as_array) else {
            self.expect(name, "array");
            return &[];
        };
        if items.is_empty() {
            self.complain(json!({
                "code": "too_small",
                "minimum": 1,
                "type": "array",
                "inclusive": true,
                "exact": false,
                "message": "Array must contain at least 1 element(s)",
                "path": self.path_to(name),
            }));
        }
        items
    }

    fn expect(&self, name: &str, expected: &str) {
        // An object that is missing itself has one complaint.
        if self.fields.is_none() && !self.issues.borrow().is_empty() {
            return;
        }
        let received = match self.value(name) {
            None => "undefined",
            Some(Value::Null) => "null",
            Some(Value::Bool(_)) => "boolean",
            Some(Value::Number(_)) => "number",
            Some(Value::String(_)) => "string",
            Some(Value::Array(_)) => "array",
            Some(Value::Object(_)) => "object",
        };
        let message = match received {
            "undefined" => "Required".to_owned(),
            other => format!("Expected {expected}, received {other}"),
        };
        self.complain(json!({
            "code": "invalid_type",
            "expected": expected,
            "received": received,
            "path": self.path_to(name),
            "message": message,
        }));
    }

    /// A complaint about a text at `path` that is none of `options`.
    pub(crate) fn complain_choice(&self, path: Vec<Value>, options: &[&str], received: &str) {
        let listed: Vec<_> = options.iter().map(|option| format!("'{option}'")).collect();
        let expected = listed.join(" | ");
        self.complain(json!({
            "received": received,
            "code": "invalid_enum_value",
            "options": options,
            "path": path,
            "message": format!("Invalid enum value. Expected {expected}, received '{received}'"),
        }));
    }

    fn complain_blank(&self, name: &str) {
        self.complain(json!({
            "code": "too_small",
            "minimum": 1,
            "type": "string",
            "inclusive": true,
            "exact": false,
            "message": "String must contain at least 1 character(s)",
            "path": self.path_to(name),
        }));
    }

    /// Complains unless the form is of an object.
    pub(crate) fn require_object(&self) {
        if self.fields.is_none() {
            self.complain(json!({
                "code": "invalid_type",
                "expected": "object",
                "received": "null",
                "path": self.path,
                "message": "Expected object, received null",
            }));
        }
    }

    /// July 2026: a required number of the query, which is text there.
    pub(crate) fn number(&self, name: &str) -> i64 {
        let number = self.text_opt(name).and_then(|text| text.trim().parse().ok());
        number.filter(|number| *number >= 0).unwrap_or_else(|| {
            self.complain(json!({
                "code": "invalid_type",
                "expected": "number",
                "received": "nan",
                "path": self.path_to(name),
                "message": "Expected number, received nan",
            }));
            0
        })
    }

    /// A complaint in full.
    pub(crate) fn complain(&self, issue: Value) {
        self.issues.borrow_mut().push(issue);
    }

    pub(crate) fn path_to(&self, name: &str) -> Vec<Value> {
        let mut path = self.path.clone();
        path.push(json!(name));
        path
    }
}
