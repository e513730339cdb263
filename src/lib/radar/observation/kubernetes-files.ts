import { plural } from '#lib/radar/words/numbers.ts';

/** The field, and what one of its files is called. */
const FILES: readonly (readonly [field: string, one: string])[] = [
	['helmCharts', 'Helm chart'],
	['crds', 'custom resource definition'],
	['kustomizations', 'Kustomization'],
	['containerfiles', 'container file']
];

/**
 * "2 Helm charts, 14 custom resource definitions": what a repository holds for Kubernetes. It does not say that a project
 * runs there, nor, where there is none, that it does not. Null: not looked for.
 */
export function kubernetesFiles(
	observed: readonly { field: string; value: unknown }[]
): string | null {
	const counts = FILES.flatMap(([field, one]) => {
		const value = observed.find((seen) => seen.field === field)?.value;
		return typeof value === 'number' ? [{ value, one }] : [];
	});
	if (counts.length === 0) return null;
	const some = counts.filter(({ value }) => value > 0);
	return some.length === 0
		? 'none here; charts often have a repository of their own'
		: some.map(({ value, one }) => plural(value, one)).join(', ');
}
