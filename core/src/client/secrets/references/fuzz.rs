//! References between values, under fuzzing.

use super::syntax::Piece;
use super::{
    Expansion, Folder, LONGEST, LONGEST_TOGETHER, NestedReferences, Rules, Stop, Syntax,
    UnknownReferences,
};
use crate::fuzz::{check_error, line, lines};
use crate::{Error, ErrorKind};

/// The first line has the rules, such as `names keep read_folder`. Each other line is `NAME=value`,
/// or `environment /path NAME=value` in another folder.
pub(crate) fn run(data: &[u8]) {
    let Some(lines) = lines(data) else { return };
    let has = |rule: &str| line(&lines, 0).contains(rule);
    let rules = Rules {
        syntax: if has("names") { Syntax::Names } else { Syntax::Dotted },
        unknown: if has("keep") { UnknownReferences::Keep } else { UnknownReferences::Error },
        nested: match has("read_folder") {
            true => NestedReferences::ReadFolder,
            false => NestedReferences::OwnFolder,
        },
    };
    let home = Folder { environment: "dev".into(), path: "/".into() };
    let mut expansion = Expansion::new(rules, home);
    let mut values = Vec::new();
    for (name, value) in lines.iter().skip(1).filter_map(|line| line.split_once('=')) {
        check_pieces(rules.syntax, value);
        let folder = match name.splitn(3, ' ').collect::<Vec<_>>().as_slice() {
            [environment, path, _] => {
                Some(Folder { environment: (*environment).into(), path: (*path).into() })
            }
            _ => None,
        };
        let name = name.rsplit(' ').next().unwrap_or_default();
        let id = expansion.add(folder.as_ref(), name, Some(value.into()));
        values.push((id, value));
    }
    let ids: Vec<_> = values.iter().map(|(id, _)| *id).collect();
    let stop = Stop::default();
    expansion.ask(&ids, &stop);
    assert!(expansion.ask(&ids, &stop).is_empty(), "a folder is asked for twice");
    let outcomes = expansion.expand(&ids, &stop);
    assert_eq!(outcomes.len(), ids.len());
    let mut together = 0;
    for ((_, value), outcome) in values.iter().zip(&outcomes) {
        match outcome {
            Ok(expanded) if value.contains("${") => {
                assert!(expanded.len() <= LONGEST);
                together += expanded.len();
            }
            Ok(expanded) => assert_eq!(expanded.expose(), *value),
            Err(reason) => {
                check_error(&Error::new(ErrorKind::DecryptionFailed, reason.as_str()));
                together += reason.len();
            }
        }
    }
    // Values of which each reference stays as written are not counted; they are not longer than
    // the input.
    assert!(together <= LONGEST_TOGETHER + data.len() + lines.len() * 200, "{together}");
}

/// The pieces of a value together are the value.
fn check_pieces(syntax: Syntax, value: &str) {
    let pieces = syntax.pieces(value).map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Reference(written, target) => {
            assert!(written.contains(target.name()), "{written:?}");
            written
        }
    });
    assert_eq!(pieces.collect::<String>(), value);
}
