import { expect, test } from 'vitest';
import { kubernetesFiles } from './kubernetes-files.ts';

const seen = (values: Record<string, unknown>) =>
	kubernetesFiles(Object.entries(values).map(([field, value]) => ({ field, value })));

test('counts what a repository holds for Kubernetes', () => {
	expect(seen({ crds: 14, helmCharts: 1, containerfiles: 0, stars: 5 })).toBe(
		'1 Helm chart, 14 custom resource definitions'
	);
});

test('none is no verdict, and what was not looked for is not known', () => {
	expect(seen({ helmCharts: 0, crds: 0 })).toMatch(/^none here; charts often/);
	expect(seen({ stars: 5 })).toBeNull();
});
