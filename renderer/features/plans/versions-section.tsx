// Which versions of a plan were signed, by whom, and which were taken back and why; each can be looked at as it was signed.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialogs.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fold } from './fold.tsx';
import type { VersionLine } from './plan-versions.ts';
import classes from './versions-section.module.css';

/** Fetched when one is looked at: it brings the words of the packs. */
const FrozenVersion = lazy(async () => ({ default: (await import('./frozen-version.tsx')).FrozenVersion }));

export function VersionsSection({ versions }: { readonly versions: readonly VersionLine[] }): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  const [shownId, setShownId] = useState<string | null>(null);
  const shown = versions.find(({ id }) => id === shownId);
  if (versions.length === 0) return null;
  const signedWords = ({ signedAt, by }: VersionLine) =>
    t(by.trim() === '' ? 'plans:versions.signedByNobody' : 'plans:versions.signed', { date: moment(signedAt), by });
  const withdrawnWords = ({ withdrawn }: VersionLine) =>
    withdrawn && (
      <p className={classes.withdrawn}>{t('plans:versions.withdrawn', { date: moment(withdrawn.at), reason: withdrawn.reason })}</p>
    );
  return (
    <Fold title={t('plans:versions.title')} count={versions.length}>
      <ul className={classes.list}>
        {versions.map((line) => {
          const { number } = line.version;
          return (
            <li key={line.id}>
              <p className={classes.name}>{t('plans:versions.version', { number })}</p>
              <p>{signedWords(line)}</p>
              {withdrawnWords(line)}
              <Button kind="quiet" aria-label={t('plans:versions.showVersion', { number })} onClick={() => setShownId(line.id)}>
                {t('plans:versions.show')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Drawer
        title={shown ? t('plans:versions.shown', { number: shown.version.number }) : ''}
        isOpen={shown !== undefined}
        onClose={() => setShownId(null)}
      >
        {shown && (
          <Suspense fallback={<Waiting />}>
            <p>{signedWords(shown)}</p>
            {withdrawnWords(shown)}
            <FrozenVersion content={shown.version.content} />
          </Suspense>
        )}
      </Drawer>
    </Fold>
  );
}
