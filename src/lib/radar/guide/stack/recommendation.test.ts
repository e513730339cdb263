import { describe, expect, test } from 'vitest';
import {
	factOf,
	fileOf,
	projectOf,
	roleOf,
	smallEdition
} from '../../../../../tests/fixtures/guide/small-guide.ts';
import { NO_CONSTRAINTS } from './constraints.ts';
import type { GuideProject } from './guide-project.ts';
import { recommend, type Recommendation } from './recommendation.ts';
import {
	PLAIN_REQUEST,
	readRequest,
	requestQuery,
	type GuideRequest
} from '#lib/radar/guide/request.ts';
import { indexed } from '#lib/radar/guide/facts/use-cases-index.ts';
import type { UseCasesFile } from '#lib/radar/guide/facts/use-cases.ts';

const recommended = (
	file: Partial<UseCasesFile>,
	projects: GuideProject[],
	request: Partial<GuideRequest> = {}
): Recommendation => {
	const useCases = indexed(fileOf(file));
	const [useCase] = useCases.file.use_cases;
	if (useCase === undefined) throw new Error('no use case');
	return recommend(useCases, useCase, smallEdition(useCases, projects), {
		...PLAIN_REQUEST,
		...request
	});
};
const names = ({ stack }: Recommendation) => stack.parts.map(({ player }) => player.project.id);
const needing = (needs: UseCasesFile['use_cases'][number]['needs'], assume = {}) => {
	const [useCase] = fileOf().use_cases;
	if (useCase === undefined) throw new Error('no use case');
	return [{ ...useCase, needs, assume }];
};

const ENGINES = { projects: { fast: [factOf('engine')], slow: [factOf('engine')] } };

describe('the weakest link', () => {
	test('is the must with the lowest ring, then score', () => {
		const made = recommended(
			{
				roles: [roleOf('engine'), roleOf('store')],
				projects: { fast: [factOf('engine')], shop: [factOf('store')] },
				use_cases: needing([
					{ role: 'engine', need: 'must' },
					{ role: 'store', need: 'must' }
				])
			},
			[projectOf('fast', { ring: 'assess', score: 41.9 }), projectOf('shop', { score: 50 })]
		);
		expect(made.weakest).toMatchObject({ role: 'engine', project: 'fast', ofParts: null });
		expect(made.weakest?.sentence).toBe(
			'The weakest link is FAST (part engine): Assess, score 41.'
		);
	});

	test('is what is missing before any part that there is, and the weakest part is told beside it', () => {
		const made = recommended(
			{
				roles: [roleOf('engine'), roleOf('driver', { nobody: 'It comes with the machine.' })],
				projects: { fast: [factOf('engine')] },
				use_cases: needing([
					{ role: 'engine', need: 'must' },
					{ role: 'driver', need: 'must' }
				])
			},
			[projectOf('fast', { ring: 'adopt' })]
		);
		expect(made.weakest).toMatchObject({ role: 'driver', project: null });
		expect(made.weakest?.sentence).toContain('It comes with the machine.');
		expect(made.weakest?.ofParts).toContain('FAST');
	});

	test('of what the radar cannot rate, it says so', () => {
		const made = recommended(ENGINES, [
			projectOf('fast', { ring: null, score: null, notRated: 'Not measured.' })
		]);
		expect(made.weakest?.sentence).toBe(
			'The weakest link may be what is missing. Part engine: FAST is on the radar, but not rated.'
		);
	});

	test('leaves out what every use case stands on', () => {
		const made = recommended(
			{
				roles: [roleOf('engine'), roleOf('ground')],
				projects: { fast: [factOf('engine')] },
				base: [{ role: 'ground', need: 'must' }]
			},
			[projectOf('fast')]
		);
		expect(made.gaps).toMatchObject([{ need: { role: 'ground', base: true }, kind: 'nobody' }]);
		expect(made.weakest?.project).toBe('fast');
	});
});

describe('what would change the answer', () => {
	test.each([
		[{ ring: 'assess' }, {}, 'ring', 'SLOW is in Assess, FAST in Trial.'],
		[{ score: 64.9 }, {}, 'points', 'SLOW has 6 points fewer.'],
		[{}, { side: true }, 'side', 'SLOW plays this besides its main part; FAST is made for it.']
	] as const)(
		'tells the one thing that separates the second: %j %j',
		(slow, fact, reason, says) => {
			const made = recommended(
				{ projects: { fast: [factOf('engine')], slow: [factOf('engine', fact)] } },
				[projectOf('fast'), projectOf('slow', slow)]
			);
			expect(made.changes).toEqual([{ role: 'engine', project: 'slow', reason, sentence: says }]);
		}
	);

	test('tells of one that only lacks data', () => {
		const made = recommended(ENGINES, [
			projectOf('slow', { score: 60 }),
			projectOf('fast', {
				ring: 'assess',
				scoreRing: 'adopt',
				score: 90,
				confidence: { share: 0.55, level: 'low' },
				gates: [{ id: 'low-confidence', sentence: 'Little is known.' }]
			})
		]);
		expect(names(made)).toEqual(['slow']);
		expect(made.changes[0]).toMatchObject({
			reason: 'gate',
			sentence:
				'FAST would come before SLOW if its data were complete: its score is enough for adopt, 55% is known.'
		});
	});

	test('tells of one that is not rated, where nobody else that is rated plays the part', () => {
		const made = recommended(ENGINES, [
			projectOf('fast'),
			projectOf('slow', { ring: null, score: null, notRated: 'Not measured.' })
		]);
		expect(made.changes).toMatchObject([{ project: 'slow', reason: 'not-rated' }]);
	});
});

describe('who is left out', () => {
	test('is named with the reason', () => {
		const made = recommended(
			{
				projects: {
					a: [factOf('engine', { spec: true })],
					b: [factOf('engine')],
					c: [factOf('engine')],
					d: [factOf('engine')],
					e: [factOf('engine')]
				}
			},
			[
				projectOf('a'),
				projectOf('b', { ring: null, notRated: 'Not measured.' }),
				projectOf('c', { ring: 'hold', gates: [{ id: 'archived', sentence: 'Archived.' }] }),
				projectOf('d', { licenseClass: 'copyleft' }),
				projectOf('e')
			],
			{ constraints: { ...NO_CONSTRAINTS, licence: ['permissive'] }, excluded: ['e'] }
		);
		expect(names(made)).toEqual([]);
		expect(made.candidates.get('engine')?.left.map(({ reason }) => reason.sentence)).toEqual([
			'A is a specification: ask others for it.',
			'B is not rated. Not measured.',
			'C is on hold and must not be taken. Archived.',
			'D does not meet: licence: permissive.',
			'You left E out.'
		]);
		expect(made.gaps[0]?.kind).toBe('constraints');
		expect(made.constraintCosts).toEqual([
			{ id: 'licence', text: 'Licence: permissive', emptied: ['engine'], projects: 1 }
		]);
	});

	test('on one machine are the parts of a cluster, and projects that are mainly such', () => {
		const file = {
			roles: [roleOf('engine'), roleOf('queue', { needs_cluster: true })],
			projects: {
				queue: [factOf('queue'), factOf('engine', { side: true })],
				fast: [factOf('engine')]
			},
			use_cases: needing([
				{ role: 'engine', need: 'must' },
				{ role: 'queue', need: 'should' }
			])
		};
		const projects = [projectOf('queue', { ring: 'adopt' }), projectOf('fast', { ring: 'assess' })];
		expect(names(recommended(file, projects))).toContain('queue');
		const made = recommended(file, projects, { answers: { where: 'machine' } });
		expect(names(made)).toEqual(['fast']);
		expect(made.gaps).toEqual([]);
	});
});

test('what does not run on Kubernetes is chosen for one machine only', () => {
	const file = {
		roles: [roleOf('engine')],
		projects: { cloud: [factOf('engine', { no_cluster: true })], fast: [factOf('engine')] },
		use_cases: needing([{ role: 'engine', need: 'must' }])
	};
	const projects = [projectOf('cloud', { ring: 'adopt' }), projectOf('fast', { ring: 'assess' })];
	expect(names(recommended(file, projects))).toEqual(['fast']);
	expect(names(recommended(file, projects, { answers: { where: 'machine' } }))).toEqual(['cloud']);
});

describe('what is pinned', () => {
	test('stays, and what clashes with it is told', () => {
		const made = recommended(
			ENGINES,
			[
				projectOf('fast', { ring: 'adopt' }),
				projectOf('slow', { ring: 'hold', isCncf: false }),
				projectOf('idle')
			],
			{ pins: ['slow', 'fast', 'idle'], constraints: { ...NO_CONSTRAINTS, cncf: true } }
		);
		expect(names(made)).toEqual(['slow']);
		expect(made.clashes).toEqual([
			'SLOW is on hold.',
			'SLOW does not meet what you ask of the others: a CNCF project or a part of one.',
			'SLOW already plays the part that FAST would.',
			'FAST does not meet what you ask of the others: a CNCF project or a part of one.',
			'IDLE plays no part here.'
		]);
	});

	test('brings in a part that else only depends', () => {
		const file = { ...ENGINES, use_cases: needing([{ role: 'engine', need: 'could' }]) };
		expect(names(recommended(file, [projectOf('fast')]))).toEqual([]);
		expect(names(recommended(file, [projectOf('fast')], { pins: ['fast'] }))).toEqual(['fast']);
	});
});

describe('a role', () => {
	test('is played by whoever is filed in its box, but for those who are listed', () => {
		const made = recommended(
			{
				roles: [roleOf('engine', { box: 'Inference / Runtime' })],
				projects: { listed: [] }
			},
			[
				projectOf('boxed', { boxes: ['Inference / Runtime'] }),
				projectOf('listed', { boxes: ['Inference / Runtime'], ring: 'adopt' })
			]
		);
		expect(names(made)).toEqual(['boxed']);
	});

	test('is needed as much as it is at most, by the use case or by the base', () => {
		const made = recommended(
			{
				...ENGINES,
				base: [{ role: 'engine', need: 'must' }],
				use_cases: needing([{ role: 'engine', need: 'could' }])
			},
			[projectOf('fast')]
		);
		expect(made.stack.parts).toMatchObject([{ need: { need: 'must', base: true } }]);
	});
});

describe('risks', () => {
	test('are told from data only', () => {
		const made = recommended(
			{
				projects: { fast: [factOf('engine', { source: 'owner/name README.md' })] },
				read: { 'owner/name': { commit: 'abcdef0', date: '2025-01-02' } }
			},
			[
				projectOf('fast', {
					trend: 'falling',
					borderline: true,
					license: 'SSPL-1.0',
					licenseClass: 'source-available',
					hasNeutralHome: false,
					hasOneAuthor: true,
					throughMirror: true,
					confidence: { share: 0.5, level: 'low' },
					gates: [
						{ id: 'sandbox', sentence: 'Sandbox projects stop at trial; the score says adopt.' }
					]
				})
			]
		);
		expect(made.risks.map(({ kind }) => kind)).toEqual([
			'falling',
			'gate',
			'confidence',
			'borderline',
			'licence',
			'home',
			'one-author',
			'mirror',
			'old-fact'
		]);
	});

	test('tell what a part rests on and the stack does not hold', () => {
		const file = {
			roles: [roleOf('engine'), roleOf('store')],
			projects: { fast: [factOf('engine', { requires: ['store'] })], kept: [factOf('store')] }
		};
		const [engine, store] = [
			{ role: 'engine', need: 'must' as const },
			{ role: 'store', need: 'must' as const }
		];
		const projects = [projectOf('fast'), projectOf('kept')];
		const risks = (needs: Parameters<typeof needing>[0]) =>
			recommended({ ...file, use_cases: needing(needs) }, projects).risks;
		expect(risks([engine]).map(({ sentence }) => sentence)).toEqual([
			'FAST rests on parts that this stack does not hold: part store.'
		]);
		expect(risks([engine, store])).toEqual([]);
	});

	test('are none for a project of which nothing is odd', () => {
		expect(recommended(ENGINES, [projectOf('fast')]).risks).toEqual([]);
	});
});

describe('a request', () => {
	const useCases = indexed(fileOf(ENGINES));
	const edition = smallEdition(useCases, [projectOf('fast'), projectOf('slow')]);
	const read = (query: string) => readRequest(new URLSearchParams(query), useCases, edition);

	test('comes back from its own address', () => {
		const query =
			'where=machine&cncf=1&licence=permissive,copyleft&lang=go&ring=trial&confidence=medium&chart=1&home=neutral&pin=fast&without=slow';
		const { request, problems } = read(query);
		expect(problems).toEqual([]);
		expect(requestQuery(request)).toBe(query);
		expect(requestQuery(PLAIN_REQUEST)).toBe('');
	});

	test('tells what it does not know, and leaves it aside', () => {
		const { request, problems } = read(
			'where=moon&ring=hold&pin=nobody&colour=red&licence=cheap&__proto__=1'
		);
		expect(request).toEqual(PLAIN_REQUEST);
		expect(problems).toEqual([
			'where has no answer "moon": it takes machine, cluster.',
			'ring takes adopt, trial, assess, not "hold".',
			'There is no project "nobody" in this edition.',
			'The guide knows no "colour".',
			'licence takes permissive, copyleft, source-available, unknown, not "cheap".',
			'The guide knows no "__proto__".'
		]);
	});
});
