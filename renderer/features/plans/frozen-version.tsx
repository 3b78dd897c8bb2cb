// What was signed, to be read: the frozen words of one version, as the pack would print them.
import { useMemo, type ReactNode } from 'react';
import type { PlanContent } from '../../../shared/domain/plan/model.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { planBlocks, type PlanBlock } from '../../../shared/pack/documents/plan.ts';
import { planText } from '../../../shared/pack/plan-content.ts';
import { packTexts } from '../../../shared/pack/texts.ts';
import { useContent } from '../../state/content-context.tsx';
import { useLanguage } from '../../ui/language.ts';
import classes from './frozen-version.module.css';

export function FrozenVersion({ content }: { readonly content: PlanContent }): ReactNode {
  const { framework } = useContent();
  const language = useLanguage() === 'fr' ? 'fr' : 'en';
  const blocks = useMemo(() => planBlocks(planText(content, { framework, language }), packTexts(language)), [content, framework, language]);
  return (
    <div className={classes.version}>
      {blocks.map((block, place) => (
        // The words do not change any more: a block's place is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockText key={place} block={block} />
      ))}
    </div>
  );
}

function BlockText({ block }: { readonly block: PlanBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h3 className={classes.heading}>{block.text}</h3>;
    case 'paragraph':
      return <p className={classes.text}>{block.text}</p>;
    case 'facts':
      return (
        <dl className={classes.facts}>
          {block.facts.map(({ label, value }) => (
            <div key={label}>
              <dt className={classes.label}>{label}</dt>
              <dd className={classes.text}>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableText block={block} />;
    default:
      return assertNever(block);
  }
}

function TableText({ block: { columns, rows } }: { readonly block: Extract<PlanBlock, { readonly kind: 'table' }> }): ReactNode {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map(({ label, share }) => (
            <th key={label} scope="col" style={{ width: `${share * 100}%` }}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={columns[column]?.label} className={classes.text}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
