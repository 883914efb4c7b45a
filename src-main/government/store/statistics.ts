import { type Db, statement } from '../../../db/open.ts';
import type { InstrumentBook, RequestFacts } from '../contract.ts';

interface Row {
  ref: string;
  kind: string;
  platform: string;
  receivedAt: string;
  outcome: string | null;
  state: string;
  instrument: string | null;
  agency: string | null;
  place: string | null;
  asked: number;
  acted: number;
  removed: number;
  accounts: number;
  disclosures: number;
  extent: string | null;
}

const accountsOf = `(SELECT count(*) FROM (
  SELECT lower(ltrim(value, '@')) AS account FROM case_item WHERE ref = c.ref AND type = 'account'
  UNION SELECT a.account FROM disclosure_account AS a JOIN disclosure AS d ON d.seq = a.disclosure WHERE d.ref = c.ref))`;
const sql = `SELECT c.ref, c.kind, c.platform, c.received_at AS receivedAt, c.outcome, c.state, o.instrument, o.agency, o.state AS place,
  (SELECT count(*) FROM case_item WHERE ref = c.ref) AS asked,
  (SELECT count(*) FROM case_item WHERE ref = c.ref AND action IS NOT NULL) AS acted,
  (SELECT count(*) FROM case_item WHERE ref = c.ref AND action IN ('removed', 'disabled')) AS removed,
  ${accountsOf} AS accounts, (SELECT count(*) FROM disclosure WHERE ref = c.ref) AS disclosures,
  (SELECT json_extract(e.body, '$.extent') FROM order_entry AS e WHERE e.ref = c.ref AND e.kind = 'order.stepped'
    AND json_extract(e.body, '$.step') = 'produce' ORDER BY e.seq DESC LIMIT 1) AS extent
  FROM case_file AS c LEFT JOIN received_order AS o USING (ref)
  WHERE c.kind IN (SELECT value FROM json_each(?)) AND (c.outcome IS NULL OR c.outcome <> 'void')`;

const dataKinds = [
  'information-order',
  'court-summons',
  'emergency-request',
  'foreign-request',
  'originator-order',
  'interception-direction',
];

function givenIn({ extent, disclosures, outcome }: Row): RequestFacts['given'] {
  if (extent !== null) return extent === 'fully' ? 'full' : 'partly';
  if (disclosures > 0) return outcome === 'complied' ? 'full' : 'partly';
  return outcome === null ? null : 'none';
}

/** Every request of an authority as statistics count it; `kinds`: the kinds of case that are requests. */
export function requestFacts(db: Db, book: InstrumentBook, kinds: readonly string[]): RequestFacts[] {
  return (statement(db, sql).all(JSON.stringify(kinds)) as Row[]).map((row) => {
    const { kind, platform, receivedAt, agency, asked, acted, accounts } = row;
    const instrument = book.instruments.find(({ id }) => id === row.instrument);
    return {
      ...{ kind, platform, receivedAt, instrument: row.instrument, agency, state: row.place, accounts, asked, acted },
      isSecret: instrument?.confidentiality === 'walled' || ['blocking-direction', 'interception-direction'].includes(kind),
      asksData: instrument ? instrument.fields.includes('categories') : dataKinds.includes(kind),
      given: givenIn(row),
      hasTakedown: row.removed > 0,
    };
  });
}
