//! JSON: one object of strings; also parses the array that `infisical export --format=json` writes.

use std::cell::Cell;
use std::fmt;

use serde::Deserialize;
use serde::Serializer as _;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::{Entries, at_line, invalid};
use crate::{Error, ErrorKind, Result};

pub(super) fn write(secrets: &[(&str, &str)], text: String) -> Result<String> {
    let unwritable = || Error::new(ErrorKind::Internal, "the secrets could not be written");
    let mut bytes = text.into_bytes();
    serde_json::Serializer::pretty(&mut bytes)
        .collect_map(secrets.iter().copied())
        .map_err(|_| unwritable())?;
    bytes.push(b'\n');
    String::from_utf8(bytes).map_err(|_| unwritable())
}

pub(super) fn read(text: &str) -> Result<Entries> {
    let refused = Cell::new(None);
    let mut source = serde_json::Deserializer::from_str(text);
    let read = Object(&refused).deserialize(&mut source).and_then(|entries| {
        source.end()?;
        Ok(entries)
    });
    // The messages of `serde_json` quote the input.
    read.map_err(|error| {
        if let Some(reason) = refused.take() {
            return invalid(&reason);
        }
        let reason = match error.classify() {
            Category::Data => {
                "expected an object in which every value is a string in quotes, or an array of \
                 objects with \"key\" and \"value\""
            }
            Category::Eof => "the JSON ends too early",
            Category::Syntax | Category::Io => "this is not JSON",
        };
        at_line(error.line(), reason)
    })
}

/// The fields used of a secret that Infisical's CLI exported.
#[derive(Deserialize)]
struct Exported {
    key: String,
    value: String,
}

/// Reads the object or array, and stores the reason if an entry is refused.
struct Object<'a>(&'a Cell<Option<String>>);

impl Object<'_> {
    fn add<E: serde::de::Error>(
        &self,
        entries: &mut Entries,
        name: String,
        value: String,
    ) -> Result<(), E> {
        entries.add(name, value.into()).map_err(|reason| {
            self.0.set(Some(reason));
            E::custom("refused")
        })
    }
}

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = Entries;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Entries, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of strings, or an array of secrets")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Entries::default();
        while let Some((name, value)) = map.next_entry::<String, String>()? {
            self.add(&mut entries, name, value)?;
        }
        Ok(entries)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Entries, A::Error> {
        let mut entries = Entries::default();
        while let Some(Exported { key, value }) = list.next_element()? {
            self.add(&mut entries, key, value)?;
        }
        Ok(entries)
    }
}
