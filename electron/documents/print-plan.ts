// One plan as a PDF, for the print button.
import type { PackFailure } from '../../shared/contract/failures.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { planDocument } from '../../shared/pack/documents/plan.ts';
import { planFileNames } from '../../shared/pack/plan-file-names.ts';
import { packTexts } from '../../shared/pack/texts.ts';
import { renderPdf } from './pdf.tsx';
import type { PrintedPlan, PrintPlanInput } from './protocol.ts';

/** Fails with `pack-failed` when the content holds no such plan. */
export async function printPlan({ content, planId }: PrintPlanInput): Promise<Result<PrintedPlan, PackFailure>> {
  const plan = content.plans.find(({ id }) => id === planId);
  if (!plan) return err({ code: 'pack-failed', file: planId });
  const texts = packTexts(content.language);
  const { bytes } = await renderPdf(planDocument(content, texts, plan), { createdAt: new Date(content.builtAt) });
  const [name = ''] = planFileNames([plan], { beginning: texts.t('fileName.beginning'), team: content.team.name, texts });
  return ok({ fileName: `${name}.pdf`, bytes });
}
