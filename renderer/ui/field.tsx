// The frame of a form field: label above, help under the label, error under the field in words.
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './field.module.css';
import { OpenValues } from './open-values.tsx';

export interface FieldWords {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong, in words. */
  readonly error?: string | null;
  /** Worth a look, but allowed. */
  readonly warning?: string | null;
  /** For links from a list of problems: `#/…?field=…` finds the field by this name. */
  readonly name?: string;
  /** That of the field's binding: where two laptops' values are open beside each other, the field shows both. */
  readonly target?: string | undefined;
}

/** Ids and states that tie an input to the words around it. */
export interface FieldTies {
  readonly id: string;
  readonly name: string | undefined;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldWords {
  readonly wide?: boolean;
  /** More under the field, such as the choice between two texts. */
  readonly below?: ReactNode;
  readonly children: (ties: FieldTies) => ReactNode;
}

export function Field({ label, help, error, warning, name, target, wide = false, below, children }: FieldProps): ReactNode {
  const id = useId();
  const hasError = error !== undefined && error !== null;
  const hasWarning = !hasError && warning !== undefined && warning !== null;
  const described = [help !== undefined && `${id}-help`, (hasError || hasWarning) && `${id}-words`].filter(Boolean).join(' ');
  return (
    <div className={classes.field} data-wide={wide || undefined}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {help !== undefined && (
        <div className={classes.help} id={`${id}-help`} data-help>
          {help}
        </div>
      )}
      <div className={classes.control}>
        {children({
          id,
          name,
          className: classes.input,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': hasError || undefined,
        })}
      </div>
      <div className={classes.below}>
        {(hasError || hasWarning) && (
          <div
            className={classes.words}
            id={`${id}-words`}
            data-tone={hasError ? 'danger' : 'warning'}
            role={hasError ? 'alert' : undefined}
          >
            {hasError ? <IconCircleX size={16} stroke={1.75} aria-hidden /> : <IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
            <span>{hasError ? error : warning}</span>
          </div>
        )}
        {below}
        <OpenValues target={target} />
      </div>
    </div>
  );
}

/** Two columns from 720 px on; a field with `wide` takes both. */
export function FieldGrid({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes.grid}>{children}</div>;
}
