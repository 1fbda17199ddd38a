//! Pages for the developer answer only this machine, whatever a web page in a browser there tries.

use reqwest::Method;
use serde_json::Value;

use crate::support::client::{Auth, Peer, Reply, read};
use crate::support::{ALL, Config, Era, start, start_with};

async fn codes(peer: &Peer, headers: &[(&str, &str)]) -> Reply {
    let path = "/dev/codes?email=ada@example.test";
    let mut request = peer.request(Method::GET, path, &Auth::None);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    read(request).await
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_refused_to_foreign_hosts() {
    for era in ALL {
        let (_server, peer) = start(era).await;
        assert_eq!(codes(&peer, &[]).await.status, 200);
        let local =
            ["localhost", "localhost:8750", "LOCALHOST", "127.0.0.1", "127.0.0.2:1", "[::1]"];
        for host in local {
            assert_eq!(codes(&peer, &[("host", host)]).await.status, 200, "{host}");
        }
        let foreign = [
            "evil.example",
            "evil.example:8750",
            "localhost.evil.example",
            "127.0.0.1.nip.io",
            "192.168.1.5",
            "user@localhost.evil.example",
            "::1",
            "",
        ];
        for host in foreign {
            let reply = codes(&peer, &[("host", host)]).await;
            assert_eq!(reply.status, 403, "{host}");
            let message = reply.json()["message"].as_str().unwrap().to_owned();
            assert!(message.contains("only requests to this machine"), "{message}");
        }
        // Routes that need a credential answer under any name, as behind a proxy.
        let request = peer.request(Method::GET, "/api/status", &Auth::None);
        assert_eq!(read(request.header("host", "evil.example")).await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_refused_to_pages_of_other_sites() {
    let (_server, peer) = start(Era::Jun24).await;
    let own = peer.base.clone();
    assert_eq!(codes(&peer, &[("origin", &own)]).await.status, 200);
    for origin in ["https://evil.example", "null", "http://localhost:3000", "http://evil.example"] {
        assert_eq!(codes(&peer, &[("origin", origin)]).await.status, 403, "{origin}");
    }
    let twice = [("origin", own.as_str()), ("origin", "https://evil.example")];
    assert_eq!(codes(&peer, &twice).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_shown_by_the_address_listened_on() {
    let mut config = Config::new(Era::Jun24);
    config.host = "0.0.0.0".parse().unwrap();
    let (_server, mut peer) = start_with(config).await;
    peer.base = peer.base.replace("0.0.0.0", "127.0.0.1");
    // Any address leads here, but no name does.
    assert_eq!(codes(&peer, &[("host", "192.168.1.5")]).await.status, 200);
    assert_eq!(codes(&peer, &[("host", "evil.example")]).await.status, 403);
    let body: Value = codes(&peer, &[]).await.ok();
    assert!(body["codes"].is_array());
}
