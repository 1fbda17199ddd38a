-- The client secret that an access token was logged in with, which revokes it.

ALTER TABLE identity_tokens ADD COLUMN client_secret_id TEXT;
