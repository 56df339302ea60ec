/** Agreements into the corpus, each as a whole; the caller opens and commits transactions. */
import type { Database, Statement } from 'node-sqlite3-wasm';
import type { Entry } from './entry.ts';
import type { AgreementRows } from './rows.ts';

export interface Writer {
  /** Replaces what stood under the key of the entry. */
  put(entry: Entry, rows: AgreementRows, analysedBy: string): void;
  /** New metadata for an agreement whose text has not changed. */
  describe(id: number, entry: Entry): void;
  finalize(): void;
}

const DESCRIBED = ['name', 'pax', 'country', 'region', 'date', 'year', 'stage'] as const;

export const createWriter = (db: Database): Writer => {
  const statements: Statement[] = [];
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql);
    statements.push(statement);
    return statement;
  };
  const insert = (table: string, columns: number, names = ''): Statement => prepare(`INSERT INTO ${table}${names} VALUES (${Array(columns).fill('?').join()})`);
  const agreement = insert('agreement', 19, '(key, input_sha256, analysed_by, digest, title, language, type, characters, total, low, high, body_share, name, pax, country, region, date, year, stage)');
  const [clause, words, provision, leaf, decision, proof, issue, code] = [
    insert('clause', 5), insert('clause_words', 2, '(rowid, text)'), insert('provision', 10), prepare('INSERT OR IGNORE INTO provision_leaf VALUES (?,?,?)'), insert('decision', 10), insert('decision_clause', 4), insert('issue', 3), prepare('INSERT OR REPLACE INTO pax_code VALUES (?,?,?)'),
  ];
  const known = prepare('SELECT id FROM agreement WHERE key = ?');
  const update = prepare(`UPDATE agreement SET input_sha256 = ?, ${DESCRIBED.map((column) => `${column} = ?`).join()} WHERE id = ?`);
  const next = (table: string): number => Number((db.get(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`) as { id: number }).id);
  let [nextClause, nextProvision] = [next('clause'), next('provision')];

  const remove = (id: number): void => {
    db.run("INSERT INTO clause_words(clause_words, rowid, text) SELECT 'delete', id, text FROM clause WHERE agreement = ?", [id]);
    db.run('DELETE FROM provision_leaf WHERE provision IN (SELECT id FROM provision WHERE agreement = ?)', [id]);
    for (const table of ['clause', 'provision', 'decision', 'decision_clause', 'issue', 'pax_code']) db.run(`DELETE FROM ${table} WHERE agreement = ?`, [id]);
    db.run('DELETE FROM agreement WHERE id = ?', [id]);
  };
  const codes = (id: number, entry: Entry): void => {
    for (const [name, value] of Object.entries(entry.codes())) code.run([id, name, value]);
  };
  return {
    put(entry, rows, analysedBy) {
      const before = known.get([entry.key]) as { id: number } | null;
      if (before !== null) remove(Number(before.id));
      const { lastInsertRowid } = agreement.run([entry.key, entry.sha256, analysedBy, rows.digest, rows.title, rows.language, rows.type, rows.characters, ...rows.score, ...DESCRIBED.map((column) => entry.about[column])]);
      const id = Number(lastInsertRowid);
      const firstClause = nextClause;
      for (const [label, kind, text] of rows.clauses) {
        clause.run([nextClause, id, label, kind, text]);
        words.run([nextClause, text]);
        nextClause++;
      }
      for (const each of rows.provisions) {
        provision.run([nextProvision, id, firstClause + each.clause, each.status, each.body, each.kind, each.mandate, each.deadline, each.days, each.confidence]);
        for (const name of each.leaves) leaf.run([name, each.status, nextProvision]);
        nextProvision++;
      }
      for (const each of rows.decisions) {
        decision.run([id, each.id, each.applicable ? 1 : 0, each.reading, each.openness, each.holder, each.kind, each.bounds, each.confidence, each.fixed]);
        for (const [at, fixes] of each.clauses) proof.run([each.id, id, firstClause + at, fixes]);
      }
      for (const [name, score] of rows.issues) issue.run([id, name, score]);
      codes(id, entry);
    },
    describe(id, entry) {
      update.run([entry.sha256, ...DESCRIBED.map((column) => entry.about[column]), id]);
      db.run('DELETE FROM pax_code WHERE agreement = ?', [id]);
      codes(id, entry);
    },
    finalize: () => {
      for (const statement of statements) statement.finalize();
    },
  };
};
