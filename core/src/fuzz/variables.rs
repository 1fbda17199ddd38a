//! Environment variables, under fuzzing.

use super::{check_error, lines};
use crate::Client;

/// Each line is `NAME=value`; the first one of a name counts. `INFISICAL_` is added to the name.
pub(super) fn run(data: &[u8]) {
    let Some(lines) = lines(data) else { return };
    let pairs: Vec<_> = lines.iter().filter_map(|line| line.split_once('=')).collect();
    let found = Client::from_variables(|name| {
        let name = name.strip_prefix("INFISICAL_")?;
        let (_, value) = pairs.iter().find(|(other, _)| *other == name)?;
        Some(value.into())
    });
    if let Err(error) = found {
        check_error(&error);
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    // The payloads are {"identityId":"1"} and {"userId":"1","authTokenType":"accessToken"}.
    let seeds = [
        "URL=https://a.example\nTOKEN=h.eyJpZGVudGl0eUlkIjoiMSJ9.s\nPROJECT_ID=p\nENVIRONMENT=dev",
        "URL=https://a.example\nPASSWORD=p\n\
         TOKEN=h.eyJ1c2VySWQiOiIxIiwiYXV0aFRva2VuVHlwZSI6ImFjY2Vzc1Rva2VuIn0.s",
        "API_URL=https://a.example\nURL=https://a.example\nCLIENT_ID=c\nCLIENT_SECRET=s",
        "URL=https://a.example\nEMAIL=a@b.example\nPASSWORD=p",
        "URL=https://a.example\nAPI_KEY=ak.1.2\n\
         PRIVATE_KEY=KdkcTtzZQDIzbMkkQ8vF5sG1srjh7dxbz986w81HPx8=",
        "URL=https://a.example\nTOKEN=st.63dbdba0.355c81a5.bb930e927b058a6886a5b87ea95fcc04",
    ];
    seeds.iter().map(|seed| seed.as_bytes().to_vec()).collect()
}
