// What can be found in the open workshop: teams, plans, sessions, steps, people, and words that were not understood or not saved.
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { keptWordsIn } from '../../../shared/domain/as-typed.ts';
import { useContent, useLocalText } from '../../state/content-context.tsx';
import { sessionTitle } from '../../state/session-title.ts';
import { useCollection, useSorted, useView } from '../../state/workshop-context.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useWords } from '../../ui/language.ts';
import { useAddress } from '../use-address.ts';
import { FindDialog, type FindDialogProps } from './find-dialog.tsx';
import type { FindGroup } from './find-matching.ts';
import { useUnreadWords } from './use-unread-words.ts';

export function WorkshopFind(props: Pick<FindDialogProps, 'onClose' | 'takeTyped'>): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const address = useAddress();
  const formats = useFormats();
  const text = useLocalText();
  const { guides } = useContent();
  const view = useView('teams', 'organisations', 'days', 'plans');
  const people = useCollection('participants');
  const teams = useSorted('teams');
  const plans = useSorted('plans');
  const sessions = useSorted('sessions');
  const steps = useCollection('steps');
  const groups = useMemo((): readonly FindGroup[] => {
    const go = (to: string) => () => void navigate(to);
    return [
      {
        label: t('find.teams'),
        items: teams.map((team) => ({ id: team.id, label: team.name, run: go(address('teams', { query: { team: team.id } })) })),
      },
      {
        label: t('find.plans'),
        items: plans.map((plan) => ({
          id: plan.id,
          label: plan.topic === '' ? t('untitled') : plan.topic,
          description: view.get('teams', plan.teamId)?.name ?? '',
          run: go(address('plan', { planId: plan.id })),
        })),
      },
      {
        label: t('find.sessions'),
        items: sessions.map((session) => ({
          id: session.id,
          label: text(sessionTitle(session, guides)),
          description: formats.weekday(view.get('days', session.dayId)?.date ?? ''),
          run: go(address('run', { query: { session: session.id } })),
        })),
      },
      {
        label: t('find.steps'),
        areSentences: true,
        items: steps
          .map((step) => ({ step, label: [step.text, ...keptWordsIn('steps', step)].filter((words) => words.trim() !== '').join(' · ') }))
          .filter(({ label }) => label !== '')
          .map(({ step, label }) => ({
            id: step.id,
            label,
            description: view.get('plans', step.planId)?.topic ?? '',
            run: go(address('plan', { planId: step.planId, query: { field: `${step.id}.text` } })),
          })),
      },
      {
        label: t('find.people'),
        items: people.map((person) => ({
          id: person.id,
          label: person.fullName,
          description: [view.get('teams', person.teamId ?? '')?.name, view.get('organisations', person.organisationId ?? '')?.name]
            .filter(Boolean)
            .join(' · '),
          run: go(address('people', { query: { person: person.id } })),
        })),
      },
    ];
  }, [address, formats, guides, navigate, people, plans, sessions, steps, t, teams, text, view]);
  const unread = useUnreadWords();
  return <FindDialog groups={[...groups, unread]} {...props} />;
}
