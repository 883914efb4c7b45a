import { parentOfChild } from '../../../src-main/shell/contract/child.ts';

const parent = parentOfChild(process as Parameters<typeof parentOfChild>[0]);
parent.onMessage((message) => parent.post(String(message).toUpperCase()));
