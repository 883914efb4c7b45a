import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeHeader } from '../../src-main/workspace/header.ts';
import { checkPlaceForNew, checkPlaceOfWorkspace, isEmptyPlace, isWorkspaceAt } from '../../src-main/workspace/place.ts';
import { codeOf, faultOf, temporaryFolder } from './support/drills.ts';
import { makeHeader } from './support/small-workspace.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);

describe('a place for a new workspace', () => {
  it('may be missing or an empty folder', () => {
    mkdirSync(at('empty'));
    expect(() => checkPlaceForNew(at('empty'))).not.toThrow();
    expect(() => checkPlaceForNew(at('new'))).not.toThrow();
    expect(() => checkPlaceForNew(at('new/below'))).not.toThrow();
  });

  it('is refused when it is a file', () => {
    writeFileSync(at('file'), '');
    expect(faultOf(() => checkPlaceForNew(at('file')))).toMatchObject({ code: 'bad-input', message: expect.stringContaining('is a file') });
  });

  it('is refused when something is in it', () => {
    writeFileSync(at('letter.txt'), '');
    expect(faultOf(() => checkPlaceForNew(folder.path))).toMatchObject({
      code: 'not-a-workspace',
      message: expect.stringContaining('is not empty and holds no workspace (letter.txt)'),
    });
  });

  it('is refused when a workspace lost its header there', () => {
    mkdirSync(at('keys'));
    writeFileSync(at('desk-k3v9.db'), 'x');
    expect(faultOf(() => checkPlaceForNew(folder.path))).toMatchObject({
      code: 'not-a-workspace',
      message: expect.stringContaining('a workspace whose header.json is gone'),
    });
  });

  it('is refused when a workspace is in it', () => {
    writeHeader(folder.path, makeHeader().header);
    expect(codeOf(() => checkPlaceForNew(folder.path))).toBe('already-exists');
  });

  it.each(['Dropbox/desk', 'OneDrive - Example/desk', 'Nextcloud'])('is refused in %s, with the reason', (name) => {
    mkdirSync(at(name), { recursive: true });
    const fault = faultOf(() => checkPlaceForNew(at(name)));
    expect(fault).toMatchObject({ code: 'network-drive', detail: { reason: expect.stringContaining(name.split(/[/ ]/)[0] ?? '') } });
    expect(fault.message).toContain('Choose a folder on this machine');
  });

  it('is refused below a folder that a sync program has marked', () => {
    mkdirSync(at('files/work'), { recursive: true });
    writeFileSync(at('files/.owncloudsync.log'), '');
    expect(codeOf(() => checkPlaceForNew(at('files/work/desk')))).toBe('network-drive');
  });

  it('is judged by where links lead, also for a folder yet to be made', () => {
    mkdirSync(at('Dropbox'));
    symlinkSync(at('Dropbox'), at('link'));
    expect(codeOf(() => checkPlaceForNew(at('link')))).toBe('network-drive');
    expect(codeOf(() => checkPlaceForNew(at('link/new/desk')))).toBe('network-drive');
  });
});

describe('the place of a workspace', () => {
  it('has a header', () => {
    writeHeader(folder.path, makeHeader().header);
    expect(() => checkPlaceOfWorkspace(folder.path)).not.toThrow();
  });

  it('is refused without one, when it is missing, and when it is a file', () => {
    writeFileSync(at('file'), '');
    expect(codeOf(() => checkPlaceOfWorkspace(folder.path))).toBe('not-a-workspace');
    expect(codeOf(() => checkPlaceOfWorkspace(at('none')))).toBe('not-a-workspace');
    expect(codeOf(() => checkPlaceOfWorkspace(at('file')))).toBe('bad-input');
  });

  it('is refused in a sync folder even if it was made elsewhere', () => {
    mkdirSync(at('Dropbox'));
    writeHeader(at('Dropbox'), makeHeader().header);
    expect(codeOf(() => checkPlaceOfWorkspace(at('Dropbox')))).toBe('network-drive');
  });
});

describe('a folder inside a workspace', () => {
  it('is no place for another one', () => {
    mkdirSync(at('outer'));
    writeHeader(at('outer'), makeHeader().header);
    for (const look of [checkPlaceForNew, isWorkspaceAt]) {
      expect(faultOf(() => look(at('outer/workspace')))).toMatchObject({
        code: 'not-a-workspace',
        message: expect.stringContaining('is a workspace itself'),
      });
    }
    expect(() => checkPlaceForNew(at('beside'))).not.toThrow();
  });
});

describe('what is at a place', () => {
  it('is nothing, a workspace, or something that is in the way', () => {
    expect([isWorkspaceAt(at('none')), isEmptyPlace(at('none'))]).toEqual([false, true]);
    mkdirSync(at('empty'));
    expect([isWorkspaceAt(at('empty')), isEmptyPlace(at('empty'))]).toEqual([false, true]);
    mkdirSync(at('work'));
    writeHeader(at('work'), makeHeader().header);
    expect([isWorkspaceAt(at('work')), isEmptyPlace(at('work'))]).toEqual([true, false]);
    writeFileSync(at('empty/photo.jpg'), '');
    expect(faultOf(() => isWorkspaceAt(at('empty')))).toMatchObject({
      code: 'not-a-workspace',
      message: expect.stringContaining('photo.jpg'),
    });
    expect(codeOf(() => isWorkspaceAt(at('empty/photo.jpg')))).toBe('not-a-workspace');
    expect([isEmptyPlace(at('empty')), isEmptyPlace(at('empty/photo.jpg'))]).toEqual([false, false]);
  });
});
