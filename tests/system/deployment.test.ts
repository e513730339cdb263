import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { faultsOf, typeFaults, type Manifest } from '../manifests/rules.ts';

vi.setConfig({ testTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
const KUBERNETES = join(ROOT, 'deploy/kubernetes');
const OVERLAYS = ['base', 'overlays/crawl', 'overlays/static', 'overlays/with-model'];

/** All YAML below deploy/, with its path. */
const files = readdirSync(join(ROOT, 'deploy'), { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.ya?ml$/.test(name))
	.map((name) => join(ROOT, 'deploy', name));

function documents(text: string): Manifest[] {
	const all = parseAllDocuments(text, { uniqueKeys: true, merge: true });
	const faults = all.flatMap(({ errors }) => errors);
	if (faults.length > 0) throw new Error(faults.map(String).join('\n'));
	return all.map((document) => document.toJS() as Manifest);
}
const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const render = (overlay: string): string => {
	const { status, stdout, stderr } = spawnSync(
		'kubectl',
		['kustomize', join(KUBERNETES, overlay)],
		{
			encoding: 'utf8'
		}
	);
	if (status !== 0) throw new Error(stderr);
	return stdout;
};

describe('the files of deploy/', () => {
	test('are YAML in which no key stands twice', () => {
		expect(files.length).toBeGreaterThan(15);
		for (const file of files)
			expect(() => documents(readFileSync(file, 'utf8')), file).not.toThrow();
		expect(() => documents('a: 1\na: 2')).toThrow();
	});

	test('are all named by a kustomization, in words that old kubectl knows', () => {
		const words = [
			'apiVersion',
			'kind',
			'namespace',
			'resources',
			'images',
			'configMapGenerator',
			'patchesStrategicMerge'
		];
		for (const overlay of OVERLAYS) {
			const folder = join(KUBERNETES, overlay);
			const said = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8'));
			expect(words).toEqual(expect.arrayContaining(Object.keys(said)));
			const named = [...said.resources, ...(said.patchesStrategicMerge ?? [])];
			const there = readdirSync(folder).filter(
				(name) => name.endsWith('.yaml') && name !== 'kustomization.yaml'
			);
			expect(named.filter((name: string) => !name.startsWith('..')).sort()).toEqual(there.sort());
		}
	});

	test('name images by the version of package.json, and run none as root', () => {
		const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
		const compose = parse(readFileSync(join(ROOT, 'deploy/compose.yml'), 'utf8'), { merge: true });
		for (const service of Object.values(compose.services) as Record<string, unknown>[]) {
			expect(service.image).toMatch(new RegExp(`:${version}$`));
			expect(service).toMatchObject({ user: '65532:65532', cap_drop: ['ALL'] });
		}
		const dockerfile = readFileSync(join(ROOT, 'deploy/Dockerfile'), 'utf8');
		expect(dockerfile.match(/^USER 65532:65532$/gm)).toHaveLength(2);
		expect(dockerfile.match(/^FROM .*/gm)?.join()).not.toContain(':latest');
	});
});

describe.skipIf(!hasKubectl)('the rendered manifests', () => {
	let text: string;
	beforeAll(() => {
		text = render('base');
	});

	test.each(OVERLAYS)(
		'of %s are valid, hold no unknown field, and keep the rules',
		async (overlay) => {
			const manifests = documents(render(overlay));
			expect(await faultsOf(manifests)).toEqual([]);
			expect(typeFaults(manifests)).toEqual([]);
		}
	);

	test.each<[string, (text: string) => string, RegExp]>([
		['a wrong type', (text) => text.replace('replicas: 2', 'replicas: two'), /replicas/],
		['a bad name', (text) => text.replace('name: radar\n', 'name: Radar_\n'), /Radar_/],
		[
			'a selector that matches nothing',
			(text) =>
				text.replace(
					/matchLabels:\n +app.kubernetes.io\/name: radar/,
					'matchLabels: {app.kubernetes.io/name: rader}'
				),
			/matches/
		],
		[
			'a writable root',
			(text) => text.replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'),
			/read-only root/
		],
		['no limit of memory', (text) => text.replace(/limits:\n +memory: 1Gi\n +/, ''), /memory/],
		[
			'no readiness probe',
			(text) => text.replace('readinessProbe:', 'readinessprobe:'),
			/readinessProbe/
		],
		[
			'an image without a version',
			(text) => text.replace('cnai-radar:1.0.0', 'cnai-radar:latest'),
			/version/
		],
		[
			'an unknown version of an API',
			(text) => text.replace('policy/v1', 'policy/v1beta1'),
			/policy\/v1beta1/
		],
		[
			'a port that does not exist',
			(text) => text.replace('containerPort: 3000', 'containerPort: 300000'),
			/300000/
		]
	])('with %s would be refused', async (_, spoil, said) => {
		const spoilt = spoil(text);
		expect(spoilt).not.toBe(text);
		expect((await faultsOf(documents(spoilt))).join('\n')).toMatch(said);
	});

	test('with an unknown field would be refused', () => {
		const spoilt = documents(text);
		const deployment =
			spoilt.find(({ kind }) => kind === 'Deployment') ?? expect.fail('no Deployment');
		deployment.spec.replicaz = 3;
		expect(typeFaults(spoilt).join()).toContain('replicaz');
	});
});

test('a block of addresses that cannot be is told', async () => {
	const policy = (cidr: string): Manifest => ({
		apiVersion: 'networking.k8s.io/v1',
		kind: 'NetworkPolicy',
		metadata: { name: 'p' },
		spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr } }] }] }
	});
	expect(await faultsOf([policy('10.0.0.0/8')])).toEqual([]);
	expect((await faultsOf([policy('10.0.0.0/80')])).join()).toContain('10.0.0.0/80');
});
