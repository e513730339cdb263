import { declare, eachOnce, type Declared, type ManifestReader } from './declared.ts';
import { filledReference } from './image-reference.ts';
import { requirementsDeclared } from './requirements.ts';

const ARG = /^ARG\s+(\w+)=["']?([^"'\s]*)/i;
const FROM = /^FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i;
const COPY_FROM = /^COPY\s+(?:--\S+\s+)*?--from=(\S+)/i;
const PIP = /\bpip3?\s+install\s+(.*)/i;
const APT = /\bapt(?:-get)?\s+(?:-\S+\s+)*install\s+(.*)/i;
/** Options of pip that take the next word. */
const TAKES_NEXT =
	/^(?:-r|-c|-i|-f|-t|--requirement|--constraint|--index-url|--extra-index-url|--find-links|--target|--python)$/;

/** Images, Python packages and Debian packages that a Dockerfile takes. */
export const readDockerfile: ManifestReader = (text) => {
	const lines = text
		.replace(/^\s*#.*$/gm, '')
		.replace(/\\\s*\n/g, ' ')
		.split('\n')
		.map((line) => line.trim());
	const values = new Map<string, string>();
	const stages = new Set<string>(['scratch']);
	const images: string[] = [];
	const take = (reference: string) => {
		const name = filledReference(reference, values);
		const isStage = stages.has(reference.toLowerCase()) || /^\d+$/.test(reference);
		if (name !== null && !isStage) images.push(name);
	};
	const installed: Declared[] = [];
	for (const line of lines) {
		const [, variable, value] = ARG.exec(line) ?? [];
		if (variable !== undefined && value !== undefined && value !== '') values.set(variable, value);
		const [, image, stage] = FROM.exec(line) ?? [];
		if (image !== undefined) take(image);
		if (stage !== undefined) stages.add(stage.toLowerCase());
		const [, from] = COPY_FROM.exec(line) ?? [];
		if (from !== undefined) take(from);
		if (/^RUN\s/i.test(line)) installed.push(...installedBy(line));
	}
	return [...new Set(images)].map((name) => declare('image', name)).concat(eachOnce(installed));
};

/** What the commands of a RUN line install. */
function installedBy(line: string): Declared[] {
	return line.split(/&&|\|\||[;|]/).flatMap((command) => {
		const pip = PIP.exec(command)?.[1];
		if (pip !== undefined) return requirementsDeclared(packagesOf(pip));
		const apt = APT.exec(command)?.[1];
		return apt === undefined
			? []
			: packagesOf(apt).map((name) => declare('debian', name.replace(/=.*$/, '')));
	});
}

/** The words of a command that are no options: only what begins like a package's name. */
function packagesOf(words: string): string[] {
	const all = words.trim().split(/\s+/);
	return all
		.filter((_, i) => !TAKES_NEXT.test(all[i - 1] ?? ''))
		.map((word) => word.replace(/^["']|["']$/g, ''))
		.filter((word) => /^[A-Za-z0-9]/.test(word) && !/^\w+:\/\/|\/|\.(?:txt|whl)$/.test(word));
}
