// Does one write of the workspace and dies at its n-th file call. Arguments: folder, what, n, JSON with keys in hex.
import { systemIds as ids } from '../../../src-main/desk/ports.ts';
import { changeHeader } from '../../../src-main/workspace/header.ts';
import { personKeysOf } from '../../../src-main/workspace/keys.ts';
import { withSlotReplaced } from '../../../src-main/workspace/slots.ts';
import { sealSlot } from '../../../src-main/workspace/slots-seal.ts';
import { putFile } from '../../../src-main/workspace/store-files.ts';
import { openVault } from '../../../src-main/workspace/vault.ts';
import { dieAtCall } from './dying-fs.ts';
import { draft } from './small-workspace.ts';

const [dir = '', what, n, secrets = '{}'] = process.argv.slice(2);
const keys = JSON.parse(secrets) as { dataKey: string; newKek: string; exchangePrivate: string; signingPrivate: string };
const dataKey = Buffer.from(keys.dataKey, 'hex');

function rotate(): void {
  const personKeys = personKeysOf(Buffer.from(keys.exchangePrivate, 'hex'), Buffer.from(keys.signingPrivate, 'hex'));
  changeHeader(dir, (header) => {
    const slot = sealSlot(header.workspace, draft(), Buffer.from(keys.newKek, 'hex'), dataKey, personKeys, ids);
    return withSlotReplaced(header, header.slots[0]?.id ?? '', slot);
  });
}

const vault = openVault(dir, dataKey);
dieAtCall(Number(n));
if (what === 'rotate') rotate();
if (what === 'vault') vault.write('epoch-1', Buffer.from('new secret'));
if (what === 'erase') vault.erase('epoch-1');
if (what === 'attachment') putFile(dir, Buffer.from('attachment content'));
