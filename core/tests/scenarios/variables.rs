//! Values that steps save and later steps use.

use serde_json::{Map, Value};

use crate::setting::Setting;

/// Values by name.
#[derive(Clone)]
pub(crate) struct Variables(Map<String, Value>);

impl Variables {
    /// The variables that every scenario begins with.
    pub(crate) fn of_scenario(setting: &Setting) -> Result<Self, String> {
        let mut random = [0; 6];
        getrandom::fill(&mut random).map_err(|error| error.to_string())?;
        let mut variables = Map::new();
        variables.insert("unique".into(), hex::encode(random).into());
        variables.insert("era".into(), setting.era.clone().into());
        let server_makes_keys = matches!(setting.era.as_str(), "jun24" | "modern");
        variables.insert("members_make_keys".into(), (!server_makes_keys).into());
        variables.insert("encrypted".into(), (setting.era != "modern").into());
        variables.insert("base_url".into(), setting.url.clone().into());
        variables.insert("directory".into(), setting.directory.clone().into());
        variables.insert("fixtures".into(), setting.fixtures()?);
        Ok(Self(variables))
    }

    pub(crate) fn set(&mut self, name: String, value: Value) {
        self.0.insert(name, value);
    }

    /// Adds the variables of a fragment that is run once. `$unique` stays.
    pub(crate) fn take(&mut self, left: Self) {
        self.0.extend(left.0.into_iter().filter(|(name, _)| name != "unique"));
    }

    /// Replaces references and `$repeat` in every value.
    pub(crate) fn substitute(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::String(text) => self.in_text(text),
            Value::Array(items) => items.iter().map(|item| self.substitute(item)).collect(),
            Value::Object(fields) => match fields.get("$repeat") {
                Some(repeat) if fields.len() == 1 => repeated(repeat),
                _ => {
                    let field = |(name, value): (&String, &Value)| {
                        Ok((name.clone(), self.substitute(value)?))
                    };
                    fields.iter().map(field).collect::<Result<_, String>>().map(Value::Object)
                }
            },
            other => Ok(other.clone()),
        }
    }

    fn in_text(&self, text: &str) -> Result<Value, String> {
        if let Some(literal) = text.strip_prefix("$$") {
            return Ok(format!("${literal}").into());
        }
        if let Some(path) = text.strip_prefix('$').filter(|path| is_path(path)) {
            return self.get(path);
        }
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${") {
            let (path, after) =
                after.split_once('}').ok_or_else(|| format!("{text:?} lacks a closing brace"))?;
            filled.push_str(before);
            match self.get(path)? {
                Value::String(inner) => filled.push_str(&inner),
                scalar => filled.push_str(&scalar.to_string()),
            }
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled.into())
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        let (name, inner) = path.split_once('.').unwrap_or((path, ""));
        let mut found = self.0.get(name);
        for step in inner.split('.').filter(|step| !step.is_empty()) {
            found = found.and_then(|value| match value {
                Value::Array(items) => items.get(step.parse::<usize>().ok()?),
                other => other.get(step),
            });
        }
        found.cloned().ok_or_else(|| format!("there is no ${path}"))
    }
}

/// `name`, or `name.path.0.x`.
fn is_path(text: &str) -> bool {
    let mut parts = text.split('.');
    let named = parts.next().is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    });
    named
        && parts.all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
}

fn repeated(repeat: &Value) -> Result<Value, String> {
    let of = || Some((repeat.get(0)?.as_str()?, usize::try_from(repeat.get(1)?.as_u64()?).ok()?));
    let (text, times) = of().ok_or("$repeat takes a string and a number")?;
    Ok(text.repeat(times).into())
}
