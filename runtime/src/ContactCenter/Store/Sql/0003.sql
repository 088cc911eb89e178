-- Passwords are checked against the configuration; the database has never needed them.
ALTER TABLE agents DROP COLUMN password_hash;
