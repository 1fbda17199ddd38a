//! The body of a failed answer: the few fields that any release sends.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// The fields of any release's error body; each may be missing. What reads it is at most
/// [`ERROR_BODY`](super::limits::ERROR_BODY) long and may be cut off there: what comes before
/// counts.
#[derive(Debug, Default)]
pub(super) struct ErrorBody {
    has_status: bool,
    /// The field `error`: the server's name for the failure.
    pub(super) name: String,
    /// The server's sentence, or the list of validation issues as `field: complaint`.
    pub(super) sentence: String,
    pub(super) request_id: Option<String>,
}

impl ErrorBody {
    pub(super) fn parse(body: &[u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut parser = serde_json::Deserializer::from_slice(body);
        let whole = Fields(&mut found).deserialize(&mut parser).and_then(|()| parser.end());
        (whole.is_ok() || found.has_status).then_some(found)
    }

    /// Bodies since June 2023 repeat the status.
    pub(super) fn is_later(&self) -> bool {
        self.has_status
    }
}

/// Fills the fields as they come.
struct Fields<'a>(&'a mut ErrorBody);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(field) = map.next_key::<String>()? {
            match field.as_str() {
                "statusCode" => self.0.has_status = map.next_value::<Value>()?.is_number(),
                "error" => self.0.name = text(map.next_value()?).unwrap_or_default(),
                "message" => self.0.sentence = sentence(map.next_value()?),
                "reqId" => self.0.request_id = text(map.next_value()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn sentence(message: Value) -> String {
    match message {
        Value::String(message) => message,
        Value::Array(issues) => {
            issues.iter().filter_map(issue_sentence).collect::<Vec<_>>().join("; ")
        }
        _ => String::new(),
    }
}

/// `secrets.0.secretValue: Required`; only the complaint if it is about the whole request.
fn issue_sentence(issue: &Value) -> Option<String> {
    let complaint = issue.get("message")?.as_str()?;
    let steps = issue.get("path")?.as_array()?.iter().filter_map(|step| match step {
        Value::String(field) => Some(field.clone()),
        Value::Number(index) => Some(index.to_string()),
        _ => None,
    });
    let path = steps.collect::<Vec<_>>().join(".");
    Some(match path.as_str() {
        "" => complaint.to_owned(),
        path => format!("{path}: {complaint}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_off_body_has_the_fields_before_the_cut() {
        let whole = r#"{"statusCode":400,"error":"Bad","reqId":"r-1","message":[0,0,"#;
        let body = ErrorBody::parse(whole.as_bytes()).unwrap();
        assert!(body.is_later());
        assert_eq!((body.name.as_str(), body.sentence.as_str()), ("Bad", ""));
        assert_eq!(body.request_id.as_deref(), Some("r-1"));
        for none in ["", "<html>", "[]", "{\"message\":\"a", "{} {}"] {
            assert!(ErrorBody::parse(none.as_bytes()).is_none(), "{none}");
        }
    }

    #[test]
    fn fields_of_another_type_are_left_out() {
        let body = br#"{"statusCode":"400","error":[],"reqId":7,"message":{"a":1},"b":[{}]}"#;
        let body = ErrorBody::parse(body).unwrap();
        assert!(!body.is_later() && body.name.is_empty() && body.sentence.is_empty());
        assert_eq!(body.request_id, None);
        let issues = br#"{"message":[{"path":["slug"],"message":"short"},7,{"path":["a"]}]}"#;
        assert_eq!(ErrorBody::parse(issues).unwrap().sentence, "slug: short");
    }

    #[test]
    fn validation_issues_are_named_by_their_whole_path() {
        for (path, sentence) in [
            (r#"["secretName"]"#, "secretName: bad"),
            (r#"["secrets", 0, "secretValue"]"#, "secrets.0.secretValue: bad"),
            (r#"["body", {}, "slug"]"#, "body.slug: bad"),
            ("[]", "bad"),
        ] {
            let body = format!(r#"{{"message":[{{"path":{path},"message":"bad"}}]}}"#);
            assert_eq!(ErrorBody::parse(body.as_bytes()).unwrap().sentence, sentence);
        }
    }
}
