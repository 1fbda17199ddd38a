//! Chooses the proxy to the server, if any, once per client.

use std::fmt;

use hyper_util::client::proxy::matcher::Matcher;
use url::Url;

use super::transport::is_loopback;
use crate::{Error, ErrorKind, Result};

/// The proxy setting of a client.
#[derive(Clone, Default)]
pub(crate) enum ProxyChoice {
    /// From environment variables.
    #[default]
    FromEnvironment,
    /// No proxy, even if the environment names one.
    Direct,
    /// The proxy at this URL.
    Through(String),
}

impl fmt::Debug for ProxyChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FromEnvironment => "FromEnvironment",
            Self::Direct => "Direct",
            Self::Through(_) => "Through([redacted])",
        })
    }
}

/// The proxy in use. It may hold a password, which is never shown.
#[derive(Clone)]
pub(crate) struct Proxy {
    url: Url,
    /// The option or variable that set it.
    source: &'static str,
}

impl Proxy {
    /// The proxy to `server`, if any.
    pub(crate) fn find(choice: &ProxyChoice, server: &Url) -> Result<Option<Self>> {
        match choice {
            ProxyChoice::Direct => Ok(None),
            ProxyChoice::Through(url) => Self::parse(url, "the option proxy").map(Some),
            ProxyChoice::FromEnvironment => {
                let variable = |name: &str| {
                    // A value that is not UTF-8 fails to parse, like any invalid one.
                    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
                };
                Self::from_environment(server, variable)
            }
        }
    }

    fn from_environment(
        server: &Url,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Self>> {
        // A proxy would see unencrypted traffic, and would resolve `localhost` to itself.
        if is_loopback(server) {
            return Ok(None);
        }
        // In a CGI program, HTTP_PROXY is set by the request header `Proxy`.
        let is_cgi = variable("REQUEST_METHOD").is_some();
        let names: &[&'static str] = match server.scheme() {
            "https" => &["HTTPS_PROXY", "https_proxy"],
            _ if is_cgi => &["http_proxy"],
            _ => &["HTTP_PROXY", "http_proxy"],
        };
        let set = |name: &&'static str| {
            let value = variable(name)?.trim().to_owned();
            (!value.is_empty()).then_some((value, *name))
        };
        let Some((value, name)) = names.iter().chain(&["ALL_PROXY", "all_proxy"]).find_map(set)
        else {
            return Ok(None);
        };
        let exempt = variable("NO_PROXY").or_else(|| variable("no_proxy")).unwrap_or_default();
        if is_exempt(server, exempt) {
            return Ok(None);
        }
        Self::parse(&value, name).map(Some)
    }

    fn parse(text: &str, source: &'static str) -> Result<Self> {
        let unusable = |reason: &str| {
            let message = format!(
                "{source} {reason}. Give one such as http://proxy.example.com:3128, or set the option \
                 proxy to \"none\""
            );
            Error::new(ErrorKind::InvalidInput, message)
        };
        let text = text.trim();
        let url = match text.contains("://") {
            true => Url::parse(text),
            false => Url::parse(&format!("http://{text}")),
        };
        let url = url.map_err(|_| unusable("is not the URL of a proxy"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(unusable("is not an HTTP proxy"));
        }
        if url.host_str().is_none_or(str::is_empty) || reqwest::Proxy::all(url.as_str()).is_err() {
            return Err(unusable("is not the URL of a proxy"));
        }
        Ok(Self { url, source })
    }

    /// Whether it is on this machine.
    pub(crate) fn is_local(&self) -> bool {
        is_loopback(&self.url)
    }

    pub(super) fn for_all(&self) -> Result<reqwest::Proxy, reqwest::Error> {
        reqwest::Proxy::all(self.url.as_str())
    }
}

fn is_exempt(server: &Url, exempt: String) -> bool {
    // The matcher needs some proxy to tell which servers are exempt.
    let matcher = Matcher::builder().all("http://proxy.invalid").no(exempt).build();
    server.as_str().parse().is_ok_and(|server| matcher.intercept(&server).is_none())
}

impl fmt::Display for Proxy {
    /// Its address, and the option or variable that set it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.url.host_str().unwrap_or_default();
        let port = self.url.port_or_known_default().unwrap_or_default();
        write!(f, "the proxy {host}:{port} (from {})", self.source)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(server: &str, variables: &[(&str, &str)]) -> Result<Option<Proxy>> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Proxy::from_environment(&Url::parse(server).unwrap(), variable)
    }

    const SERVER: &str = "https://infisical.example.test";

    #[test]
    fn find_takes_proxy_from_variable_of_the_scheme() {
        let of = |server, variables: &[_]| {
            found(server, variables).unwrap().map(|proxy| proxy.to_string())
        };
        let both = [("HTTPS_PROXY", "http://a.test:1"), ("http_proxy", "b.test:2")];
        let shown = |host, name| Some(format!("the proxy {host} (from {name})"));
        assert_eq!(of(SERVER, &both), shown("a.test:1", "HTTPS_PROXY"));
        assert_eq!(of("http://c.test", &both), shown("b.test:2", "http_proxy"));
        assert_eq!(
            of(SERVER, &[("all_proxy", "https://d.test")]),
            shown("d.test:443", "all_proxy")
        );
        assert_eq!(of(SERVER, &[("HTTPS_PROXY", " ")]), None);
        assert_eq!(of("https://localhost", &both), None);
        let cgi = [("HTTP_PROXY", "http://planted.test"), ("REQUEST_METHOD", "GET")];
        assert_eq!(of("http://c.test", &cgi), None);
    }

    #[test]
    fn find_of_exempt_server_ignores_unusable_proxy() {
        for exempt in ["example.test", ".example.test", "*", "a.test, infisical.example.test"] {
            let variables = [("HTTPS_PROXY", "http://"), ("NO_PROXY", exempt)];
            assert!(found(SERVER, &variables).unwrap().is_none(), "{exempt}");
        }
        let other = [("HTTPS_PROXY", "http://a.test:1"), ("NO_PROXY", "other.test")];
        assert!(found(SERVER, &other).unwrap().is_some());
    }

    #[test]
    fn find_invalid_proxy_is_refused_and_never_shown() {
        for value in ["http://", "://planted", "socks5://ada:planted@a.test", "ada:planted@:80"] {
            let error = found(SERVER, &[("HTTPS_PROXY", value)]).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{value}");
            assert!(error.message().starts_with("HTTPS_PROXY"), "{error}");
            assert!(!error.to_string().contains("planted"), "{error}");
        }
        let proxy = found(SERVER, &[("HTTPS_PROXY", "http://ada:planted@a.test:1")]).unwrap();
        assert!(!format!("{proxy:?}").contains("planted"));
        let choice = ProxyChoice::Through("http://ada:planted@a.test".into());
        assert!(!format!("{choice:?}").contains("planted"));
    }
}
