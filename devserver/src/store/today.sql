-- What servers of July 2026 keep of accounts, members, projects and environments.

ALTER TABLE users ADD COLUMN password_hash TEXT; -- null for an account that never sent its password

ALTER TABLE organization_memberships ADD COLUMN last_log_in INTEGER;

ALTER TABLE projects ADD COLUMN kind TEXT NOT NULL DEFAULT 'secret-manager';
ALTER TABLE projects ADD COLUMN description TEXT;
ALTER TABLE projects ADD COLUMN has_delete_protection INTEGER NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN upgrade_status TEXT;

ALTER TABLE environments ADD COLUMN soft_deleted_at INTEGER;
ALTER TABLE environments ADD COLUMN deleted_by_user_id TEXT;
ALTER TABLE environments ADD COLUMN deleted_by_identity_id TEXT;

ALTER TABLE folders ADD COLUMN description TEXT;

ALTER TABLE identities ADD COLUMN metadata TEXT NOT NULL DEFAULT '[]'; -- JSON
ALTER TABLE identities ADD COLUMN has_delete_protection INTEGER NOT NULL DEFAULT 0;
ALTER TABLE identities ADD COLUMN last_log_in INTEGER;
ALTER TABLE identities ADD COLUMN last_method TEXT;

-- Three wrong client secrets lock universal auth, until wrong ones count no longer.
ALTER TABLE universal_auths ADD COLUMN lockout_enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE universal_auths ADD COLUMN lockout_threshold INTEGER NOT NULL DEFAULT 3;
ALTER TABLE universal_auths ADD COLUMN lockout_seconds INTEGER NOT NULL DEFAULT 300;
ALTER TABLE universal_auths ADD COLUMN lockout_reset_seconds INTEGER NOT NULL DEFAULT 30;
ALTER TABLE universal_auths ADD COLUMN wrong_secrets INTEGER NOT NULL DEFAULT 0;
ALTER TABLE universal_auths ADD COLUMN last_wrong_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE universal_auths ADD COLUMN locked_until INTEGER NOT NULL DEFAULT 0;

-- Organizations from before July 2026 keep their rules about who may give which role.
ALTER TABLE organizations ADD COLUMN is_new INTEGER NOT NULL DEFAULT 1;
