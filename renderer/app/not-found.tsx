// An address that leads nowhere.
import { IconMapQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { addressOf } from './routes.ts';

export function NotFound(): ReactNode {
  const t = useWords();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        icon={<IconMapQuestion size={24} stroke={1.75} />}
        text={t('notFound.text')}
        action={<Link to={addressOf('home')}>{t('broken.home')}</Link>}
      />
    </Page>
  );
}
