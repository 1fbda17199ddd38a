//! Waits for the storage of a trust store. A language calls it on a separate thread.

use std::sync::mpsc::{SyncSender, sync_channel};

use infisical_e2ee::StorageError;

const UNANSWERED: &str =
    "the storage did not answer. Check that what loads and saves always returns or fails";

/// The contents of a trust store, if there are any, or why they could not be read or written.
type Answered = Result<Option<Vec<u8>>, String>;

/// Takes the answer of a storage. Dropping it without one fails the request.
#[derive(Debug)]
pub struct StorageAnswer(SyncSender<Answered>);

impl StorageAnswer {
    /// Gives the answer. Only the first one counts.
    pub fn give(&self, answer: Answered) {
        // Later answers have no receiver.
        let _ = self.0.try_send(answer);
    }
}

/// Asks a storage and blocks until it has answered.
///
/// # Errors
/// Those of `ask`, and the text that the storage gives as an error.
pub fn answer_of(
    ask: impl FnOnce(StorageAnswer) -> Result<(), StorageError>,
) -> Result<Option<Vec<u8>>, StorageError> {
    let (sender, receiver) = sync_channel(1);
    ask(StorageAnswer(sender))?;
    match receiver.recv() {
        Ok(answer) => answer.map_err(StorageError::from),
        Err(_) => Err(UNANSWERED.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    fn asked(work: impl FnOnce(StorageAnswer) + Send + 'static) -> Result<Option<Vec<u8>>, String> {
        let result = answer_of(|answer| {
            thread::spawn(|| work(answer));
            Ok(())
        });
        result.map_err(|error| error.to_string())
    }

    #[test]
    fn answer_of_returns_what_another_thread_gives_first() {
        let given = asked(|answer| {
            answer.give(Ok(Some(vec![1])));
            answer.give(Ok(None));
        });
        assert_eq!(given, Ok(Some(vec![1])));
        assert_eq!(asked(|answer| answer.give(Err("disk full".into()))), Err("disk full".into()));
    }

    #[test]
    fn answer_of_fails_if_the_storage_cannot_be_asked_or_drops_its_answer() {
        assert_eq!(asked(drop), Err(UNANSWERED.into()));
        assert_eq!(answer_of(|_| Err("gone".into())).unwrap_err().to_string(), "gone");
    }
}
