// `?` lists the keys that act now.
import { useState, type ReactNode } from 'react';
import { useStart } from '../../state/host-context.tsx';
import { useActions, useOfferedActions } from '../../ui/actions.tsx';
import { Dialog } from '../../ui/dialogs.tsx';
import { keyNames } from '../../ui/keys.ts';
import { useWords } from '../../ui/language.ts';
import { Kbd } from '../../ui/words.tsx';
import classes from './shell.module.css';

export function KeyHelp(): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  useActions([{ id: 'keys', label: t('keys.show'), keys: '?', run: () => setOpen(true) }]);
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <KeyTable />
    </Dialog>
  );
}

/** Apart from the dialog: only while it is open does the list follow what is offered. */
function KeyTable(): ReactNode {
  const t = useWords();
  const isMac = useStart().platform === 'darwin';
  const actions = useOfferedActions();
  const inTables: readonly (readonly [string, readonly string[]])[] = [
    [t('keys.tableDown'), ['↵', '↓', '↑']],
    [t('keys.tableNext'), ['⇥', '⇧ ⇥']],
    [t('keys.tableRevert'), ['Esc']],
  ];
  return (
    <>
      <table className={classes.keyTable}>
        <tbody>
          {actions.map(
            ({ id, label, keys }, index) =>
              keys !== undefined &&
              // A second way to the same is not listed twice.
              actions.findIndex((other) => other.label === label) === index && (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td>
                    {keyNames(keys, isMac).map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </td>
                </tr>
              ),
          )}
          {inTables.map(([label, names]) => (
            <tr key={label}>
              <th scope="row">
                {t('keys.table')} · {label}
              </th>
              <td>
                {names.map((name) => (
                  <Kbd key={name}>{name}</Kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.keyNote}>{t('keys.letters')}</p>
    </>
  );
}
