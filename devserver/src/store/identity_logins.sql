-- Token auth of machine identities, and how often and from where access tokens may be used.

ALTER TABLE universal_auths ADD COLUMN token_max_uses INTEGER NOT NULL DEFAULT 0; -- 0 for no limit
ALTER TABLE universal_auths ADD COLUMN token_trusted_ips TEXT NOT NULL
    DEFAULT '["0.0.0.0/0","::/0"]'; -- JSON
ALTER TABLE universal_auths ADD COLUMN secret_trusted_ips TEXT NOT NULL
    DEFAULT '["0.0.0.0/0","::/0"]'; -- JSON
ALTER TABLE universal_auths ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE universal_auths SET updated_at = created_at;

CREATE TABLE token_auths (
    id                TEXT PRIMARY KEY,
    identity_id       TEXT NOT NULL UNIQUE REFERENCES identities (id) ON DELETE CASCADE,
    token_ttl         INTEGER NOT NULL, -- seconds
    token_max_ttl     INTEGER NOT NULL, -- seconds
    token_max_uses    INTEGER NOT NULL, -- 0 for no limit
    token_trusted_ips TEXT NOT NULL,    -- JSON
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL
) STRICT;

ALTER TABLE identity_tokens ADD COLUMN method TEXT NOT NULL DEFAULT 'universal-auth';
ALTER TABLE identity_tokens ADD COLUMN name TEXT;
ALTER TABLE identity_tokens ADD COLUMN max_uses INTEGER NOT NULL DEFAULT 0; -- 0 for no limit
ALTER TABLE identity_tokens ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identity_tokens ADD COLUMN last_used_at INTEGER;
ALTER TABLE identity_tokens ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identity_tokens ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE identity_tokens SET updated_at = renewed_at;
