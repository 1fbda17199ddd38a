//! Changes that need approval by a policy of the project.

use crate::api::secrets::{Approval as RequestedApproval, HeldBack};
use crate::http::Response;
use crate::text::Shown;
use crate::{Error, ErrorKind, Result};

/// A request to approve a change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Approval {
    /// The request's id.
    pub id: String,
    /// The server's name for the state: `open` until it is decided.
    pub status: String,
}

/// The answer to a change; fails if a policy of the project turned it into a request for approval.
pub(super) async fn applied(response: Response) -> Result<Response> {
    let Ok(HeldBack { approval }) = response.json().await else {
        return Ok(response);
    };
    Err(held_back(&response, approval))
}

/// The error for a change that became a request for approval.
pub(super) fn held_back(response: &Response, approval: RequestedApproval) -> Error {
    let message = format!(
        "{}: nothing was changed yet, because a policy of the project requires approval. Ask for \
         approval of request {:?}",
        response.subject,
        Shown(&approval.id)
    );
    Error::new(ErrorKind::PermissionDenied, message)
        .with_status(response.status)
        .with_request_id(response.request_id.clone())
        .with_approval(Approval { id: approval.id, status: approval.status })
}
