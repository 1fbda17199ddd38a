//! A JavaScript function that keeps a trust store.

use infisical_e2ee_bindings_common::{self as common, StorageError, answer_of};
use napi::Status;
use napi::bindgen_prelude::{FnArgs, Uint8Array};
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;

/// A function that saves contents, or loads them if it is given none, and gives the answer. It keeps
/// no process alive. Nothing can catch what it throws, which would end the process: that of
/// `node/src/trust-storage.ts` throws nothing.
#[napi(transparent, object_to_js = false)]
#[expect(clippy::type_complexity, reason = "napi reads TypeScript's types off these words")]
pub struct TrustStorage(
    ThreadsafeFunction<
        FnArgs<(Option<Uint8Array>, StorageAnswer)>,
        (),
        FnArgs<(Option<Uint8Array>, StorageAnswer)>,
        Status,
        false,
        true,
    >,
);

impl common::TrustStorage for TrustStorage {
    fn load(&self) -> Result<Option<Vec<u8>>, StorageError> {
        self.ask(None)
    }

    fn save(&self, contents: &[u8]) -> Result<(), StorageError> {
        self.ask(Some(contents)).map(drop)
    }
}

impl TrustStorage {
    fn ask(&self, contents: Option<&[u8]>) -> Result<Option<Vec<u8>>, StorageError> {
        answer_of(|answer| {
            let arguments = (contents.map(Uint8Array::from), StorageAnswer(answer));
            let mode = ThreadsafeFunctionCallMode::NonBlocking;
            match self.0.call(arguments.into(), mode) {
                Status::Ok => Ok(()),
                _ => Err("the environment of Node is ending".into()),
            }
        })
    }
}

/// Takes the answer of the storage.
#[napi]
pub struct StorageAnswer(common::StorageAnswer);

#[napi]
impl StorageAnswer {
    /// Contents, if there are any, or the text of an error.
    #[napi]
    pub fn give(&self, contents: Option<Uint8Array>, failure: Option<String>) {
        self.0.give(failure.map_or_else(|| Ok(contents.map(|bytes| bytes.to_vec())), Err));
    }
}
