// The way to Hand out, and when it was used last.
import { IconGift } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import { useCollection } from '../../../state/workshop-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useWords } from '../../../ui/language.ts';
import classes from './records.module.css';

export function PacksRecord(): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const address = useAddress();
  const last = useCollection('packExports')
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return (
    <div className={classes.stack}>
      <EmptyState
        icon={<IconGift size={24} stroke={1.75} />}
        text={t('run:packs.text')}
        action={<Button onClick={() => void navigate(address('handOut'))}>{t('run:packs.open')}</Button>}
      />
      <p className={classes.caption}>{last === undefined ? t('run:packs.never') : t('run:packs.last', { moment: formats.moment(last) })}</p>
    </div>
  );
}
