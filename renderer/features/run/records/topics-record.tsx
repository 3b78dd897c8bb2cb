// From a long list to two priorities: 4 to 7 topics per team, three scores each, two chosen, and plans made from these.
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../../../app/use-address.ts';
import type { Topic, TopicId } from '../../../../shared/domain/analysis/model.ts';
import { topicListHint, topicScore } from '../../../../shared/domain/analysis/rules.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import type { Team } from '../../../../shared/domain/people/model.ts';
import type { ActionPlan, PlanId } from '../../../../shared/domain/plan/model.ts';
import { compareOrder } from '../../../../shared/kernel/order-key.ts';
import { failureMessage } from '../../../state/failure-message.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useSetter } from '../../../state/use-setter.ts';
import { useUndo } from '../../../state/use-undo.ts';
import { useCollection, useExecute } from '../../../state/workshop-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useNotify } from '../../../ui/dialogs.tsx';
import { CheckField, TextField } from '../../../ui/fields.tsx';
import { useWords } from '../../../ui/language.ts';
import { entriesOf } from '../../../ui/list-field.tsx';
import { Note } from '../../../ui/note.tsx';
import { ChoicesCell, ChosenNames } from '../../agenda/choices-cell.tsx';
import { useFieldChoices } from '../../agenda/session-cells.tsx';
import { numberOptions, Scale } from '../scale.tsx';
import { ForTeam } from '../team-picker.tsx';
import classes from './records.module.css';

export function TopicsRecord({ isReadOnly }: { readonly isReadOnly: boolean }): ReactNode {
  const t = useWords();
  const all = useCollection('topics');
  const ofTeam = (team: Team) => all.filter((topic) => topic.teamId === team.id).toSorted(compareOrder);
  return (
    <div className={classes.stack}>
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
  const { undo } = useUndo();
  const plans = useCollection('plans');
  const [refusal, setRefusal] = useState<string | null>(null);
  const planOf = (topic: Topic) => plans.find((plan) => plan.topicId === topic.id) ?? null;
  const chosen = topics.filter((topic) => topic.chosen);
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
    if (await run({ name: 'topicRemove', id: topic.id }))
      notify({ text: t('run:topics.removed'), action: { label: t('undo'), run: undo.run } });
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
      <p className={classes.label} aria-live="polite">
        {t(`run:topics.hint.${topicListHint(topics)}`)}
      </p>
      {refusal !== null && (
        <Note tone="danger">
          <p>{refusal}</p>
        </Note>
      )}
      {topics.map((topic, index) => (
        <TopicCard key={topic.id} topic={topic} number={index + 1} plan={planOf(topic)} isReadOnly={isReadOnly} onRemove={remove} />
      ))}
      {!isReadOnly && <AddTopics onAdd={add} />}
      {!isReadOnly && waiting.length > 0 && (
        <div>
          <Button onClick={() => void createPlans()}>{t('run:topics.create', { count: waiting.length })}</Button>
        </div>
      )}
      {chosen.length > 0 && waiting.length === 0 && <p className={classes.caption}>{t('run:topics.allHavePlans')}</p>}
    </>
  );
}

/** Enter adds a topic; several pasted lines make several. */
function AddTopics({ onAdd }: { readonly onAdd: (lines: readonly string[]) => void }): ReactNode {
  const t = useWords();
  const [text, setText] = useState('');
  return (
    <input
      className={classes.add}
      type="text"
      autoComplete="off"
      aria-label={t('run:topics.add')}
      placeholder={t('run:topics.add')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        onAdd(entriesOf(text));
        setText('');
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
const oneToFive = numberOptions(5);

interface TopicCardProps {
  readonly topic: Topic;
  readonly number: number;
  readonly plan: ActionPlan | null;
  readonly isReadOnly: boolean;
  readonly onRemove: (topic: Topic) => Promise<void>;
}

function TopicCard({ topic, number, plan, isReadOnly, onRemove }: TopicCardProps): ReactNode {
  const t = useWords();
  const address = useAddress();
  const bind = useSetter('topicSet', topic);
  const score = topicScore(topic);
  return (
    <section className={`${classes.group} ${classes.divided}`} aria-label={t('run:topics.topic', { number })}>
      <div className={classes.line}>
        <span className={`${classes.label} number`}>{score === null ? t('run:topics.noSum') : t('run:topics.sum', { sum: score })}</span>
        {!isReadOnly && (
          <IconButton
            label={t('run:topics.remove', { number })}
            icon={<IconX size={16} stroke={1.75} />}
            onClick={() => void onRemove(topic)}
          />
        )}
      </div>
      <TextField isLong {...bind('text')} label={t('run:topics.topic', { number })} isReadOnly={isReadOnly} />
      <ChoicesCell
        {...bind('fieldIds')}
        label={t('run:topics.fields', { number })}
        choices={useFieldChoices()}
        isReadOnly={isReadOnly}
        summary={(chosen) => <ChosenNames chosen={chosen} none={t('run:topics.noFields')} />}
      />
      {criteria.map((criterion) => (
        <div key={criterion} className={classes.row}>
          <span className={`${classes.grow} ${classes.label}`}>{t(`run:topics.${criterion}`)}</span>
          <div className={classes.five}>
            <Scale
              {...bind(criterion)}
              label={t('run:topics.scoreOf', { criterion: t(`run:topics.${criterion}`), number })}
              options={oneToFive}
              isReadOnly={isReadOnly}
            />
          </div>
        </div>
      ))}
      <div className={classes.line}>
        <CheckField {...bind('chosen')} label={t('run:topics.chosen')} isReadOnly={isReadOnly} />
        {plan && <Link to={address('plan', { planId: plan.id })}>{t('run:topics.plan')}</Link>}
      </div>
      {topic.chosen && <TextField {...bind('reason')} label={t('run:topics.reason')} isReadOnly={isReadOnly} />}
    </section>
  );
}
