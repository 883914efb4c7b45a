import { type Role, roles } from '../../workspace/contract.ts';
import { addPerson, readPassphraseFile } from '../../workspace/index.ts';
import { withDesk, workspaceOptions, workspaceUsage } from '../desk.ts';
import { type Command, oneOf } from '../grammar.ts';

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
