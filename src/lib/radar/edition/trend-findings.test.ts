import { expect, test } from 'vitest';
import { activityFinding, runnersFinding } from './trend-findings.ts';

test('the title of risers and fallers names the furthest of each', () => {
	expect(runnersFinding([{ name: 'KServe' }, { name: 'vLLM' }], [{ name: 'Apache Pinot' }])).toBe(
		'KServe rose most, Apache Pinot fell most'
	);
	expect(runnersFinding([], [{ name: 'Apache Pinot' }])).toBe('Apache Pinot fell most');
	expect(runnersFinding([], [])).toBeNull();
});

test('the title of the activity names the segment of the highest median today', () => {
	const activity = [
		{ category: 'Data', bands: [{ median: 900 }, { median: 80.4 }] },
		{ category: 'Inference', bands: [{ median: 10 }, { median: 1316 }] },
		{ category: 'Training', bands: [{ median: 2000 }, null] }
	];
	expect(activityFinding(activity)).toBe('Most active: Inference, median 1,316 commits');
	expect(activityFinding([{ category: 'Data', bands: [] }])).toBeNull();
});
