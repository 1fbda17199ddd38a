//! Secrets, keys and passwords must not appear in requests, errors or debug output.

use std::fmt::Debug;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use infisical_e2ee::{Credential, ErrorKind};

use super::support::{Answer, ERAS, PASSWORD, Stub, Wire, World, builder_at};

const VALUE: &str = "planted-value-9c1f";
const COMMENT: &str = "planted-comment-77ab";
const CODE: &str = "planted-code-81d2";

/// The encodings of a text that a search in bytes must find.
fn forms(text: &str) -> Vec<String> {
    let mut forms = vec![text.to_owned(), hex::encode(text), hex::encode_upper(text)];
    for engine in [STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
        forms.push(engine.encode(text));
    }
    forms
}

fn holds(bytes: &[u8], text: &str) -> bool {
    forms(text).iter().any(|form| bytes.windows(form.len()).any(|part| part == form.as_bytes()))
}

#[test]
fn holds_finds_text_in_every_encoding() {
    assert!(holds(b"x=planted-value-9c1f&", VALUE));
    assert!(holds(format!("\"{}\"", hex::encode(VALUE)).as_bytes(), VALUE));
    assert!(holds(STANDARD.encode(VALUE).as_bytes(), VALUE));
    assert!(!holds(b"planted-value-9c1e", VALUE));
}

#[tokio::test]
async fn service_token_requests_contain_no_key_or_value() {
    for era in ERAS {
        let world = World::start(era).await;
        let (credential, key) = world.token.expose().rsplit_once('.').unwrap();
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let wire = Wire::to(&stub.base_url, []).await;

        let secrets = world.client_at(&wire.base_url, world.token_credential()).secrets();
        secrets.create("A", VALUE).comment(COMMENT).await.unwrap();
        secrets.update("A").value(VALUE).comment(COMMENT).await.unwrap();
        assert_eq!(secrets.get("A").await.unwrap().value.expose(), VALUE);
        assert_eq!(secrets.list().await.unwrap().len(), 1);
        secrets.delete("A").await.unwrap();

        let sent = wire.sent();
        assert!(holds(&sent, credential), "{era}: the wire carried something else");
        for planted in [key, VALUE, COMMENT] {
            assert!(!holds(&sent, planted), "{era}: {planted} was sent");
        }
        for request in stub.received() {
            assert_eq!(request.header("authorization"), format!("Bearer {credential}"), "{era}");
        }
    }
}

#[tokio::test]
async fn user_requests_contain_no_password_key_or_value() {
    for era in ERAS {
        let world = World::start(era).await;
        let wire = Wire::to(&world.base_url, []).await;
        let user = world.user_at(&wire.base_url);
        let project = user.projects().create("another").await.unwrap().id;
        user.secrets().create("A", VALUE).project(&project).comment(COMMENT).await.unwrap();
        let creating = user.service_tokens().create("ci").project(&project).scope("dev", "/");
        let created = creating.await.unwrap().token;

        let token = world.new_access_token().await;
        let private_key = world.private_key(&token).await;
        let with_key = Credential::access_token(token).unwrap().with_private_key(&*private_key);
        let with_key = world.client_at(&wire.base_url, with_key);
        let secret = with_key.secrets().get("A").project(&project).await.unwrap();
        assert_eq!(secret.value.expose(), VALUE);

        let (_, token_key) = created.expose().rsplit_once('.').unwrap();
        let sent = wire.sent();
        assert!(holds(&sent, "ada@example.test"), "{era}: the wire carried something else");
        for planted in [PASSWORD, &private_key, token_key, VALUE, COMMENT] {
            assert!(!holds(&sent, planted), "{era}: {planted} was sent");
        }
    }
}

/// The debug output of a value, compact and indented.
fn shown(thing: &impl Debug) -> String {
    format!("{thing:?} {thing:#?}")
}

#[tokio::test]
async fn debug_output_contains_no_secrets() {
    for era in ERAS {
        let world = World::start(era).await;
        let user = world.user_at(&world.base_url);
        let secrets = user.secrets();
        let creating = secrets.create("A", VALUE).comment(COMMENT);
        let mut shown_so_far = vec![shown(&creating)];
        let created = creating.await.unwrap();
        let updating = secrets.update("A").value(VALUE).comment(COMMENT);
        let token = user.service_tokens().create("ci").await.unwrap();
        let list = secrets.list().await.unwrap();
        let token_credential = Credential::service_token(token.token.expose()).unwrap();
        let service = builder_at(&world.base_url).credential(token_credential.clone());
        shown_so_far.extend([
            shown(&created),
            shown(&updating),
            shown(&list),
            shown(&list.to_map().unwrap()),
            shown(&token),
            shown(&token_credential),
            shown(&service),
            shown(&service.build().unwrap()),
            shown(&user),
            shown(&user.account().complete_sign_up("a@example.test", CODE, PASSWORD)),
            shown(&user.account().accept_invitation("a@example.test", "64a0", CODE)),
            shown(&user.account().complete_recovery("a@example.test", CODE, "64a0", PASSWORD)),
            shown(&user.account().verify_mfa(CODE)),
            shown(&Credential::user("ada@example.test", PASSWORD).unwrap()),
            shown(&Credential::api_key("ak.64a0.5ec3e7").unwrap().with_password(PASSWORD)),
            shown(&Credential::access_token("a.b.c").unwrap().with_private_key(PASSWORD)),
        ]);
        let (_, token_key) = token.token.expose().rsplit_once('.').unwrap();
        for text in shown_so_far {
            for planted in [VALUE, COMMENT, PASSWORD, CODE, token_key, "5ec3e7", "a.b.c"] {
                assert!(!holds(text.as_bytes(), planted), "{era}: {planted} in {text}");
            }
        }
    }
}

#[tokio::test]
async fn errors_contain_no_secrets() {
    for era in ERAS {
        let world = World::start(era).await;
        let (credential, key) = world.token.expose().rsplit_once('.').unwrap();
        // A server or proxy that echoes the request.
        let stub = Stub::before(&world.base_url, |request, _| {
            let said = format!(
                "{} {} {}",
                request.header("authorization"),
                request.header("x-api-key"),
                String::from_utf8_lossy(&request.body)
            );
            let body = serde_json::json!({ "statusCode": 400, "error": said, "message": said });
            Answer::json(400, &body)
        })
        .await;
        let broken = format!("{credential}.{}", "0".repeat(32));
        let huge = format!("{VALUE}{}", "x".repeat(1 << 20));
        let clients = [
            world.client_at(&stub.base_url, world.token_credential()),
            world.client_at(&stub.base_url, Credential::access_token("aa.5ec3e7.cc").unwrap()),
            world.client_at(&stub.base_url, Credential::api_key("ak.64a0.5ec3e7").unwrap()),
            world.client_at(&stub.base_url, Credential::user("a@example.test", PASSWORD).unwrap()),
            world.client(Credential::service_token(&broken).unwrap()),
            world.client(Credential::user("ada@example.test", "planted-wrong").unwrap()),
            world.client(world.token_credential()),
        ];
        for client in clients {
            let error = client.secrets().create("A", huge.as_str()).await.unwrap_err();
            let mut text = format!("{error} {error:?} {error:#?}");
            let mut cause = std::error::Error::source(&error);
            while let Some(next) = cause {
                text.push_str(&format!("{next} {next:?}"));
                cause = next.source();
            }
            for planted in [key, VALUE, PASSWORD, "planted-wrong", "5ec3e7"] {
                assert!(!holds(text.as_bytes(), planted), "{era}: {planted} in {text}");
            }
            assert_ne!(error.kind(), ErrorKind::Internal, "{text}");
        }
    }
}

#[tokio::test]
async fn credential_passed_as_id_is_neither_quoted_nor_sent() {
    for era in ERAS {
        let world = World::start(era).await;
        let stub = Stub::before(&world.base_url, |_, _| Answer::PassOn).await;
        let client = world.session_at(&stub.base_url);
        let token = world.token.expose();
        let client_secret = "c0ffee".repeat(11);
        let api_key = format!("ak.00000000-0000-4000-8000-000000000000.{}", "ab".repeat(16));
        let planted = [token, api_key.as_str(), client_secret.as_str()];
        for text in planted {
            let identity = "00000000-0000-4000-8000-000000000000";
            for error in [
                client.api_keys().delete(text).await.unwrap_err(),
                client.service_tokens().delete(text).await.unwrap_err(),
                client.identities().revoke_client_secret(identity, text).await.unwrap_err(),
                client.projects().delete(text).await.unwrap_err(),
            ] {
                assert!(!format!("{error} {error:?}").contains(text), "{era}: quotes a credential");
            }
        }
        for request in stub.received() {
            assert!(!planted.iter().any(|text| request.path().contains(text)), "{era}");
        }
    }
}
