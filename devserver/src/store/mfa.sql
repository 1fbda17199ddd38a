-- The second factor of log-ins, and how often its code may still be tried.
ALTER TABLE users ADD COLUMN is_mfa_enabled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE codes ADD COLUMN tries_left INTEGER;
