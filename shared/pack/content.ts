// What one team's pack says, as plain facts in one language: no layout, no file format. `data.json` is exactly this.
import type { FactorCheck, Indicator, PlanContent } from '../domain/plan/model.ts';
import type { CheckpointKind } from '../domain/follow-up/model.ts';
import type { FieldId, InstrumentId, PhaseId } from '../domain/framework/model.ts';
import type { ParkingStatus } from '../domain/parking/model.ts';
import type { ContactValue } from '../domain/people/contacts.ts';
import type { ParticipantKind } from '../domain/people/model.ts';
import type { Organiser } from '../domain/workshop/model.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Language } from '../kernel/local-text.ts';

/** Raised by one when the shape of `data.json` changes. 2 says, among others, which signature of a plan was withdrawn, and beside which it is a draft. */
export const packSchemaVersion = 2;

export interface PackContent {
  readonly schemaVersion: typeof packSchemaVersion;
  readonly appVersion: string;
  readonly documentId: string;
  readonly workshopRevision: number;
  readonly builtAt: Instant;
  /** The day of `builtAt` in the workshop's time zone. */
  readonly builtOn: CalendarDate;
  readonly language: Language;
  readonly isSample: boolean;
  readonly workshop: PackWorkshop;
  readonly team: PackTeam;
  readonly plans: readonly PackPlan[];
  readonly people: readonly PackPerson[];
  readonly topicGroups: readonly PackTopicGroup[];
  readonly parkingLot: readonly PackParkingItem[];
  readonly bibliography: readonly PackBibliographyGroup[];
  /** Forms, scales and rhythms that no public source has: documents mark them. */
  readonly ours: readonly InstrumentId[];
}

export interface PackWorkshop {
  readonly title: string;
  readonly place: string;
  readonly country: string;
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly hosts: readonly string[];
  readonly partners: readonly string[];
  readonly funders: readonly string[];
  readonly organisers: readonly Organiser[];
  readonly objectives: readonly string[];
}

export interface PackTeam {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  /** Full name, or '' while nobody leads the team. */
  readonly lead: string;
  readonly supportContact: string;
  readonly members: readonly string[];
}

/** A term of the framework: its stable id and its name in the language of the pack. */
export interface PackTerm<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface PackPlan extends PlanText {
  readonly id: string;
  /** Place among the team's plans, from 1. */
  readonly number: number;
  readonly version: number;
  /** Null while the plan is a draft. */
  readonly signed: { readonly at: Instant; readonly on: CalendarDate; readonly by: string } | null;
  /** The signature that was taken back and left this plan a draft, or null. */
  readonly withdrawn: { readonly version: number; readonly on: CalendarDate; readonly reason: string } | null;
  /** Number of a draft that was begun after the version handed out here, or null. */
  readonly newerDraft: number | null;
  /** The signed version that counts while this draft of the next one is printed; null in packs, which hand the signed one out. */
  readonly draftBeside: { readonly version: number; readonly on: CalendarDate } | null;
  readonly checkpoints: readonly PackCheckpoint[];
}

/** What a plan says, whichever of its versions it is. */
export interface PlanText {
  readonly topic: string;
  readonly agendaItem: string;
  readonly expectedOutput: string;
  readonly steps: readonly PackStep[];
  readonly homeIntroductions: readonly PackHomeIntroduction[];
  readonly fields: readonly PackTerm<FieldId>[];
  readonly phase: PackTerm<PhaseId> | null;
  readonly accountable: string;
  readonly startDate: CalendarDate | null;
  readonly endDate: CalendarDate | null;
  /** What was typed into these and not understood; '' where there is nothing such. */
  readonly typed: { readonly accountable: string; readonly startDate: string; readonly endDate: string; readonly budget: string };
  readonly objective: string;
  readonly linkToExistingPlan: string;
  readonly resources: string;
  readonly budget: { readonly amount: string; readonly currency: string; readonly source: string; readonly secured: boolean } | null;
  readonly indicators: readonly PackIndicator[];
  readonly risks: readonly { readonly text: string; readonly response: string }[];
  readonly factorChecks: readonly PackFactorCheck[];
  /** Scales that no public source has: documents mark them. */
  readonly ours: readonly InstrumentId[];
}

export interface PackStep {
  readonly id: string;
  readonly text: string;
  readonly responsible: readonly string[];
  readonly startDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  /** What was typed into these three and not understood; '' where there is nothing such. */
  readonly responsibleTyped: string;
  readonly startTyped: string;
  readonly dueTyped: string;
  readonly resources: string;
  readonly status: PlanContent['steps'][number]['status'];
  readonly changeReason: string;
}

export interface PackHomeIntroduction {
  readonly id: string;
  readonly who: string;
  readonly toWhom: string;
  readonly meeting: string;
  readonly byDate: CalendarDate | null;
  readonly byTyped: string;
  readonly done: boolean;
}

export interface PackIndicator extends Pick<
  Indicator,
  'name' | 'type' | 'unit' | 'baselineValue' | 'baselineDate' | 'baselineSource' | 'targetValue' | 'targetDate' | 'frequency' | 'owner'
> {
  readonly baselineTyped: string;
  readonly targetTyped: string;
}

export interface PackFactorCheck {
  readonly id: string;
  readonly text: string;
  readonly answer: FactorCheck['answer'];
  readonly note: string;
}

export interface PackCheckpoint {
  readonly kind: CheckpointKind;
  readonly dueDate: CalendarDate;
  /** False for the usual rhythm, offered where the room has agreed on none. */
  readonly isAgreed: boolean;
}

/** A person of the workshop, with the contacts that the person lets be shared. */
export interface PackPerson {
  readonly fullName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly kind: ParticipantKind;
  readonly role: string;
  readonly organisation: string;
  readonly country: string;
  readonly team: string;
  readonly topicGroup: string;
  readonly contacts: readonly ContactValue[];
}

export interface PackTopicGroup {
  readonly name: string;
  readonly fields: readonly string[];
  readonly coChairs: readonly string[];
  readonly members: readonly string[];
}

export interface PackParkingItem {
  readonly text: string;
  readonly raisedBy: string;
  readonly status: ParkingStatus;
  readonly owner: string;
  readonly dueDate: CalendarDate | null;
  readonly dueTyped: string;
  readonly answer: string;
}

export interface PackBibliographyGroup {
  readonly field: PackTerm<FieldId> | null;
  readonly titles: readonly string[];
}
