//! Audit logs: who did what in a project.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Map, Value};

use crate::clock;
use crate::era::Era;
use crate::store::from_json;

/// Who did something.
#[derive(Clone, Debug)]
pub(crate) struct LogActor {
    /// `user`, `service`, `service-account` or `identity`.
    pub(crate) kind: String,
    pub(crate) id: String,
    /// The e-mail address of a user.
    pub(crate) name: String,
}

/// A log to be stored.
pub(crate) struct NewLog<'a> {
    pub(crate) project_id: &'a str,
    pub(crate) actor: LogActor,
    pub(crate) channel: &'a str,
    pub(crate) user_agent: Option<&'a str>,
    pub(crate) ip: &'a str,
    /// Names and payloads.
    pub(crate) actions: Vec<(&'a str, Value)>,
}

#[derive(Clone, Debug)]
pub(crate) struct Log {
    pub(crate) id: String,
    pub(crate) project_id: String,
    pub(crate) actor: LogActor,
    pub(crate) channel: String,
    pub(crate) user_agent: Option<String>,
    pub(crate) ip: String,
    pub(crate) actions: Vec<Action>,
    pub(crate) created_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Action {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) payload: Value,
}

/// Which logs are wanted.
#[derive(Debug, Default)]
pub(crate) struct Filter<'a> {
    pub(crate) project_id: &'a str,
    /// Any of these actions, if there are some.
    pub(crate) names: Vec<&'a str>,
    pub(crate) actor_kind: Option<&'a str>,
    pub(crate) actor_id: Option<&'a str>,
    pub(crate) channel: Option<&'a str>,
    /// What the payload must have, names and values.
    pub(crate) metadata: Map<String, Value>,
    pub(crate) start: Option<i64>,
    pub(crate) end: Option<i64>,
    pub(crate) newest_first: bool,
    pub(crate) offset: i64,
    pub(crate) limit: i64,
}

pub(crate) fn insert(db: &Connection, era: Era, new: &NewLog<'_>) -> rusqlite::Result<()> {
    let id = era.new_id();
    db.execute(
        "INSERT INTO audit_logs (id, project_id, actor_kind, actor_id, actor_name, channel,
             user_agent, ip, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            new.project_id,
            new.actor.kind,
            new.actor.id,
            new.actor.name,
            new.channel,
            new.user_agent,
            new.ip,
            clock::now(),
        ],
    )?;
    for (name, payload) in &new.actions {
        db.execute(
            "INSERT INTO audit_actions (id, log_id, name, payload) VALUES (?1, ?2, ?3, ?4)",
            params![era.new_id(), id, name, payload.to_string()],
        )?;
    }
    Ok(())
}

/// The logs of a project that a filter lets through.
pub(crate) fn find(db: &Connection, filter: &Filter<'_>) -> rusqlite::Result<Vec<Log>> {
    let order = if filter.newest_first { "DESC" } else { "ASC" };
    let names = Value::from(filter.names.clone()).to_string();
    let metadata = Value::from(filter.metadata.clone()).to_string();
    let sql = format!(
        "SELECT * FROM audit_logs l WHERE project_id = ?1
             AND (?2 = '[]' OR EXISTS (SELECT 1 FROM audit_actions a WHERE a.log_id = l.id
                 AND a.name IN (SELECT value FROM json_each(?2))))
             AND (?3 IS NULL OR actor_kind = ?3) AND (?4 IS NULL OR actor_id = ?4)
             AND (?5 IS NULL OR channel = ?5)
             AND (?6 IS NULL OR created_at >= ?6) AND (?7 IS NULL OR created_at <= ?7)
             AND NOT EXISTS (SELECT 1 FROM json_each(?10) wanted WHERE NOT EXISTS
                 (SELECT 1 FROM audit_actions a, json_each(a.payload) told
                     WHERE a.log_id = l.id AND told.key = wanted.key AND told.value = wanted.value))
         ORDER BY seq {order} LIMIT ?8 OFFSET ?9"
    );
    let found = db
        .prepare_cached(&sql)?
        .query_map(
            params![
                filter.project_id,
                names,
                filter.actor_kind,
                filter.actor_id,
                filter.channel,
                filter.start,
                filter.end,
                filter.limit,
                filter.offset,
                metadata,
            ],
            from_row,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    found.into_iter().map(|log| with_actions(db, log)).collect()
}

/// Who did something in a project, in the order of their first deeds.
pub(crate) fn actors(db: &Connection, project_id: &str) -> rusqlite::Result<Vec<LogActor>> {
    let sql = "SELECT actor_kind, actor_id, actor_name, min(seq) AS first FROM audit_logs
               WHERE project_id = ?1 GROUP BY actor_kind, actor_id ORDER BY first";
    let mut statement = db.prepare_cached(sql)?;
    let actors = statement.query_map([project_id], |row| {
        Ok(LogActor { kind: row.get(0)?, id: row.get(1)?, name: row.get(2)? })
    })?;
    actors.collect()
}

/// The log that has an action of that id, with this action alone.
pub(crate) fn of_action(db: &Connection, id: &str) -> rusqlite::Result<Option<Log>> {
    let sql = "SELECT l.* FROM audit_logs l JOIN audit_actions a ON a.log_id = l.id
               WHERE a.id = ?1";
    let log = db.query_row(sql, [id], from_row).optional()?;
    let log = log.map(|log| with_actions(db, log)).transpose()?;
    Ok(log.map(|mut log| {
        log.actions.retain(|action| action.id == id);
        log
    }))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Log> {
    Ok(Log {
        id: row.get("id")?,
        project_id: row.get("project_id")?,
        actor: LogActor {
            kind: row.get("actor_kind")?,
            id: row.get("actor_id")?,
            name: row.get("actor_name")?,
        },
        channel: row.get("channel")?,
        user_agent: row.get("user_agent")?,
        ip: row.get("ip")?,
        actions: Vec::new(),
        created_at: row.get("created_at")?,
    })
}

fn with_actions(db: &Connection, mut log: Log) -> rusqlite::Result<Log> {
    let mut query = db.prepare_cached(
        "SELECT id, name, payload FROM audit_actions WHERE log_id = ?1 ORDER BY seq",
    )?;
    let actions = query.query_map([&log.id], |row| {
        Ok(Action {
            id: row.get(0)?,
            name: row.get(1)?,
            payload: from_json(&row.get::<_, String>(2)?)?,
        })
    })?;
    log.actions = actions.collect::<rusqlite::Result<_>>()?;
    Ok(log)
}
