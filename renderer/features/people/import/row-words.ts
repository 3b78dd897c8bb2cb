// What the preview says about a row: values, changes and remarks in words, each with the name of its field.
import type { ImportChange, ImportField, ImportRemark } from '../../../../shared/domain/people/import-model.ts';
import type { Words } from '../../../ui/language.ts';
import { languageName } from '../language-options.ts';
import { participantKinds } from '../../../../shared/domain/people/values.ts';

/** `E-mail: “x” is not an e-mail address.` */
export function remarkWords(t: Words, remark: ImportRemark): string {
  const { field, code, value, otherRow } = remark;
  // The other person of that name may be in the list or only in the workshop.
  const key = code === 'same-name' && otherRow !== undefined ? 'same-name-in-list' : code;
  return t('people:import.fieldWords', { field: t(`import:target.${field}`), words: t(`import:remark.${key}`, { value, otherRow }) });
}

/** `Organisation: Ministry of Health → Nursing Council` */
export function changeWords(t: Words, { field, before, after }: ImportChange): string {
  const words = before === '' ? valueWords(t, field, after) : `${valueWords(t, field, before)} → ${valueWords(t, field, after)}`;
  return t('people:import.fieldWords', { field: t(`import:target.${field}`), words });
}

/** The values that are kept as codes have words; all others are shown as typed. */
function valueWords(t: Words, field: ImportField, value: string): string {
  if (field === 'kind') {
    const kind = participantKinds.find((known) => known === value);
    return kind ? t(`people:kind.${kind}`) : value;
  }
  if (field === 'status') return t(value === 'left' ? 'people:status.left' : 'people:status.expected');
  if (field === 'consentContact' && (value === 'yes' || value === 'no')) return t(value);
  if (field === 'language') return languageName(t('languageCode'), value);
  return value;
}
