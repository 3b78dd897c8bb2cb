// An action field as a chip: hue, icon and name together, so that grey print and colour-blind eyes lose nothing.
import { IconCoins, IconCompass, IconHeartHandshake, IconScale, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import type { FieldId } from '../../../shared/domain/framework/model.ts';
import classes from './framework.module.css';

export const fieldIcons = {
  hrm: IconUsersGroup,
  leadership: IconCompass,
  partnership: IconHeartHandshake,
  finance: IconCoins,
  education: IconSchool,
  policy: IconScale,
} as const satisfies Record<FieldId, unknown>;

/** The field's name in the interface's language. */
export function useFieldName(): (fieldId: FieldId) => string {
  const { framework } = useContent();
  const text = useLocalText();
  return (fieldId) => text(framework.fields.find((field) => field.id === fieldId)?.name);
}

export function FieldChip({ fieldId }: { readonly fieldId: FieldId }): ReactNode {
  const name = useFieldName();
  const Icon = fieldIcons[fieldId];
  return (
    <span className={classes.chip} data-field={fieldId}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {name(fieldId)}
    </span>
  );
}
