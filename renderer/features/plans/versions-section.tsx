// Which versions of a plan were signed, by whom, and which were taken back and why.
import type { ReactNode } from 'react';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { Fold } from './fold.tsx';
import type { VersionLine } from './plan-versions.ts';
import classes from './versions-section.module.css';

export function VersionsSection({ versions }: { readonly versions: readonly VersionLine[] }): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  if (versions.length === 0) return null;
  return (
    <Fold title={t('plans:versions.title')} count={versions.length}>
      <ul className={classes.list}>
        {versions.map((version) => (
          <li key={version.id}>
            <p className={classes.name}>{t('plans:versions.version', { number: version.number })}</p>
            <p>
              {t(version.by.trim() === '' ? 'plans:versions.signedByNobody' : 'plans:versions.signed', {
                date: moment(version.signedAt),
                by: version.by,
              })}
            </p>
            {version.withdrawn && (
              <p className={classes.withdrawn}>
                {t('plans:versions.withdrawn', { date: moment(version.withdrawn.at), reason: version.withdrawn.reason })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
