import { isIP } from 'node:net';
import ts from 'typescript';

/** An object of Kubernetes, as a file says it. */
export interface Manifest {
	apiVersion: string;
	kind: string;
	metadata: { name: string; labels?: Record<string, string> };
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	spec?: any;
}

interface Container {
	name: string;
	image: string;
	ports?: { name?: string; containerPort: number }[];
	resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
	securityContext?: Record<string, unknown>;
	readinessProbe?: unknown;
	livenessProbe?: unknown;
}

/** Packages that describe the kinds; null: of another project, known by name alone. */
const KINDS: Record<string, string | null> = {
	'v1 Namespace': 'kubernetes-models/v1',
	'v1 ServiceAccount': 'kubernetes-models/v1',
	'v1 ConfigMap': 'kubernetes-models/v1',
	'v1 Service': 'kubernetes-models/v1',
	'v1 PersistentVolumeClaim': 'kubernetes-models/v1',
	'apps/v1 Deployment': 'kubernetes-models/apps/v1',
	'batch/v1 CronJob': 'kubernetes-models/batch/v1',
	'policy/v1 PodDisruptionBudget': 'kubernetes-models/policy/v1',
	'networking.k8s.io/v1 NetworkPolicy': 'kubernetes-models/networking.k8s.io/v1',
	'gateway.networking.k8s.io/v1 HTTPRoute':
		'@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1',
	'keda.sh/v1alpha1 ScaledObject': null
};
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const VERSIONED = /(:v?\d+\.\d+\.\d+$|@sha256:[\da-f]{64}$)/;

/** What is wrong in manifests, a sentence each: by the published schemas, and by rules of this folder. */
export async function faultsOf(manifests: readonly Manifest[]): Promise<string[]> {
	const faults: string[] = [];
	for (const manifest of manifests) {
		faults.push(
			...(await schemaFaults(manifest)),
			...podFaults(manifest),
			...valueFaults(manifest)
		);
	}
	return [...faults, ...selectorFaults(manifests)];
}

const titleOf = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;

async function schemaFaults(manifest: Manifest): Promise<string[]> {
	const id = `${manifest.apiVersion} ${manifest.kind}`;
	const path = KINDS[id];
	if (path === undefined) return [`${id} is not known here.`];
	if (path === null) return [];
	const { [manifest.kind]: Kind } = (await import(path)) as Record<
		string,
		new (data: Manifest) => { validate: () => void }
	>;
	try {
		if (Kind === undefined) return [`${path} has no ${manifest.kind}.`];
		new Kind(manifest).validate();
		return [];
	} catch (error) {
		return [`${titleOf(manifest)}: ${String(error)}`];
	}
}

/** Fields that a kind does not have, which its schema lets pass. */
export function typeFaults(manifests: readonly Manifest[]): string[] {
	const source = manifests
		.flatMap((manifest, i) => {
			const path = KINDS[`${manifest.apiVersion} ${manifest.kind}`];
			return path
				? [
						`import type { I${manifest.kind} as T${i} } from '${path}';`,
						`export const o${i}: T${i} = ${JSON.stringify(manifest)};`
					]
				: [];
		})
		.join('\n');
	const options: ts.CompilerOptions = {
		noEmit: true,
		strict: true,
		skipLibCheck: true,
		module: ts.ModuleKind.NodeNext,
		moduleResolution: ts.ModuleResolutionKind.NodeNext,
		types: []
	};
	const host = ts.createCompilerHost(options);
	const file = 'tests/manifests/made.mts';
	const { getSourceFile, fileExists, readFile } = host;
	host.fileExists = (name) => name === file || fileExists(name);
	host.readFile = (name) => (name === file ? source : readFile(name));
	host.getSourceFile = (name, language) =>
		name === file ? ts.createSourceFile(name, source, language) : getSourceFile(name, language);
	return ts
		.getPreEmitDiagnostics(ts.createProgram([file], options, host))
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** The pods' template of a manifest; null for others. */
const templateOf = ({ kind, spec }: Manifest) =>
	kind === 'Deployment'
		? spec.template
		: kind === 'CronJob'
			? spec.jobTemplate.spec.template
			: null;

function podFaults(manifest: Manifest): string[] {
	const template = templateOf(manifest);
	if (template === null) return [];
	const { spec } = template;
	const containers: Container[] = [...(spec.initContainers ?? []), ...spec.containers];
	const faults: string[] = [];
	const need = (isSo: boolean, what: string) => {
		if (!isSo) faults.push(`${titleOf(manifest)}: ${what}`);
	};
	need(spec.securityContext?.runAsNonRoot === true, 'runs as root');
	need(spec.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile');
	need(spec.automountServiceAccountToken === false, 'is given a token');
	for (const { name, image, resources, securityContext, ...container } of containers) {
		need(VERSIONED.test(image), `${name}: ${image} names no version`);
		need(securityContext?.readOnlyRootFilesystem === true, `${name} has no read-only root`);
		need(securityContext?.allowPrivilegeEscalation === false, `${name} may get more rights`);
		need(
			JSON.stringify(securityContext?.capabilities) === '{"drop":["ALL"]}',
			`${name} keeps capabilities`
		);
		need(resources?.requests?.memory !== undefined, `${name} asks for no memory`);
		need(resources?.limits?.memory !== undefined, `${name} has no limit of memory`);
		if (manifest.kind !== 'Deployment') continue;
		need(container.readinessProbe !== undefined, `${name} has no readinessProbe`);
		need(container.livenessProbe !== undefined, `${name} has no livenessProbe`);
	}
	return faults;
}

/** Names, ports, schedules and blocks of addresses, wherever they stand. */
function valueFaults(manifest: Manifest): string[] {
	const faults: string[] = [];
	const fault = (what: string) => faults.push(`${titleOf(manifest)}: ${what}`);
	if (!NAME.test(manifest.metadata.name)) fault(`${manifest.metadata.name} is no name`);
	const walk = (value: unknown, key: string): void => {
		if (Array.isArray(value)) return value.forEach((item) => walk(item, key));
		if (typeof value === 'object' && value !== null) {
			for (const [name, inner] of Object.entries(value)) walk(inner, name);
		} else if (/^(port|containerPort|targetPort)$/.test(key) && typeof value === 'number') {
			if (!Number.isInteger(value) || value < 1 || value > 65_535) fault(`${value} is no port`);
		} else if (/^(cidr|except)$/.test(key) && !isBlock(String(value))) {
			fault(`${String(value)} is no block of addresses`);
		} else if (key === 'schedule' && !/^(\S+ ){4}\S+$/.test(String(value))) {
			fault(`${String(value)} is no schedule`);
		}
	};
	walk(manifest.spec, 'spec');
	return faults;
}

function isBlock(text: string): boolean {
	const [address = '', bits = ''] = text.split('/');
	const version = isIP(address);
	return version !== 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Selectors that match no pod of the manifests. */
function selectorFaults(manifests: readonly Manifest[]): string[] {
	const pods = manifests.flatMap((manifest) => {
		const template = templateOf(manifest);
		return template === null ? [] : [template.metadata.labels as Record<string, string>];
	});
	return manifests.flatMap((manifest) => {
		const { kind, spec } = manifest;
		const selectors: Record<string, string>[] = [];
		if (kind === 'Service') selectors.push(spec.selector);
		if (kind === 'Deployment' || kind === 'PodDisruptionBudget')
			selectors.push(spec.selector.matchLabels);
		if (kind === 'NetworkPolicy' && spec.podSelector.matchLabels)
			selectors.push(spec.podSelector.matchLabels);
		return selectors
			.filter(
				(selector) =>
					!pods.some((labels) =>
						Object.entries(selector).every(([name, value]) => labels[name] === value)
					)
			)
			.map((selector) => `${titleOf(manifest)}: no pod matches ${JSON.stringify(selector)}`);
	});
}
