// What the preview says about a row: values, changes and remarks in words, each with the name of its field.
import type { ImportChange, ImportField, ImportRemark } from '../../../../shared/domain/people/import-model.ts';
import type { Words } from '../../../ui/language.ts';
import { languageName } from '../language-options.ts';
import { participantKinds, textEncodings } from '../../../../shared/domain/people/values.ts';

/** `E-mail: “x” is not an e-mail address.` */
export function remarkWords(t: Words, remark: ImportRemark): string {
  const words = wordsOf(t, remark);
  return remark.field === null ? words : t('people:import.fieldWords', { field: t(`import:target.${remark.field}`), words });
}

function wordsOf(t: Words, { code, value, otherRow }: ImportRemark): string {
  switch (code) {
    case 'same-name':
      // The other person of that name may be in the list or only in the workshop.
      return t(`import:remark.${otherRow === undefined ? 'same-name' : 'same-name-in-list'}`, { value, otherRow });
    case 'changed-by-hand':
      return t(`import:remark.${value === '' ? 'changed-by-hand-empty' : 'changed-by-hand'}`, { value });
    case 'other-encoding': {
      const encoding = textEncodings.find((known) => known === value);
      return t('import:remark.other-encoding', { value: encoding ? t(`import:encoding.${encoding}`) : value });
    }
    default:
      return t(`import:remark.${code}`, { value, otherRow });
  }
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
  if (field === 'consentContact') return t('people:consentSome');
  if (field === 'language') return languageName(t('languageCode'), value);
  return value;
}
