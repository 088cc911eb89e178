-- Times are milliseconds since 1970-01-01T00:00:00Z. JSON stands as text.

CREATE TABLE agents (
    id            TEXT   NOT NULL PRIMARY KEY,
    user_name     TEXT   NOT NULL UNIQUE,
    nickname      TEXT   NOT NULL,
    password_hash TEXT   NOT NULL,
    permissions   TEXT   NOT NULL, -- JSON array of strings: Agent, Supervisor, Contact Center Admin, MediaGateway
    features      TEXT   NOT NULL, -- JSON array of strings, such as api-multimedia
    created_at    BIGINT NOT NULL
);

CREATE TABLE agent_skills (
    agent_id TEXT   NOT NULL REFERENCES agents (id),
    skill    TEXT   NOT NULL,
    level    BIGINT NOT NULL,
    PRIMARY KEY (agent_id, skill)
);

-- One row for each channel of a started session; no row: no session.
CREATE TABLE contact_center_sessions (
    agent_id   TEXT   NOT NULL REFERENCES agents (id),
    channel    TEXT   NOT NULL,
    started_at BIGINT NOT NULL,
    PRIMARY KEY (agent_id, channel)
);

-- An agent without a row is logged out.
CREATE TABLE presence (
    agent_id       TEXT   NOT NULL PRIMARY KEY REFERENCES agents (id),
    state          TEXT   NOT NULL, -- Ready, ReadyRFO, Away, ExtendedAway, LoggedOut
    description    TEXT   NOT NULL,
    since          BIGINT NOT NULL,
    idle_since     BIGINT NOT NULL, -- when the agent last became ready or free of work: the longest idle is offered first
    missed_channel TEXT             -- channel of an offer that ran out unanswered, until the next offer or change of presence
);

CREATE TABLE queues (
    name TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE interactions (
    id                   TEXT   NOT NULL PRIMARY KEY,
    channel              TEXT   NOT NULL, -- chat, email, smssession
    state                TEXT   NOT NULL, -- Queued, Processing, Chatting, LeftChat, InWorkbin, Completed
    owner_id             TEXT,
    version              BIGINT NOT NULL,
    queue                TEXT   NOT NULL, -- queue that it is in or came from
    skill                TEXT,            -- skill that an agent needs to be offered it
    target_agent_id      TEXT,            -- transferred to this agent: nobody else is offered it before the agent has declined
    queued_at            BIGINT NOT NULL,
    received_at          BIGINT NOT NULL,
    completed_at         BIGINT,
    interaction_type     TEXT   NOT NULL,
    interaction_sub_type TEXT   NOT NULL,
    user_data            TEXT   NOT NULL, -- JSON object
    customer_nickname    TEXT   NOT NULL,
    customer_address     TEXT,
    subject              TEXT,
    body                 TEXT,            -- text of an e-mail
    session_ended_at     BIGINT,          -- chat and SMS: the conversation is over
    last_index           BIGINT NOT NULL, -- of the transcript
    last_participant     BIGINT NOT NULL, -- highest participant number; the customer is 1
    workbin              TEXT,
    workbin_agent_id     TEXT
);
CREATE INDEX interactions_by_state ON interactions (state, queued_at);

-- An agent's or supervisor's copy of an interaction, with the state as that person sees it. A new offer to the same person takes the row again.
CREATE TABLE participations (
    interaction_id  TEXT   NOT NULL REFERENCES interactions (id),
    agent_id        TEXT   NOT NULL REFERENCES agents (id),
    role            TEXT   NOT NULL, -- Agent, Supervisor
    state           TEXT   NOT NULL, -- Invited, InvitedConference, Processing, Chatting, LeftChat, JoinFailed, InWorkbin, Completed, Revoked
    since           BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    nickname        TEXT,
    participant_id  TEXT,            -- given at the first join
    supervisor_mode TEXT,            -- Monitor, Coach, BargeIn
    monitored_agent_id TEXT,         -- whom the supervisor monitors here
    PRIMARY KEY (interaction_id, agent_id)
);
CREATE INDEX participations_by_agent ON participations (agent_id, state);

-- Open offers, and until retry_at the memory of who has declined.
CREATE TABLE offers (
    interaction_id TEXT   NOT NULL REFERENCES interactions (id),
    agent_id       TEXT   NOT NULL REFERENCES agents (id),
    kind           TEXT   NOT NULL, -- Routed, Direct, Conference
    state          TEXT   NOT NULL, -- Open, Declined
    due_at         BIGINT NOT NULL, -- Open: when it runs out; Declined: when the agent may be offered it again
    PRIMARY KEY (interaction_id, agent_id)
);
CREATE INDEX offers_by_due ON offers (due_at);

CREATE TABLE transcript (
    interaction_id         TEXT   NOT NULL REFERENCES interactions (id),
    idx                    BIGINT NOT NULL, -- from 1
    type                   TEXT   NOT NULL, -- Text, ParticipantJoined, ParticipantLeft, ParticipantRejoined, TypingStarted, TypingStopped
    text                   TEXT,
    visibility             TEXT   NOT NULL, -- All, Agents, Supervisors
    participant_type       TEXT   NOT NULL, -- Agent, Customer
    participant_id         TEXT   NOT NULL,
    participant_nickname   TEXT   NOT NULL,
    participant_visibility TEXT   NOT NULL,
    agent_id               TEXT,
    at                     BIGINT NOT NULL,
    PRIMARY KEY (interaction_id, idx)
);

-- agent_id '' : every agent has a workbin of this name of his own.
CREATE TABLE workbins (
    id       TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    PRIMARY KEY (id, agent_id)
);

CREATE TABLE monitors (
    supervisor_id TEXT   NOT NULL REFERENCES agents (id),
    agent_id      TEXT   NOT NULL REFERENCES agents (id),
    mode          TEXT   NOT NULL, -- Monitor, Coach, BargeIn
    scope         TEXT   NOT NULL, -- NextChat, AllChats
    nickname      TEXT,
    started_at    BIGINT NOT NULL,
    session_id    TEXT,            -- NextChat: the session that it has become
    PRIMARY KEY (supervisor_id, agent_id)
);

CREATE TABLE snapshots (
    id           INTEGER NOT NULL PRIMARY KEY,
    owner_id     TEXT    NOT NULL REFERENCES agents (id),
    taken_at     BIGINT  NOT NULL,
    item_count   BIGINT  NOT NULL,
    released_at  BIGINT            -- kept after the release, so that no identifier is given twice
);

CREATE TABLE snapshot_items (
    snapshot_id    INTEGER NOT NULL REFERENCES snapshots (id),
    position       BIGINT  NOT NULL, -- from 0
    interaction_id TEXT    NOT NULL,
    data           TEXT    NOT NULL, -- JSON: the interaction as it was when the snapshot was taken
    PRIMARY KEY (snapshot_id, position)
);

-- A row makes the interaction invisible to views and to routing.
CREATE TABLE snapshot_locks (
    interaction_id TEXT    NOT NULL PRIMARY KEY REFERENCES interactions (id),
    snapshot_id    INTEGER NOT NULL REFERENCES snapshots (id),
    reason         TEXT,
    locked_by      TEXT    NOT NULL,
    locked_at      BIGINT  NOT NULL
);

-- One contiguous sequence for each agent; at most one item without an end.
CREATE TABLE agent_state_history (
    agent_id    TEXT   NOT NULL REFERENCES agents (id),
    start_at    BIGINT NOT NULL,
    end_at      BIGINT,
    state       TEXT   NOT NULL,
    description TEXT   NOT NULL,
    PRIMARY KEY (agent_id, start_at)
);
CREATE INDEX agent_state_history_by_start ON agent_state_history (start_at, agent_id);

CREATE TABLE notification_sequences (
    agent_id TEXT   NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);

CREATE TABLE notifications (
    agent_id   TEXT   NOT NULL,
    seq        BIGINT NOT NULL,
    channel    TEXT   NOT NULL,
    data       BLOB   NOT NULL, -- UTF-8 JSON
    created_at BIGINT NOT NULL,
    PRIMARY KEY (agent_id, seq)
);

CREATE TABLE cursors (
    agent_id TEXT   NOT NULL,
    channel  TEXT   NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (agent_id, channel)
);
