//! Keys of the server, with the answers of a real one.

use serde_json::{Value, json};

use super::{NO_AUTH, fields, is_invalid, is_refused, started};
use crate::support::Person;
use crate::support::client::Peer;

const KEYS: &str = "/api/v1/kms/keys";
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

async fn project(peer: &Peer, person: &Person, kind: &str) -> String {
    let body = json!({ "projectName": "Keys", "type": kind });
    let made = peer.post("/api/v1/projects", &person.auth(), body).await.ok();
    made["project"]["id"].as_str().unwrap().to_owned()
}

async fn key(peer: &Peer, person: &Person, body: Value) -> Value {
    peer.post(KEYS, &person.auth(), body).await.ok()["key"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_managed_in_projects_of_their_product() {
    let (_server, peer, alice) = started().await;
    let (auth, project) = (alice.auth(), project(&peer, &alice, "kms").await);
    let body = json!({ "projectId": project, "name": "mail", "description": " d " });
    let made = key(&peer, &alice, body.clone()).await;
    assert_eq!(
        fields(&made),
        [
            "createdAt",
            "description",
            "encryptionAlgorithm",
            "id",
            "isDisabled",
            "isExportable",
            "keyUsage",
            "kmipMetadata",
            "name",
            "orgId",
            "projectId",
            "updatedAt",
            "version"
        ]
    );
    assert_eq!((&made["description"], &made["isDisabled"]), (&json!("d"), &json!(false)));
    let id = made["id"].as_str().unwrap();
    let taken = peer.post(KEYS, &auth, body).await;
    let text = format!(
        "A KMS key with the name \"mail\" already exists for the project with ID \"{project}\""
    );
    is_refused(&taken, 400, "BadRequest", &text);
    for name in ["", "Mail", "a b", "a--b", "-a", "a_b", &"a".repeat(33)] {
        let odd = json!({ "projectId": project, "name": name });
        is_invalid(&peer.post(KEYS, &auth, odd).await, "name");
    }
    let odd = json!({ "projectId": project, "name": "x", "keyUsage": "sign-verify" });
    let odd = peer.post(KEYS, &auth, odd).await;
    assert_eq!((odd.status, &odd.json()["message"][0]["path"]), (422, &json!([])));

    let unknown = peer.get(&format!("{KEYS}/{UNKNOWN}"), &auth).await;
    let text = format!("Key with ID \"{UNKNOWN}\" not found");
    is_refused(&unknown, 404, "NotFound", &text);
    is_invalid(&peer.get(&format!("{KEYS}/abc"), &auth).await, "keyId");
    let by_name = |name: &str| format!("{KEYS}/key-name/{name}?projectId={project}");
    assert_eq!(peer.get(&by_name("mail"), &auth).await.ok()["key"]["id"], id);
    let text = format!("Key with name \"none\" not found for project with ID \"{project}\"");
    is_refused(&peer.get(&by_name("none"), &auth).await, 404, "NotFound", &text);

    let path = format!("{KEYS}/{id}");
    let nothing = peer.patch(&path, &auth, json!({})).await;
    is_refused(&nothing, 500, "Update by id", "Something went wrong");
    let changed = peer.patch(&path, &auth, json!({ "name": "post", "description": "" })).await.ok();
    assert_eq!(
        (&changed["key"]["name"], &changed["key"]["description"]),
        (&json!("post"), &json!(""))
    );
    let listed = peer.get(&format!("{KEYS}?projectId={project}"), &auth).await.ok();
    assert_eq!((&listed["totalCount"], &listed["keys"][0]["id"]), (&json!(1), &json!(id)));
    let rest = peer.get(&format!("{KEYS}?projectId={project}&offset=1"), &auth).await.ok();
    assert_eq!(rest, json!({ "keys": [], "totalCount": 0 }));
    assert_eq!(peer.get(&path, &NO_AUTH).await.status, 401);
    peer.delete(&path, &auth, Value::Null).await.ok();
    let gone = peer.delete(&path, &auth, Value::Null).await;
    is_refused(&gone, 404, "NotFound", &format!("Key with ID {id} not found"));
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_refused_elsewhere() {
    let (_server, peer, alice) = started().await;
    let other = project(&peer, &alice, "secret-manager").await;
    let text = "The project is of type secret-manager. Operations of type kms are not allowed.";
    let listed = peer.get(&format!("{KEYS}?projectId={other}"), &alice.auth()).await;
    is_refused(&listed, 400, "BadRequest", text);
    let lost = peer.get(&format!("{KEYS}?projectId={UNKNOWN}"), &alice.auth()).await;
    is_refused(&lost, 404, "NotFound", &format!("Project with {UNKNOWN} not found"));
    let project = project(&peer, &alice, "kms").await;
    let made = key(&peer, &alice, json!({ "projectId": project, "name": "mail" })).await;
    let bob = Person::sign_up(&peer, "bob").await;
    let path = format!("{KEYS}/{}", made["id"].as_str().unwrap());
    assert_eq!(peer.get(&path, &bob.auth()).await.status, 403);
    let encrypt = json!({ "plaintext": "AAAA" });
    assert_eq!(peer.post(&format!("{path}/encrypt"), &bob.auth(), encrypt).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn data_is_encrypted_and_wrong_requests_are_refused() {
    let (_server, peer, alice) = started().await;
    let (auth, project) = (alice.auth(), project(&peer, &alice, "kms").await);
    let mut ids = Vec::new();
    for (name, algorithm) in [("one", "aes-256-gcm"), ("two", "aes-128-gcm")] {
        let body = json!({ "projectId": project, "name": name, "encryptionAlgorithm": algorithm });
        ids.push(key(&peer, &alice, body).await["id"].as_str().unwrap().to_owned());
    }
    let post = async |id: &str, what: &str, field: &str, text: &str| {
        peer.post(&format!("{KEYS}/{id}/{what}"), &auth, json!({ (field): text })).await
    };
    for plaintext in ["aGVsbG8=", ""] {
        let sealed = post(&ids[0], "encrypt", "plaintext", plaintext).await.ok();
        let sealed = sealed["ciphertext"].as_str().unwrap().to_owned();
        let opened = post(&ids[0], "decrypt", "ciphertext", &sealed).await.ok();
        assert_eq!(opened, json!({ "plaintext": plaintext }));
        let wrong = post(&ids[1], "decrypt", "ciphertext", &sealed).await;
        is_refused(&wrong, 500, "InternalServerError", "Something went wrong");
    }
    for short in ["", "AAAA"] {
        let wrong = post(&ids[0], "decrypt", "ciphertext", short).await;
        is_refused(&wrong, 500, "InternalServerError", "Something went wrong");
    }
    for odd in ["!", "aGk"] {
        let wrong = post(&ids[0], "encrypt", "plaintext", odd).await;
        is_invalid(&wrong, "plaintext");
        assert_eq!(wrong.json()["message"][0]["message"], "data must be base64 encoded");
    }
    let megabyte = 1024 * 1024;
    let text = "AAAA".repeat(megabyte / 3) + "AA==";
    post(&ids[0], "encrypt", "plaintext", &text).await.ok();
    let wrong =
        post(&ids[0], "encrypt", "plaintext", &(text[..text.len() - 4].to_owned() + "AAAA")).await;
    assert_eq!(wrong.json()["message"][0]["message"], "data cannot exceed 1048576 bytes");
    let wrong = post(UNKNOWN, "encrypt", "plaintext", "AAAA").await;
    is_refused(&wrong, 404, "NotFound", &format!("Key with ID \"{UNKNOWN}\" not found"));
    let path = format!("{KEYS}/{}", ids[0]);
    peer.patch(&path, &auth, json!({ "isDisabled": true })).await.ok();
    let wrong = post(&ids[0], "encrypt", "plaintext", "AAAA").await;
    is_refused(&wrong, 400, "BadRequest", "Key is disabled");
}

#[tokio::test(flavor = "multi_thread")]
async fn data_is_signed_and_wrong_requests_are_refused() {
    let (_server, peer, alice) = started().await;
    let (auth, project) = (alice.auth(), project(&peer, &alice, "kms").await);
    let make = async |name: &str, algorithm: &str, usage: &str| {
        let body = json!({
            "projectId": project, "name": name, "encryptionAlgorithm": algorithm, "keyUsage": usage,
        });
        peer.post(KEYS, &auth, body).await
    };
    let made = make("p256", "ECC_NIST_P256", "sign-verify").await.ok();
    let id = made["key"]["id"].as_str().unwrap();
    let post = async |what: &str, body: Value| {
        peer.post(&format!("{KEYS}/{id}/{what}"), &auth, body).await
    };
    let path = format!("{KEYS}/{id}/signing-algorithms");
    let all = json!({ "signingAlgorithms": ["ECDSA_SHA_512", "ECDSA_SHA_384", "ECDSA_SHA_256"] });
    assert_eq!(peer.get(&path, &auth).await.ok(), all);
    let data = json!({ "data": "aGVsbG8=", "signingAlgorithm": "ECDSA_SHA_256" });
    let signed = post("sign", data.clone()).await.ok();
    assert_eq!(
        (&signed["keyId"], &signed["signingAlgorithm"]),
        (&json!(id), &data["signingAlgorithm"])
    );
    for (text, valid) in [("aGVsbG8=", true), ("aGVsbG9v", false)] {
        let body = json!({
            "data": text, "signature": signed["signature"], "signingAlgorithm": "ECDSA_SHA_256",
        });
        assert_eq!(post("verify", body).await.ok()["signatureValid"], valid);
    }
    let rsa = json!({ "data": "AAAA", "signingAlgorithm": "RSASSA_PSS_SHA_256" });
    let text = "KMS ECC key cannot be used with RSASSA_PSS_SHA_256";
    is_refused(&post("sign", rsa).await, 400, "BadRequest", text);
    is_invalid(&post("sign", json!({ "data": "AAAA" })).await, "signingAlgorithm");
    let text = "Unsupported key type, expected encrypt-decrypt but got sign-verify";
    is_refused(&post("encrypt", json!({ "plaintext": "" })).await, 400, "BadRequest", text);

    let aes = make("aes", "aes-256-gcm", "encrypt-decrypt").await.ok();
    let id = aes["key"]["id"].as_str().unwrap();
    let path = format!("{KEYS}/{id}");
    let text = "Unsupported key type, expected sign-verify but got encrypt-decrypt";
    let wrong = peer.post(&format!("{path}/sign"), &auth, data).await;
    is_refused(&wrong, 400, "BadRequest", text);
    is_refused(&peer.get(&format!("{path}/public-key"), &auth).await, 400, "BadRequest", text);
    let wrong = peer.get(&format!("{path}/signing-algorithms"), &auth).await;
    let text = format!("Key with ID '{id}' is not intended for signing");
    is_refused(&wrong, 400, "BadRequest", &text);
    let wrong = make("pqc", "ML_DSA_44", "sign-verify").await;
    let text = "Your license does not include PQC algorithms. Please upgrade to the Enterprise plan \
                to use a PQC algorithm.";
    is_refused(&wrong, 400, "BadRequest", text);
}
