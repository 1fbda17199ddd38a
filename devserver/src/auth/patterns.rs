//! Glob patterns of paths, in the scopes of service tokens and the conditions of roles.

use globset::GlobBuilder;

/// The longest pattern, in bytes.
const LONGEST: usize = 2000;
/// The most groups (`{a,b}`) in a pattern, side by side or nested. A deep nesting cannot be compiled.
const MOST_GROUPS: usize = 20;

/// Why a pattern is refused.
pub(crate) const TOO_COMPLEX: &str =
    "Path patterns can have at most 2000 bytes and 20 groups in braces";

/// Whether a pattern is within the limits.
pub(crate) fn is_within_limits(pattern: &str) -> bool {
    pattern.len() <= LONGEST && pattern.matches('{').count() <= MOST_GROUPS
}

/// Whether a path of a scope is a pattern.
pub(crate) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?', '[', '{', '!', '('])
}

/// Whether a scope's path, `/**` and the like, covers `path`. A pattern beyond the limits, from the
/// database of an earlier server, covers only the path of the same text.
pub(super) fn glob_matches(pattern: &str, path: &str) -> bool {
    if pattern == path {
        return true;
    }
    if !is_within_limits(pattern) {
        return false;
    }
    let covers = |pattern: &str| {
        GlobBuilder::new(pattern)
            .literal_separator(true)
            .build()
            .is_ok_and(|glob| glob.compile_matcher().is_match(path))
    };
    // Unlike globset, picomatch takes `/a/**` to cover `/a`, and `/*` not to cover `/`.
    if path == "/" && pattern.ends_with("/*") {
        return false;
    }
    covers(pattern)
        || pattern.strip_suffix("/**").is_some_and(|above| !above.is_empty() && covers(above))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST_GROUPS, glob_matches, is_within_limits};

    #[test]
    fn scope_globs_match_their_paths() {
        for (pattern, path, covered) in [
            ("/", "/", true),
            ("/", "/sub", false),
            ("/**", "/", true),
            ("/**", "/sub", true),
            ("/**", "/sub/deep", true),
            ("/*", "/", false),
            ("/*", "/sub", true),
            ("/*", "/sub/deep", false),
            ("/sub", "/subway", false),
            ("/sub/**", "/sub", true),
            ("/sub/**", "/sub/deep", true),
            ("/sub/**", "/other", false),
            ("/[", "/[", true),
            ("/[", "/a", false),
        ] {
            assert_eq!(glob_matches(pattern, path), covered, "{pattern} {path}");
        }
    }

    #[test]
    fn glob_beyond_limits_covers_nothing_else() {
        let nested = |depth| format!("/{}a{}", "{".repeat(depth), "}".repeat(depth));
        assert!(glob_matches(&nested(MOST_GROUPS), "/a"));
        for pattern in [nested(200), nested(100_000), format!("/{}", "?".repeat(LONGEST))] {
            assert!(!is_within_limits(&pattern));
            assert!(!glob_matches(&pattern, "/a"), "{} bytes", pattern.len());
            assert!(glob_matches(&pattern, &pattern), "{} bytes", pattern.len());
        }
    }

    #[test]
    fn longest_glob_compiles() {
        for part in ["?", "*", "**/", "[!a]", "{a,", "\\a"] {
            let mut pattern = format!("/{}", part.repeat(LONGEST / part.len()));
            pattern.truncate(LONGEST);
            let _ = glob_matches(&pattern, "/a");
        }
    }
}
