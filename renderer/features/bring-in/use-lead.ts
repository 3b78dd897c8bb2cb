// The quiet line under the title: which file, saved when, and which part of the workshop it is.
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import type { BroughtFile } from './brought-files.tsx';

export function useLead({ fileName, savedAt, teamName }: BroughtFile): string {
  const t = useWords();
  const { moment } = useFormats();
  const lead = t('bringIn:lead', { fileName, moment: moment(savedAt) });
  return teamName === null ? lead : t('bringIn:leadPart', { lead, part: t('bringIn:outline.ofTeam', { team: teamName }) });
}
