-- Snapgraph's snapshot file: one capture of one cluster. src/store is the only code that knows it; the views below are for everybody.
-- Sections: `tables` and `views` come before the rows, `keys` and `indexes` once they are in.
PRAGMA application_id = 1399736178; -- "SnGr"
PRAGMA user_version = 2;

-- section: tables

CREATE TABLE snapshot(                       -- exactly one row
  id TEXT NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL, format_version TEXT, tool TEXT,
  cluster TEXT, context TEXT, user TEXT, server_version TEXT,           -- cluster, server_version, options, redaction: JSON
  captured_from INTEGER, captured_to INTEGER, time_source TEXT NOT NULL,                      -- all times: epoch ms
  finished INTEGER NOT NULL, complete INTEGER, reason TEXT, options TEXT, redaction TEXT,
  content_hash TEXT NOT NULL, rules_hash TEXT NOT NULL, discovery INTEGER NOT NULL,           -- discovery: 1 where it was captured
  objects INTEGER NOT NULL, ghosts INTEGER NOT NULL, pointers INTEGER NOT NULL, logs INTEGER NOT NULL, documents INTEGER NOT NULL,
  problems INTEGER NOT NULL,
  user_rules TEXT);                          -- JSON: the user's relation rules under which it was imported; NULL: none

CREATE TABLE kind(                           -- canonical kinds: one row whatever the version
  id INTEGER PRIMARY KEY, api_group TEXT NOT NULL, kind TEXT NOT NULL, plural TEXT, singular TEXT, short_names TEXT NOT NULL DEFAULT '[]',
  namespaced INTEGER,                        -- NULL: nothing tells
  custom INTEGER NOT NULL DEFAULT 0,         -- a CustomResourceDefinition of this snapshot declares it
  served INTEGER NOT NULL DEFAULT 0,         -- the API server's discovery names it
  objects INTEGER NOT NULL DEFAULT 0,        -- present ones
  UNIQUE(api_group, kind));

CREATE TABLE namespace(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);      -- 0: cluster scope; -1 in other tables: all namespaces

CREATE TABLE outcome(                        -- as captured; the view coverage merges it per canonical kind
  api_group TEXT NOT NULL, version TEXT NOT NULL, resource TEXT NOT NULL, namespace INTEGER NOT NULL, kind INTEGER, outcome TEXT NOT NULL,
  items INTEGER, http_status INTEGER, message TEXT, resource_version TEXT, listed_from INTEGER, listed_to INTEGER,
  served INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(api_group, version, resource, namespace)) WITHOUT ROWID;

CREATE TABLE entry(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);          -- files of the archive

CREATE TABLE object(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, namespace INTEGER NOT NULL, name TEXT NOT NULL,
  presence INTEGER NOT NULL,                 -- 0 PRESENT 1 MISSING 2 NOT_CAPTURED 3 DELETED 4 EXTERNAL
  uid TEXT, api_version TEXT, resource_version TEXT, generation INTEGER, observed_generation INTEGER,
  created INTEGER, deletion INTEGER, deletion_grace INTEGER, changed INTEGER, observed INTEGER,
  health INTEGER,                            -- 1 HEALTHY 2 PROGRESSING 3 SUSPENDED 4 DEGRADED 5 UNKNOWN; NULL: the kind has none
  health_until INTEGER,                      -- from when on something else holds though the object stays as it is
  phase TEXT, ready INTEGER, reason TEXT, entry INTEGER);

CREATE TABLE health(object INTEGER PRIMARY KEY, reason TEXT, message TEXT);      -- where there is something to say

CREATE TABLE object_json(id INTEGER PRIMARY KEY, json TEXT NOT NULL);           -- as captured

CREATE TABLE object_version(                 -- captures with a time axis; operation: 0 present 1 modified 2 deleted
  object INTEGER NOT NULL, observed INTEGER NOT NULL, operation INTEGER NOT NULL, resource_version TEXT, json TEXT,
  PRIMARY KEY(object, observed)) WITHOUT ROWID;

CREATE TABLE alias(                          -- another key of an object that two kinds serve under one uid
  kind INTEGER NOT NULL, namespace INTEGER NOT NULL, name TEXT NOT NULL, object INTEGER NOT NULL,
  PRIMARY KEY(kind, namespace, name)) WITHOUT ROWID;

CREATE TABLE relation(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, forward TEXT, reverse TEXT);

CREATE TABLE path(id INTEGER PRIMARY KEY, template TEXT NOT NULL UNIQUE);       -- spec.volumes[].configMap.name

CREATE TABLE reference(
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, target INTEGER NOT NULL,
  flaw INTEGER NOT NULL DEFAULT 0,           -- 1 UID_MISMATCH 2 NAME_MISMATCH 3 KIND_MISMATCH 4 KIND_UNKNOWN 5 CROSS_NAMESPACE
                                             -- 6 NAMESPACED_OWNER_OF_CLUSTER_SCOPED 7 NOT_PERMITTED 8 KEY_MISSING
  flags INTEGER NOT NULL DEFAULT 0,          -- 1 optional 2 defaulted 4 weak 8 raced 16 controller 32 blockOwnerDeletion
  path INTEGER NOT NULL, indexes TEXT,       -- one number for each [] of the path, with commas
  target_key TEXT,                           -- of a ConfigMap or Secret: the key that is needed; of several the first that is not there
  written TEXT,                              -- the pointer as it stands, as JSON; NULL: the target's name
  PRIMARY KEY(source, relation, ordinal)) WITHOUT ROWID;

CREATE TABLE label_pair(id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL, objects INTEGER NOT NULL DEFAULT 0, UNIQUE(key, value));

CREATE TABLE label(object INTEGER NOT NULL, pair INTEGER NOT NULL, kind INTEGER NOT NULL, namespace INTEGER NOT NULL,
  PRIMARY KEY(object, pair)) WITHOUT ROWID;

CREATE TABLE selector(                       -- namespace -1: in all of them; requirements: JSON [{key, operator, values}]
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL, namespace INTEGER NOT NULL,
  anchor INTEGER,                            -- the rarest pair that it requires (no object need have it); NULL: it requires none
  requirements TEXT NOT NULL, path INTEGER NOT NULL, indexes TEXT,
  PRIMARY KEY(source, relation, ordinal)) WITHOUT ROWID;

CREATE TABLE condition(object INTEGER NOT NULL, ordinal INTEGER NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, message TEXT,
  last_transition INTEGER, observed_generation INTEGER, PRIMARY KEY(object, ordinal)) WITHOUT ROWID;

CREATE TABLE finalizer(object INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL,   -- METADATA SPEC
  PRIMARY KEY(object, ordinal)) WITHOUT ROWID;

CREATE TABLE container(                      -- type: INIT SIDECAR MAIN EPHEMERAL; state: WAITING RUNNING TERMINATED NOT_REPORTED
  pod INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, image TEXT, image_id TEXT, state TEXT NOT NULL,
  reason TEXT, message TEXT, exit_code INTEGER, signal INTEGER, started_at INTEGER, finished_at INTEGER, ready INTEGER, restarts INTEGER,
  last_reason TEXT, last_message TEXT, last_exit_code INTEGER, last_signal INTEGER, last_started_at INTEGER, last_finished_at INTEGER,
  PRIMARY KEY(pod, ordinal)) WITHOUT ROWID;

CREATE TABLE event(object INTEGER PRIMARY KEY, type TEXT, reason TEXT, message TEXT, count INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  component TEXT);

CREATE TABLE log(id INTEGER PRIMARY KEY, namespace TEXT NOT NULL, pod TEXT NOT NULL, container TEXT NOT NULL, previous INTEGER NOT NULL,
  outcome TEXT NOT NULL, http_status INTEGER, message TEXT, size INTEGER, truncated INTEGER NOT NULL DEFAULT 0, lines INTEGER NOT NULL DEFAULT 0,
  first_at INTEGER, last_at INTEGER, UNIQUE(namespace, pod, container, previous));

CREATE TABLE log_part(                       -- whole lines, at most 64 KiB; a longer line is cut, its last part counts it
  log INTEGER NOT NULL, part INTEGER NOT NULL, first_line INTEGER NOT NULL, lines INTEGER NOT NULL, first_at INTEGER, last_at INTEGER,
  text BLOB NOT NULL, PRIMARY KEY(log, part)) WITHOUT ROWID;

CREATE TABLE document(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, media_type TEXT NOT NULL, size INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL, http_status INTEGER, message TEXT);

CREATE TABLE document_part(document INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(document, part));

CREATE TABLE problem(id INTEGER PRIMARY KEY, severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, entry TEXT, line INTEGER, byte INTEGER,
  object TEXT);                              -- object: JSON {apiVersion, kind, namespace, name}

-- section: keys

CREATE INDEX object_key ON object(kind, namespace, name);
CREATE INDEX object_uid ON object(uid) WHERE uid IS NOT NULL;

-- section: indexes

CREATE INDEX object_namespace ON object(namespace, name, kind);
CREATE INDEX object_terminating ON object(deletion) WHERE deletion IS NOT NULL;
CREATE INDEX object_unhealthy ON object(health, kind) WHERE health > 1;
CREATE INDEX object_ghost ON object(presence) WHERE presence > 0;
CREATE INDEX reference_back ON reference(target, relation, flaw, source);
CREATE INDEX reference_flawed ON reference(flaw) WHERE flaw > 0;
CREATE INDEX label_back ON label(pair, kind, namespace, object);
CREATE INDEX selector_anchor ON selector(kind, namespace, anchor);

CREATE VIRTUAL TABLE event_search USING fts5(reason, message, content = 'event', content_rowid = 'object');
INSERT INTO event_search(event_search) VALUES ('rebuild');
CREATE VIRTUAL TABLE problem_search USING fts5(code, message, content = 'problem', content_rowid = 'id');
INSERT INTO problem_search(problem_search) VALUES ('rebuild');

-- section: views

CREATE VIEW objects AS
  SELECT o.id, k.api_group, k.kind, nullif(n.name, '') AS namespace, o.name,
    CASE o.presence WHEN 0 THEN 'present' WHEN 1 THEN 'missing' WHEN 2 THEN 'not_captured' WHEN 3 THEN 'deleted' ELSE 'external' END AS presence,
    o.uid, o.api_version, o.resource_version, o.phase, o.ready, o.reason,
    CASE o.health WHEN 1 THEN 'healthy' WHEN 2 THEN 'progressing' WHEN 3 THEN 'suspended' WHEN 4 THEN 'degraded' WHEN 5 THEN 'unknown' END AS health,
    h.reason AS health_reason, h.message AS health_message,
    datetime(o.created / 1000, 'unixepoch') AS created, datetime(o.deletion / 1000, 'unixepoch') AS deletion, j.json, e.path AS entry
  FROM object o JOIN kind k ON k.id = o.kind JOIN namespace n ON n.id = o.namespace
  LEFT JOIN object_json j ON j.id = o.id LEFT JOIN health h ON h.object = o.id LEFT JOIN entry e ON e.id = o.entry;

CREATE VIEW references_view AS
  SELECT r.source, sk.kind AS source_kind, nullif(sn.name, '') AS source_namespace, s.name AS source_name, x.name AS relation,
    p.template AS path, r.indexes, r.target, tk.kind AS target_kind, nullif(tn.name, '') AS target_namespace, t.name AS target_name,
    CASE r.flaw WHEN 1 THEN 'uid_mismatch' WHEN 2 THEN 'name_mismatch' WHEN 3 THEN 'kind_mismatch' WHEN 4 THEN 'kind_unknown'
      WHEN 5 THEN 'cross_namespace' WHEN 6 THEN 'namespaced_owner_of_cluster_scoped' WHEN 7 THEN 'not_permitted' WHEN 8 THEN 'key_missing'
      ELSE CASE t.presence WHEN 0 THEN 'ok' WHEN 1 THEN CASE WHEN r.flags & 1 THEN 'optional_missing' ELSE 'missing' END WHEN 2 THEN 'not_captured'
        WHEN 3 THEN 'deleted' ELSE 'external' END END AS status,
    r.target_key, r.flags & 1 AS optional, (r.flags & 2) / 2 AS defaulted, (r.flags & 4) / 4 AS weak, (r.flags & 8) / 8 AS raced,
    (r.flags & 16) / 16 AS controller, (r.flags & 32) / 32 AS block_owner_deletion, coalesce(r.written, json_quote(t.name)) AS written
  FROM reference r
  JOIN relation x ON x.id = r.relation JOIN path p ON p.id = r.path
  JOIN object s ON s.id = r.source JOIN kind sk ON sk.id = s.kind JOIN namespace sn ON sn.id = s.namespace
  JOIN object t ON t.id = r.target JOIN kind tk ON tk.id = t.kind JOIN namespace tn ON tn.id = t.namespace;

CREATE VIEW labels AS
  SELECT l.object, p.key, p.value FROM label l JOIN label_pair p ON p.id = l.pair;

CREATE VIEW events AS                      -- about_…: the object that it is about, there or not
  SELECT e.object AS id, nullif(n.name, '') AS namespace, o.name, e.type, e.reason, e.message, e.count,
    datetime(e.first_at / 1000, 'unixepoch') AS first_at, datetime(e.last_at / 1000, 'unixepoch') AS last_at, e.component,
    tk.kind AS about_kind, nullif(tn.name, '') AS about_namespace, t.name AS about_name, t.id AS about
  FROM event e JOIN object o ON o.id = e.object JOIN namespace n ON n.id = o.namespace
  LEFT JOIN reference r ON r.source = e.object AND r.relation = (SELECT id FROM relation WHERE name = 'event-object')
  LEFT JOIN object t ON t.id = r.target LEFT JOIN kind tk ON tk.id = t.kind LEFT JOIN namespace tn ON tn.id = t.namespace;

CREATE VIEW containers AS
  SELECT n.name AS namespace, o.name AS pod_name, c.* FROM container c JOIN object o ON o.id = c.pod JOIN namespace n ON n.id = o.namespace;

CREATE VIEW logs AS
  SELECT l.*, (SELECT group_concat(CAST(text AS TEXT), '') FROM (SELECT text FROM log_part WHERE log = l.id ORDER BY part)) AS text FROM log l;

CREATE VIEW conditions AS
  SELECT o.id, k.api_group, k.kind, nullif(n.name, '') AS namespace, o.name, c.type, c.status, c.reason, c.message,
    datetime(c.last_transition / 1000, 'unixepoch') AS last_transition
  FROM condition c JOIN object o ON o.id = c.object JOIN kind k ON k.id = o.kind JOIN namespace n ON n.id = o.namespace;

CREATE VIEW finalizers AS
  SELECT o.id, k.api_group, k.kind, nullif(n.name, '') AS namespace, o.name, f.name AS finalizer, datetime(o.deletion / 1000, 'unixepoch') AS deletion
  FROM finalizer f JOIN object o ON o.id = f.object JOIN kind k ON k.id = o.kind JOIN namespace n ON n.id = o.namespace;

CREATE VIEW gaps AS                          -- what was not captured whole; namespace NULL: in all of them, or of none
  SELECT k.api_group, k.kind, k.plural, nullif(n.name, '') AS namespace, c.outcome, c.http_status, c.message
  FROM coverage c JOIN kind k ON k.id = c.kind LEFT JOIN namespace n ON n.id = c.namespace WHERE c.outcome <> 'ok'
  UNION ALL                                  -- what no kind is known of: an API group that did not answer, as '*'
  SELECT o.api_group, NULL, o.resource, nullif(n.name, ''), o.outcome, o.http_status, o.message
  FROM outcome o LEFT JOIN namespace n ON n.id = o.namespace WHERE o.kind IS NULL AND o.outcome <> 'ok';

-- How the capture of each canonical kind went: the row of the namespace before the one of all; of several versions and groups the best.
CREATE VIEW coverage AS
  WITH source(api_group, version, resource, namespace, kind, outcome, http_status, message, listed_from) AS (
    SELECT api_group, version, resource, namespace, kind, outcome, http_status, message, listed_from FROM outcome WHERE kind IS NOT NULL
    UNION ALL                                -- a group that did not answer: each of its kinds
    SELECT o.api_group, o.version, o.resource, o.namespace, k.id, o.outcome, o.http_status, o.message, o.listed_from
    FROM outcome o JOIN kind k ON k.api_group = o.api_group WHERE o.resource = '*'),
  overall AS MATERIALIZED (SELECT * FROM source WHERE namespace = -1),
  scope(kind, namespace) AS MATERIALIZED (SELECT DISTINCT kind, namespace FROM source WHERE namespace <> -1),
  applying AS (
    SELECT * FROM source
    UNION ALL                                -- where a namespace has no row of its own, the one of all
    SELECT o.api_group, o.version, o.resource, s.namespace, s.kind, o.outcome, o.http_status, o.message, o.listed_from
    FROM scope s JOIN overall o ON o.kind = s.kind AND NOT EXISTS (
      SELECT 1 FROM outcome x WHERE x.api_group = o.api_group AND x.version = o.version AND x.resource = o.resource AND x.namespace = s.namespace)),
  deciding AS (
    SELECT kind, namespace, outcome, http_status, message, listed_from, row_number() OVER (PARTITION BY kind, namespace ORDER BY
      CASE outcome WHEN 'ok' THEN 0 WHEN 'partial' THEN 1 WHEN 'timeout' THEN 2 WHEN 'cancelled' THEN 3 WHEN 'failed' THEN 4
        WHEN 'denied' THEN 5 WHEN 'unavailable' THEN 6 WHEN 'excluded' THEN 7 ELSE 8 END, listed_from DESC, api_group, version, resource) AS place
    FROM applying)
  SELECT kind, namespace, outcome, http_status, message, listed_from FROM deciding WHERE place = 1;
