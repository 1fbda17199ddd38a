//! The arguments of a step, each of which must be used.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use crate::{Failure, wrong};

pub(crate) struct Arguments(Map<String, Value>);

impl Arguments {
    pub(crate) fn new(args: Value) -> Self {
        let Value::Object(mut args) = args else {
            return Self(Map::new());
        };
        args.retain(|_, value| !value.is_null());
        Self(args)
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => wrong(format!("{name} must be a string, not {other}")),
        }
    }

    /// The first of these arguments that is given, if it is a string. It stays to be used.
    pub(crate) fn first_of(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name)?.as_str().map(str::to_owned))
    }

    pub(crate) fn required(&mut self, name: &str) -> Result<String, Failure> {
        match self.text(name)? {
            Some(text) => Ok(text),
            None => wrong(format!("the argument {name} is missing")),
        }
    }

    /// Bytes, which scenarios have as base64.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Failure> {
        let text = self.required(name)?;
        STANDARD.decode(&text).or_else(|_| wrong(format!("{name} must be base64, not {text}")))
    }

    pub(crate) fn flag(&mut self, name: &str) -> Result<bool, Failure> {
        Ok(self.flag_opt(name)?.unwrap_or_default())
    }

    pub(crate) fn flag_opt(&mut self, name: &str) -> Result<Option<bool>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(other) => wrong(format!("{name} must be true or false, not {other}")),
        }
    }

    pub(crate) fn number(&mut self, name: &str) -> Result<Option<usize>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(other) => match other.as_u64().and_then(|number| usize::try_from(number).ok()) {
                Some(number) => Ok(Some(number)),
                None => wrong(format!("{name} must be a whole number, not {other}")),
            },
        }
    }

    pub(crate) fn count(&mut self, name: &str) -> Result<Option<u64>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(other) => match other.as_u64() {
                Some(number) => Ok(Some(number)),
                None => wrong(format!("{name} must be a whole number, not {other}")),
            },
        }
    }

    pub(crate) fn seconds(&mut self, name: &str) -> Result<Option<Duration>, Failure> {
        let Some(value) = self.0.remove(name) else {
            return Ok(None);
        };
        match value.as_f64().map(Duration::try_from_secs_f64) {
            Some(Ok(duration)) => Ok(Some(duration)),
            _ => wrong(format!("{name} must be a number of seconds, not {value}")),
        }
    }

    pub(crate) fn list(&mut self, name: &str) -> Result<Option<Vec<Value>>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Array(items)) => Ok(Some(items)),
            Some(other) => wrong(format!("{name} must be a list, not {other}")),
        }
    }

    /// A list of strings, empty if it is missing.
    pub(crate) fn texts(&mut self, name: &str) -> Result<Vec<String>, Failure> {
        Ok(self.texts_opt(name)?.unwrap_or_default())
    }

    pub(crate) fn texts_opt(&mut self, name: &str) -> Result<Option<Vec<String>>, Failure> {
        let Some(items) = self.list(name)? else { return Ok(None) };
        let texts = items.into_iter().map(|item| match item {
            Value::String(text) => Ok(text),
            other => wrong(format!("{name} must be strings, not {other}")),
        });
        texts.collect::<Result<_, _>>().map(Some)
    }

    pub(crate) fn object(&mut self, name: &str) -> Result<Option<Value>, Failure> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(object @ Value::Object(_)) => Ok(Some(object)),
            Some(other) => wrong(format!("{name} must be an object, not {other}")),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// An object of strings, empty if it is missing.
    pub(crate) fn pairs(&mut self, name: &str) -> Result<Vec<(String, String)>, Failure> {
        let fields = match self.0.remove(name) {
            None => Map::new(),
            Some(Value::Object(fields)) => fields,
            Some(other) => return wrong(format!("{name} must be an object, not {other}")),
        };
        fields
            .into_iter()
            .map(|(key, value)| match value {
                Value::String(text) => Ok((key, text)),
                other => wrong(format!("{name} must be strings, not {other}")),
            })
            .collect()
    }

    /// Fails if an argument was not used.
    pub(crate) fn done(&self) -> Result<(), Failure> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(name) => wrong(format!("the operation has no argument {name}")),
        }
    }
}
