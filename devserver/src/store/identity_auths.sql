-- How machine identities log in on servers since about autumn 2024, beside universal auth and token
-- auth.

CREATE TABLE identity_auths (
    id                TEXT PRIMARY KEY,
    identity_id       TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE,
    method            TEXT NOT NULL,
    config            TEXT NOT NULL,    -- JSON: what is particular to the method
    token_ttl         INTEGER NOT NULL, -- seconds
    token_max_ttl     INTEGER NOT NULL, -- seconds
    token_max_uses    INTEGER NOT NULL, -- 0 for no limit
    token_trusted_ips TEXT NOT NULL,    -- JSON
    created_at        INTEGER NOT NULL,
    updated_at        INTEGER NOT NULL,
    UNIQUE (identity_id, method)
) STRICT;
