//! Files with a proof. They change: each log-in reads them again.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::client::call::{blocking, is_jwt};
use crate::text::Shown;
use crate::{Error, ErrorKind, Result, SecretString};

/// The most bytes of a token, a key or a certificate.
pub(super) const LONGEST: usize = 64 << 10;

/// The JWT in a file. `advice` says what to do if there is none.
pub(super) async fn jwt(subject: &str, path: &Path, advice: &str) -> Result<SecretString> {
    let text = text(subject, path, advice).await?;
    if is_jwt(text.expose()) {
        return Ok(text);
    }
    Err(unusable(subject, path, "has no JWT of three parts", advice))
}

/// The text in a file, without white space around it.
pub(super) async fn text(subject: &str, path: &Path, advice: &str) -> Result<SecretString> {
    let from = path.to_owned();
    let failed = |reason: &str| unusable(subject, path, reason, advice);
    match blocking(move || read(from)).await? {
        Ok(Some(bytes)) => match std::str::from_utf8(&bytes) {
            Ok(text) => Ok(SecretString::from(text.trim())),
            Err(_) => Err(failed("is not text")),
        },
        Ok(None) => Err(failed(&format!("is longer than {LONGEST} bytes"))),
        Err(error) => Err(failed(&why(&error))),
    }
}

/// The contents; nothing if they are too long.
fn read(path: PathBuf) -> io::Result<Option<Zeroizing<Vec<u8>>>> {
    // Opening a pipe would wait for its writer.
    if !std::fs::metadata(&path)?.is_file() {
        return Err(io::Error::other("is not a regular file"));
    }
    // Room for one byte more, so that reallocation leaves no copy in memory.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() <= LONGEST))
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read by this program".to_owned(),
        io::ErrorKind::Other => error.to_string(),
        _ => format!("cannot be read ({error})"),
    }
}

fn unusable(subject: &str, path: &Path, reason: &str, advice: &str) -> Error {
    let path = path.to_string_lossy();
    let message = format!("{subject}: file {path:?} {reason}. {advice}", path = Shown(&path));
    Error::new(ErrorKind::InvalidCredential, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn refused(path: &Path) -> Error {
        let error = jwt("logging in", path, "Check it").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidCredential);
        assert!(error.message().starts_with("logging in: file "), "{error}");
        assert!(error.message().ends_with(". Check it"), "{error}");
        error
    }

    #[tokio::test]
    async fn jwt_of_file_is_trimmed_and_unusable_file_error_says_why() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("token");
        assert!(refused(&path).await.message().contains("does not exist"));
        assert!(refused(directory.path()).await.message().contains("is not a regular file"));
        for (contents, reason) in [
            (b"planted".to_vec(), "has no JWT of three parts"),
            (b"planted.a.b c".to_vec(), "has no JWT of three parts"),
            (b"".to_vec(), "has no JWT of three parts"),
            (b"\xff\xfe.a.b".to_vec(), "is not text"),
            (vec![b'a'; LONGEST + 1], "is longer than 65536 bytes"),
        ] {
            std::fs::write(&path, contents).unwrap();
            let error = refused(&path).await;
            assert!(error.message().contains(reason), "{error}");
            assert!(!error.message().contains("planted"), "{error}");
        }
        std::fs::write(&path, " a.b.c\n").unwrap();
        let read = jwt("logging in", &path, "Check it").await.unwrap();
        assert_eq!(read.expose(), "a.b.c");
    }
}
