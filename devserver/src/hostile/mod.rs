//! The hostile mode: answers that a server under an attacker's control could give, for testing clients.
//! The lies are told in finished answers; what the server stores stays true, except where a kind says so.

mod delivery;
mod json;
mod keys;
mod kinds;
mod login;
mod memory;
mod pages;
mod release;
mod secrets;

use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Response;
use serde_json::Value;

pub use kinds::HostileKind;

use crate::error::ApiError;
use crate::hostile::keys::Planted;
use crate::hostile::memory::Memory;
use crate::http::Call;
use crate::store;
use crate::wire::Reply;

/// What one server lies about.
pub(crate) struct Hostile {
    kinds: Vec<HostileKind>,
    planted: Planted,
    memory: Memory,
}

impl Hostile {
    pub(crate) fn new(kinds: &[HostileKind]) -> Self {
        let planted = Planted::new();
        Hostile { kinds: kinds.to_vec(), planted, memory: Memory::default() }
    }

    fn is(&self, kind: HostileKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The query as the handler is to see it.
    pub(crate) fn query(&self, mut query: Value) -> Value {
        if self.is(HostileKind::EndlessPages) {
            pages::from_the_first(&mut query);
        }
        query
    }

    /// Runs a handler; a deletion that is to be confirmed only is undone.
    pub(crate) fn run(
        &self,
        call: &Call,
        method: &Method,
        handler: impl FnOnce(&Call) -> Result<Reply, ApiError>,
    ) -> Result<Reply, ApiError> {
        let deletes = *method == Method::DELETE && is_about_secrets(call.route());
        if deletes && self.is(HostileKind::UndeletedSecrets) {
            return store::rehearse(|| handler(call));
        }
        handler(call)
    }

    /// The reply to a successful call, with the lies that are in its content.
    pub(crate) fn lie(&self, call: &Call, method: &Method, mut reply: Reply) -> Reply {
        if self.kinds.is_empty() {
            return reply;
        }
        if let Some(body) = reply.body_mut() {
            self.memory.learn(call, body);
            secrets::lie(self, call, method, body);
            keys::lie(self, call, body);
            release::lie(self, call, body);
            login::lie(self, call, body);
            if self.is(HostileKind::EndlessPages) {
                pages::fill(call, body);
            }
        }
        reply
    }

    /// The response to a request, with the lies that are in how it is sent.
    pub(crate) fn deliver(
        &self,
        method: &Method,
        route: &str,
        reply: Reply,
        headers: Vec<(HeaderName, HeaderValue)>,
    ) -> Response {
        if self.kinds.is_empty() || route.starts_with("/dev/") {
            return reply.into_response(headers);
        }
        delivery::deliver(self, method, route, reply, headers)
    }
}

fn is_about_secrets(route: &str) -> bool {
    // Not /secret-imports.
    route.contains("/secrets")
}
