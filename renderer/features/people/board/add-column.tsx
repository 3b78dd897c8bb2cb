// The last place of a board: a name and Enter add a column.
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { tidied } from '../../../../shared/domain/people/import-text.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/inputs.tsx';
import classes from './board.module.css';

interface AddColumnProps {
  readonly label: string;
  readonly action: string;
  readonly missing: string;
  /** What columns are for, while there is none. */
  readonly help?: string | undefined;
  /** Answers why the column could not be added, in words. */
  readonly onAdd: (name: string) => Promise<string | null>;
  /** A second way, such as a list to choose from. */
  readonly children?: ReactNode;
}

export function AddColumn({ label, action, missing, help, onAdd, children }: AddColumnProps): ReactNode {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = tidied(name);
    if (wanted === '') return setError(missing);
    setName('');
    const refusal = await onAdd(wanted);
    setError(refusal);
    if (refusal !== null) setName(wanted);
  };
  return (
    <form className={classes.add} onSubmit={(event) => void add(event)}>
      <TextInput
        label={label}
        help={help}
        value={name}
        error={error}
        onChange={(next) => {
          setName(next);
          setError(null);
        }}
      />
      <Button type="submit" icon={<IconPlus size={16} stroke={1.75} />}>
        {action}
      </Button>
      {children}
    </form>
  );
}
