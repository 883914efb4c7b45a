import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  NativeSelect,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';
import { customProperties, dark, light } from '../ui/tokens.ts';
import { layersId } from './ids.ts';

const accent: MantineColorsTuple = [
  '#e8f0fc',
  '#d0e1fa',
  '#a6c6f5',
  '#7aaaf0',
  '#5490e8',
  '#3377d8',
  '#1c5bb8',
  '#164a98',
  '#103a7a',
  '#0b2a5c',
];

/** Buttons take their colours from the tokens, so that both themes keep their contrast. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const isDanger = color === 'late';
  const main = isDanger ? 'var(--n-late-strong)' : 'var(--n-accent)';
  const text = isDanger ? 'var(--n-late)' : 'var(--n-accent)';
  const weak = isDanger ? 'var(--n-late-bg)' : 'var(--n-accent-weak)';
  switch (variant) {
    case 'filled':
      return {
        background: main,
        hover: isDanger ? 'var(--n-late)' : 'var(--n-accent-hover)',
        color: isDanger ? 'var(--n-late-strong-text)' : 'var(--n-accent-text)',
        border: '1px solid transparent',
      };
    case 'light':
      return { background: weak, hover: weak, color: text, border: '1px solid transparent' };
    case 'outline':
      return { background: 'transparent', hover: weak, color: text, border: `1px solid ${text}` };
    case 'default':
      return { background: 'var(--n-panel)', hover: 'var(--n-hover)', color: 'var(--n-text)', border: '1px solid var(--n-field)' };
    default:
      return {
        background: 'transparent',
        hover: 'var(--n-hover)',
        color: color === 'quiet' ? 'var(--n-text)' : text,
        border: '1px solid transparent',
      };
  }
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: themed(light), dark: themed(dark) });

function themed(palette: typeof light): Record<string, string> {
  return {
    ...customProperties(palette),
    ...greys(palette),
    '--mantine-color-body': palette.bg,
    '--mantine-color-text': palette.text,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-placeholder': palette.muted,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-default': palette.panel,
    '--mantine-color-default-hover': palette.hover,
    '--mantine-color-default-color': palette.text,
    '--mantine-color-default-border': palette.field,
    '--mantine-color-error': palette.late,
    '--mantine-color-bright': palette.text,
    '--mantine-color-disabled': palette.calmBg,
    '--mantine-color-disabled-color': palette.muted,
    '--mantine-color-disabled-border': palette.line,
    '--mantine-primary-color-filled': palette.accent,
    '--mantine-primary-color-filled-hover': palette.accentHover,
    '--mantine-primary-color-light': palette.accentWeak,
    '--mantine-primary-color-light-hover': palette.accentWeak,
    '--mantine-primary-color-light-color': palette.accent,
    '--mantine-primary-color-contrast': palette.accentText,
    '--mantine-color-accent-filled': palette.accent,
    '--mantine-color-accent-filled-hover': palette.accentHover,
    '--mantine-color-accent-light': palette.accentWeak,
    '--mantine-color-accent-light-hover': palette.accentWeak,
    '--mantine-color-accent-light-color': palette.accent,
    '--mantine-color-accent-outline': palette.accent,
    '--mantine-color-accent-text': palette.accent,
  };
}

/** The kit paints its small parts in greys of its own; here they are ours. */
function greys(palette: typeof light): Record<string, string> {
  const { hover, calmBg, line, field, muted, text, panel, bg } = palette;
  const fromPale = [hover, calmBg, line, line, field, field, muted, muted, text, text];
  const fromText = [text, muted, muted, field, line, line, bg, panel, bg, bg];
  return Object.fromEntries([
    ...fromPale.map((colour, n) => [`--mantine-color-gray-${n}`, colour]),
    ...fromText.map((colour, n) => [`--mantine-color-dark-${n}`, colour]),
  ]);
}

const input = { size: 'sm' } as const;
/** What opens over the page opens inside its main part, so that it belongs to a landmark; see layout.tsx. */
const portalProps = { target: `#${layersId}` };

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  variantColorResolver,
  fontFamily: '"Noto Sans", "Noto Sans Devanagari", system-ui, sans-serif',
  fontFamilyMonospace: '"Noto Sans", system-ui, sans-serif',
  headings: { fontFamily: '"Noto Sans", "Noto Sans Devanagari", system-ui, sans-serif', fontWeight: '600' },
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 6,
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'quiet', size: 30 } }),
    TextInput: TextInput.extend({ defaultProps: input }),
    Textarea: Textarea.extend({ defaultProps: input }),
    PasswordInput: PasswordInput.extend({ defaultProps: input }),
    NativeSelect: NativeSelect.extend({ defaultProps: input }),
    Select: Select.extend({ defaultProps: input }),
    Menu: Menu.extend({ defaultProps: { portalProps, withInitialFocusPlaceholder: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { portalProps, openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Modal: Modal.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.45 }, transitionProps: { duration: 120 } } }),
    Drawer: Drawer.extend({ defaultProps: { overlayProps: { backgroundOpacity: 0.45 }, transitionProps: { duration: 120 } } }),
  },
});
