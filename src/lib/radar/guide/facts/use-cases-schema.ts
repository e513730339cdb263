import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as llm-gateway');
const sentence = z.string().min(1);
const words = z.array(z.string().min(1)).default([]);

/** Must: no stack without it. Should: missing it is a risk. Could: depends. */
export const NEEDS = ['must', 'should', 'could'] as const;
export type NeedStrength = (typeof NEEDS)[number];

/** Options by question; a list of options means any of them. */
const condition = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));
export type Condition = z.output<typeof condition>;

const need = z.strictObject({
	role: z.string(),
	need: z.enum(NEEDS),
	/** Only then: all keys of a map hold, any map of a list does. */
	when: z.union([condition, z.array(condition).min(1)]).optional()
});

const role = z.strictObject({
	id,
	layer: z.string(),
	label: sentence,
	what: sentence,
	/** `Category / Box`: what is filed there plays the role without further word. */
	box: z.string().optional(),
	/** Items of the landscape outside the AI group that play it; not rated here. */
	elsewhere: words,
	/** Why no item of the landscape plays it. */
	nobody: sentence.optional(),
	/** Requirements of the Kubernetes AI conformance programme that it meets. */
	conformance: words,
	/** A part of a Kubernetes cluster: nothing for a single machine. */
	needs_cluster: z.boolean().default(false)
});
export type Role = z.output<typeof role>;

const roleFact = z.strictObject({
	role: z.string(),
	source: z.string(),
	note: sentence.optional(),
	/** Besides its main part. */
	side: z.boolean().default(false),
	/** A specification: to be asked for, not to be installed. */
	spec: z.boolean().default(false),
	/** Roles that the project itself rests on. */
	requires: z.array(z.string()).default([]),
	/** It plays the part on a cluster only. */
	needs_cluster: z.boolean().default(false),
	/** It plays the part outside Kubernetes only. */
	no_cluster: z.boolean().default(false)
});
export type RoleFact = z.output<typeof roleFact>;

const pair = z.strictObject({
	a: z.string(),
	b: z.string(),
	source: z.string(),
	note: sentence.optional()
});
export type DocumentedPair = z.output<typeof pair>;

const option = z.strictObject({ id, label: sentence, words });
const question = z.strictObject({
	id,
	ask: sentence,
	/** What it is taken for unanswered; none: it stays open. */
	default: z.string().optional(),
	options: z.array(option).min(2)
});
export type Question = z.output<typeof question>;

const useCase = z.strictObject({
	id,
	title: sentence,
	/** Heading under which the list of use cases shows it. */
	group: sentence,
	says: sentence,
	/** Where in the taxonomy it comes from. */
	from: words,
	/** Examples of OPEA's that belong to it. */
	opea: words,
	/** What people say who mean it. */
	words,
	/** Answers taken for given until others are. */
	assume: z.record(z.string(), z.string()).default({}),
	/** Whether it stands on the base. */
	base: z.boolean().default(true),
	needs: z.array(need).min(1)
});
export type UseCase = z.output<typeof useCase>;

const link = z.tuple([z.string(), z.string()]);

/** `data/use-cases.yml` as it stands. */
export const useCasesSchema = z.strictObject({
	version: z.literal(1),
	/** The day on which the facts were last looked at. */
	checked: daySchema,
	taxonomy: z.array(z.strictObject({ id, title: sentence, source: z.string(), what: sentence })),
	layers: z.array(z.strictObject({ id, label: sentence })).min(1),
	roles: z.array(role).min(1),
	projects: z.record(z.string(), z.array(roleFact)),
	works_with: z.array(pair),
	strict_links: z.array(link),
	links: z.array(link),
	conflicts: z.array(
		z.strictObject({
			a: z.string(),
			b: z.string(),
			role: z.string(),
			source: z.string(),
			note: sentence
		})
	),
	/** Folder of a chart in the project's own repository. */
	charts: z.record(z.string(), z.string()),
	ambiguous_names: z.array(z.strictObject({ project: z.string(), reason: sentence })),
	/** Words and phrases that mean the same; the first stands for all. */
	same_words: z.array(z.array(sentence).min(2)),
	questions: z.array(question),
	base: z.array(need),
	use_cases: z.array(useCase).min(1),
	read: z.record(
		z.string(),
		z.strictObject({
			commit: z.string().regex(/^([0-9a-f]{7,40}|main|master)$/, 'expected a commit or main'),
			date: daySchema.nullable()
		})
	)
});
export type UseCasesFile = z.output<typeof useCasesSchema>;
