import { describe, expect, test } from 'vitest';
import { parseSettings } from './settings.ts';
import { InputError } from '#lib/radar/input/yaml.ts';
import { settings, settingsText } from '../../../../tests/fixtures/model.ts';

/** The settings with one line changed; its 1-based number beside it. */
function broken(from: string, to: string): { text: string; line: number } {
	const at = settingsText.indexOf(from);
	if (at < 0) throw new Error(`the settings do not hold ${from}`);
	return {
		text: settingsText.replace(from, to),
		line: settingsText.slice(0, at).split('\n').length
	};
}

function places(text: string) {
	try {
		parseSettings(text, 'radar.yml');
	} catch (error) {
		if (error instanceof InputError) return error.places;
		throw error;
	}
	return [];
}

test('the published settings are sound', () => {
	expect(places(settingsText)).toEqual([]);
	expect(settings.model.dimensions.map(({ weight }) => weight)).toEqual([26, 17, 7, 20, 15, 10, 5]);
});

describe('settings that are refused, with path and line', () => {
	test.each([
		[
			'references upside down',
			'lo: 3, hi: 150',
			'lo: 150, hi: 3',
			'dimensions.0.metrics.0.curve.lo',
			'lo must lie below hi'
		],
		[
			'a reference below zero',
			'lo: 3, hi: 150',
			'lo: -3, hi: 150',
			'dimensions.0.metrics.0.curve.lo',
			'>=0'
		],
		[
			'a curve whose values turn',
			'[[0, 0], [13, 1]]',
			'[[13, 0], [0, 1]]',
			'metrics.0.curve.points',
			'values must ascend'
		],
		['a share above 1', '[[60, 1], [365, 0]]', '[[60, 1.5], [365, 0]]', 'curve.points.0.1', '<=1'],
		[
			'an unknown gate',
			'{ id: sandbox,',
			'{ id: mystery,',
			'model.gates.5.id',
			'unknown gate: expected one of not-rated, archived'
		],
		[
			'a cut-off out of order',
			'    trial: 58',
			'    trial: 88',
			'model.cut_offs.trial',
			'trial must lie below adopt'
		],
		['a cut-off above 100', '    adopt: 72', '    adopt: 172', 'model.cut_offs.adopt', '<=100'],
		[
			'an unknown metric',
			'id: forks',
			'id: followers',
			'metrics.1.id',
			'unknown metric followers: expected one of authors'
		],
		['a metric that stands twice', 'id: forks', 'id: stars', 'metrics.1.id', 'stands twice'],
		[
			'a cap by a metric that is not there',
			'metric: contributors,',
			'metric: fame,',
			'capped_by.metric',
			'there is no metric fame'
		],
		[
			'a metric that is asked to last, though it is no notice that can be bought',
			'label: Days with a stable release in a year\n',
			'label: Days with a stable release in a year\n          lasting_months: 12\n',
			'dimensions.5.metrics.1.lasting_months',
			'release-days cannot be asked to last'
		],
		[
			'a metric of kinds without them',
			'          or_elsewhere: true\n',
			'          or_elsewhere: true\n          kinds: {}\n',
			'kinds.strongest',
			'number'
		],
		[
			'releases known elsewhere for what has none',
			'label: Days with a stable release in a year\n',
			'label: Days with a stable release in a year\n          or_elsewhere: true\n',
			'dimensions.5.metrics.1.or_elsewhere',
			'release-days is known from nowhere else'
		],
		[
			'a gate that waits for no night',
			'gate_nights: 14',
			'gate_nights: 0',
			'model.stability.gate_nights',
			'>0'
		],
		[
			'a metric that is capped by itself',
			'metric: contributors,',
			'metric: stars,',
			'capped_by.metric',
			'stars cannot be capped by itself'
		],
		[
			'a word that a metric never answers with',
			'organization: 0.35',
			'organisation: 0.35',
			'model.dimensions.4.metrics.0.curve.shares.organisation',
			'home is never organisation: expected graduated, incubating'
		],
		[
			'a table without a word',
			"shares: { 'yes': 1, 'no': 0 }",
			'shares: {}',
			'curve.shares',
			'the table holds no word'
		],
		[
			'a table for a number',
			'kind: log, lo: 20, hi: 6000',
			'kind: table, shares: { many: 1 }',
			'model.dimensions.2.metrics.1.curve.kind',
			'a table curve cannot take the values of forks: expected log or linear'
		],
		[
			'a number for words',
			"kind: table, shares: { 'yes': 1, 'no': 0 }",
			'kind: log, lo: 0, hi: 1',
			'curve.kind',
			'a log curve cannot take the values of version-one: expected table'
		],
		[
			'a logarithm of what may never come',
			'kind: linear, points: [[60, 1], [365, 0]]',
			'kind: log, lo: 60, hi: 365',
			'curve.kind',
			'a log curve cannot take the values of release-age: expected linear'
		],
		[
			'a dimension that stands twice',
			'- id: activity',
			'- id: community',
			'model.dimensions.1.id',
			'dimension community stands twice'
		],
		[
			'a preset that stands twice',
			'- id: platform-team',
			'- id: developer',
			'presets.1.id',
			'preset developer stands twice'
		],
		[
			'a gate that stands twice',
			'{ id: no-recent-release,',
			'{ id: graduated,',
			'model.gates.7.id',
			'gate graduated stands twice'
		],
		[
			'more weight draws than anybody waits for',
			'draws: 200',
			'draws: 200000',
			'model.stability.draws',
			'<=1000'
		],
		[
			'a cut-off between whole points',
			'    adopt: 72',
			'    adopt: 72.5',
			'model.cut_offs.adopt',
			'int'
		],
		[
			'a former box that lies outside the scope today',
			'AutoML: Training / Post Training',
			'AutoML: Serverless / Framework',
			'scope.former_paths.AutoML',
			'Serverless / Framework is no place in the scope'
		],
		[
			'an unknown key',
			'      why: Breadth',
			'      because: Breadth',
			'model.dimensions.0.because',
			'because'
		],
		[
			'a version that is none',
			`  version: ${settings.model.version}\n`,
			'  version: one\n',
			'model.version',
			'expected a version'
		],
		[
			'a changelog that does not tell of the version',
			`- version: ${settings.model.version}\n`,
			'- version: 0.9.0\n',
			'model.changelog.0.version',
			`must tell of version ${settings.model.version}`
		],
		[
			'a date that does not exist',
			'frozen: 2026-11-29',
			'frozen: 2026-11-31',
			'model.cut_offs.frozen',
			'expected a day'
		],
		['a colour that is none', "'#0b62a8'", 'blue', 'colour.light', 'expected a colour'],
		[
			'an address that is not https',
			'https://github.com/cncf/landscape',
			'javascript:alert(1)',
			'attribution.0.url',
			''
		],
		[
			'thresholds out of order',
			'assess_after_days_without_commit: 180',
			'assess_after_days_without_commit: 400',
			'assess_after_days_without_commit',
			'must lie below hold_after_days_without_commit, 365'
		],
		[
			'levels out of order',
			'    medium: 0.6',
			'    medium: 0.9',
			'model.confidence.medium',
			'medium must lie below high'
		]
	])('%s', (_, from, to, path, message) => {
		const { text, line } = broken(from, to);
		const found = places(text).find((place) => place.path.includes(path));
		// What a change adds stands on lines of its own, below.
		const more = to.split('\n').length - from.split('\n').length;
		expect(found).toMatchObject({ file: 'radar.yml', line: line + more });
		expect(found?.message).toContain(message);
	});

	test('weights that do not sum to 100', () => {
		const { text } = broken('      weight: 17', '      weight: 27');
		const [sum, points] = places(text);
		expect(sum).toMatchObject({ path: 'model.dimensions', message: 'weights sum to 110, not 100' });
		expect(points?.message).toBe("the metrics' points sum to 17, not to the dimension's weight 27");
		expect(sum?.line).toBeGreaterThan(1);
	});

	test('presets whose weights do not sum to 100, or that forget a dimension', () => {
		expect(
			places(
				broken('weights: [22, 28, 5, 10, 5, 25, 5]', 'weights: [22, 28, 5, 10, 5, 25, 6]').text
			)
		).toMatchObject([{ path: 'presets.0.weights', message: 'weights must sum to 100' }]);
		expect(
			places(broken('weights: [22, 28, 5, 10, 5, 25, 5]', 'weights: [25, 30, 10, 5, 30]').text)
		).toMatchObject([
			{ path: 'presets.0.weights', message: '5 weights, but the model has 7 dimensions' }
		]);
	});

	test('gates out of order', () => {
		const swapped = settingsText
			.replace('{ id: inactive,', '{ id: G_,')
			.replace('{ id: quiet,', '{ id: inactive,')
			.replace('{ id: G_,', '{ id: quiet,');
		expect(places(swapped)).toMatchObject([
			{ path: 'model.gates.3.id', message: 'gate inactive must stand before quiet' }
		]);
	});

	test('a model without the dimension that the gate not-rated asks for', () => {
		const { text } = broken('- id: community', '- id: people');
		expect(places(text)[0]?.message).toContain('there is no dimension community');
	});

	test('rings out of order, angles that do not close, categories that the scope does not know', () => {
		expect(places(broken('- id: adopt', '- id: trial').text)[0]?.path).toBe('rings');
		expect(places(broken('angle: 100', 'angle: 90').text)[0]?.message).toBe(
			'angles sum to 350, not 360'
		);
		expect(places(broken('name: Data, short', 'name: Date, short').text)[0]?.path).toBe(
			'categories'
		);
	});

	test('everything that is wrong is named at once', () => {
		const text = settingsText
			.replace('lo: 3, hi: 150', 'lo: 150, hi: 3')
			.replace('{ id: sandbox,', '{ id: mystery,');
		expect(places(text)).toHaveLength(2);
	});
});
