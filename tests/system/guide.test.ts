import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { factFaults } from '#lib/radar/guide/facts/facts-check.ts';
import { guideJson } from '#lib/radar/guide/told/guide-json.ts';
import { guideJsonSchema, guideSchema } from '#lib/radar/guide/told/guide-schema.ts';
import { measure } from '#lib/radar/guide/question/measure.ts';
import { mermaidOf } from '#lib/radar/guide/told/mermaid.ts';
import { questionReader } from '#lib/radar/guide/question/match.ts';
import { questionsOf } from '#lib/radar/guide/question/needs.ts';
import { recommend, type Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { recordOf } from '#lib/radar/guide/told/record.ts';
import { readRequest } from '#lib/radar/guide/request.ts';
import { roleGaps } from '#lib/radar/guide/facts/role-gaps.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { Site } from '#lib/server/read/site.ts';
import { callRadar } from '../fixtures/call-radar.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, 'data');
const QUESTIONS = join(ROOT, 'tests/fixtures/guide');
let folder: string;
let guide: Guide;
let site: Site;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-guide-'));
	const path = join(folder, 'radar.db');
	const db = openForWriting(path);
	seedDatabase(db, readDataFolder(DATA));
	db.$client.close();
	site = new Site(path, DATA);
	const edition = site.edition(null);
	if (edition === null) throw new Error('no edition');
	const read = site.guide(edition);
	if (read === null) throw new Error('no facts');
	guide = read;
});
afterAll(() => {
	site.close();
	rmSync(folder, { recursive: true });
});

const IDS = [
	...['serve-llm', 'serve-predictive', 'batch-inference', 'edge-inference', 'rag', 'graph-rag'],
	...['vector-search', 'agents', 'agent-tools', 'agent-sandbox', 'llm-gateway', 'fine-tune'],
	...['distributed-training', 'gpu-sharing', 'mlops-pipeline', 'notebooks', 'feature-store'],
	...['data-platform', 'evaluate-observe', 'govern', 'cost-energy', 'contribute']
];

function recommended(id: string, query = ''): Recommendation {
	const { useCases, edition } = guide;
	const useCase = useCases.useCase(id);
	if (useCase === null) throw new Error(`no use case ${id}`);
	const { request, problems } = readRequest(new URLSearchParams(query), useCases, edition);
	expect(problems).toEqual([]);
	return recommend(useCases, useCase, edition, request);
}
const named = (made: Recommendation) =>
	Object.fromEntries(made.stack.parts.map(({ need, player }) => [need.role, player.project.id]));
const isValid = addFormats
	.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }))
	.compile(guideJsonSchema());
const mustsOf = ({ stack }: Recommendation) =>
	stack.parts.filter(({ need }) => need.need === 'must' && !need.base);

test('the file holds these use cases', () => {
	expect(guide.useCases.file.use_cases.map(({ id }) => id)).toEqual(IDS);
});

describe.each(IDS)('%s', (id) => {
	test('gives a stack of rated projects, and says what speaks against it', () => {
		const made = recommended(id);
		expect(mustsOf(made).length).toBeGreaterThan(0);
		for (const { player } of made.stack.parts) {
			expect(['adopt', 'trial', 'assess']).toContain(player.project.ring);
			expect(player.fact.spec).toBe(false);
		}
		expect(made.weakest?.sentence).not.toBe('');
		expect(recommended(id)).toEqual(made);
	});

	test('answered in every way, fills every must or says why not', () => {
		const { useCases } = guide;
		const useCase = useCases.useCase(id);
		if (useCase === null) throw new Error('no use case');
		for (const question of questionsOf(useCases, useCase)) {
			for (const option of useCases.question(question)?.options ?? []) {
				const made = recommended(id, `${question}=${option.id}`);
				const told = [...made.stack.parts, ...made.gaps].map(({ need }) => need.role);
				expect(new Set(told).size).toBe(told.length);
				for (const gap of made.gaps) expect(gap.sentence).toContain(':');
			}
		}
	});

	test('on one machine needs nothing that only a cluster has', () => {
		for (const { player, need } of recommended(id, 'where=machine').stack.parts) {
			expect(guide.useCases.role(need.role).needs_cluster).toBe(false);
			expect(guide.edition.needsCluster(player.project.id)).toBe(false);
		}
	});

	test('meets constraints part by part, and tells what they cost', () => {
		const made = recommended(id, 'cncf=1&licence=permissive');
		for (const { player } of made.stack.parts) {
			expect(player.project.isCncf).toBe(true);
			expect(player.project.licenseClass).toBe('permissive');
		}
		expect(made.constraintCosts).toHaveLength(2);
	});

	test('is taken along as JSON, as a record and as a diagram', () => {
		const made = recommended(id, 'licence=permissive&without=vllm');
		const document = guideJson(made, guide.useCases);
		expect(guideSchema.parse(document)).toEqual(document);
		expect(isValid(JSON.parse(JSON.stringify(document)))).toBe(true);

		const record = recordOf(made, guide.useCases, { date: '2026-12-01', address: null });
		const headings = [...record.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => heading);
		expect(headings.slice(0, 5)).toEqual([
			'Context and Problem Statement',
			'Decision Drivers',
			'Considered Options',
			'Decision Outcome',
			'Consequences'
		]);
		expect(record).toContain('status: proposed');
		for (const { player } of made.stack.parts) {
			expect(record.replaceAll('\\', '')).toContain(player.project.name);
		}

		const diagram = mermaidOf(made, guide.useCases);
		expect(diagram.match(/subgraph/g)?.length).toBe(diagram.match(/^ {2}end$/gm)?.length);
		expect(diagram.match(/^ {4}part\d+\["[^"]*"\]$/gm)).toHaveLength(made.stack.parts.length);
	});
});

describe('what an engineer would look at first', () => {
	test('a served model, fully answered, stands on parts that are documented together', () => {
		const made = recommended(
			'serve-llm',
			'where=cluster&models=both&size=many&teams=several&load=bursts'
		);
		const parts = named(made);
		expect(parts).toMatchObject({ 'job-queue': 'kueue', autoscaling: 'keda' });
		const engine = made.stack.parts.find(({ need }) => need.role === 'inference-engine');
		const platform = parts['serving-platform'];
		expect(engine?.neighbours.map(({ project }) => project)).toContain(platform);
		const routing = made.stack.parts.find(({ need }) => need.role === 'inference-routing');
		expect(routing?.neighbours.map(({ project }) => project)).toContain(parts['inference-engine']);
	});

	test('a guardrail library is the guardrail, not a gateway that filters too', () => {
		const libraries = ['guardrails-ai', 'nemo-guardrails'];
		expect(libraries).toContain(named(recommended('govern'))['guardrail']);
		expect(libraries).toContain(named(recommended('agents'))['guardrail']);
	});

	test('an online feature store needs no Hadoop under it', () => {
		expect(named(recommended('feature-store'))['key-value-store']).not.toBe('apache-hbase');
	});

	test('nothing packages models at the edge that only does so besides', () => {
		expect(named(recommended('edge-inference'))['model-packaging']).toBeUndefined();
	});

	test('what is run already stays, and the rest fits itself to it', () => {
		const parts = named(recommended('serve-llm', 'pin=vllm'));
		expect(parts['inference-engine']).toBe('vllm');
		expect([...guide.useCases.partnersOf('vllm').keys()]).toContain(parts['serving-platform']);
	});
});

describe('questions in words', () => {
	const measured = (file: string) => {
		const rows: { use_case: string; question: string }[] = parse(
			readFileSync(join(QUESTIONS, file), 'utf8'),
			{ columns: true }
		);
		const questions = rows.map(({ use_case: useCase, question }) => ({ useCase, question }));
		return measure(questions, questionReader(guide.useCases, guide.edition));
	};

	test('that the words were chosen by find their use case among three in 95 of 100', () => {
		const { asked, firstThree, offTopic, offTopicKnown } = measured('questions.csv');
		expect(firstThree / asked).toBeGreaterThanOrEqual(0.95);
		expect(offTopicKnown).toBe(offTopic);
	});

	test('that were not seen when the words were chosen, in 88 of 100', () => {
		const { asked, firstThree, offTopic, offTopicKnown } = measured('questions-unseen.csv');
		expect(firstThree / asked).toBeGreaterThanOrEqual(0.88);
		expect(offTopicKnown / offTopic).toBeGreaterThanOrEqual(0.75);
	});
});

test('facts that fit no edition are named with their place, and leave the rest alone', () => {
	const { useCases, edition } = guide;
	const without = {
		...edition,
		project: (id: string) => (id === 'vllm' ? null : edition.project(id))
	};
	expect(factFaults(useCases, without).map(({ message }) => message)).toContain(
		'vllm is not in edition 2026-08: its facts are skipped'
	);
});

test('the gaps are roles without a rated project, those first that most use cases cannot do without', () => {
	const gaps = roleGaps(guide.useCases, guide.edition);
	expect(gaps[0]?.role.id).toBe('accelerator-driver');
	const counts = gaps.map(({ neededBy }) => neededBy.must.length);
	expect([...counts].sort((a, b) => b - a)).toEqual(counts);
	for (const { players } of gaps) {
		for (const { project, fact } of players) {
			expect(fact.spec || project.ring === null || project.ring === 'hold').toBe(true);
		}
	}
});

describe('the command', () => {
	const run = (...args: string[]) => callRadar(join(folder, 'radar.db'), 'guide', ...args);

	test('answers a question with a stack, and names the next use cases beside it', async () => {
		const { status, stdout, stderr } = await run('untrusted', 'code', 'from', 'an', 'llm');
		expect(status).toBe(0);
		expect(stdout).toContain('(agent-sandbox)');
		expect(stderr).toMatch(/^Or: [a-z-]+, [a-z-]+ /);
	});

	test('answers what it knows nothing of with all use cases', async () => {
		const { status, stdout } = await run('best', 'pasta', 'recipe');
		expect(status).toBe(0);
		for (const id of IDS) expect(stdout).toContain(id);
	});

	test('writes JSON with answers, constraints and pins', async () => {
		const { stdout } = await run(
			...['--use-case', 'rag', '--answer', 'models=hosted', '--constraint', 'licence=permissive'],
			...['--pin', 'qdrant', '--without', 'docling', '--format', 'json']
		);
		const document = guideSchema.parse(JSON.parse(stdout));
		expect(document.query).toBe('models=hosted&licence=permissive&pin=qdrant&without=docling');
		expect(document.parts.find(({ role }) => role.id === 'vector-store')).toMatchObject({
			pinned: true,
			project: { id: 'qdrant' }
		});
	});

	test.each([
		[['--use-case', 'nothing'], 'There is no use case "nothing"'],
		[['--use-case', 'rag', '--answer', 'where=moon'], 'where has no answer "moon"'],
		[['--use-case', 'rag', '--answer', 'cncf=1'], '--answer knows no "cncf"'],
		[['--use-case', 'rag', '--constraint', 'ring'], '--constraint takes KEY=VALUE'],
		[['--use-case', 'rag', '--pin', 'nobody'], 'There is no project "nobody"'],
		[['--format', 'pdf'], '--format is one of'],
		[['--edition', '1999-01'], 'There is no edition 1999-01'],
		[['--measure', 'none.csv'], 'none.csv']
	])('refuses %j', async (args, message) => {
		const { status, stderr } = await run(...args);
		expect(status).toBe(2);
		expect(stderr).toContain(message);
		expect(stderr).not.toContain('    at ');
	});

	test('measures a file of questions, and refuses one with an unknown use case', async () => {
		expect((await run('--measure', join(QUESTIONS, 'questions.csv'))).stdout).toContain(
			'First three:'
		);
		const file = join(folder, 'spoilt.csv');
		writeFileSync(file, 'use_case,question\nrag,chat\nragg,chat\n');
		expect(await run('--measure', file)).toMatchObject({
			status: 2,
			stderr: `${file}:3: there is no use case "ragg".\n`
		});
	});

	test('checks the facts and lists the gaps', async () => {
		expect((await run('--check')).stdout).toMatch(/22 use cases, \d+ roles/);
		expect((await run('--gaps')).stdout).toContain('# Parts without a rated project');
	});

	test('refuses facts that cannot be used, with the line', async () => {
		const data = join(folder, 'data');
		mkdirSync(data);
		for (const name of ['overrides.yml', 'use-cases.yml'])
			cpSync(join(DATA, name), join(data, name));
		const file = join(data, 'use-cases.yml');
		writeFileSync(file, readFileSync(file, 'utf8').replace('  vllm: [', '  vlm: ['));
		const { status, stderr } = await run('--check', '--data', data);
		expect(status).toBe(2);
		expect(stderr).toMatch(/use-cases\.yml:\d+: projects\.vlm: there was never a project vlm/);
	});
});
