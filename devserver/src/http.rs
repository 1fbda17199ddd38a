//! Handling of HTTP requests: bodies, authentication, limits and errors, in the order of each era.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{ConnectInfo, Path, Request};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, ETAG, IF_NONE_MATCH, USER_AGENT};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::audit;
use crate::auth::{self, Access, Actor};
use crate::era::Era;
use crate::error::ApiError;
use crate::input::Form;
use crate::limits::{self, Rate};
use crate::local_only;
use crate::random;
use crate::routes;
use crate::state::App;
use crate::store::users::User;
use crate::wire::{self, Reply};

/// Bodies up to this size are read to the end even when refused, so that the client sees the
/// answer and not a reset connection.
const DRAIN_LIMIT: usize = 16 * 1024 * 1024;

const CLIENT_CERTIFICATE: &str = "x-identity-tls-cert-auth-client-cert";

/// A handler of requests.
pub(crate) type Handler = fn(&Call) -> Result<Reply, ApiError>;

/// One row of an era's route table.
#[derive(Clone)]
pub(crate) struct Endpoint {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) access: Access,
    pub(crate) rate: Rate,
    pub(crate) handler: Handler,
}

/// A request for a handler: decoded, authenticated and counted.
pub(crate) struct Call {
    pub(crate) app: Arc<App>,
    pub(crate) actor: Actor,
    pub(crate) user_agent: Option<String>,
    /// The client's address, as a proxy reports it.
    pub(crate) address: String,
    /// The address of the connection.
    pub(crate) peer: IpAddr,
    /// The value of the Authorization header, for routes that read a sign-up token.
    pub(crate) authorization: Option<String>,
    /// The refresh cookie.
    pub(crate) refresh_cookie: Option<String>,
    /// The certificate of the client, from the header in which a reverse proxy passes it on.
    pub(crate) client_certificate: Option<String>,
    /// The pattern of the route.
    route: &'static str,
    params: HashMap<String, String>,
    query: Value,
    body: Value,
}

impl Call {
    pub(crate) fn era(&self) -> Era {
        self.app.era
    }

    /// The secret named by the path. Where a path of its own hides a name from the general route
    /// (`/api/v3/secrets/batch`), the name is the last part of that.
    pub(crate) fn secret_name(&self) -> &str {
        let hidden = || self.route.rsplit('/').next().unwrap_or_default();
        self.params.get("secretName").map_or_else(hidden, |name| name.trim())
    }

    /// The pattern of the route.
    pub(crate) fn route(&self) -> &'static str {
        self.route
    }

    /// The name of a project on the route.
    pub(crate) fn project_field(&self) -> &'static str {
        let todays = ["/api/v4/", "/api/v2/secret-imports", "/api/v2/secret-approvals"];
        if todays.iter().any(|start| self.route.starts_with(start)) {
            "projectId"
        } else {
            "workspaceId"
        }
    }

    /// Whether the route is one of those that came after June 2024.
    pub(crate) fn is_v4(&self) -> bool {
        self.route.starts_with("/api/v4/")
    }

    /// Whether the caller is a machine identity.
    pub(crate) fn is_identity(&self) -> bool {
        matches!(self.actor, Actor::Identity(_))
    }

    /// A path parameter, percent-decoded and without surrounding white space.
    pub(crate) fn param(&self, name: &str) -> &str {
        self.params.get(name).map_or("", |value| value.trim())
    }

    pub(crate) fn query(&self) -> Form<'_> {
        Form::new(&self.query, self.era())
    }

    pub(crate) fn body(&self) -> Form<'_> {
        Form::new(&self.body, self.era())
    }

    /// The user the request acts as.
    pub(crate) fn user(&self) -> Result<&User, ApiError> {
        match &self.actor {
            Actor::User(actor) => Ok(&actor.user),
            Actor::Anonymous | Actor::Token(_) | Actor::Identity(_) | Actor::ServiceAccount(_) => {
                Err(ApiError::ModeNotAccepted)
            }
        }
    }
}

/// The request's parts before any of them has been checked.
struct Arrival {
    method: Method,
    url: String,
    headers: HeaderMap,
    address: String,
    peer: IpAddr,
    params: Result<HashMap<String, String>, ApiError>,
    query: Value,
    body: Result<Value, ApiError>,
}

/// The routes of `app`'s era.
pub(crate) fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for endpoint in routes::endpoints(app.era) {
        let Ok(filter) = MethodFilter::try_from(endpoint.method.clone()) else {
            continue;
        };
        let (app, path, endpoint) = (Arc::clone(&app), endpoint.path, Arc::new(endpoint));
        let serve = move |ConnectInfo(socket): ConnectInfo<SocketAddr>,
                          params: Result<Path<HashMap<String, String>>, PathRejection>,
                          request: Request| {
            serve(Arc::clone(&app), Some(Arc::clone(&endpoint)), socket, params, request)
        };
        router = router.route(path, on(filter, serve));
    }
    let unknown = move |ConnectInfo(socket): ConnectInfo<SocketAddr>, request: Request| {
        serve(Arc::clone(&app), None, socket, Ok(Path(HashMap::new())), request)
    };
    router.fallback(unknown.clone()).method_not_allowed_fallback(unknown)
}

async fn serve(
    app: Arc<App>,
    endpoint: Option<Arc<Endpoint>>,
    socket: SocketAddr,
    params: Result<Path<HashMap<String, String>>, PathRejection>,
    request: Request,
) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    // The pattern, not the path: the path of a secret route holds the secret's name.
    let route = endpoint.as_ref().map_or("(no such route)", |endpoint| endpoint.path);
    let refusal = local_only::refusal(route, request.headers(), app.host);
    let arrival = arrive(app.era, route, socket, params, request).await;
    let response = match refusal {
        Some(refusal) => refusal.into_response(Vec::new()),
        None => worked(app, endpoint, arrival).await,
    };
    let (status, ms) = (response.status().as_u16(), started.elapsed().as_millis());
    tracing::info!("{method} {route} {status} {ms}ms");
    response
}

/// The answer of a handler, which blocks.
async fn worked(app: Arc<App>, endpoint: Option<Arc<Endpoint>>, arrival: Arrival) -> Response {
    let (method, hostile) = (arrival.method.clone(), Arc::clone(&app));
    let route = endpoint.as_ref().map_or("", |endpoint| endpoint.path);
    let worker = tokio::task::spawn_blocking(move || answer(&app, endpoint.as_deref(), arrival));
    match worker.await {
        Ok((reply, headers)) => hostile.hostile.deliver(&method, route, reply, headers),
        Err(error) => {
            tracing::error!(%error, "handler");
            Reply::empty().with_status(500).into_response(Vec::new())
        }
    }
}

async fn arrive(
    era: Era,
    route: &str,
    socket: SocketAddr,
    params: Result<Path<HashMap<String, String>>, PathRejection>,
    request: Request,
) -> Arrival {
    let (parts, body) = request.into_parts();
    let url = parts.uri.path_and_query().map_or("/", |url| url.as_str()).to_owned();
    let query = form_fields(parts.uri.query().unwrap_or_default().as_bytes());
    let body = match to_bytes(body, DRAIN_LIMIT).await {
        Ok(bytes) if bytes.len() <= body_limit(era, route) => {
            parse_body(era, &parts.method, &parts.headers, &bytes)
        }
        _ => Err(ApiError::BodyTooLarge),
    };
    Arrival {
        address: limits::client_address(&parts.headers, &socket.ip().to_string()),
        peer: socket.ip(),
        method: parts.method,
        url,
        headers: parts.headers,
        params: params.map(|Path(map)| map).map_err(|_| ApiError::Invalid(Vec::new())),
        query,
        body,
    }
}

/// July 2026 takes more of those who have it encrypt or sign.
fn body_limit(era: Era, route: &str) -> usize {
    let limit = era.body_limit();
    if route.starts_with("/api/v1/kms/keys/{keyId}/") { 2 * limit } else { limit }
}

/// The reply to a request, and the headers of the rate limiter.
fn answer(
    app: &Arc<App>,
    endpoint: Option<&Endpoint>,
    arrival: Arrival,
) -> (Reply, Vec<(HeaderName, HeaderValue)>) {
    let (method, url) = (arrival.method.to_string(), arrival.url.clone());
    let known_tag = arrival.headers.get(IF_NONE_MATCH).cloned();
    let mut headers = Vec::new();
    let reply = match app.era {
        Era::May23 => answer_may23(app, endpoint, arrival, &mut headers),
        Era::Feb24 | Era::Jun24 | Era::Modern => answer_later(app, endpoint, arrival, &mut headers),
    };
    let reply = reply.unwrap_or_else(|error| {
        if app.era.is_modern() {
            return wire::modern::refusal(&error, &method, &url);
        }
        wire::errors::reply(&error, app.era, &method, &url, app.verbose_errors)
    });
    let Some(tag) = entity_tag(app.era, &reply) else { return (reply, headers) };
    let is_known = known_tag.is_some_and(|known| known == tag);
    headers.push((ETAG, tag));
    (if is_known { Reply::empty().with_status(304) } else { reply }, headers)
}

/// What identifies the body of an answer, so that a client need not fetch it again.
fn entity_tag(era: Era, reply: &Reply) -> Option<HeaderValue> {
    let body = reply.body()?.to_string();
    let digest = random::to_base64(&Sha256::digest(&body)).replace('+', "-").replace('/', "_");
    let digest = digest.trim_end_matches('=');
    let tag = match era {
        Era::May23 => format!("W/\"{:x}-{digest}\"", body.len()),
        Era::Feb24 | Era::Jun24 | Era::Modern => format!("\"{digest}\""),
    };
    HeaderValue::from_str(&tag).ok()
}

/// May 2023: the body is parsed before anything else, then requests are counted, known route or
/// not, then authenticated.
fn answer_may23(
    app: &Arc<App>,
    endpoint: Option<&Endpoint>,
    mut arrival: Arrival,
    headers: &mut Vec<(HeaderName, HeaderValue)>,
) -> Result<Reply, ApiError> {
    let body = std::mem::replace(&mut arrival.body, Ok(Value::Null))?;
    let rate = endpoint.map_or(Rate::Read, |endpoint| endpoint.rate);
    let verdict = app.limits.check(rate, "", &arrival.address);
    headers.extend(verdict.headers);
    if let Some(refusal) = verdict.refusal {
        return Ok(refusal);
    }
    let endpoint = endpoint.ok_or(ApiError::RouteUnknown)?;
    let actor = auth::authenticate(app, endpoint.access, &arrival.headers, arrival.peer)?;
    handle(endpoint, &call(app, endpoint, actor, arrival, body)?)
}

/// Later: authentication comes first and is not counted, then the limit, then the body.
fn answer_later(
    app: &Arc<App>,
    endpoint: Option<&Endpoint>,
    mut arrival: Arrival,
    headers: &mut Vec<(HeaderName, HeaderValue)>,
) -> Result<Reply, ApiError> {
    let endpoint = endpoint.filter(|_| fits_router(&arrival)).ok_or(ApiError::RouteUnknown)?;
    let actor = auth::authenticate(app, endpoint.access, &arrival.headers, arrival.peer)?;
    let route = format!("{} {}", endpoint.method, endpoint.path);
    let verdict = app.limits.check(endpoint.rate, &route, &arrival.address);
    headers.extend(verdict.headers);
    if let Some(refusal) = verdict.refusal {
        return Ok(refusal);
    }
    let body = std::mem::replace(&mut arrival.body, Ok(Value::Null))?;
    handle(endpoint, &call(app, endpoint, actor, arrival, body)?)
}

/// Whether the later releases' router finds a route: not for a parameter of more than 100 UTF-16 units,
/// counted after percent-decoding (fastify's `maxParamLength`).
fn fits_router(arrival: &Arrival) -> bool {
    let Ok(params) = &arrival.params else { return true };
    params.values().all(|value| value.encode_utf16().count() <= 100)
}

fn handle(endpoint: &Endpoint, call: &Call) -> Result<Reply, ApiError> {
    let hostile = &call.app.hostile;
    let reply = hostile.run(call, &endpoint.method, endpoint.handler)?;
    if let Err(error) = audit::note(call, &endpoint.method, &reply) {
        // The call has already taken effect, so it must not fail any more.
        tracing::error!(?error, "audit log");
    }
    Ok(hostile.lie(call, &endpoint.method, reply))
}

fn call(
    app: &Arc<App>,
    endpoint: &Endpoint,
    actor: Actor,
    arrival: Arrival,
    body: Value,
) -> Result<Call, ApiError> {
    let text = |name| Some(arrival.headers.get(name)?.to_str().ok()?.to_owned());
    let certificate = arrival.headers.get(CLIENT_CERTIFICATE);
    let certificate = certificate.and_then(|value| value.to_str().ok()).map(str::to_owned);
    Ok(Call {
        app: Arc::clone(app),
        actor,
        user_agent: text(USER_AGENT),
        authorization: text(AUTHORIZATION),
        refresh_cookie: text(COOKIE).as_deref().and_then(refresh_cookie),
        client_certificate: certificate,
        address: arrival.address,
        peer: arrival.peer,
        route: endpoint.path,
        params: arrival.params?,
        query: app.hostile.query(arrival.query),
        body,
    })
}

fn refresh_cookie(header: &str) -> Option<String> {
    let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == "jid").map(|(_, value)| value.to_owned())
}

fn parse_body(
    era: Era,
    method: &Method,
    headers: &HeaderMap,
    bytes: &[u8],
) -> Result<Value, ApiError> {
    if bytes.is_empty() || (method == Method::GET && era != Era::May23) {
        return Ok(Value::Null);
    }
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "application/json" => serde_json::from_slice(bytes).map_err(|error| {
            ApiError::MalformedJson(match error.classify() {
                serde_json::error::Category::Eof => "Unexpected end of JSON input".to_owned(),
                _ => format!("Unexpected token in JSON at column {}", error.column()),
            })
        }),
        "application/x-www-form-urlencoded" => Ok(form_fields(bytes)),
        _ if era == Era::May23 => Ok(Value::Null),
        other => Err(ApiError::UnsupportedMedia(other.to_owned())),
    }
}

fn form_fields(text: &[u8]) -> Value {
    let pairs = form_urlencoded::parse(text);
    Value::Object(
        pairs.map(|(k, v)| (k.into_owned(), Value::String(v.into_owned()))).collect::<Map<_, _>>(),
    )
}
