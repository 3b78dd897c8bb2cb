// From a long list to two priorities: 4 to 7 topics per team, one row each with three scores, their sum and rank, two chosen, and plans made from these.
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import { useSmallForm } from '../../../state/use-held-form.ts';
import type { Topic, TopicId } from '../../../../shared/domain/analysis/model.ts';
import { chosenTopics, topicListHint, topicRanks, topicScore } from '../../../../shared/domain/analysis/rules.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { Team } from '../../../../shared/domain/people/model.ts';
import type { ActionPlan, PlanId } from '../../../../shared/domain/plan/model.ts';
import { compareOrder } from '../../../../shared/kernel/order-key.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useSetter } from '../../../state/use-setter.ts';
import { useSayDone } from '../../../state/use-undo.ts';
import { useCollection, useExecute } from '../../../state/workshop-context.tsx';
import type { Binding } from '../../../ui/autosave.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { SelectCell, TextCell } from '../../../ui/cells.tsx';
import { useNotify } from '../../../ui/dialogs.tsx';
import { WrappingCell } from '../../../ui/grid/grid-cells.tsx';
import { CheckField } from '../../../ui/fields.tsx';
import { useWords } from '../../../ui/language.ts';
import { entriesOf } from '../../../ui/list-field.tsx';
import { Note } from '../../../ui/note.tsx';
import { ChoicesCell, ChosenNames } from '../../agenda/choices-cell.tsx';
import { FieldMarks, useFieldChoices } from '../../agenda/session-cells.tsx';
import { InstrumentMark } from '../../framework/provenance-mark.tsx';
import { ForTeam } from '../team-picker.tsx';
import shared from './records.module.css';
import classes from './topics-record.module.css';

export function TopicsRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const all = useCollection('topics');
  const ofTeam = (team: Team) => all.filter((topic) => topic.teamId === team.id).toSorted(compareOrder);
  return (
    <div className={shared.stack} data-wide>
      <ForTeam
        stateOf={(team) => {
          const topics = ofTeam(team);
          return t('run:topics.state', { chosen: topics.filter((topic) => topic.chosen).length, count: topics.length });
        }}
      >
        {(team) => <TeamTopics key={team.id} team={team} topics={ofTeam(team)} isReadOnly={isReadOnly} />}
      </ForTeam>
    </div>
  );
}

interface TeamTopicsProps {
  readonly team: Team;
  readonly topics: readonly Topic[];
  readonly isReadOnly: boolean;
}

function TeamTopics({ team, topics, isReadOnly }: TeamTopicsProps): ReactNode {
  const t = useWords();
  const { newId } = useHost();
  const execute = useExecute();
  const notify = useNotify();
  const sayDone = useSayDone();
  const plans = useCollection('plans');
  const [refusal, setRefusal] = useState<string | null>(null);
  const planOf = (topic: Topic) => plans.find((plan) => plan.topicId === topic.id) ?? null;
  const chosen = topics.filter((topic) => topic.chosen);
  const ranks = topicRanks(topics);
  const waiting = chosen.filter((topic) => planOf(topic) === null);
  const run = async (command: Command) => {
    const answer = await execute(command);
    setRefusal(answer.ok ? null : failureMessage(t, answer.failure));
    return answer.ok;
  };
  const add = (lines: readonly string[]) => {
    if (lines.length === 0) return;
    const added = lines.map((text) => ({ id: newId() as TopicId, text }));
    void run({ name: 'topicsAdd', teamId: team.id, afterId: topics.at(-1)?.id ?? null, topics: added });
  };
  const remove = async (topic: Topic) => {
    if (await run({ name: 'topicRemove', id: topic.id })) sayDone(t('run:topics.removed'));
  };
  const createPlans = async () => {
    for (const topic of waiting) {
      // One after the other: the order of the plans is that of the topics.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await run({ name: 'planAdd', id: newId() as PlanId, teamId: team.id, topicId: topic.id }))) return;
    }
    notify({ text: t('run:topics.created') });
  };
  return (
    <>
      <p className={shared.label} aria-live="polite">
        {t(`run:topics.hint.${topicListHint(topics)}`)}
      </p>
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {topics.length > 0 && (
        <div className={classes.list}>
          <p className={shared.caption}>
            {t('run:topics.scale')} <InstrumentMark id="topic-scores" />
          </p>
          <TopicHeads isTooMany={chosen.length > chosenTopics} />
          {topics.map((topic, index) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              number={index + 1}
              rank={ranks.get(topic.id) ?? null}
              plan={planOf(topic)}
              isReadOnly={isReadOnly}
              onRemove={remove}
            />
          ))}
        </div>
      )}
      {!isReadOnly && <AddTopics key={team.id} teamId={team.id} onAdd={add} />}
      {!isReadOnly && waiting.length > 0 && (
        <div>
          <Button onClick={() => void createPlans()}>{t('run:topics.create', { count: waiting.length })}</Button>
        </div>
      )}
      {chosen.length > 0 && waiting.length === 0 && <p className={shared.caption}>{t('run:topics.allHavePlans')}</p>}
    </>
  );
}

/** Enter adds a topic; several pasted lines make several. */
const noTopic = { text: '' };

function AddTopics({ teamId, onAdd }: { readonly teamId: string; readonly onAdd: (lines: readonly string[]) => void }): ReactNode {
  const t = useWords();
  const form = useSmallForm(`topic ${teamId}`, noTopic);
  const { text } = form.value;
  return (
    <input
      className={shared.add}
      type="text"
      autoComplete="off"
      aria-label={t('run:topics.add')}
      placeholder={t('run:topics.add')}
      value={text}
      onChange={(event) => form.set({ text: event.target.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        onAdd(entriesOf(text));
        form.clear();
      }}
      onPaste={(event) => {
        const lines = entriesOf(event.clipboardData.getData('text/plain').replaceAll('\r', ''));
        if (lines.length < 2) return;
        event.preventDefault();
        onAdd(lines);
      }}
    />
  );
}

const criteria = ['importance', 'feasibility', 'withinOurReach'] as const;

/** The columns by name; on a narrow page each score carries its own. */
function TopicHeads({ isTooMany }: { readonly isTooMany: boolean }): ReactNode {
  const t = useWords();
  return (
    <div className={`${classes.row} ${classes.head}`}>
      <span className={classes.rank}>{t('run:topics.rank')}</span>
      <span className={classes.text}>{t('run:topics.text')}</span>
      <span className={classes.fields}>{t('run:topics.fieldsShort')}</span>
      {criteria.map((criterion) => (
        <span key={criterion} className={classes[criterion]}>
          {t(`run:topics.${criterion}`)}
        </span>
      ))}
      <span className={classes.sum}>{t('run:topics.sumShort')}</span>
      <span className={classes.chosen}>
        {t('run:topics.chosen')}
        {isTooMany && <span className={classes.tooMany}>{t('run:topics.moreThanTwo')}</span>}
      </span>
    </div>
  );
}

const noScore = '';
const scoreOptions = [
  { value: noScore, label: '–' },
  ...Array.from({ length: 5 }, (_, index) => String(index + 1)).map((value) => ({ value, label: value })),
];

/** A score as a choice of 1 to 5 or none. */
function asChoice({ value, onSave }: Binding<number | null>): Binding<string> {
  const stored = (shown: string) => (shown === noScore ? null : Number(shown));
  const shown = (score: number | null) => (score === null ? noScore : String(score));
  return {
    value: shown(value),
    onSave: async (next, was) => {
      const answer = await onSave(stored(next), stored(was));
      return answer.kind === 'changed' ? { kind: 'changed', current: shown(answer.current) } : answer;
    },
  };
}

interface TopicRowProps {
  readonly topic: Topic;
  readonly number: number;
  /** 1 for the highest sum; null until all three scores are given. */
  readonly rank: number | null;
  readonly plan: ActionPlan | null;
  readonly isReadOnly: boolean;
  readonly onRemove: (topic: Topic) => Promise<void>;
}

function TopicRow({ topic, number, rank, plan, isReadOnly, onRemove }: TopicRowProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const bind = useSetter('topicSet', topic);
  const score = topicScore(topic);
  return (
    <section className={classes.row} aria-label={t('run:topics.topic', { number })}>
      <span className={`${classes.rank} number`} title={rank === null ? undefined : t('run:topics.rankIs', { rank })}>
        {rank ?? '–'}
      </span>
      <div className={classes.text}>
        <WrappingCell {...bind('text')} name="text" label={t('run:topics.topic', { number })} isReadOnly={isReadOnly} />
      </div>
      <div className={classes.fields}>
        <ChoicesCell
          {...bind('fieldIds')}
          label={t('run:topics.fields', { number })}
          choices={useFieldChoices()}
          isReadOnly={isReadOnly}
          summary={(chosen) => (chosen.length === 0 ? <ChosenNames chosen={chosen} none="–" /> : <FieldMarks chosen={chosen} />)}
        />
      </div>
      {criteria.map((criterion) => (
        <div key={criterion} className={classes[criterion]}>
          <span className={classes.scoreName} aria-hidden>
            {t(`run:topics.${criterion}`)}
          </span>
          <SelectCell
            {...asChoice(bind(criterion))}
            label={t('run:topics.scoreOf', { criterion: t(`run:topics.${criterion}`), number })}
            options={scoreOptions}
            isReadOnly={isReadOnly}
          />
        </div>
      ))}
      <span className={`${classes.sum} number`} title={score === null ? t('run:topics.noSum') : t('run:topics.sum', { sum: score })}>
        {score ?? '–'}
      </span>
      <div className={classes.chosen}>
        <CheckField
          {...bind('chosen')}
          label={<span className="visually-hidden">{t('run:topics.chosenOf', { number })}</span>}
          isReadOnly={isReadOnly}
        />
      </div>
      {!isReadOnly && (
        <div className={classes.remove}>
          <IconButton
            label={t('run:topics.remove', { number })}
            icon={<IconX size={16} stroke={1.75} />}
            onClick={() => void onRemove(topic)}
          />
        </div>
      )}
      {topic.chosen && (
        <div className={classes.reason}>
          <TextCell
            {...bind('reason')}
            label={t('run:topics.reasonOf', { number })}
            placeholder={t('run:topics.reason')}
            isReadOnly={isReadOnly}
          />
          {plan && <Link to={address('plan', { planId: plan.id })}>{t('run:topics.plan')}</Link>}
        </div>
      )}
    </section>
  );
}
