-- Several items may begin in one millisecond: an offer runs out and the next is made at once. The number tells their order.
CREATE TABLE ordered_agent_state_history (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    agent_id    TEXT    NOT NULL REFERENCES agents (id),
    start_at    BIGINT  NOT NULL,
    end_at      BIGINT,
    state       TEXT    NOT NULL,
    description TEXT    NOT NULL
);
INSERT INTO ordered_agent_state_history (agent_id, start_at, end_at, state, description)
    SELECT agent_id, start_at, end_at, state, description FROM agent_state_history ORDER BY start_at, agent_id;
DROP TABLE agent_state_history;
ALTER TABLE ordered_agent_state_history RENAME TO agent_state_history;
CREATE INDEX agent_state_history_by_start ON agent_state_history (start_at, agent_id);
CREATE INDEX agent_state_history_by_end ON agent_state_history (end_at);
CREATE UNIQUE INDEX agent_state_history_open ON agent_state_history (agent_id) WHERE end_at IS NULL;

-- When a snapshot was last used: it expires some time after that.
ALTER TABLE snapshots ADD COLUMN last_used_at BIGINT NOT NULL DEFAULT 0;
UPDATE snapshots SET last_used_at = taken_at;

-- What is old is found without reading everything.
CREATE INDEX notifications_by_age ON notifications (created_at);
CREATE INDEX interactions_by_completion ON interactions (completed_at);
