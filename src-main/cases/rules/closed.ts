import type { ActName } from '../contract.ts';

/** Acts that a closed case still takes; a dispatch, only of what came after the decision. */
export const allowedWhenClosed: ActName[] = [
  'record-appeal',
  'record-appeal-order',
  'record-compliance',
  'publish-compliance',
  'uploader-notice',

  'reopen',
  'correct-decision',
  'request-review',
  'dispatch',
  'note',
  'link',
  'unlink',
  'explain-delay',
  'hold',
  'release-hold',
  'ask-consent',
  'record-consent',
  'approve-disclosure',
  'tell-user',
];
