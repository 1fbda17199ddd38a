//! Secrets as files: what is written is read back, and what is not understood is refused.
#![expect(clippy::unwrap_used, reason = "a test program")]

use infisical_e2ee::{ErrorKind, SecretString, SecretsFormat, format_secrets, parse_secrets};
use proptest::collection::btree_map;
use proptest::prelude::*;

use SecretsFormat::{Dotenv, Json, Yaml};

const FORMATS: [SecretsFormat; 3] = [Dotenv, Json, Yaml];

fn written(secrets: &[(&str, &str)], format: SecretsFormat) -> String {
    let secrets = secrets.iter().map(|(name, value)| (name, SecretString::from(*value)));
    format_secrets(secrets, format).unwrap().expose().to_owned()
}

fn read(text: &str, format: SecretsFormat) -> Vec<(String, String)> {
    let secrets = parse_secrets(text, format).unwrap();
    secrets.into_iter().map(|(name, value)| (name, value.expose().to_owned())).collect()
}

fn pairs(secrets: &[(&str, &str)]) -> Vec<(String, String)> {
    secrets.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Reading must fail, say in which line, and quote nothing of it.
#[track_caller]
fn refused(text: &str, format: SecretsFormat, line: usize) {
    let error = parse_secrets(text, format).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{text}");
    assert!(error.message().starts_with(&format!("line {line}: ")), "{text}: {error}");
    assert!(!error.to_string().contains("planted"), "{text}: {error}");
}

/// Text of what is special somewhere, and of anything else.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "'\"\\$`#=:-?!&*|>%@{}[],~ \t\n\r\0\u{7f}\u{85}\u{a0}\u{2028}\u{feff}\u{fffe}nré日😀"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![3 => special, 1 => any::<char>()], 0..40)
        .prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn dotenv_comes_back(secrets in btree_map("[A-Za-z_][A-Za-z0-9_.-]{0,12}", any_text(), 0..6)) {
        let secrets: Vec<_> = secrets.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        prop_assert_eq!(read(&written(&secrets, Dotenv), Dotenv), pairs(&secrets));
    }

    #[test]
    fn json_and_yaml_come_back(secrets in btree_map(any_text(), any_text(), 0..6)) {
        let secrets: Vec<_> =
            secrets.iter().map(|(n, v)| (n.as_str(), v.as_str())).filter(|(n, _)| !n.is_empty()).collect();
        for format in [Json, Yaml] {
            let text = written(&secrets, format);
            prop_assert_eq!(read(&text, format), pairs(&secrets), "{}", text);
        }
    }

    #[test]
    fn nothing_makes_a_reader_panic(text in any_text()) {
        for format in FORMATS {
            let _ = parse_secrets(&text, format);
        }
    }
}

#[test]
fn files_look_as_people_write_them() {
    let secrets = [("B", "1 2"), ("A", "x"), ("E", "")];
    assert_eq!(written(&secrets, Dotenv), "B='1 2'\nA=x\nE=\n");
    assert_eq!(
        written(&secrets, Json),
        "{\n  \"B\": \"1 2\",\n  \"A\": \"x\",\n  \"E\": \"\"\n}\n"
    );
    assert_eq!(written(&secrets, Yaml), "B: \"1 2\"\nA: \"x\"\nE: \"\"\n");
    assert_eq!(FORMATS.map(|format| written(&[], format)), ["", "{}\n", "{}\n"]);
    for format in FORMATS {
        assert_eq!(read(&written(&[], format), format), []);
    }
    assert_eq!((read("", Dotenv), read("", Yaml)), (vec![], vec![]));
    refused("", Json, 1);
}

/// Some readers take a backslash before the closing single quote for an escape.
#[test]
fn a_backslash_at_the_end_of_a_dotenv_value_stands_in_double_quotes() {
    for (value, as_written) in [
        ("C:\\dir\\", "A=\"C:\\\\dir\\\\\"\n"),
        ("\\", "A=\"\\\\\"\n"),
        ("$x\\", "A=\"\\$x\\\\\"\n"),
        ("C:\\dir", "A='C:\\dir'\n"),
    ] {
        assert_eq!(written(&[("A", value)], Dotenv), as_written);
        assert_eq!(read(as_written, Dotenv), pairs(&[("A", value)]));
    }
}

#[test]
fn dotenv_as_others_write_it() {
    let text = "\u{feff}# a comment\n\n  export A=1\r\nB = two words # a comment\nC=#no comment\n\
                D='single # \\n $x'  # a comment\nE=\"double \\\"q\\\" \\\\ \\n\\t\\$ \\d\"\n\
                F='over\nlines'\nG=\"over\nlines\"\nH=a=b\nI=it's\nexport=x\nK=\nL= # empty\n\
                M=${HOST}:$PORT\nlast.name-1='end'";
    let expected = [
        ("A", "1"),
        ("B", "two words"),
        ("C", "#no comment"),
        ("D", "single # \\n $x"),
        ("E", "double \"q\" \\ \n\t$ \\d"),
        ("F", "over\nlines"),
        ("G", "over\nlines"),
        ("H", "a=b"),
        ("I", "it's"),
        ("export", "x"),
        ("K", ""),
        ("L", ""),
        ("M", "${HOST}:$PORT"),
        ("last.name-1", "end"),
    ];
    assert_eq!(read(text, Dotenv), pairs(&expected));
}

#[test]
fn what_dotenv_does_not_understand_is_refused_by_line() {
    refused("A=1\nplanted", Dotenv, 2);
    refused("A='x\ny'\n\nplanted word=1", Dotenv, 4);
    refused("=planted", Dotenv, 1);
    refused("1A=planted", Dotenv, 1);
    refused("\n\nA='planted", Dotenv, 3);
    refused("A=\"planted\\\"", Dotenv, 1);
    refused("A='planted'planted", Dotenv, 1);
    refused("A=1\nB='\n\n'\nA=planted", Dotenv, 5);
}

#[test]
fn names_that_dotenv_cannot_carry_are_refused() {
    for name in ["1A", "a b", "A=B", "É", ".A", "-A", "A\n", ""] {
        let secrets = [(name, SecretString::from("planted"))];
        let error = format_secrets(secrets, Dotenv).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{name}");
        assert!(!error.to_string().contains("planted"));
    }
}

#[test]
fn a_name_given_twice_or_empty_is_refused() {
    for format in FORMATS {
        for names in [["A", "A"], ["A", ""]] {
            let secrets = names.map(|name| (name, SecretString::from("planted")));
            let error = format_secrets(secrets, format).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(!error.to_string().contains("planted"));
        }
    }
}

#[test]
fn json_other_than_strings_by_name_is_refused_by_line() {
    assert_eq!(read("{\"A\": \"\\u00e9\\n\"}", Json), pairs(&[("A", "é\n")]));
    for again in ["A", ""] {
        let text = format!("{{\"A\": \"1\", \"{again}\": \"planted\"}}");
        let error = parse_secrets(&text, Json).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(!error.to_string().contains("planted"), "{error}");
    }
    for value in ["1", "true", "null", "[\"planted\"]", "{\"planted\": \"\"}"] {
        refused(&format!("{{\n\"planted\": {value}\n}}"), Json, 2);
    }
    refused("[\"planted\"]", Json, 1);
    refused("\"planted\"", Json, 1);
    refused("{\"A\": \"planted\"", Json, 1);
    refused("{\"A\": \"planted\"}\n{}", Json, 2);
    refused("{\"A\": planted}", Json, 1);
}

#[test]
fn yaml_as_others_write_it() {
    let text = "---\n# a comment\nA: 1.10\nB: NO # a comment\n'c d': 'it''s'\nE: |\n  over\n  lines\n\
                F: \"\\x41\"\nG: true\nH: &x y\n? long\n: 'key'\n...\n";
    let expected = [
        ("A", "1.10"),
        ("B", "NO"),
        ("c d", "it's"),
        ("E", "over\nlines\n"),
        ("F", "A"),
        ("G", "true"),
        ("H", "y"),
        ("long", "key"),
    ];
    assert_eq!(read(text, Yaml), pairs(&expected));
    assert_eq!(read("{A: 1, \"B\": \"2\"}", Yaml), pairs(&[("A", "1"), ("B", "2")]));
    assert_eq!(read("# only a comment\n", Yaml), []);
}

#[test]
fn yaml_other_than_texts_by_name_is_refused_by_line() {
    for value in ["", "~", "null", "[planted]", "{planted: 1}", "!!binary planted", "!x planted"] {
        refused(&format!("A: 1\nB: {value}\n"), Yaml, 2);
    }
    refused("A: &x planted\nB: *x\n", Yaml, 2);
    refused("A: 1\nB: 2\nA: planted\n", Yaml, 3);
    refused("- planted\n", Yaml, 1);
    refused("planted\n", Yaml, 1);
    refused("A: 1\n---\nB: planted\n", Yaml, 2);
    refused("A: \"planted\n", Yaml, 1);
    refused(&"[".repeat(100_000), Yaml, 1);
}

#[test]
fn long_names_and_words_of_yaml_are_kept() {
    let long = "x".repeat(5_000);
    let secrets = [("NO", "yes"), ("null", "~"), ("1", "0x1F"), (long.as_str(), "- a")];
    assert_eq!(read(&written(&secrets, Yaml), Yaml), pairs(&secrets));
}

#[test]
fn formats_are_named() {
    for format in FORMATS {
        assert_eq!(format.as_str().parse::<SecretsFormat>().unwrap(), format);
    }
    assert_eq!("toml".parse::<SecretsFormat>().unwrap_err().kind(), ErrorKind::InvalidInput);
}
