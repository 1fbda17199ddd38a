//! Which folders the scopes of a service token may cover.

use std::collections::BTreeSet;

/// Whether a scope with this path or pattern may cover `path` or a folder below it.
///
/// `*` matches text in the name of a folder, `**` any number of folders. A part with another special
/// character, and the parts after it, are assumed to match: releases differ in how they read them.
pub(super) fn may_cover_below(pattern: &str, path: &str) -> bool {
    let mut parts = Vec::new();
    for part in folders(pattern) {
        if part.contains(['?', '[', ']', '{', '}', '(', ')', '!', '\\']) {
            parts.push("**");
            break;
        }
        parts.push(part);
    }
    parts.dedup_by(|one, other| *one == "**" && *other == "**");
    let mut next = BTreeSet::from([0]);
    for name in folders(path) {
        next = after(&parts, &next, name);
    }
    !next.is_empty()
}

/// The numbers of the parts that may come after a folder, where those of `next` may come before it.
fn after(parts: &[&str], next: &BTreeSet<usize>, name: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for first in next {
        for (number, part) in parts.iter().enumerate().skip(*first) {
            if *part != "**" {
                if is_like(part, name) {
                    found.insert(number + 1);
                }
                break;
            }
            // It also matches no folder at all, so the next part may match this one.
            found.insert(number);
        }
    }
    found
}

fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|name| !name.is_empty())
}

/// Whether a name has the parts between the `*` in their order, the first and last at its ends.
fn is_like(pattern: &str, name: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == name };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    let Some(mut left) = name.strip_prefix(first).and_then(|left| left.strip_suffix(last)) else {
        return false;
    };
    for part in middle.split('*') {
        let Some((_, rest)) = left.split_once(part) else { return false };
        left = rest;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn may_cover_below_knows_folders_and_patterns() {
        for (pattern, path, expected) in [
            ("/", "/", true),
            ("/", "/a", false),
            ("/a", "/a", true),
            ("/a/", "/a", true),
            ("/a", "/ab", false),
            ("/a", "/a/b", false),
            ("/a/b", "/", true),
            ("/a/b", "/a", true),
            ("/a/b", "/a/b/c", false),
            ("/a/b", "/b", false),
            ("/a/*", "/a", true),
            ("/**", "/a/b/c", true),
            ("/*", "/a", true),
            ("/*", "/a/b", false),
            ("/a/**", "/a/b/c", true),
            ("/a/**", "/b", false),
            ("/a/**/z", "/a/b", true),
            ("/team-*", "/team-1", true),
            ("/team-*", "/team", false),
            ("/*-*-c", "/a-b-c", true),
            ("/*-*-c", "/a-c", false),
            ("/a*a", "/a", false),
            ("/{a,b}", "/b", true),
            ("/a/[bc]", "/a/c", true),
            ("/a/[bc]", "/d", false),
            ("!/a", "/b", true),
        ] {
            assert_eq!(may_cover_below(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn may_cover_below_of_long_patterns_takes_little_time() {
        let begin = std::time::Instant::now();
        let (pattern, path) = ("/**/a".repeat(1000), "/a".repeat(1000));
        assert!(may_cover_below(&pattern, &path));
        let (pattern, path) = ("a*".repeat(1000), "a".repeat(999));
        assert!(!may_cover_below(&format!("/{pattern}b"), &format!("/{path}b")));
        assert!(begin.elapsed() < std::time::Duration::from_secs(20));
    }
}
