import rows from './acts.data.json' with { type: 'json' };

/**
 * Classes of act. A class fits where one of its verbs stands with one of its objects close by, on either side
 * (`membuka kantor`, `kantor akan dibuka`, `pembukaan kantor`); `*` fits any object. The first row that fits wins, so
 * narrow rows stand first. Words are concepts of `synonyms.data.json` or plain words.
 */
export interface ActRow {
  act: string;
  verbs: string;
  objects: string;
  /** Its objects tell one promise of the class from another: they count when two are compared. */
  telling?: true;
  /** Its verbs count with an affix only: `baru` and `satu` stand in every text, `memperbarui` and `menyatukan` do not. */
  affixed?: true;
  /** So wide that only an outright mark of completion makes a report of it. */
  wide?: true;
}

export const ACTS = rows as readonly ActRow[];
