/** The colours of the window by role. Contrast is checked by tests/unit/renderer/tokens.test.ts. */
export interface Palette {
  bg: string;
  panel: string;
  hover: string;
  line: string;
  /** Borders of things one can act on: at least 3:1 against the panel. */
  field: string;
  text: string;
  muted: string;
  accent: string;
  accentHover: string;
  accentText: string;
  accentWeak: string;
  selected: string;
  late: string;
  lateBg: string;
  lateStrong: string;
  lateStrongText: string;
  soon: string;
  soonBg: string;
  ok: string;
  okBg: string;
  calm: string;
  calmBg: string;
  shadow: string;
}

export const light: Palette = {
  bg: '#f4f6f9',
  panel: '#ffffff',
  hover: '#f3f6fa',
  line: '#e1e5eb',
  field: '#7d8899',
  text: '#18202c',
  muted: '#535f70',
  accent: '#1c5bb8',
  accentHover: '#164a98',
  accentText: '#ffffff',
  accentWeak: '#e8f0fc',
  selected: '#e9f1fd',
  late: '#a8221a',
  lateBg: '#fdeae8',
  lateStrong: '#b3261e',
  lateStrongText: '#ffffff',
  soon: '#834500',
  soonBg: '#fff0d9',
  ok: '#1a6437',
  okBg: '#e4f4ea',
  calm: '#3f4e66',
  calmBg: '#edf0f5',
  shadow: '0 1px 2px rgba(16, 24, 40, 0.06), 0 8px 24px rgba(16, 24, 40, 0.1)',
};

export const dark: Palette = {
  bg: '#11151b',
  panel: '#181e27',
  hover: '#1f2732',
  line: '#2b3441',
  field: '#6f7e93',
  text: '#e7ebf1',
  muted: '#a0acbd',
  accent: '#82b2ff',
  accentHover: '#a3c6ff',
  accentText: '#0a1526',
  accentWeak: '#1c2b45',
  selected: '#1e2c44',
  late: '#ff9f96',
  lateBg: '#42201e',
  lateStrong: '#ff8f85',
  lateStrongText: '#2a0a08',
  soon: '#ffc67f',
  soonBg: '#3b2b14',
  ok: '#89d8a6',
  okBg: '#163223',
  calm: '#b7c3d4',
  calmBg: '#252e3a',
  shadow: '0 1px 2px rgba(0, 0, 0, 0.4), 0 8px 28px rgba(0, 0, 0, 0.5)',
};

/** Custom properties of a palette: `accentWeak` becomes `--n-accent-weak`. */
export function customProperties(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [propertyName(name), value]));
}

function propertyName(name: string): string {
  return `--n-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
