-- Which generation of keys a project has: 2 if members have copies of it, 3 if the server alone.

ALTER TABLE projects ADD COLUMN version INTEGER NOT NULL DEFAULT 2;
