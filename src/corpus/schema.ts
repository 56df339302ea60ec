/** The tables of a corpus. `corpus/README.md` describes them for people who open the file with another tool. */
export const FORMAT = 1;

export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  input_sha256 TEXT NOT NULL,
  analysed_by TEXT NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  pax INTEGER,
  country TEXT,
  region TEXT,
  date TEXT,
  year INTEGER,
  stage TEXT,
  language TEXT NOT NULL,
  type TEXT NOT NULL,
  characters INTEGER NOT NULL,
  total REAL,
  low REAL,
  high REAL,
  body_share REAL
);
CREATE INDEX agreement_pax ON agreement(pax);
CREATE TABLE pax_code (agreement INTEGER NOT NULL, code TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (code, agreement)) WITHOUT ROWID;
CREATE TABLE clause (id INTEGER PRIMARY KEY, agreement INTEGER NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX clause_agreement ON clause(agreement);
CREATE VIRTUAL TABLE clause_words USING fts5(text, content='clause', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
CREATE TABLE provision (
  id INTEGER PRIMARY KEY,
  agreement INTEGER NOT NULL,
  clause INTEGER NOT NULL,
  status TEXT NOT NULL,
  body TEXT,
  body_kind TEXT,
  mandate TEXT,
  deadline TEXT,
  days REAL,
  confidence REAL NOT NULL
);
CREATE INDEX provision_clause ON provision(clause);
CREATE INDEX provision_agreement ON provision(agreement);
CREATE TABLE provision_leaf (leaf TEXT NOT NULL, status TEXT NOT NULL, provision INTEGER NOT NULL, PRIMARY KEY (leaf, status, provision)) WITHOUT ROWID;
CREATE INDEX provision_leaf_provision ON provision_leaf(provision);
CREATE TABLE decision (
  agreement INTEGER NOT NULL,
  decision TEXT NOT NULL,
  applicable INTEGER NOT NULL,
  reading TEXT NOT NULL,
  openness REAL,
  holder TEXT,
  holder_kind TEXT,
  bound_score REAL NOT NULL,
  confidence REAL NOT NULL,
  fixed TEXT NOT NULL,
  PRIMARY KEY (decision, agreement)
) WITHOUT ROWID;
CREATE TABLE decision_clause (decision TEXT NOT NULL, agreement INTEGER NOT NULL, clause INTEGER NOT NULL, fixes TEXT NOT NULL, PRIMARY KEY (decision, clause)) WITHOUT ROWID;
CREATE INDEX decision_clause_agreement ON decision_clause(agreement);
CREATE TABLE issue (agreement INTEGER NOT NULL, issue TEXT NOT NULL, score REAL, PRIMARY KEY (issue, agreement)) WITHOUT ROWID;
`;
