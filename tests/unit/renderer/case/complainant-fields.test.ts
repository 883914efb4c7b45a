import { describe, expect, it } from 'vitest';
import { changedDetails, typedDetails } from '../../../../src-renderer/case/acts/complainant-fields.tsx';

const view = { complainant: { name: 'A. Example', email: 'a@mail.example', language: 'hi' as const } };

describe("the complainant's details in the amend form", () => {
  it('start from what is known', () => {
    expect(typedDetails(view)).toEqual({ name: 'A. Example', email: 'a@mail.example', phone: '', address: '', language: 'hi' });
    expect(typedDetails({ complainant: {} })).toEqual({ name: '', email: '', phone: '', address: '', language: '' });
  });

  it('are sent only where they changed, trimmed, and emptied where they were taken out', () => {
    const typed = typedDetails(view);
    expect(changedDetails(typed, view)).toBeUndefined();
    expect(changedDetails({ ...typed, name: ' A. Example ' }, view)).toBeUndefined();
    expect(changedDetails({ ...typed, address: ' 1 Example Road ', email: '' }, view)).toEqual({ address: '1 Example Road', email: '' });
  });

  it('never take a language out', () => {
    expect(changedDetails({ ...typedDetails(view), language: '' }, view)).toBeUndefined();
    expect(changedDetails({ ...typedDetails(view), language: 'en' }, view)).toEqual({ language: 'en' });
  });
});
