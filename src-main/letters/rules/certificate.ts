import type { Certificate } from '../../government/contract.ts';
import type { LetterBlock, Letterhead, LetterLanguage, LetterModel } from '../contract.ts';
import { formatInstantIst } from './format.ts';

/*
 * The certificate of section 63(4)(c) of the Bharatiya Sakshya Adhiniyam 2023, as the Schedule of the Act prescribes it (Gazette of
 * 25 December 2023, No. 55): its labels and fixed sentences stand in the order in which they are printed there.
 */
const blank = (length: number) => '_'.repeat(length);

const sourceLabels: [Certificate['sources'][number], string][] = [
  ['computer', 'Computer / Storage Media'],
  ['dvr', 'DVR'],
  ['mobile', 'Mobile'],
  ['flash-drive', 'Flash Drive'],
  ['cd-dvd', 'CD/DVD'],
  ['server', 'Server'],
  ['cloud', 'Cloud'],
  ['other', 'Other'],
];
const controlLabels: [Certificate['control'][number], string][] = [
  ['owned', 'Owned'],
  ['maintained', 'Maintained'],
  ['managed', 'Managed'],
  ['operated', 'Operated'],
];
const algorithms = [
  ['sha1', 'SHA1'],
  ['sha256', 'SHA256'],
  ['md5', 'MD5'],
  ['other', `Other ${blank(16)} (Legally acceptable standard)`],
] as const;

/** A space that neither breaks nor shrinks. */
const wide = '\u00A0';

/** Boxes with a cross where they are ticked; the space inside does not break. */
function ticks<T extends string>(labels: readonly (readonly [T, string])[], ticked: readonly T[], after = ''): LetterBlock {
  const boxes = labels.map(([id, label]) => `${ticked.includes(id) ? '[X]' : '[ ]'} ${label}`.replaceAll(' ', wide));
  const text = [boxes.join(`${wide.repeat(4)} `), after].filter((part) => part !== '').join(`${wide.repeat(3)} `);
  return { kind: 'paragraph', text };
}

const text = (value: string): LetterBlock => ({ kind: 'paragraph', text: value });

/** Hindi beside the labels of the Act that leave room for it; the form itself is prescribed in English. */
const beside: Record<string, string> = {
  Other: 'अन्य',
  Color: 'रंग',
  'Serial Number': 'क्रमांक',
  'Time (IST)': 'समय',
  Place: 'स्थान',
};

function facts(rows: [string, string][], language: LetterLanguage): LetterBlock {
  const label = (name: string) => (language === 'hi' && beside[name] ? `${name} (${beside[name]})` : name);
  return { kind: 'facts', rows: rows.map(([name, value]) => ({ label: label(name), value })) };
}

type Device = Pick<Certificate, 'sources' | 'other' | 'makeModel' | 'colour' | 'serial' | 'identifier' | 'more'>;

function deviceBlocks(device: Device | null, language: LetterLanguage): LetterBlock[] {
  const { other = '', makeModel = '', colour = '', serial = '', identifier = '', more = '' } = device ?? {};
  const said = (value: string) => (device === null ? blank(40) : value || 'Not applicable');
  return [
    ticks(sourceLabels, device?.sources ?? []),
    facts(
      [
        ['Other', said(other)],
        ['Make & Model', said(makeModel)],
        ['Color', said(colour)],
        ['Serial Number', said(serial)],
        ['IMEI/UIN/UID/MAC/Cloud ID', device === null ? `${blank(40)} (as applicable)` : `${said(identifier)} (as applicable)`],
        ['Any other relevant information', device === null ? `${blank(40)} (specify)` : said(more)],
      ],
      language,
    ),
  ];
}

function hashBlocks(files: Certificate['files'] | null): LetterBlock[] {
  const [first, ...rest] = files ?? [];
  const values =
    first === undefined
      ? blank(64)
      : rest.length === 0
        ? first.sha256
        : `those of the ${rest.length + 1} records in the enclosed hash report`;
  return [
    text(`I state that the HASH value/s of the electronic/digital record/s is ${values}, obtained through the following algorithm:`),
    ticks(algorithms, files === null ? [] : ['sha256']),
    text('(Hash report to be enclosed with the certificate)'),
  ];
}

const lawful =
  'The digital device or the digital record source was under the lawful control for regularly creating, storing or processing information for the purposes of carrying out regular activities and during this period, the computer or the communication device was working properly and the relevant information was regularly fed into the computer during the ordinary course of business. If the computer/digital device at any point of time was not working properly or out of operation, then it has not affected the electronic/digital record or its accuracy.';
const affirm = 'do hereby solemnly affirm and sincerely state and submit as follows:—';

/** 21/11/2026 and 14:32, from 21-11-2026 14:32 IST. */
function signedAt(at: string): { date: string; time: string } {
  const [date = '', time = ''] = formatInstantIst(at).split(' ');
  return { date: date.replaceAll('-', '/'), time };
}

function partA(certificate: Certificate, language: LetterLanguage): LetterBlock[] {
  const { name, relation, relative, address, control, files, place, at } = certificate;
  const { date, time } = signedAt(at);
  const kin = { son: 'Son', daughter: 'Daughter', spouse: 'Spouse' }[relation];
  return [
    { kind: 'centre', text: 'PART A', isStrong: true },
    { kind: 'centre', text: '(To be filled by the Party)' },
    text(`I, ${name} (Name), ${kin} of ${relative}, residing/employed at ${address}, ${affirm}`),
    text(
      'I have produced electronic record/output of the digital record taken from the following device/digital record source (tick mark):—',
    ),
    ...deviceBlocks(certificate, language),
    text(lawful),
    text('The digital device or the source of the digital record is:—'),
    ticks(controlLabels, control, 'by me (select as applicable).'),
    ...hashBlocks(files),
    facts(
      [
        ['Name and signature', `${name}   ${blank(30)}`],
        ['Date (DD/MM/YYYY)', date],
        ['Time (IST)', `${time} hours (In 24 hours format)`],
        ['Place', place],
      ],
      language,
    ),
  ];
}

function partB(language: LetterLanguage): LetterBlock[] {
  return [
    { kind: 'page' },
    { kind: 'centre', text: 'PART B', isStrong: true },
    { kind: 'centre', text: '(To be filled by the Expert)' },
    text(`I, ${blank(38)} (Name), Son/daughter/spouse of ${blank(34)}, residing/employed at ${blank(56)}, ${affirm}`),
    text(
      'The produced electronic record/output of the digital record are obtained from the following device/digital record source (tick mark):—',
    ),
    ...deviceBlocks(null, language),
    ...hashBlocks(null),
    facts(
      [
        ['Name, designation and signature', blank(48)],
        ['Date (DD/MM/YYYY)', blank(20)],
        ['Time (IST)', `${blank(14)} hours (In 24 hours format)`],
        ['Place', blank(30)],
      ],
      language,
    ),
  ];
}

function hashReport({ files }: Certificate): LetterBlock[] {
  const size = (bytes: number) => bytes.toLocaleString('en-IN');
  return [
    { kind: 'page' },
    { kind: 'centre', text: 'HASH REPORT', isStrong: true },
    { kind: 'centre', text: '(Enclosed with the certificate)' },
    text('Algorithm: SHA256. Each value was computed over the whole file as it is produced.'),
    {
      kind: 'table',
      columns: [
        { label: 'No.', share: 5 },
        { label: 'File', share: 26 },
        { label: 'Size (bytes)', share: 14 },
        { label: 'Hashed (IST)', share: 16 },
        { label: 'SHA256', share: 39 },
      ],
      rows: files.map(({ name, sizeBytes, sha256, hashedAt }, n) => [
        String(n + 1),
        name,
        size(sizeBytes),
        formatInstantIst(hashedAt).replace(' IST', ''),
        sha256,
      ]),
    },
  ];
}

interface Frame {
  ticket: string;
  createdAt: string;
  date: string;
  letterhead: Letterhead;
  synthetic: boolean;
}

/** The certificate as pages: Part A filled, Part B for the expert, and the hash report. Times are written in IST. */
export function certificateModel(certificate: Certificate, language: LetterLanguage, frame: Frame): LetterModel {
  return {
    v: 1,
    template: { id: 'evidence-certificate', version: 1 },
    language,
    title: `Certificate under section 63(4)(c) BSA (${frame.ticket})`,
    createdAt: frame.createdAt,
    ticket: frame.ticket,
    letterhead: frame.letterhead,
    references: [],
    date: frame.date,
    addressee: [],
    subject: 'CERTIFICATE',
    salutation: '',
    isForm: true,
    body: [
      { kind: 'centre', text: 'THE SCHEDULE' },
      { kind: 'centre', text: '[See section 63(4)(c)]' },
      { kind: 'centre', text: 'CERTIFICATE', isStrong: true },
      ...partA(certificate, language),
      ...partB(language),
      ...hashReport(certificate),
    ],
    closing: '',
    signature: { name: certificate.name, designation: '', lines: [] },
    record: { draft: true },
    ...(frame.synthetic ? { synthetic: true } : {}),
  };
}
