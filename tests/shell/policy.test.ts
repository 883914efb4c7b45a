import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chromiumAddresses, electronAddresses, isWithin, mayNavigate } from '../../src-main/shell/addresses.ts';
import { contentSecurityPolicy, framePolicy } from '../../src-main/shell/csp.ts';
import { permissionsPolicy } from '../../src-main/shell/permissions.ts';
import { hostileAddresses } from './support/hostile.ts';

const shells = [
  { name: 'Electron', addresses: electronAddresses },
  { name: 'Chromium', addresses: chromiumAddresses },
];

describe.each(shells)('the policy in $name', ({ addresses }) => {
  it('allows exactly what is listed', () => {
    expect(contentSecurityPolicy({ nonce: 'abc123', frameOrigin: addresses.frameSource })).toBe(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-abc123'",
        "img-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        `frame-src ${addresses.frameSource}`,
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ].join('; '),
    );
  });

  it('gives a mail frame no script and no network', () => {
    const policy = framePolicy(addresses.app);
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`frame-ancestors ${addresses.app}`);
    expect(policy).toMatch(/; sandbox$/);
  });

  it('lets the top frame show the window’s own pages only', () => {
    expect(mayNavigate(`${addresses.app}/`, addresses, true)).toBe(true);
    expect(mayNavigate(`${addresses.app}/queue?state=received#top`, addresses, true)).toBe(true);
    for (const address of hostileAddresses) expect([address, mayNavigate(address, addresses, true)]).toEqual([address, false]);
  });

  it('lets a sub-frame show mail only', () => {
    expect(mayNavigate(`${addresses.frame}/aaaaaaaaaaaaaaaa`, addresses, false)).toBe(true);
    expect(mayNavigate(`${addresses.app}/`, addresses, false)).toBe(false);
    const others = hostileAddresses.filter((address) => !isWithin(address, addresses.frame));
    for (const address of others) expect([address, mayNavigate(address, addresses, false)]).toEqual([address, false]);
  });

  it('takes no address for its own that the parser says lies elsewhere', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'app'] }), (address) => {
        const url = new URL(address);
        const home = new URL(addresses.app);
        expect(isWithin(address, addresses.app)).toBe(url.protocol === home.protocol && url.host === home.host && url.username === '');
      }),
    );
  });
});

it('switches off every feature it names, for every origin', () => {
  for (const feature of permissionsPolicy.split(', ')) expect(feature).toMatch(/^[a-z-]+=\(\)$/);
  expect(permissionsPolicy).toContain('geolocation=()');
});
