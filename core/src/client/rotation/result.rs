//! The result of a rotation.

use crate::client::access::Member;
use crate::client::programs::ServiceTokenInfo;
use crate::client::secrets::SecretFailure;

/// The result of rotating a project key, or the plan of a dry run.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct KeyRotation {
    /// The project's id.
    pub project_id: String,
    /// Whether the key was replaced; `false` in a dry run.
    pub rotated: bool,
    /// The number of the project's secrets, with the user's own personal ones.
    pub secrets: i64,
    /// How many of them this call encrypted under the new key, or would; the others had been done by
    /// an interrupted call.
    pub re_encrypted: i64,
    /// The other members who get the new key.
    pub members: Vec<Member>,
    /// Members who get no key, because they have not finished signing up. Share it with them later.
    pub members_without_key: Vec<Member>,
    /// The project's service tokens, which contain the old key. Create new ones, and delete these.
    pub service_tokens: Vec<ServiceTokenInfo>,
    /// Whether the server has a copy of the key.
    pub shared_with_server: bool,
    /// Secrets that prevent the rotation: they do not decrypt, or share their name with another of
    /// their folder. Only a dry run returns any.
    pub failures: Vec<SecretFailure>,
    /// A message to show to the user: what a rotation does not cover, and what to do next.
    pub warning: String,
}

/// The warning of a rotation, for this number of service tokens.
pub(super) fn warning(service_tokens: usize) -> String {
    let tokens = match service_tokens {
        0 => "Service tokens made before do not work any more".to_owned(),
        1 => "1 service token contains the old key: create a new one, and delete it".to_owned(),
        many => {
            format!("{many} service tokens contain the old key: create new ones, and delete these")
        }
    };
    format!(
        "People who had the old key may still know every secret that it opened: change the values. \
         {tokens}. Start programs again that were running. Other members' personal secrets, earlier \
         versions, snapshots and open requests for approval stay under the old key and are not \
         readable; ask the members to write their personal secrets again"
    )
}
