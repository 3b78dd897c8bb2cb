// Sizes, weights and lines of printed pages (look.md, "Paper"): 18 mm margins, 10.5/15, black on white, grey at most 10 %, 9 mm writing lines.
import { StyleSheet } from '@react-pdf/renderer';
import { fontFamilies, strongWeight } from './fonts.ts';

const millimetre = 72 / 25.4;
const margin = 18 * millimetre;
const writingLine = 9 * millimetre;

const ink = '#000000';
const softInk = '#404040';
const hairline = '#8C8C8C';
const tint = '#F2F2F2';

const body = { fontFamily: fontFamilies, fontSize: 10.5, lineHeight: 1.43, color: ink };

export const styles = StyleSheet.create({
  page: { paddingTop: margin + 16, paddingBottom: margin + 16, paddingHorizontal: margin, fontFamily: fontFamilies },
  header: { position: 'absolute', top: margin - 12, left: margin, right: margin, maxHeight: 24, overflow: 'hidden' },
  footer: { position: 'absolute', bottom: margin - 12, left: margin, right: margin },
  marginal: { fontFamily: fontFamilies, fontSize: 8.5, color: softInk },
  titleBlock: { marginBottom: 10 },
  title: { ...body, fontSize: 18, lineHeight: 1.3, fontWeight: strongWeight },
  subtitle: { ...body, fontSize: 12, lineHeight: 1.35, color: softInk },
  headingBlock: { marginTop: 12, marginBottom: 4 },
  heading: { ...body, fontSize: 13, lineHeight: 1.35, fontWeight: strongWeight },
  subheadingBlock: { marginTop: 8, marginBottom: 2 },
  subheading: { ...body, fontWeight: strongWeight },
  text: body,
  label: { ...body, fontSize: 9.5, fontWeight: strongWeight, color: softInk },
  paragraph: { ...body, marginBottom: 6 },
  note: { borderWidth: 0.75, borderColor: hairline, backgroundColor: tint, paddingVertical: 5, paddingHorizontal: 8, marginBottom: 8 },
  list: { marginBottom: 6 },
  listItem: { flexDirection: 'row', marginBottom: 2 },
  bullet: { ...body, width: 14 },
  listText: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  facts: { marginBottom: 6 },
  fact: { flexDirection: 'row', paddingVertical: 2 },
  factLabel: { width: '30%', paddingRight: 8 },
  factValue: { width: '70%' },
  table: { marginBottom: 8, borderTopWidth: 0.75, borderTopColor: ink },
  headerRow: { flexDirection: 'row', backgroundColor: tint, borderBottomWidth: 0.75, borderBottomColor: ink },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: hairline },
  formRow: { flexDirection: 'row', minHeight: writingLine, borderBottomWidth: 0.5, borderBottomColor: ink },
  cell: { paddingVertical: 3, paddingHorizontal: 4 },
  ruled: { marginTop: 10 },
  ruledLine: { height: writingLine, borderBottomWidth: 0.5, borderBottomColor: hairline },
});
