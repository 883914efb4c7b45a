import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, refuseMaterial } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { addIdentityFile, revealFile } from '../../src-main/identity/index.ts';
import { previewLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const hash = 'a'.repeat(64);
const material = {
  files: [{ sha256: hash, item: 'https://posts.example/1' }],
  lies: 'storage bucket of operations',
  frozenBy: 'Operations',
};
const marked = () => addCase(made.desk, contentCase({ facts: { sexualAndChild: true, removalSought: true } })).ref;

describe('child sexual abuse material', () => {
  it('is not shown where it came in before anybody knew what it was', async () => {
    const ref = addCase(made.desk, contentCase({ facts: { removalSought: true } })).ref;
    const picture = { name: 'x.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    const { files } = await addIdentityFile(made.desk, ref, picture);
    const id = files[0]?.id ?? '';
    act(ref, 'amend', { facts: { sexualAndChild: true, removalSought: true }, reason: 'The complainant says so.' });
    expect(messageOf(() => revealFile(made.desk, id, 'To look at it.'))).toMatch(/no file of it is taken in, shown/);
  });

  it('is recorded by hash, reported, and handed over; its clock stops with the report', () => {
    const ref = marked();
    expect(view(ref).next).toMatchObject({ act: 'record-material' });
    act(ref, 'record-material', { ...material, unit: 'Special Juvenile Police Unit, Example' });
    expect(view(ref).handling.material.recorded).toMatchObject([
      { files: [{ sha256: hash }], lies: material.lies, frozenBy: 'Operations' },
    ]);
    expect(view(ref).next).toMatchObject({ act: 'report' });
    act(ref, 'report', { sentAt: nowOf(made.desk), to: 'Special Juvenile Police Unit, Example', reference: 'SJPU/1/2026' });
    expect(view(ref).clocks.find(({ rule }) => rule === 'POCSO-RPT')?.stoppedAt).toBe(nowOf(made.desk));
    expect(view(ref).next.act).toBe('acknowledge');
    act(ref, 'hand-over-material', { to: 'I. Officer', receipt: 'R/2', at: nowOf(made.desk) });
    expect(view(ref).handling.material.handedOver).toMatchObject([{ to: 'I. Officer', receipt: 'R/2' }]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('is told to the unit by hash and place, without a word of what it shows or who complained', async () => {
    const ref = marked();
    act(ref, 'record-material', { ...material, unit: 'Special Juvenile Police Unit, Example' });
    const { text, missing } = await previewLetter(made.desk, { ref, template: 'child-report' });
    expect(missing).toEqual([]);
    expect(text).toContain(`SHA-256 ${hash}`);
    expect(text).toContain('Special Juvenile Police Unit, Example');
    expect(text).not.toMatch(/A\. Example|Abusive post|still public/);
  });

  it('comes in by no file, and no file of its case goes out', async () => {
    const ref = marked();
    expect(messageOf(() => refuseMaterial(made.desk.db, ref))).toMatch(/no file of it is taken in, shown, saved or sent/);
    const picture = { name: 'x.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    await expect(addIdentityFile(made.desk, ref, picture as never)).rejects.toThrow(/child sexual abuse material/);
    expect(messageOf(() => act(ref, 'capture-item', { value: 'https://posts.example/1', file: 'attachment:1' }))).toMatch(/no file of it/);
    act(ref, 'capture-item', { value: 'https://posts.example/1', sha256: hash });
    expect(view(ref).attachments).toEqual([]);
  });

  it('belongs to a case that says so', () => {
    const ref = addCase(made.desk, contentCase()).ref;
    expect(view(ref).allowed).not.toContain('record-material');
    expect(messageOf(() => act(ref, 'record-material', { ...material, unit: 'x' }))).toMatch(/fact of the case/);
    expect(() => refuseMaterial(made.desk.db, ref)).not.toThrow();
  });
});
