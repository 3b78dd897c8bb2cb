// The language of a team's papers: its own where we speak it, else the room's, else English.
import type { UiLanguage } from '../../../shared/contract/contract.ts';
import type { Team } from '../../../shared/domain/people/model.ts';
import type { Workshop } from '../../../shared/domain/workshop/model.ts';
import { languages } from '../../../shared/kernel/local-text.ts';

/** @returns the first of the team's and the room's languages that packs are written in */
export function packLanguage(team: Pick<Team, 'language'> | undefined, workshop: Pick<Workshop, 'languages'>): UiLanguage {
  const wished = [team?.language ?? '', ...workshop.languages].map((tag) => tag.toLowerCase().split('-')[0]);
  return wished.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ?? 'en';
}
