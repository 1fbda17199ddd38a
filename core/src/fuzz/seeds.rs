//! Seeds from the recordings and test vectors in `tests`, read when a target starts.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "only tests and fuzzing read these files"
)]

use std::fs;

use serde_json::Value;

use crate::{SecretString, SecretsFormat, format_secrets};

fn read(path: &str) -> Value {
    let path = format!("{}/../tests/{path}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The recorded answers of every era.
pub(super) fn answers() -> Vec<Value> {
    let mut answers = Vec::new();
    for era in ["may23", "feb24", "jun24"] {
        for file in [format!("recordings/{era}.json"), format!("recordings/{era}-more.json")] {
            let recording = read(&file);
            answers.extend(list(&recording["exchanges"]).iter().map(|one| one["answer"].clone()));
        }
        let replay = read(&format!("replay/{era}.json"));
        answers.extend(list(&replay["exchanges"]).iter().map(|one| one["answer"]["body"].clone()));
    }
    answers.retain(|answer| answer.is_object() || answer.is_array());
    answers
}

pub(super) fn errors() -> Vec<Vec<u8>> {
    let recorded = read("replay/errors.json");
    let seed = |one: &Value| {
        let writes =
            if one["request"].as_str().unwrap().starts_with("GET") { "" } else { "writes" };
        let credential = one["credential"].as_str().unwrap();
        let body = match &one["body"] {
            Value::String(text) => text.clone(),
            body => body.to_string(),
        };
        let status = &one["status"];
        format!("{status} {credential} {writes}\nretry-after: 7\nx-request-id: r-1\n\n{body}")
    };
    list(&recorded).iter().map(|one| seed(one).into_bytes()).collect()
}

pub(super) fn files() -> Vec<Vec<u8>> {
    let hard = read("formats/hard-values.json");
    let values: Vec<_> = list(&hard).iter().filter_map(|one| one["value"].as_str()).collect();
    let mut seeds: Vec<_> =
        values.iter().map(|value| format!("names and values\nNAME\n{value}\n\nB\nb")).collect();
    for format in SecretsFormat::ALL {
        let format_name = format.as_str();
        let written = values.iter().enumerate().filter_map(|(number, value)| {
            let entry = (format!("NAME_{number}"), SecretString::from(*value));
            format_secrets([entry], format).ok()
        });
        seeds.extend(written.map(|text| format!("{format_name}\n{}", text.expose())));
    }
    seeds.push("json\n[{\"key\":\"A\",\"value\":\"b\",\"comment\":\"c\"}]".to_owned());
    seeds.push("yaml\n# c\nA: b\n\"B\": |-\n  a\n  b\nC: 'it''s'\n---\n".to_owned());
    seeds.into_iter().map(String::into_bytes).collect()
}

pub(super) fn references() -> Vec<Vec<u8>> {
    let chain: Vec<_> =
        (0..40).map(|at| format!("N{at}=${{N{}}}${{N{}}}", at + 1, at + 1)).collect();
    let seeds = [
        "dotted\nURL=pg://${USER}:${PASS}@${USER}\nUSER=u${N}\nPASS=${\nN=1".to_owned(),
        "names keep\nA=${B}${}${{C}\nB=${A}\nC=${C}${X}".to_owned(),
        "dotted\nA=${prod.db.B}\nprod /db B=${C}${dev.A}\nprod /db C=c".to_owned(),
        "dotted keep read_folder\nA=${prod.B}\nprod / B=${C}\nC=x\n".to_owned(),
        format!("dotted\n{}", chain.join("\n")),
    ];
    seeds.into_iter().map(String::into_bytes).collect()
}

/// The cases of a file of test vectors: one line for each of the fields, as far as they exist.
fn vectors(file: &str, fields: &[&str]) -> Vec<Vec<u8>> {
    let vectors = read(&format!("vectors/{file}.json"));
    let field = |case: &Value, name: &str| {
        let found = [&case["expected"], &case["input"], &case["input"]["serviceTokenData"]];
        let text = found.iter().find_map(|part| part[name].as_str());
        text.unwrap_or_default().to_owned()
    };
    let line = |case| fields.iter().map(|name| field(case, name)).collect::<Vec<_>>().join("\n");
    list(&vectors["cases"]).iter().map(|case| line(case).into_bytes()).collect()
}

pub(super) fn ciphertexts() -> Vec<Vec<u8>> {
    let mut seeds = vectors("aes-gcm-iv16", &["ciphertext", "iv", "tag", "key"]);
    seeds.extend(vectors("aes-gcm-iv12", &["ciphertext", "iv", "tag", "key"]));
    seeds.extend(vectors("service-token", &["encryptedKey", "iv", "tag", "tokenKey"]));
    seeds.push(b"0f1e2d3c4b5a69788796a5b4c3d2e1f0".to_vec());
    seeds
}

pub(super) fn sealed() -> Vec<Vec<u8>> {
    vectors("nacl-box", &["ciphertext", "nonce", "senderPublicKey", "receiverPrivateKey"])
}

pub(super) fn private_keys() -> Vec<Vec<u8>> {
    let fields = [
        "encryptedPrivateKey",
        "encryptedPrivateKeyIV",
        "encryptedPrivateKeyTag",
        "protectedKey",
        "protectedKeyIV",
        "protectedKeyTag",
        "salt",
        "password",
    ];
    let mut seeds = vectors("private-key-v2", &fields);
    let fields = ["encryptedPrivateKey", "iv", "tag", "", "", "", "", "password", "generatedKey"];
    seeds.extend(vectors("private-key-v1", &fields));
    seeds.extend(vectors("backup-key", &fields));
    seeds
}

pub(super) fn srp() -> Vec<Vec<u8>> {
    let mut seeds = vectors("srp", &["salt", "B"]);
    // Multiples of the modulus.
    seeds.extend(vectors("srp", &["salt", "N"]).first().map(|seed| {
        let mut zero = "00".repeat(32).into_bytes();
        zero.extend(seed);
        zero
    }));
    seeds
}

/// The tokens in the test vectors: texts and documents.
pub(super) fn tokens() -> Vec<Vec<u8>> {
    fn collect(value: &Value, found: &mut Vec<Vec<u8>>) {
        match value {
            Value::String(text) if text.contains('.') => found.push(text.clone().into_bytes()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
            Value::Object(fields) => {
                if fields.contains_key("serviceToken") {
                    found.push(value.to_string().into_bytes());
                }
                fields.values().for_each(|value| collect(value, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&read("vectors/service-token.json"), &mut found);
    found
}
