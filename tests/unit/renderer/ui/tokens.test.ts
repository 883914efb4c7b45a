import { describe, expect, it } from 'vitest';
import { customProperties, dark, light, type Palette } from '../../../../src-renderer/ui/tokens.ts';

function channel(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [pale, deep] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (pale + 0.05) / (deep + 0.05);
}

/** Text and the grounds on which it stands: at least 4.5. */
const texts: [keyof Palette, (keyof Palette)[]][] = [
  ['text', ['bg', 'panel', 'hover', 'selected', 'accentWeak', 'lateBg', 'soonBg', 'okBg', 'calmBg']],
  ['muted', ['bg', 'panel', 'hover', 'selected', 'accentWeak', 'calmBg']],
  ['accent', ['bg', 'panel', 'hover', 'selected', 'accentWeak']],
  ['accentText', ['accent', 'accentHover']],
  ['late', ['bg', 'panel', 'lateBg']],
  ['lateStrongText', ['lateStrong']],
  ['soon', ['bg', 'panel', 'soonBg']],
  ['ok', ['panel', 'okBg']],
  ['calm', ['panel', 'calmBg']],
];

/** Edges and bars that tell something: at least 3. */
const shapes: [keyof Palette, (keyof Palette)[]][] = [
  ['field', ['panel', 'bg']],
  ['accent', ['calmBg']],
  ['lateStrong', ['panel', 'calmBg']],
  ['soon', ['calmBg']],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, palette) => {
  it.each(texts)('has %s readable on every ground it stands on', (colour, grounds) => {
    for (const ground of grounds) {
      expect({ ground, isEnough: contrast(palette[colour], palette[ground]) >= 4.5 }).toEqual({ ground, isEnough: true });
    }
  });

  it.each(shapes)('has %s stand out as a shape', (colour, grounds) => {
    for (const ground of grounds) {
      expect({ ground, isEnough: contrast(palette[colour], palette[ground]) >= 3 }).toEqual({ ground, isEnough: true });
    }
  });
});

describe('the custom properties', () => {
  it('carry the names of the roles', () => {
    expect(customProperties(light)['--n-late-strong-text']).toBe(light.lateStrongText);
    expect(Object.keys(customProperties(dark))).toEqual(Object.keys(customProperties(light)));
  });
});
