//! The stored form of a trust store, under fuzzing.

use super::envelope::StoreKeys;
use super::knowledge::{Knowledge, Listing, Sighting};
use crate::api::secrets::Place;
use crate::crypto::SymmetricKey;
use crate::fuzz::check_error;

/// The input is a file, and what a file contains once it is decrypted.
pub(crate) fn run(data: &[u8]) {
    let keys = StoreKeys::new(&SymmetricKey::from_bytes([1; 32]));
    if let Ok(known) = Knowledge::open(data, &keys) {
        assert!(known.seal(&keys).is_some());
    }
    let Ok(mut known) = serde_json::from_slice::<Knowledge>(data) else { return };
    // Counting on from the end is not possible, and takes longer than any store lives.
    known.change = known.change.min(u64::MAX / 2);
    let text = serde_json::to_string(&known).unwrap_or_default();
    let again = known.seal(&keys).and_then(|sealed| Knowledge::open(&sealed, &keys).ok());
    assert_eq!(again.and_then(|again| serde_json::to_string(&again).ok()), Some(text));

    let place =
        Place { workspace_id: "p1".into(), environment: "dev".into(), path: Some("/".into()) };
    let sighting = Sighting {
        id: "a".into(),
        name: "A".into(),
        is_personal: false,
        environment: "dev".into(),
        path: "/".into(),
        version: 2,
        content: "c2".into(),
        ciphertext: "v2".into(),
    };
    let ids = ["a".to_owned()].into();
    let listed = [Listing { place: place.clone(), ids, is_shared_only: false, below: None }];
    let before = serde_json::to_string(&known).unwrap_or_default();
    let since = known.change;
    match known.saw(since, "p1", vec![sighting.clone()], &listed) {
        Ok(_) => {
            assert_eq!(known.saw(since, "p1", vec![sighting], &listed), Ok(false))
        }
        Err(contradiction) => {
            check_error(&contradiction.into_error("store"));
            let _ = known.saw_nothing(since, &place, "A", false);
            assert_eq!(known.change, since);
            assert!(serde_json::to_string(&known).is_ok_and(|after| after.len() >= before.len()));
        }
    }
}

pub(crate) fn seeds() -> Vec<Vec<u8>> {
    let secret = |state: &str, version: i64| {
        format!(
            "{{\"name\":\"A\",\"is_personal\":false,\"environment\":\"dev\",\"path\":\"/\",\
             \"version\":{version},\"content\":\"c{version}\",\"ciphertext\":\"v{version}\",\
             \"state\":\"{state}\",\"at\":1}}"
        )
    };
    let store = |secrets: &str| {
        format!(
            "{{\"change\":3,\"projects\":{{\"p1\":{{\"key\":\"00\",\"next_key\":null,\"secrets\":{{{secrets}}}}}}},\
             \"recipients\":{{\"u1\":\"ff\"}}}}"
        )
    };
    let mut seeds = vec![store("")];
    for state in ["present", "leaving", "deleted"] {
        seeds.push(store(&format!("\"a\":{}", secret(state, 2))));
        seeds.push(store(&format!("\"b\":{},\"c\":{}", secret(state, 1), secret(state, 3))));
    }
    let keys = StoreKeys::new(&SymmetricKey::from_bytes([1; 32]));
    let mut seeds: Vec<Vec<u8>> = seeds.into_iter().map(String::into_bytes).collect();
    seeds.extend(Knowledge::default().seal(&keys));
    seeds
}
