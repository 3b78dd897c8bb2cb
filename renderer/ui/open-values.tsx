// The mark of a field that holds two values, because two laptops set it apart. What it shows is the page's: the kit knows only where it stands.
import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { createContext, use, useState, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import classes from './field.module.css';
import { useWords } from './language.ts';

/** By the target of a field's binding: its values with a choice, or null where it has one. */
export type OpenValuesOf = (target: string) => ReactNode;

export const OpenValuesContext = createContext<OpenValuesOf | null>(null);

function useOpenValues(target: string | undefined): ReactNode {
  const of = use(OpenValuesContext);
  return target === undefined || of === null ? null : of(target);
}

interface OpenValuesProps {
  /** That of the field's binding. */
  readonly target: string | undefined;
}

/** Under a field. */
export function OpenValues({ target }: OpenValuesProps): ReactNode {
  return useOpenValues(target);
}

interface OpenValuesSignProps extends OpenValuesProps {
  /** Under what is typed, in words, where the cell is too narrow for a sign beside it. */
  readonly isBelow?: boolean;
}

/** In a row that has no room for two values: a sign that opens them. */
export function OpenValuesSign({ target, isBelow = false }: OpenValuesSignProps): ReactNode {
  const t = useWords();
  const values = useOpenValues(target);
  const [isOpen, setOpen] = useState(false);
  if (values === null) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <span className={isBelow ? classes.openSignBelow : classes.openSign}>
          {isBelow ? (
            <button
              type="button"
              className={classes.openWords}
              aria-label={t('openValues')}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
              {t('twoValues')}
            </button>
          ) : (
            <IconButton
              label={t('openValues')}
              icon={<IconAlertTriangle size={16} stroke={1.75} />}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown>{values}</Popover.Dropdown>
    </Popover>
  );
}
