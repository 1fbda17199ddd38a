//! Creating, changing, moving, copying and deleting secrets, one or many.
//!
//! Uses the files of `secrets`, `history` and `reading`.

mod bulk;
mod bulk_items;
mod bulk_plan;
mod copies;
mod create;
mod moves;
mod proposals;
mod re_encrypt;
mod roll_back;
mod server_copies;
mod server_moves;
mod tagged_secrets;
mod tags;
mod transfer;
mod write;

pub use bulk::{DeleteManySecrets, SetManySecrets};
pub use bulk_items::{BulkItem, BulkResult, NewValue};
pub use copies::{DuplicateResult, DuplicateSecrets};
pub use create::CreateSecret;
pub use moves::{MoveResult, MoveSecrets};
pub use proposals::{Change, ProposeCreate, ProposeDelete, ProposeUpdate};
pub use roll_back::RollBackSecret;
pub use tags::SetSecretTags;
pub use write::{DeleteSecret, UpdateSecret};
