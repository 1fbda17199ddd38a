//! A server with scripted responses, which can forward requests to a real one.

use std::fmt;
use std::future::pending;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use serde_json::Value;
use tokio::net::TcpListener;

use super::http;

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) method: Method,
    /// Path and query, percent-encoded as sent.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn path(&self) -> &str {
        self.target.split('?').next().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// What happens to a request.
#[derive(Debug)]
pub(crate) enum Answer {
    Now(Response),
    /// The same answer, delayed by `time` of a [`stopped`](super::stopped) clock.
    Later(Duration, Response),
    /// No response.
    Never,
    /// The response of the server behind the stub.
    PassOn,
    /// The same, after something else has happened.
    PassOnAfter(Meanwhile),
    /// The response of the server behind the stub, after something has happened since it was made.
    PassOnThen(Meanwhile),
    /// Status 502, after the server behind the stub has handled the request.
    PassOnAndLose,
}

/// What happens between a request and its handling, or between this and its answer.
pub(crate) struct Meanwhile(Pin<Box<dyn Future<Output = ()> + Send>>);

impl fmt::Debug for Meanwhile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Meanwhile")
    }
}

impl Answer {
    pub(crate) fn pass_on_after(happens: impl Future<Output = ()> + Send + 'static) -> Self {
        Self::PassOnAfter(Meanwhile(Box::pin(happens)))
    }

    pub(crate) fn pass_on_then(happens: impl Future<Output = ()> + Send + 'static) -> Self {
        Self::PassOnThen(Meanwhile(Box::pin(happens)))
    }

    pub(crate) fn text(status: u16, content_type: &str, body: impl Into<Body>) -> Self {
        let response = Response::builder().status(status).header("content-type", content_type);
        Self::Now(response.body(body.into()).unwrap())
    }

    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::text(status, "application/json", body.to_string())
    }

    pub(crate) fn with_header(self, name: &'static str, value: &str) -> Self {
        let Self::Now(mut response) = self else { panic!("only an answer has headers") };
        response.headers_mut().insert(name, value.parse().unwrap());
        Self::Now(response)
    }

    pub(crate) fn later(self, time: Duration) -> Self {
        let Self::Now(response) = self else { panic!("only an answer comes later") };
        Self::Later(time, response)
    }
}

type Script = Arc<dyn Fn(&Received, usize) -> Answer + Send + Sync>;

/// A running stub and the requests it received.
#[derive(Clone)]
pub(crate) struct Stub {
    pub(crate) base_url: String,
    received: Arc<Mutex<Vec<Received>>>,
    abandoned: Arc<AtomicUsize>,
}

impl Stub {
    /// Responds as the script says. The script gets the request and the number of earlier ones.
    pub(crate) async fn start(
        script: impl Fn(&Received, usize) -> Answer + Send + Sync + 'static,
    ) -> Self {
        Self::before(String::new(), script).await
    }

    /// Like [`start`](Self::start), with a server behind the stub.
    pub(crate) async fn before(
        server: impl Into<String>,
        script: impl Fn(&Received, usize) -> Answer + Send + Sync + 'static,
    ) -> Self {
        Self::following(Arc::new(script), server.into()).await
    }

    /// Not generic: each script would compile the server again.
    async fn following(script: Script, server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let stub = Self {
            base_url: format!("http://{}", listener.local_addr().unwrap()),
            received: Arc::default(),
            abandoned: Arc::default(),
        };
        let server = Arc::new(server);
        let handler = {
            let stub = stub.clone();
            move |request: Request| {
                let (stub, script, server) = (stub.clone(), Arc::clone(&script), server.clone());
                async move {
                    let received = read(request).await;
                    let before = stub.remember(received.clone());
                    match script(&received, before) {
                        Answer::Now(response) => response,
                        Answer::Later(time, response) => {
                            tokio::time::advance(time).await;
                            response
                        }
                        Answer::Never => stub.never_answer().await,
                        Answer::PassOn => pass_on(&server, received).await,
                        Answer::PassOnAfter(Meanwhile(happens)) => {
                            happens.await;
                            pass_on(&server, received).await
                        }
                        Answer::PassOnThen(Meanwhile(happens)) => {
                            let response = pass_on(&server, received).await;
                            happens.await;
                            response
                        }
                        Answer::PassOnAndLose => {
                            pass_on(&server, received).await;
                            let lost = Response::builder().status(502);
                            lost.header("content-type", "application/json")
                                .body("{}".into())
                                .unwrap()
                        }
                    }
                }
            }
        };
        let router = Router::new().fallback(handler);
        tokio::spawn(async move { axum::serve(listener, router).await });
        stub
    }

    /// Every request so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The number of requests to `path` so far.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.received.lock().unwrap().iter().filter(|one| one.path() == path).count()
    }

    /// The number of requests that the client cancelled before a response.
    pub(crate) fn abandoned(&self) -> usize {
        self.abandoned.load(Ordering::SeqCst)
    }

    fn remember(&self, received: Received) -> usize {
        let mut all = self.received.lock().unwrap();
        all.push(received);
        all.len() - 1
    }

    async fn never_answer(&self) -> Response {
        struct Abandoned(Arc<AtomicUsize>);
        impl Drop for Abandoned {
            fn drop(&mut self) {
                self.0.fetch_add(1, Ordering::SeqCst);
            }
        }
        let _abandoned = Abandoned(Arc::clone(&self.abandoned));
        pending().await
    }
}

async fn read(request: Request) -> Received {
    let (parts, body) = request.into_parts();
    Received {
        method: parts.method,
        target: parts.uri.to_string(),
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
    }
}

async fn pass_on(server: &str, received: Received) -> Response {
    let Received { method, target, mut headers, body } = received;
    headers.remove("host");
    headers.remove("accept-encoding");
    let request = http().request(method, format!("{server}{target}")).headers(headers).body(body);
    let answer = request.send().await.unwrap();
    let mut response = Response::builder().status(answer.status());
    for name in ["content-type", "etag"] {
        if let Some(value) = answer.headers().get(name) {
            response = response.header(name, value);
        }
    }
    for cookie in answer.headers().get_all("set-cookie") {
        response = response.header("set-cookie", cookie);
    }
    response.body(Body::from(answer.bytes().await.unwrap())).unwrap()
}
