import { guideProjectsOf } from '#lib/radar/guide/guide.ts';
import { guideJsonSchema } from '#lib/radar/guide/told/guide-schema.ts';
import { radarJsonSchema } from '#lib/radar/export/radar-schema.ts';
import { candidatesJson, candidatesSchema } from './documents/candidates.ts';
import { changesJson, changesSchema } from './documents/changes.ts';
import { defectsJson, defectsSchema } from './documents/defects.ts';
import { editionList, editionListSchema, editionSchema } from './documents/editions.ts';
import {
	guideList,
	guideListSchema,
	rolesJson,
	rolesSchema,
	useCasesDocumentSchema
} from './documents/guide.ts';
import { methodologyJson, methodologySchema } from './documents/methodology.ts';
import { playerFilter, playersJson, playersSchema } from './documents/players.ts';
import { projectList, projectListSchema } from './documents/project-list.ts';
import { projectSchema } from './documents/project.ts';
import { json, type Format } from './format.ts';

/** Rows of the table of formats: the facts as JSON, below `/api/v1/`. */
export const DOCUMENT_FORMATS = {
	projects: {
		path: '/api/v1/projects.json',
		scope: 'view',
		summary: 'the projects with ring, score and facts, as JSON',
		description:
			'The projects of an edition with ring, score and facts, each with the address of all that is known of it.',
		schema: projectListSchema,
		...json(({ about, source }) => projectList(about(), source().document))
	},
	editions: {
		path: '/api/v1/editions.json',
		scope: 'all',
		summary: 'every edition with its day, as JSON',
		description: 'Every edition with its day, and the address of what it shows.',
		schema: editionListSchema,
		...json(({ about, page }) => ({ ...about(), ...editionList(page().editions) }))
	},
	changes: {
		path: '/api/v1/changes.json',
		scope: 'pair',
		summary: 'what changed since the edition before, and why, as JSON',
		description:
			'What changed between two editions, ?from= and ?to=, and why: moves, scores that shifted, the figures behind them. Without parameters: the newest and the one before.',
		schema: changesSchema,
		...json(({ about, changes }) => changesJson(about(), changes()))
	},
	methodology: {
		path: '/api/v1/methodology.json',
		scope: 'all',
		summary: 'the model, its checks and its limits, as JSON',
		description:
			'The model with every weight, curve, gate and cut-off, how it was checked, where it fails, and what its versions changed.',
		schema: methodologySchema,
		...json(({ about, methodology }) => methodologyJson(about(), methodology()))
	},
	'defects-json': {
		path: '/api/v1/defects.json',
		scope: 'all',
		summary: 'what is wrong in the landscape file, as JSON',
		description: 'What is wrong in the landscape file, with suggestions.',
		schema: defectsSchema,
		...json(({ about, defects }) => defectsJson(about(), defects()))
	},
	guide: {
		path: '/api/v1/guide.json',
		scope: 'of-edition',
		summary: 'the use cases of the guide and its questions, as JSON',
		description:
			'The use cases of the guide, each with the address of its stack, and the questions that a stack may depend on.',
		schema: guideListSchema,
		...json(({ about, guide }) => guideList(about(), guide()))
	},
	roles: {
		path: '/api/v1/roles.json',
		scope: 'of-edition',
		summary: 'the parts of a stack, and who plays them, as JSON',
		description:
			'The parts of a stack, what each does, and the projects that play it, with ring, score and source.',
		schema: rolesSchema,
		...json(({ about, guide }) => rolesJson(about(), guide()))
	},
	players: {
		path: '/api/v1/players.json',
		scope: 'of-edition',
		takes: ['kind', 'category', 'home'],
		summary: 'organisations and the projects that they carry, as JSON',
		description:
			'Organisations, the projects that they carry, and those in which they take part. Takes what the page of players takes.',
		schema: playersSchema,
		...json(({ about, standings, params }) =>
			playersJson(about(), standings(), playerFilter(params))
		)
	},
	'candidates-json': {
		path: '/api/v1/candidates.json',
		scope: 'all',
		summary: 'projects outside the group, with what speaks for them, as JSON',
		description: 'Projects that the landscape’s group does not hold, with the evidence for each.',
		schema: candidatesSchema,
		...json(({ about, candidates }) => candidatesJson(about(), candidates()))
	},
	project: {
		path: '/api/v1/projects/{id}.json',
		scope: 'project',
		summary: 'everything known of a --project, with its history, as JSON',
		description: 'Everything known of a project, with its history. Takes ?edition= and ?model=.',
		schema: projectSchema,
		...json(({ about, project }) => ({ ...about(), ...project() }))
	},
	schema: {
		path: '/api/v1/radar.schema.json',
		scope: 'all',
		summary: 'the JSON Schema of json',
		description: 'The JSON Schema of radar.json.',
		...json(() => radarJsonSchema())
	},
	edition: {
		path: '/api/v1/editions/{id}.json',
		scope: 'edition',
		summary: 'what the radar page shows of the edition, as JSON',
		description: 'What the radar page shows of an edition, such as 2026-08.',
		schema: editionSchema,
		...json(({ about, page }) => ({ ...about(), ...page() }))
	},
	standings: {
		path: '/api/v1/editions/{id}/standings.json',
		scope: 'edition',
		summary: 'every project with its whole placement, as JSON',
		description:
			'Every project of an edition with its whole placement: points, gates, momentum, confidence.',
		...json(({ standings }) => standings())
	},
	'what-if': {
		path: '/api/v1/what-if/{id}.json',
		scope: 'edition',
		summary: 'the rated projects, for trying out other weights, as JSON',
		description: 'The rated projects of an edition, for trying out other weights.',
		...json(({ whatIf }) => whatIf())
	},
	'use-cases': {
		path: '/api/v1/use-cases.json',
		scope: 'all',
		summary: 'the facts of the guide: use cases, parts, projects that play them, as JSON',
		description:
			'The facts of the guide: use cases with the parts that they need, projects that play them, documented pairs, each with its source.',
		schema: useCasesDocumentSchema,
		...json(({ about, guide }) => ({ ...about(), ...guide().useCases.file }))
	},
	'guide-schema': {
		path: '/api/v1/guide.schema.json',
		scope: 'all',
		summary: 'the JSON Schema of a stack of the guide',
		description: 'The JSON Schema of a stack of the guide.',
		...json(() => guideJsonSchema())
	},
	'guide-projects': {
		path: '/api/v1/editions/{id}/guide.json',
		scope: 'edition',
		summary: 'the projects of the edition as far as the guide looks at them, as JSON',
		description: 'The projects of an edition as far as the guide looks at them.',
		...json(({ guide }) => guideProjectsOf(guide()))
	},
	packages: {
		path: '/api/v1/packages.json',
		scope: 'all',
		summary: 'which package, image or chart belongs to which project, as JSON',
		description:
			'Which name of a package, module, image or chart belongs to which project of the newest edition, with its ring, its verdict and its alternatives: what the page of your stack looks up.',
		...json(({ packages }) => packages())
	},
	history: {
		path: '/api/v1/history.json',
		scope: 'all',
		summary: 'the ring of every project in every month, as JSON',
		description:
			'Where every project stood on the chart in every month, in columns: what the slider draws.',
		...json(({ history }) => history())
	}
} as const satisfies Record<string, Format>;
