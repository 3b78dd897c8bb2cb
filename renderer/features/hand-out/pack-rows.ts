// The teams as the table of packs shows them.
import type { UiLanguage } from '../../../shared/contract/contract.ts';
import type { View } from '../../../shared/domain/collections.ts';
import type { TeamId } from '../../../shared/domain/people/model.ts';
import { sorted } from '../../../shared/domain/sorted.ts';
import type { Workshop } from '../../../shared/domain/workshop/model.ts';
import { packLanguage } from './pack-language.ts';

export interface PackRow {
  readonly teamId: TeamId;
  readonly name: string;
  /** The language that the pack has unless another is chosen. */
  readonly language: UiLanguage;
  /** Plans with a signed version, which is what is handed out. */
  readonly signed: number;
  /** Plans that are handed out as a draft. */
  readonly drafts: number;
}

export function packRows(view: View, workshop: Workshop): readonly PackRow[] {
  const signed = new Set([...view.all('signOffs')].filter((signOff) => signOff.withdrawnAt === null).map((signOff) => signOff.planId));
  const plans = [...view.all('plans')];
  return sorted(view, 'teams').map((team) => {
    const own = plans.filter((plan) => plan.teamId === team.id);
    const count = own.filter((plan) => signed.has(plan.id)).length;
    return { teamId: team.id, name: team.name, language: packLanguage(team, workshop), signed: count, drafts: own.length - count };
  });
}
