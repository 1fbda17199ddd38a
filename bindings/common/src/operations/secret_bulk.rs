//! Many secrets at once.

use std::future::IntoFuture;

use infisical_e2ee::{BulkItem, Client, Error, Operation};

use super::folders::located;
use super::{Location, NewValue};

/// The result of changing many secrets, or the plan of a dry run.
#[derive(Debug)]
pub struct BulkResult {
    /// One item for each secret, in the order given.
    pub items: Vec<BulkItem>,
    /// The error of `check_complete`, if an item was not done.
    pub incomplete: Option<Error>,
}

impl From<infisical_e2ee::BulkResult> for BulkResult {
    fn from(result: infisical_e2ee::BulkResult) -> Self {
        Self { incomplete: result.check_complete().err(), items: result.items }
    }
}

/// The callback for progress, with the number of finished secrets and of all.
pub struct OnProgress(pub Box<dyn Fn(i64, i64) + Send + Sync>);

/// Reports a request's progress, with a number type that every language has.
macro_rules! with_progress {
    ($request:expr, $on_progress:expr) => {
        match $on_progress {
            Some(OnProgress(report)) => $request.on_progress(move |done, total| {
                report(done.try_into().unwrap_or(i64::MAX), total.try_into().unwrap_or(i64::MAX));
            }),
            None => $request,
        }
    };
}

pub(super) use with_progress;

/// `secrets.set_many`.
pub fn set_many_secrets(
    client: &Client,
    values: Vec<NewValue>,
    dry_run: bool,
    on_progress: Option<OnProgress>,
    location: Location,
) -> Operation<BulkResult> {
    let values = values
        .into_iter()
        .map(|NewValue { name, value, comment }| infisical_e2ee::NewValue { name, value, comment });
    let request = with_progress!(client.secrets().set_many(values).dry_run(dry_run), on_progress);
    let result = located!(request, location).into_future();
    Box::pin(async { result.await.map(BulkResult::from) })
}

/// `secrets.delete_many`.
pub fn delete_many_secrets(
    client: &Client,
    names: Vec<String>,
    dry_run: bool,
    on_progress: Option<OnProgress>,
    location: Location,
) -> Operation<BulkResult> {
    let request = with_progress!(client.secrets().delete_many(names).dry_run(dry_run), on_progress);
    let result = located!(request, location).into_future();
    Box::pin(async { result.await.map(BulkResult::from) })
}
