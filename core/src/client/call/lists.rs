//! Conditional lists: `ETag` and `If-None-Match`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::http::{Request, Response};
use crate::{Error, ErrorKind, Result};

/// The lists of secrets that one call reads.
#[derive(Default)]
pub(crate) struct Lists {
    /// The ETag of an earlier answer.
    known: Option<String>,
    read: Mutex<Read>,
}

#[derive(Default)]
struct Read {
    answers: usize,
    /// Of the first answer.
    etag: Option<String>,
    is_unchanged: bool,
    depends_on_more: bool,
}

impl Lists {
    /// The call wants its first list only if it is not the one with this ETag.
    pub(crate) fn unless(known: Option<String>) -> Self {
        Self { known, read: Mutex::default() }
    }

    /// The request of a list. Only the first of a call can have the condition.
    pub(crate) fn request(&self, request: Request) -> Request {
        match &self.known {
            Some(etag) if self.read().answers == 0 => request.if_none_match(etag),
            _ => request,
        }
    }

    /// The answer to a list. An error if the list is unchanged: see
    /// [`is_unchanged`](Self::is_unchanged).
    pub(crate) fn answered(&self, response: Response) -> Result<Response> {
        let mut read = self.read();
        if response.status == 304 {
            read.is_unchanged = true;
            return Err(Error::new(ErrorKind::Internal, "the list is unchanged"));
        }
        read.answers += 1;
        if read.answers == 1 {
            read.etag.clone_from(&response.etag);
        }
        Ok(response)
    }

    /// The result of the call depends on more than the answers to lists.
    pub(crate) fn depends_on_more(&self) {
        self.read().depends_on_more = true;
    }

    /// Whether the server answered that the first list is the known one.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.read().is_unchanged
    }

    /// The ETag of the only answer that the result of the call depends on.
    pub(crate) fn etag(&self) -> Option<String> {
        let read = self.read();
        let is_whole = read.answers == 1 && !read.depends_on_more;
        read.etag.clone().filter(|_| is_whole)
    }

    fn read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
