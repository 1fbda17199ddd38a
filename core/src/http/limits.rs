//! What one answer may hold, and all pages of a list together. A hostile server can make an answer
//! small on the network and large in memory: by compression, and by many tiny records.

use super::response::Response;
use crate::Result;

/// The most bytes read of an error answer, decompressed. The rest is not read.
pub(super) const ERROR_BODY: usize = 64 << 10;
/// The most list entries and objects in one answer, and in all pages of one list.
pub(super) const ITEMS: usize = 200_000;
/// The most values in one answer.
pub(super) const VALUES: usize = 2_000_000;
/// The longest answer that is parsed on an async thread; longer ones use the blocking pool.
pub(super) const PARSED_INLINE: usize = 64 << 10;

/// Counts what is in a JSON text while it arrives. The parser decides whether it is JSON.
#[derive(Debug, Default)]
pub(super) struct Census {
    /// Entries of arrays, and objects that are not in one. An empty array counts as one.
    pub(super) items: usize,
    pub(super) values: usize,
    /// Whether each open bracket is that of an array.
    open: Vec<bool>,
    in_string: bool,
    escaped: bool,
}

/// The deepest nesting that the parser accepts, and more.
const DEEPEST: usize = 256;

impl Census {
    /// Fails with what there is too much of.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Result<(), String> {
        for byte in bytes {
            self.step(*byte);
        }
        if self.items > ITEMS {
            return Err(format!("has more than {ITEMS} items"));
        }
        if self.values > VALUES {
            return Err(format!("has more than {VALUES} values"));
        }
        if self.open.len() >= DEEPEST {
            return Err(format!("is nested more than {DEEPEST} levels deep"));
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) {
        if self.in_string {
            self.in_string = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => {
                let is_array = byte == b'[';
                // An array stands for its first entry; its commas, for the others.
                self.items += usize::from(is_array || !self.is_in_array());
                self.values += 1;
                if self.open.len() < DEEPEST {
                    self.open.push(is_array);
                }
            }
            b'}' | b']' => {
                self.open.pop();
            }
            b',' => {
                self.values += 1;
                self.items += usize::from(self.is_in_array());
            }
            _ => {}
        }
    }

    fn is_in_array(&self) -> bool {
        self.open.last() == Some(&true)
    }
}

/// What the pages of one list have held so far: together they may hold as much as one answer.
pub(crate) struct Pages {
    most_bytes: usize,
    bytes: usize,
    items: usize,
}

impl Pages {
    pub(super) fn new(most_bytes: usize) -> Self {
        Self { most_bytes, bytes: 0, items: 0 }
    }

    /// Adds a page, and fails if that is more than one list may hold.
    pub(crate) fn add(&mut self, page: &Response) -> Result<()> {
        self.bytes = self.bytes.saturating_add(page.body.len());
        self.items = self.items.saturating_add(page.items);
        let excess = if self.items > ITEMS {
            format!("{ITEMS} items")
        } else if self.bytes > self.most_bytes {
            format!("{} bytes", self.most_bytes)
        } else {
            return Ok(());
        };
        Err(page.invalid(&format!("the pages of the list together have more than {excess}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn census(text: &str) -> (usize, usize) {
        let (mut whole, mut piecemeal) = (Census::default(), Census::default());
        whole.take(text.as_bytes()).unwrap();
        for byte in text.as_bytes() {
            piecemeal.take(&[*byte]).unwrap();
        }
        let found = (whole.items, whole.values);
        assert_eq!(found, (piecemeal.items, piecemeal.values), "{text}");
        found
    }

    #[test]
    fn census_counts_entries_and_values_outside_strings() {
        assert_eq!(census(r#"{"a":1}"#), (1, 1));
        assert_eq!(census(r#"{"list":[{"a":1,"b":2},{"a":1,"b":2}]}"#).0, 3);
        assert_eq!(census(r#"[0,0,0,0]"#).0, 4);
        assert_eq!(census(r#"["[,{\"[,\\","{,"]"#).0, 2);
        assert_eq!(census(r#"[{},{},{}]"#).0, 3);
    }

    #[test]
    fn census_above_a_limit_is_an_error() {
        let many = |one: &str, count: usize| format!("[{}]", vec![one; count].join(","));
        for (text, words) in [
            (many("{}", ITEMS + 1), "items"),
            (many("0", ITEMS + 1), "items"),
            (format!("{{{}}}", vec!["\"a\":0"; VALUES + 2].join(",")), "values"),
            ("[".repeat(DEEPEST), "deep"),
        ] {
            let error = Census::default().take(text.as_bytes()).unwrap_err();
            assert!(error.contains(words), "{error}");
        }
        assert!(Census::default().take(many("{}", ITEMS).as_bytes()).is_ok());
    }
}
