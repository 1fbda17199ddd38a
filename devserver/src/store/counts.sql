-- How often a user's second factor was turned on or off, which shows in the user's record, and what
-- May 2023 calls an entry of what a member may not do.
ALTER TABLE users ADD COLUMN mfa_changes INTEGER NOT NULL DEFAULT 0;
UPDATE users SET mfa_changes = is_mfa_enabled;
ALTER TABLE denied_permissions ADD COLUMN id TEXT NOT NULL DEFAULT '';
UPDATE denied_permissions SET id = lower(hex(randomblob(12)));
