//! Checks and normalizes the URL of a server.

use url::Url;

use super::builder::invalid;
use crate::Result;
use crate::http::is_loopback;

/// The URL without a trailing `/api`.
///
/// # Errors
/// [`ErrorKind::InvalidInput`](crate::ErrorKind) if the text is not such a URL, or names `http://`
/// on another machine without `allow_http`.
pub(super) fn base_url(text: &str, allow_http: bool) -> Result<Url> {
    let mut url = Url::parse(text.trim()).map_err(|_| {
        invalid("the base URL is not a URL. Give one such as https://infisical.example.com".into())
    })?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("the base URL must not hold a user name or password".into()));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("the base URL must not have a query or fragment".into()));
    }
    match url.scheme() {
        "https" => {}
        "http" if allow_http || is_loopback(&url) => {}
        "http" => {
            return Err(invalid(
                "the base URL is http://, which sends tokens unencrypted. Use https://, or set \
                 allow_http if the network is trusted"
                    .into(),
            ));
        }
        _ => return Err(invalid("the base URL must begin with https://".into())),
    }
    let path = url.path().trim_end_matches('/');
    let path = path.strip_suffix("/api").unwrap_or(path).trim_end_matches('/').to_owned();
    let into_api = path.split_once("/api/v").filter(|(_, rest)| is_version(rest));
    url.set_path(into_api.map_or(path.as_str(), |(prefix, _)| prefix));
    if into_api.is_some() {
        let server = url.as_str().trim_end_matches('/');
        return Err(invalid(format!(
            "the base URL includes a path of the API, which this client adds itself. Use {server}"
        )));
    }
    Ok(url)
}

/// Whether the text begins with a version number, like `3` or `3/secrets`.
fn is_version(rest: &str) -> bool {
    let number = rest.split('/').next().unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn base_url_is_normalized() {
        for (given, used) in [
            ("https://app.infisical.com", "https://app.infisical.com/"),
            ("https://example.test/infisical/api/", "https://example.test/infisical"),
            ("https://example.test/infisical//api", "https://example.test/infisical"),
            ("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/"),
            ("http://[::1]:8080", "http://[::1]:8080/"),
            ("http://localhost:8080/", "http://localhost:8080/"),
            ("https://example.test/api/vault", "https://example.test/api/vault"),
        ] {
            assert_eq!(base_url(given, false).unwrap().as_str(), used, "{given}");
        }
    }

    #[test]
    fn base_url_inside_the_api_error_suggests_the_right_one() {
        for (given, right) in [
            ("https://example.test/api/v3", "https://example.test"),
            ("https://example.test/api/v3/", "https://example.test"),
            ("https://example.test/api/v1/workspace", "https://example.test"),
            ("https://example.test/infisical/api/v4", "https://example.test/infisical"),
        ] {
            let error = base_url(given, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.message().ends_with(&format!("Use {right}")), "{error}");
        }
    }

    #[test]
    fn base_url_insecure_or_invalid_is_refused() {
        for given in [
            "",
            "app.infisical.com",
            "ftp://example.test",
            "http://example.test",
            "https://user:planted@example.test",
            "https://example.test/?planted",
        ] {
            let error = base_url(given, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{given}");
            assert!(!error.to_string().contains("planted"));
        }
        assert!(base_url("http://example.test", true).is_ok());
    }
}
