-- What servers of July 2026 keep of secrets.

-- Who made a version of a secret.
ALTER TABLE secret_versions ADD COLUMN actor_type TEXT;
ALTER TABLE secret_versions ADD COLUMN actor_id TEXT;
ALTER TABLE secret_versions ADD COLUMN actor_name TEXT;

-- Private keys of accounts of 2024 that the server can open, under the server key.
ALTER TABLE users ADD COLUMN openable_private_key BLOB;

ALTER TABLE folders ADD COLUMN secrets_changed_at INTEGER;
