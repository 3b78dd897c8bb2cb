// What the files of a plan are called: by team, topic and version, so that one that was mailed alone still says what it is.
import type { PackPlan } from './content.ts';
import { fileSafeName, longestFileName, uniqueFileNames } from './file-safe-name.ts';
import type { PackTexts } from './texts.ts';

/** `.docx` is the longest of the extensions. */
const longestExtension = 5;

/** The shorter of team and topic gives the other what it does not need; neither gets less than this share of the room. */
const leastShare = 0.4;

/**
 * @param beginning what all names begin with, its hyphen included
 * @returns a name without extension for each plan, all different, none longer than a file in a pack may be called
 */
export function planFileNames(
  plans: readonly PackPlan[],
  { beginning, team, texts }: { readonly beginning: string; readonly team: string; readonly texts: PackTexts },
): readonly string[] {
  const room = longestFileName - longestExtension;
  const names = plans.map((plan) => {
    const key = plan.signed ? 'fileName.signed' : 'fileName.draft';
    const version = fileSafeName(texts.t(key, { number: plan.version }));
    const left = room - beginning.length - version.length - 2;
    const topic = fileSafeName(plan.topic, left, fileSafeName(texts.t('fileName.noTopic', { number: plan.number })));
    const shownTeam = fileSafeName(team, Math.max(Math.floor(left * leastShare), left - [...topic].length));
    const shownTopic = fileSafeName(topic, left - [...shownTeam].length);
    return `${beginning}${shownTeam}-${shownTopic}-${version}`;
  });
  return uniqueFileNames(names, room);
}
