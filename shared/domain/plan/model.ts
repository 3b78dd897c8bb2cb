// Action plans with their steps, indicators and home introductions; frozen versions and sign-off (domain §9.1).
import { z } from 'zod';
import {
  asTypedShape,
  calendarDateSchema,
  idSchema,
  instantSchema,
  moneyAmountSchema,
  orderKeySchema,
  textSchema,
} from '../../kernel/schema.ts';
import { readFields } from '../as-typed.ts';
import { fieldIdSchema, phaseIdSchema } from '../framework/model.ts';
import { planStatuses, stepStatuses, factorAnswers, indicatorTypes } from './values.ts';

export const factorCheckSchema = z.looseObject({ answer: z.enum(factorAnswers).nullable(), note: textSchema }).readonly();

export const riskSchema = z.looseObject({ text: textSchema, response: textSchema }).readonly();

/**
 * The working copy of a plan. `draftVersion` is the number that this copy has or will have when it is signed;
 * it is locked while the version of that number is signed (see plan/rules.ts).
 */
export const planSchema = z
  .looseObject({
    id: idSchema<'plan'>(),
    teamId: idSchema<'team'>(),
    topicId: idSchema<'topic'>().nullable(),
    topic: textSchema,
    agendaItem: textSchema,
    expectedOutput: textSchema,
    fieldIds: z.array(fieldIdSchema).readonly(),
    phaseId: phaseIdSchema.nullable(),
    accountableId: idSchema<'participant'>().nullable(),
    startDate: calendarDateSchema.nullable(),
    endDate: calendarDateSchema.nullable(),
    objective: textSchema,
    linkToExistingPlan: textSchema,
    resources: textSchema,
    budgetAmount: moneyAmountSchema,
    budgetCurrency: z.string().max(8),
    budgetSource: textSchema,
    budgetSecured: z.boolean(),
    /** By id of the success factor. */
    factorChecks: z.record(z.string().min(1).max(40), factorCheckSchema).readonly(),
    risks: z.array(riskSchema).readonly(),
    status: z.enum(planStatuses),
    draftVersion: z.number().int().min(1),
    order: orderKeySchema,
    ...asTypedShape(...readFields.plans),
  })
  .readonly();

export const stepSchema = z
  .looseObject({
    id: idSchema<'step'>(),
    planId: idSchema<'plan'>(),
    order: orderKeySchema,
    text: textSchema,
    responsibleIds: z.array(idSchema<'participant'>()).readonly(),
    startDate: calendarDateSchema.nullable(),
    dueDate: calendarDateSchema.nullable(),
    resources: textSchema,
    status: z.enum(stepStatuses),
    changeReason: textSchema,
    ...asTypedShape(...readFields.steps),
  })
  .readonly();

export const indicatorSchema = z
  .looseObject({
    id: idSchema<'indicator'>(),
    planId: idSchema<'plan'>(),
    order: orderKeySchema,
    name: textSchema,
    type: z.enum(indicatorTypes).nullable(),
    unit: textSchema,
    baselineValue: textSchema,
    baselineDate: calendarDateSchema.nullable(),
    baselineSource: textSchema,
    targetValue: textSchema,
    targetDate: calendarDateSchema.nullable(),
    frequency: textSchema,
    owner: textSchema,
    ...asTypedShape(...readFields.indicators),
  })
  .readonly();

/** Who explains the idea at home, to whom, at which meeting (the fifth historic part, S27). */
export const homeIntroductionSchema = z
  .looseObject({
    id: idSchema<'homeIntroduction'>(),
    planId: idSchema<'plan'>(),
    order: orderKeySchema,
    who: textSchema,
    toWhom: textSchema,
    meeting: textSchema,
    byDate: calendarDateSchema.nullable(),
    done: z.boolean(),
    ...asTypedShape(...readFields.homeIntroductions),
  })
  .readonly();

/** What was signed: a frozen copy of the plan and all that belongs to it, names of people included. */
export const planContentSchema = z
  .looseObject({
    plan: planSchema,
    steps: z.array(stepSchema).readonly(),
    indicators: z.array(indicatorSchema).readonly(),
    homeIntroductions: z.array(homeIntroductionSchema).readonly(),
    /** Full names by participant id at the moment of signing: a later replacement does not rewrite what was signed. */
    names: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();

export const planVersionSchema = z
  .looseObject({
    id: idSchema<'planVersion'>(),
    planId: idSchema<'plan'>(),
    number: z.number().int().min(1),
    at: instantSchema,
    content: planContentSchema,
  })
  .readonly();

export const signOffSchema = z
  .looseObject({
    id: idSchema<'signOff'>(),
    planId: idSchema<'plan'>(),
    versionId: idSchema<'planVersion'>(),
    at: instantSchema,
    by: textSchema,
    withdrawnAt: instantSchema.nullable(),
    reason: textSchema,
  })
  .readonly();

export type ActionPlan = z.infer<typeof planSchema>;
export type ActionStep = z.infer<typeof stepSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type HomeIntroduction = z.infer<typeof homeIntroductionSchema>;
export type PlanContent = z.infer<typeof planContentSchema>;
export type PlanVersion = z.infer<typeof planVersionSchema>;
export type SignOff = z.infer<typeof signOffSchema>;
export type FactorCheck = z.infer<typeof factorCheckSchema>;
export type PlanId = ActionPlan['id'];
export type StepId = ActionStep['id'];
