//! Which folders the scopes of a service token may cover.

/// Whether a scope with this path or pattern may cover `path` or, with `below`, a folder below it.
///
/// `*` stands for text in the name of a folder, `**` for any number of folders. What comes after
/// another special character is taken to cover everything, since servers have read it differently.
pub(super) fn may_cover(pattern: &str, path: &str, below: bool) -> bool {
    let mut wanted = Vec::new();
    for part in folders(pattern) {
        if part.contains(['?', '[', ']', '{', '}', '(', ')', '!', '\\']) {
            wanted.push("**");
            break;
        }
        wanted.push(part);
    }
    // How many parts of the pattern may be used up.
    let mut used = vec![false; wanted.len() + 1];
    used[0] = true;
    skip(&wanted, &mut used);
    for name in folders(path) {
        let mut next = vec![false; used.len()];
        for (number, part) in wanted.iter().enumerate().filter(|(number, _)| used[*number]) {
            match *part {
                "**" => next[number] = true,
                part if is_like(part, name) => next[number + 1] = true,
                _ => {}
            }
        }
        skip(&wanted, &mut next);
        used = next;
    }
    used[wanted.len()] || (below && used.contains(&true))
}

fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|name| !name.is_empty())
}

/// `**` also stands for no folder.
fn skip(wanted: &[&str], used: &mut [bool]) {
    for (number, part) in wanted.iter().enumerate() {
        if used[number] && *part == "**" {
            used[number + 1] = true;
        }
    }
}

/// Whether a name has the parts between the `*` in their order, the first and last at its ends.
fn is_like(pattern: &str, name: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == name };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    let Some(mut left) = name.strip_prefix(first).and_then(|left| left.strip_suffix(last)) else {
        return false;
    };
    for part in middle.split('*') {
        let Some(at) = left.find(part) else { return false };
        left = &left[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn may_cover_knows_folders_and_patterns() {
        for (pattern, path, expected) in [
            ("/", "/", true),
            ("/", "/a", false),
            ("/a", "/a", true),
            ("/a/", "/a", true),
            ("/a", "/", false),
            ("/a", "/ab", false),
            ("/a", "/a/b", false),
            ("/**", "/", true),
            ("/**", "/a/b/c", true),
            ("/*", "/a", true),
            ("/*", "/a/b", false),
            ("/a/**", "/a/b/c", true),
            ("/a/**", "/b", false),
            ("/a/**/z", "/a/z", true),
            ("/a/**/z", "/a/b/c/z", true),
            ("/a/**/z", "/a/b", false),
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
            assert_eq!(may_cover(pattern, path, false), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn may_cover_with_below_also_finds_scopes_of_folders_below() {
        for (pattern, path, expected) in [
            ("/a/b", "/", true),
            ("/a/b", "/a", true),
            ("/a/b", "/a/b", true),
            ("/a/b", "/a/b/c", false),
            ("/a/b", "/b", false),
            ("/a/*", "/a", true),
            ("/**", "/b", true),
        ] {
            assert_eq!(may_cover(pattern, path, true), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn may_cover_of_long_patterns_takes_little_time() {
        let (pattern, path) = ("/**/a".repeat(1000), "/a".repeat(1000));
        assert!(may_cover(&pattern, &path, false));
        assert!(!may_cover(
            &format!("/{}b", "a*".repeat(1000)),
            &format!("/{}", "a".repeat(5000)),
            false
        ));
    }
}
