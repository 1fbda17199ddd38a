//! Secrets as files: formatted secrets parse back, and unsupported input is refused.
#![expect(clippy::unwrap_used, reason = "a test program")]

use infisical_e2ee::{ErrorKind, SecretString, SecretsFormat, format_secrets, parse_secrets};
use proptest::collection::btree_map;
use proptest::prelude::*;

use SecretsFormat::{Compose, Docker, Dotenv, Json, Shell, Yaml};

const FORMATS: [SecretsFormat; 6] = [Dotenv, Docker, Shell, Compose, Json, Yaml];
const LINES: [SecretsFormat; 4] = [Dotenv, Docker, Shell, Compose];

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

/// Checks that parsing fails, and that the error names the line and quotes nothing of it.
#[track_caller]
fn refused(text: &str, format: SecretsFormat, line: usize) {
    let error = parse_secrets(text, format).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{text}");
    assert!(error.message().starts_with(&format!("line {line}: ")), "{text}: {error}");
    assert!(!error.to_string().contains("planted"), "{text}: {error}");
}

/// Text with characters that are special in some format, and any others.
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
    fn format_line_formats_round_trip_or_name_the_refused_secret(
        secrets in btree_map("[A-Za-z_][A-Za-z0-9_]{0,12}", any_text(), 0..6),
    ) {
        for format in LINES {
            let mut kept = Vec::new();
            for (name, value) in &secrets {
                match format_secrets([(name, SecretString::from(value.as_str()))], format) {
                    Ok(_) => kept.push((name.as_str(), value.as_str())),
                    Err(error) => {
                        prop_assert_eq!(error.kind(), ErrorKind::InvalidInput);
                        let names_it = error.message().contains(&format!("secret {name:?}: "));
                        prop_assert!(names_it, "{}", error);
                    }
                }
            }
            let text = written(&kept, format);
            prop_assert_eq!(read(&text, format), pairs(&kept), "{:?}: {}", format, text);
        }
    }

    #[test]
    fn format_json_and_yaml_round_trip(secrets in btree_map(any_text(), any_text(), 0..6)) {
        let secrets: Vec<_> =
            secrets.iter().map(|(n, v)| (n.as_str(), v.as_str())).filter(|(n, _)| !n.is_empty()).collect();
        for format in [Json, Yaml] {
            let text = written(&secrets, format);
            prop_assert_eq!(read(&text, format), pairs(&secrets), "{}", text);
        }
    }

    #[test]
    fn parse_any_text_does_not_panic(text in any_text()) {
        for format in FORMATS {
            let _ = parse_secrets(&text, format);
        }
    }
}

#[test]
fn format_output_of_each_format() {
    let secrets = [("B", "1 2"), ("A", "x"), ("E", "")];
    assert_eq!(written(&secrets, Dotenv), "B='1 2'\nA=x\nE=\n");
    assert_eq!(
        written(&secrets, Json),
        "{\n  \"B\": \"1 2\",\n  \"A\": \"x\",\n  \"E\": \"\"\n}\n"
    );
    assert_eq!(written(&secrets, Yaml), "B: \"1 2\"\nA: \"x\"\nE: \"\"\n");
    assert_eq!(written(&secrets, Docker), "B=1 2\nA=x\nE=\n");
    assert_eq!(written(&secrets, Shell), "export B='1 2'\nexport A=x\nexport E=\n");
    assert_eq!(written(&secrets, Compose), "B='1 2'\nA=x\nE=\n");
    assert_eq!(FORMATS.map(|format| written(&[], format)), ["", "", "", "", "{}\n", "{}\n"]);
    for format in FORMATS {
        assert_eq!(read(&written(&[], format), format), []);
    }
    assert_eq!((read("", Dotenv), read("", Yaml)), (vec![], vec![]));
    refused("", Json, 1);
}

/// Python's tests check the values with the readers themselves.
#[test]
fn format_writes_values_for_each_reader() {
    for (value, dotenv, shell, compose) in [
        ("C:\\dir", "'C:\\dir'", "'C:\\dir'", "'C:\\dir'"),
        ("C:\\dir\\", "C:\\dir\\", "'C:\\dir\\'", "\"C:\\\\dir\\\\\""),
        ("it's", "\"it's\"", "'it'\\''s'", "\"it's\""),
        ("it's \"$x\"", "it's \"$x\"", "'it'\\''s \"$x\"'", "\"it's \\\"\\$x\\\"\""),
        ("a\rb", "\"a\\rb\"", "'a\rb'", "\"a\\rb\""),
    ] {
        let secrets = [("A", value)];
        for (format, as_written) in [(Dotenv, dotenv), (Compose, compose)] {
            assert_eq!(written(&secrets, format), format!("A={as_written}\n"), "{format:?}");
        }
        assert_eq!(written(&secrets, Shell), format!("export A={shell}\n"));
        assert_eq!(written(&secrets, Docker), format!("A={value}\n"));
    }
}

#[test]
fn format_value_the_reader_would_misread_is_refused_by_name() {
    let long = "x".repeat(70_000);
    for (format, value) in [
        (Dotenv, "planted${NAME}"),
        (Dotenv, "${planted}"),
        (Dotenv, "${a${planted}"),
        (Dotenv, "${a:b ${:-planted}"),
        (Dotenv, "planted${}"),
        (Dotenv, "planted${A:-b}"),
        (Dotenv, "planted: ' \" \n"),
        (Dotenv, "planted: ' \" #"),
        (Docker, "planted\nplanted"),
        (Docker, "planted\r"),
        (Docker, long.as_str()),
        (Dotenv, "planted\0"),
        (Docker, "planted\0"),
        (Shell, "planted\0"),
        (Compose, "planted\0"),
    ] {
        let secrets = [("GOOD", "x"), ("WRONG", value)];
        let secrets = secrets.map(|(name, value)| (name, SecretString::from(value)));
        let error = format_secrets(secrets, format).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{format:?}");
        let start = format!("secret \"WRONG\": the format \"{}\" ", format.as_str());
        assert!(error.message().starts_with(&start), "{error}");
        assert!(!error.to_string().contains("planted"), "{error}");
    }
    for value in ["${", "${a:b}", "$HOME", "}${", "${a:-b"] {
        assert!(written(&[("A", value)], Dotenv).contains(value));
    }
}

#[test]
fn format_of_many_braces_takes_linear_time() {
    let with_end = format!("{}}}", "${a:b".repeat(200_000));
    for value in ["${".repeat(500_000), "${:-".repeat(250_000), with_end] {
        assert!(written(&[("A", &value)], Dotenv).contains(&value));
    }
}

#[test]
fn parse_dotenv_files_of_other_programs() {
    let text = "\u{feff}# a comment\n\n  export A=1\r\nB = two words # a comment\nC=#no comment\n\
                D='single # \\n $x'  # a comment\nE=\"double \\\"q\\\" \\\\ \\n\\t\\$ \\d\"\n\
                F='over\nlines'\nG=\"over\nlines\"\nH=a=b\nI=it's\nexport=x\nK=\nL= # empty\n\
                M=${HOST}:$PORT\nN='it\\'s \\\\ \\n'\nO=a#b\nlast.name-1='end'";
    let expected = [
        ("A", "1"),
        ("B", "two words"),
        ("C", "#no comment"),
        ("D", "single # \\n $x"),
        ("E", "double \"q\" \\ \n\t\\$ \\d"),
        ("F", "over\nlines"),
        ("G", "over\nlines"),
        ("H", "a=b"),
        ("I", "it's"),
        ("export", "x"),
        ("K", ""),
        ("L", ""),
        ("M", "${HOST}:$PORT"),
        ("N", "it's \\ \\n"),
        ("O", "a#b"),
        ("last.name-1", "end"),
    ];
    assert_eq!(read(text, Dotenv), pairs(&expected));
}

#[test]
fn parse_dotenv_unsupported_syntax_error_names_the_line() {
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
fn parse_docker_files_of_other_programs() {
    let text = "\u{feff}# a comment\n\n  A=1 # no comment \r\nB='x'\nodd/name=$HOME\nC=a=b\nD=";
    let expected =
        [("A", "1 # no comment "), ("B", "'x'"), ("odd/name", "$HOME"), ("C", "a=b"), ("D", "")];
    assert_eq!(read(text, Docker), pairs(&expected));
    refused("A=1\nplanted", Docker, 2);
    refused("A=1\n\nexport B=planted", Docker, 3);
    refused("A=1\nA=planted", Docker, 2);
    refused("=planted", Docker, 1);
}

#[test]
fn parse_shell_files_of_other_programs() {
    let text = "#!/bin/sh\nexport A=1 # one\nB='a'\\''b'\"c\\\"\\$\\d\"e\\ f;\n\texport \
                C=\"over\nlines\"\n\
                D=a\\\nb\nE=\"a\\\nb\"\nF=a#b\nG=\nH=~\\~\nI=é!{}*?[x]\nexport=x";
    let text = text.replace("H=~", "H=a~");
    let expected = [
        ("A", "1"),
        ("B", "a'bc\"$\\de f"),
        ("C", "over\nlines"),
        ("D", "ab"),
        ("E", "ab"),
        ("F", "a#b"),
        ("G", ""),
        ("H", "a~~"),
        ("I", "é!{}*?[x]"),
        ("export", "x"),
    ];
    assert_eq!(read(&text, Shell), pairs(&expected));
    for line in [
        "planted",
        "planted arg",
        "A=$planted",
        "A=\"`planted`\"",
        "A=$(planted)",
        "A=~/planted",
        "A=x:~planted",
        "A=1 planted",
        "A=1 B=planted",
        "A='planted",
        "A=\"planted",
        "A=x&planted",
        "A=x|planted",
        "1A=planted",
        "a-b=planted",
        "A=planted\r",
        "export planted",
        "=planted",
    ] {
        refused(&format!("X='\n'\n{line}\nY=1"), Shell, 3);
    }
}

#[test]
fn parse_compose_files_of_other_programs() {
    let text = "# a comment\n  export A=1 # one\r\nB: two words\nC=a#b\nD='it\\'s \\n $x' # a comment\n\
                E=\"\\\"q\\\" \\\\ \\n\\t\\$ $$ \\d\"\nF='over\nlines'\nG=$$x\nH=";
    let expected = [
        ("A", "1"),
        ("B", "two words"),
        ("C", "a#b"),
        ("D", "it's \\n $x"),
        ("E", "\"q\" \\ \n\t$ $ \\d"),
        ("F", "over\nlines"),
        ("G", "$x"),
        ("H", ""),
    ];
    assert_eq!(read(text, Compose), pairs(&expected));
    for line in [
        "planted",
        "A=$planted",
        "A=${planted}",
        "A=\"$planted\"",
        "A='planted",
        "A='x'planted",
        "A=\"\\0planted\"",
        "a b=planted",
    ] {
        refused(&format!("X='\n'\n{line}\n"), Compose, 3);
    }
}

#[test]
fn format_name_the_reader_would_reject_is_refused() {
    for (formats, names) in [
        (&LINES[..], &["a b", "A=B", "", "A\n", "#A", " A"][..]),
        (&[Dotenv, Shell, Compose], &["1A", "É", ".A", "-A"]),
        (&[Dotenv], &["__proto__"]),
        (&[Shell], &["A.B", "A-B", "UID", "_", "RANDOM"]),
        (&[Docker], &["\u{feff}A", "A\u{a0}"]),
    ] {
        for (format, name) in
            formats.iter().flat_map(|format| names.iter().map(move |name| (*format, *name)))
        {
            let secrets = [(name, SecretString::from("planted"))];
            let error = format_secrets(secrets, format).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{format:?} {name}");
            assert!(!error.to_string().contains("planted"));
        }
    }
}

#[test]
fn format_duplicate_or_empty_name_is_refused() {
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
fn parse_json_other_than_object_of_strings_error_names_the_line() {
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
    refused("[{\"key\": \"A\"}]", Json, 1);
    refused("[{\"key\": \"A\", \"value\": 1}]", Json, 1);
    refused("null", Json, 1);
    refused("\"planted\"", Json, 1);
    refused("{\"A\": \"planted\"", Json, 1);
    refused("{\"A\": \"planted\"}\n{}", Json, 2);
    refused("{\"A\": planted}", Json, 1);
}

#[test]
fn parse_json_of_infisical_export() {
    let text = r#"[{"key":"A","workspace":"1","value":"x\ny","type":"shared","_id":"2","secretPath":"/",
        "tags":[{"slug":"t"}],"comment":"","skipMultilineEncoding":false},{"key":"B","value":""}]"#;
    assert_eq!(read(text, Json), pairs(&[("A", "x\ny"), ("B", "")]));
    assert_eq!(read("[]", Json), []);
    let twice = r#"[{"key":"A","value":"1"},{"key":"A","value":"planted"}]"#;
    let error = parse_secrets(twice, Json).unwrap_err();
    assert!(error.message().contains("\"A\" appears twice"), "{error}");
}

#[test]
fn parse_yaml_files_of_other_programs() {
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
fn parse_yaml_other_than_mapping_of_strings_error_names_the_line() {
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
fn format_yaml_long_names_and_keywords_round_trip() {
    let long = "x".repeat(5_000);
    let secrets = [("NO", "yes"), ("null", "~"), ("1", "0x1F"), (long.as_str(), "- a")];
    assert_eq!(read(&written(&secrets, Yaml), Yaml), pairs(&secrets));
}

#[test]
fn secrets_format_parses_its_names_and_refuses_unknown_ones() {
    for format in FORMATS {
        assert_eq!(format.as_str().parse::<SecretsFormat>().unwrap(), format);
    }
    assert_eq!("toml".parse::<SecretsFormat>().unwrap_err().kind(), ErrorKind::InvalidInput);
}
