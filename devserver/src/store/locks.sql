-- How often in a row a user gave a wrong code, and until when the server takes none from them.
ALTER TABLE users ADD COLUMN failed_mfa_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN locked_until INTEGER;
ALTER TABLE users ADD COLUMN is_locked INTEGER NOT NULL DEFAULT 0;
