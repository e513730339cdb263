import { describe, expect, test } from 'vitest';
import { explanationText } from './explanation-text.ts';
import type { ProjectPage } from './project/project-page.ts';
import { placeProject, prepareModel } from '#lib/radar/model/place.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { settings } from '../../../../tests/fixtures/model.ts';
import { EDITION, HEALTHY, subjectOf } from '../../../../tests/fixtures/subject.ts';

const judge = prepareModel(settings.model);
const { forks: _, ...values } = HEALTHY;
const { placement } = placeProject(
	subjectOf({ ...values, absenceFactor: 1 }, { maturity: 'sandbox' }),
	[],
	EDITION,
	null,
	true,
	judge
);
const view: ProjectPage = {
	id: 'project',
	users: {},
	name: 'The Project',
	homepage: null,
	repository: 'example/project',
	repositoryUrl: 'https://github.com/example/project',
	paths: [{ category: 'Data', subcategory: 'Data Science' }],
	maturity: 'sandbox',
	cncf: { accepted: null, incubating: null, graduated: null, archived: null },
	edition: EDITION,
	placement,
	blip: null,
	observed: [],
	history: [
		{ edition: '2026-06', date: '2026-06-30', ring: 'trial', score: 70, movement: 'new' },
		{ edition: '2026-07', date: '2026-07-31', ring: 'trial', score: 69, movement: 'none' },
		{
			edition: '2026-08',
			date: '2026-08-31',
			ring: 'assess',
			score: 60,
			movement: 'out',
			reason: 'It fell.'
		}
	],
	series: [],
	carriedBy: { state: 'unknown', reason: 'not counted yet' },
	experts: [{ ring: 'adopt', source: 'Some Radar', date: '2026-05', secondary: true }],
	alternatives: [],
	related: [],
	cutOffs: cutOffsOf(settings.model),
	references: Object.fromEntries(
		settings.model.dimensions.flatMap(({ metrics }) => metrics.map(({ id, curve }) => [id, curve]))
	),
	sources: { history: { name: 'Its own history', url: 'https://git-scm.com' } }
};
const text = explanationText(view, settings);

describe('an explanation as text', () => {
	test('names every sub-metric, with points, value, source and day, or why there is none', () => {
		for (const part of placement.dimensions.flatMap(({ metrics }) => metrics)) {
			const line = text.split('\n').find((l) => l.startsWith(`  ${part.label} `));
			expect(line).toContain(`of ${part.possible}`);
			if (part.state === 'observed') expect(line).toContain(`${part.source}, ${part.observedOn}`);
			else expect(line).toContain(part.note);
		}
	});

	test('names the references between which each sub-metric earns its points', () => {
		expect(text).toContain('0% at 3 to 100% at 150, logarithmic');
		expect(text).toContain('100% at 60, 0% at 365');
	});

	test('says every gate, what is missing, what is next, and what others said', () => {
		for (const { sentence } of placement.gates) expect(text).toContain(sentence);
		expect(placement.gates.map(({ id }) => id)).toEqual(['sandbox', 'one-author']);
		expect(text).toContain('Forks (3): not measured');
		expect(text).toMatch(
			/Next ring\n {2}Two things keep it from (Trial|Adopt): points, and limits\.\n {2}It needs \d+\.\d points more for (Trial|Adopt) \(\d+ to get in, \d+ to stay\)\./
		);
		expect(text).toContain('2026-05  Adopt   Some Radar (from a digest)');
		expect(text).toContain('Without points of maturity');
	});

	test('says of a gate that waits which night it is', () => {
		const sentence =
			'One author wrote half; that counts after 14 nights in a row, and this is night 3.';
		const pendingGates = [{ id: 'one-author' as const, closing: true, night: 3, of: 14, sentence }];
		const waiting = { ...view, placement: { ...placement, gates: [], pendingGates } };
		expect(explanationText(waiting, settings)).toContain(`one-author        ${sentence}`);
	});

	test('says of a move that waits which night it is', () => {
		const pending = { to: 'adopt' as const, night: 2, of: 7 };
		const moving = { ...view, placement: { ...placement, pending } };
		expect(explanationText(moving, settings)).toMatch(/^Moving to +Adopt, night 2 of 7$/m);
		expect(text).not.toContain('Moving to');
	});

	test('says of a retired project without a score that it has none, and why', () => {
		const unmeasured = subjectOf({ archived: true });
		const { placement: held } = placeProject(unmeasured, [], EDITION, null, true, judge);
		const lines = explanationText({ ...view, placement: held }, settings);
		expect(lines).toMatch(/^Ring +Hold$/m);
		expect(lines).not.toMatch(/^Score /m);
		expect(lines).toContain('It has no score. Its repository has not been measured yet.');
		expect(lines).toContain('The repository is archived.');
		expect(lines).toContain('unknown without a score');
	});

	test('tells the first standing and every move with its reason, and leaves out what stayed', () => {
		const history = text.slice(text.indexOf('History'), text.indexOf('Sources'));
		expect(history).toContain('2026-06    Trial, 70.0');
		expect(history).toContain('2026-08    Assess, 60.0   It fell.');
		expect(history).not.toContain('2026-07');
	});

	test('ends with the purpose and the notice', () => {
		expect(text).toContain('It does not measure the quality');
		expect(text.trimEnd().endsWith(settings.site.notice)).toBe(true);
	});

	test('of a project that does not stand in the edition says so', () => {
		const gone = explanationText({ ...view, placement: null }, settings);
		expect(gone).toContain('It is not in the edition 2026-08.');
		expect(gone).toContain('History');
	});
});
