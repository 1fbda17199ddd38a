//! The audit log: who did what in a project.
//!
//! Uses `call`, `session`, `projects` and `keys`.

mod actors;
mod event;
mod events;
mod export;
mod filter;
mod logs;
mod pages;
mod spans;

pub use actors::ListAuditActors;
pub use event::{AuditActor, AuditChange, AuditDetail, AuditEvent, AuditLogPage, AuditedSecret};
pub use events::AuditLogEvents;
pub use export::ExportAuditLogs;
pub use logs::{AuditLogChanges, AuditLogPages, AuditLogs, QueryAuditLogs};
