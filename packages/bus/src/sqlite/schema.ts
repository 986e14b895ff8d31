/** `position` orders the whole log, `offset` one stream (a partition of a topic), without gaps from 0. `body` is the event as JSON, or it is empty and
 * `packed` has it. */
export const schema = `
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    body TEXT NOT NULL,
    packed BLOB,
    UNIQUE (topic, "partition", "offset")
  ) STRICT;
  CREATE TABLE IF NOT EXISTS offsets (
    "group" TEXT NOT NULL,
    topic TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY ("group", topic, "partition")
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS dead_letters (
    id TEXT PRIMARY KEY,
    "group" TEXT NOT NULL,
    topic TEXT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    at TEXT NOT NULL,
    replayed_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS dead_letters_of_group ON dead_letters ("group", id);
`
