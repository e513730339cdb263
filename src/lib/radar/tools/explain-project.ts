import { z } from 'zod';
import { projectFacts } from '#lib/radar/guide/told/project-facts.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { CONFIDENCE_LEVELS, RINGS } from '#lib/radar/words/vocabulary.ts';
import type { MetricPart } from '#lib/radar/model/placement.ts';
import {
	ANSWER,
	editionAsked,
	editionInput,
	headOf,
	projectNamed,
	shortProject,
	ToolError,
	type Tool
} from './tool.ts';

const input = z.strictObject({
	project: z.string().describe('Id, name or owner/name'),
	edition: editionInput
});
const metric = z.object({
	id: z.string(),
	label: z.string(),
	value: z.union([z.number(), z.string()]).nullable().describe('null: not known'),
	unit: z.string(),
	points: z.number().nullable(),
	possible: z.number(),
	note: z.string().nullable(),
	source: z.string().nullable(),
	observedOn: z.string().nullable()
});
const output = z.object({
	...ANSWER,
	project: shortProject.extend({ repository: z.string().nullable(), address: z.string() }),
	scoreRing: z.enum(RINGS).nullable().describe('The ring that the score alone says'),
	confidence: z.object({ share: z.number(), level: z.enum(CONFIDENCE_LEVELS) }),
	notRated: z.string().nullable(),
	gates: z.array(z.string()).describe('Rules that changed the ring, in sentences'),
	next: z
		.object({
			ring: z.enum(RINGS),
			points: z.number(),
			change: z.string().nullable(),
			blockedBy: z.array(z.string())
		})
		.nullable()
		.describe('What would move it inwards'),
	momentum: z.string().nullable(),
	dimensions: z.array(
		z.object({ label: z.string(), points: z.number(), of: z.number(), metrics: z.array(metric) })
	),
	usedFor: z.array(z.string()),
	documentedWith: z.array(z.string()).describe('Ids of projects'),
	elsewhere: z
		.array(z.object({ ring: z.enum(RINGS), source: z.string(), date: z.string() }))
		.describe('Placements published by others; they never feed the score')
});

export const explainProjectTool: Tool<typeof input, typeof output> = {
	name: 'explain_project',
	title: 'Explain a project’s ring',
	description:
		'Tells why a project is in its ring: every figure with points, source and day, the rules that acted, what would move it, what it is used for.',
	input,
	output,
	run: async ({ project: text, edition }, source) => {
		const page = await editionAsked(source, edition);
		const { id } = projectNamed(text, page.blips);
		const project = await source.reader.project(id, page.edition.id);
		const placement = project?.placement ?? null;
		if (project === null || placement === null) {
			throw new ToolError(`${text} was not in edition ${page.edition.id}.`);
		}
		const guide = await source.reader.guide(page.edition.id);
		const facts = guide === null ? { roles: [], partners: [] } : projectFacts(guide, id);
		const { next } = placement;
		return {
			...headOf(page.edition),
			project: {
				id,
				name: project.name,
				ring: placement.ring,
				score: placement.score,
				repository: project.repository,
				address: `/projects/${id}`
			},
			scoreRing: placement.scoreRing,
			confidence: { ...placement.confidence, share: rounded(placement.confidence.share, 2) },
			notRated: placement.notRated,
			gates: placement.gates.filter(({ acted }) => acted).map(({ sentence }) => sentence),
			next: next && {
				ring: next.ring,
				points: next.distance,
				change: next.change?.sentence ?? null,
				blockedBy: next.blockedBy
			},
			momentum: placement.momentum.trend,
			dimensions: placement.dimensions.map(({ label, won, observed, metrics }) => ({
				label,
				points: rounded(won, 1),
				of: observed,
				metrics: metrics.map(metricOf)
			})),
			usedFor: facts.roles.map(({ label }) => label),
			documentedWith: facts.partners.map((partner) => partner.id),
			elsewhere: project.experts.map(({ ring, source: by, date }) => ({ ring, source: by, date }))
		};
	}
};

const metricOf = (part: MetricPart) => {
	const { id, label, value, unit, won, possible, note, source, observedOn } = part;
	const points = won === null ? null : rounded(won, 1);
	return { id, label, value, unit, points, possible, note, source, observedOn };
};
