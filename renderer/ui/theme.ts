// The look in numbers: every colour, size and radius of the product has its name here and nowhere else.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const evergreen: MantineColorsTuple = [
  '#E9F5EF',
  '#D2EADF',
  '#A8D8C3',
  '#63C99C',
  '#54B48B',
  '#349E75',
  '#238560',
  '#1A7654',
  '#14694A',
  '#0D4C35',
];

/** Mantine's dark greys, light to dark: our neutrals, so that what floats has our hue. */
const dark10: MantineColorsTuple = [
  '#E9ECF0',
  '#B4BCC6',
  '#98A2AE',
  '#74808D',
  '#313843',
  '#313843',
  '#232830',
  '#1A1E24',
  '#121519',
  '#0D1013',
];

const fontFamily = "'Inter Variable', 'Noto Sans Arabic', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** px to rem, so that the reader's own text size scales everything. */
function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

const spaces = [2, 4, 8, 12, 16, 24, 32, 48] as const;

const sizes = {
  ...Object.fromEntries(spaces.map((pixels) => [`--space-${pixels}`, rem(pixels)])),
  '--font': fontFamily,
  '--type-caption': `400 ${rem(13)}/${rem(18)} ${fontFamily}`,
  '--type-header': `550 ${rem(13)}/${rem(18)} ${fontFamily}`,
  '--type-body': `400 ${rem(15)}/${rem(22)} ${fontFamily}`,
  '--type-strong': `550 ${rem(15)}/${rem(22)} ${fontFamily}`,
  '--type-section': `600 ${rem(18)}/${rem(26)} ${fontFamily}`,
  '--type-title': `600 ${rem(24)}/${rem(32)} ${fontFamily}`,
  '--type-guide': `400 ${rem(20)}/${rem(30)} ${fontFamily}`,
  '--type-clock': `600 ${rem(88)}/${rem(88)} ${fontFamily}`,
  '--tracking-title': '-0.01em',
  '--tracking-clock': '-0.03em',
  '--row-height': rem(36),
  '--input-height': rem(36),
  '--run-button-height': rem(44),
  '--top-bar-height': rem(48),
  '--rail-width': rem(208),
  '--rail-width-narrow': rem(64),
  '--drawer-width': rem(480),
  '--list-width': rem(280),
  '--side-width': rem(300),
  '--record-width': rem(360),
  '--day-width': rem(240),
  '--team-width': rem(240),
  '--form-width': rem(840),
  '--text-width': '60ch',
  '--radius-control': rem(6),
  '--radius-panel': rem(10),
  '--radius-chip': '999px',
  '--edge': rem(1),
  '--edge-selected': rem(3),
  '--shadow-floating': '0 8px 24px rgb(0 0 0 / 0.16)',
  '--focus-width': rem(2),
  '--fade': '120ms ease-out',
  '--slide': '160ms ease-out',
  '--drop': '200ms ease-out',
};

const light = {
  '--page': '#F6F7F8',
  '--panel': '#FFFFFF',
  '--sunk': '#EDEFF2',
  '--raised': '#FFFFFF',
  '--text': '#1A1F26',
  '--text-2': '#4B5663',
  '--text-3': '#5F6A77',
  '--hairline': '#DCE0E5',
  '--control': '#7A8592',
  '--accent': '#14694A',
  '--on-accent': '#FFFFFF',
  '--accent-hover': '#0D4C35',
  '--accent-soft': '#E9F5EF',
  '--danger': '#B3261E',
  '--warning': '#8A5300',
  '--sample': '#FFF3D6',
  '--on-sample': '#5B3B00',
  '--focus': '#1746A2',
  '--veil': 'rgb(26 31 38 / 0.4)',
  '--field-hrm': '#1D5FD1',
  '--field-hrm-soft': '#E8EFFA',
  '--field-leadership': '#4B2490',
  '--field-leadership-soft': '#EDE9F4',
  '--field-partnership': '#0F7680',
  '--field-partnership-soft': '#E7F1F2',
  '--field-finance': '#946200',
  '--field-finance-soft': '#F4EFE6',
  '--field-education': '#962F0A',
  '--field-education-soft': '#F5EAE7',
  '--field-policy': '#8F1757',
  '--field-policy-soft': '#F4E8EE',
};

const dark: typeof light = {
  '--page': '#121519',
  '--panel': '#1A1E24',
  '--sunk': '#0D1013',
  '--raised': '#232830',
  '--text': '#E9ECF0',
  '--text-2': '#B4BCC6',
  '--text-3': '#98A2AE',
  '--hairline': '#313843',
  '--control': '#74808D',
  '--accent': '#63C99C',
  '--on-accent': '#10151B',
  '--accent-hover': '#A8D8C3',
  '--accent-soft': '#1E2E28',
  '--danger': '#FF8A80',
  '--warning': '#F2B84B',
  '--sample': '#33290F',
  '--on-sample': '#F6D58A',
  '--focus': '#9CC2FF',
  '--veil': 'rgb(0 0 0 / 0.6)',
  '--field-hrm': '#9CC7FF',
  '--field-hrm-soft': '#2F3947',
  '--field-leadership': '#A88BF2',
  '--field-leadership-soft': '#312F45',
  '--field-partnership': '#6FE0DC',
  '--field-partnership-soft': '#283D41',
  '--field-finance': '#F0CB5E',
  '--field-finance-soft': '#3C3A2D',
  '--field-education': '#F5894A',
  '--field-education-soft': '#3D2F2A',
  '--field-policy': '#EE86AE',
  '--field-policy-soft': '#3C2F3A',
};

/** Colours of the projector page (white on near-black; `paper` is the reverse). It has no light or dark scheme of its own. */
export const projectorColours = {
  dark: { page: '#0B0E12', text: '#FFFFFF', second: '#C9D1DA', warning: '#FFC857', over: '#FF8A80' },
  paper: { page: '#FFFFFF', text: '#0B0E12', second: '#4B5663', warning: '#8A5300', over: '#B3261E' },
} as const;

export const theme = createTheme({
  colors: { evergreen, dark: dark10 },
  primaryColor: 'evergreen',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: rem(6),
  respectReducedMotion: true,
  /** The ring of global.css stands on everything; Mantine's own would be another colour. */
  focusClassName: 'focus-ring',
  fontFamily,
  fontSizes: { xs: rem(13), sm: rem(15), md: rem(15), lg: rem(18), xl: rem(24) },
  lineHeights: { xs: '1.385', sm: '1.467', md: '1.467', lg: '1.444', xl: '1.333' },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  headings: { fontFamily, fontWeight: '600' },
  black: light['--text'],
});

/** Lays our names over Mantine's, so that its parts stand on our page and panel colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const mantine = (colours: typeof light) => ({
    '--mantine-color-body': colours['--panel'],
    '--mantine-color-text': colours['--text'],
    '--mantine-color-dimmed': colours['--text-2'],
    '--mantine-color-placeholder': colours['--text-3'],
    '--mantine-color-default': colours['--panel'],
    '--mantine-color-default-hover': colours['--sunk'],
    '--mantine-color-default-color': colours['--text'],
    '--mantine-color-default-border': colours['--control'],
    '--mantine-color-error': colours['--danger'],
  });
  return { variables: sizes, light: { ...mantine(light), ...light }, dark: { ...mantine(dark), ...dark } };
};
