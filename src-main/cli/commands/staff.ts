import { type Role, roles } from '../../workspace/contract.ts';
import { addPerson, appoint, listOfficers, readPassphraseFile } from '../../workspace/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Command, oneOf } from '../grammar.ts';
import { readJson } from './cases.ts';

export const addPersonCommand: Command = {
  about: `add a person of the desk with a passphrase of her own; roles: ${roles.join(', ')}`,
  usage: `add-person ${workspaceUsage} --name N --roles R[,R]… --new-passphrase-file F [--designation D] [--from DAY] [--until DAY]`,
  options: {
    ...workspaceOptions,
    name: 'string',
    roles: 'string',
    designation: 'string',
    from: 'string',
    until: 'string',
    'new-passphrase-file': 'string',
  },
  run(args) {
    const named = args.need('roles').split(',');
    const input = {
      name: args.need('name'),
      roles: named.map((one) => oneOf('roles', one.trim(), roles) as Role),
      designation: args.text('designation'),
      from: args.text('from'),
      until: args.text('until'),
      newPassphrase: readPassphraseFile(args.need('new-passphrase-file')),
      passphrase: readPassphraseFile(args.need('passphrase-file')),
    };
    return withDesk(args, 'workspace.addPerson', async (desk) => {
      const { isYou: _isYou, ...json } = await addPerson(desk, input);
      return { json, text: `${json.name} (${json.id}) works at this desk now: ${json.roles.join(', ')}.` };
    });
  },
};

/** The list of officers as lines. */
function officersText({ appointments, findings }: ReturnType<typeof listOfficers>): string {
  const lines = appointments.map(
    ({ office, platform, name, from, until }) => `${office}  ${platform ?? 'all platforms'}  ${name}  ${from} to ${until ?? 'open'}`,
  );
  const wrong = findings.map(
    ({ sort, office, platform, from, until }) => `${sort}: ${office} of ${platform}${from ? `, ${from} to ${until ?? 'open'}` : ''}`,
  );
  return [...lines, ...wrong].join('\n') || 'No officer of record was appointed.';
}

export const officersCommand: Command = {
  about: 'the officers of record by date, with gaps and overlaps; --appoint adds one',
  usage: `officers ${workspaceUsage} [--appoint appointment.json]`,
  options: { ...workspaceOptions, appoint: 'string' },
  run(args) {
    const file = args.text('appoint');
    const input = file === undefined ? null : readJson('appoint', file);
    return withDesk(args, file === undefined ? 'workspace.officers' : 'workspace.appoint', async (desk) => {
      const json = input === null ? listOfficers(desk) : appoint(desk, input);
      return { json, text: officersText(json) };
    });
  },
};
