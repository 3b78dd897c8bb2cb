// Schemas of stamps and knowledge, for what is read from a disk.
import { z } from 'zod';
import type { Knowledge, Stamp } from './stamp.ts';

const replicaName = z.string().min(1).max(64);

export const stampSchema: z.ZodType<Stamp> = z.tuple([z.number().int().min(0), replicaName]).readonly();

export const knowledgeSchema: z.ZodType<Knowledge> = z.record(replicaName, z.number().int().min(0)).readonly();
