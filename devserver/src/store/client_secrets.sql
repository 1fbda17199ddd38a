-- What is known of a client secret beside its hash.

ALTER TABLE client_secrets ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE client_secrets ADD COLUMN prefix TEXT NOT NULL DEFAULT ''; -- its first characters
ALTER TABLE client_secrets ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0; -- seconds, 0 for ever
ALTER TABLE client_secrets ADD COLUMN max_uses INTEGER NOT NULL DEFAULT 0; -- 0 for no limit
ALTER TABLE client_secrets ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_secrets ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0;
