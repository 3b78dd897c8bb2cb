// Pasted lines become risks and introductions at home; every cell is accounted for.
import { describe, expect, it } from 'vitest';
import { pastedIntroductions } from '../../../renderer/features/plans/pasted-introductions.ts';
import { pastedRisks } from '../../../renderer/features/plans/pasted-risks.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const risks = (text: string) => pastedRisks({ text, rows: null });
const introductions = (text: string) => pastedIntroductions({ text, rows: null }, '2026-03-20' as CalendarDate);
const blank = { toWhom: '', meeting: '', byDate: null, byDateAsTyped: '' };

describe('risks that are pasted', () => {
  it('leaves one line to be pasted as text', () => {
    expect(risks('The budget is cut')).toBeNull();
    expect(risks('')).toBeNull();
  });

  it('makes one of each line, without bullets, numbers and quotes of a spreadsheet', () => {
    expect(risks('•\tThe budget is cut\r\n•\tNobody applies')).toEqual([
      { text: 'The budget is cut', response: '' },
      { text: 'Nobody applies', response: '' },
    ]);
    expect(risks('1. "Fast track" fails\t"Ask again,\nin May"\n2. Strike\t')).toEqual([
      { text: '"Fast track" fails', response: 'Ask again,\nin May' },
      { text: 'Strike', response: '' },
    ]);
  });

  it('leaves out headings and a column that counts, and keeps what it has no column for behind the risk', () => {
    expect(risks('No.\tLikelihood\tRisk\tMitigation measures\n1\tHigh\tStrike\tTalk early\n2\tLow\tFlood\tMove the date')).toEqual([
      { text: 'Strike; High', response: 'Talk early' },
      { text: 'Flood; Low', response: 'Move the date' },
    ]);
    expect(risks('Risque\tMesures d’atténuation\nGrève\tParler tôt')).toEqual([{ text: 'Grève', response: 'Parler tôt' }]);
    expect(risks('Risks\nStrike')).toEqual([{ text: 'Strike', response: '' }]);
  });
});

describe('introductions that are pasted', () => {
  it('reads the columns in the order of the grid where nothing names them', () => {
    expect(introductions('Dr Ama\tThe minister\tWeekly meeting\t30 April 2026\nMr Kofi\tThe council\tBudget day\tsoon')).toEqual([
      { who: 'Dr Ama', toWhom: 'The minister', meeting: 'Weekly meeting', byDate: '2026-04-30', byDateAsTyped: '' },
      { who: 'Mr Kofi', toWhom: 'The council', meeting: 'Budget day', byDate: null, byDateAsTyped: 'soon' },
    ]);
  });

  it('takes letters for the marks of a list only where they count on: the others are initials', () => {
    expect(introductions('M. Kofi\nA. Mensah\nB Otieno')?.map(({ who }) => who)).toEqual(['M. Kofi', 'A. Mensah', 'B Otieno']);
    expect(introductions('1. Dr Ama\na. Mr Kofi\nb. Ms Esi\n2. Mr Yaw')?.map(({ who }) => who)).toEqual([
      'Dr Ama',
      'Mr Kofi',
      'Ms Esi',
      'Mr Yaw',
    ]);
  });

  it('finds the days where columns before them were left out', () => {
    expect(introductions('Dr Ama\tThe minister\t30 April 2026\nMr Kofi\tThe council\t12/05/2026')).toEqual([
      { ...blank, who: 'Dr Ama', toWhom: 'The minister', byDate: '2026-04-30' },
      { ...blank, who: 'Mr Kofi', toWhom: 'The council', byDate: '2026-05-12' },
    ]);
  });

  it('reads them by their headings, French ones too, and keeps what is no day as it was written', () => {
    expect(
      introductions('Au plus tard le\tQui l’explique\tÀ quelle réunion\tPays\n30/04/2026\tDr Ama\tConseil\tZahiran\nbientôt\tM. Kofi\t\t'),
    ).toEqual([
      { ...blank, who: 'Dr Ama; Zahiran', meeting: 'Conseil', byDate: '2026-04-30' },
      { ...blank, who: 'M. Kofi', byDateAsTyped: 'bientôt' },
    ]);
  });
});
