/**
 * `npm run release:files`: fills release/ with radar.db.gz, the list of parts (CycloneDX) and checksums.
 * `npm run release:publish`: in a workflow, builds and pushes the images from bases pinned by digest, and makes the
 * release of the tag, with the pinned Dockerfile among its files.
 * Exit codes: 0 done; 1 a step failed; 2 the tag is not the version.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'release';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [step] = process.argv.slice(2);

function run(command: string, args: string[], input?: string): string {
	const { status, stdout } = spawnSync(command, args, {
		...(input !== undefined && { input }),
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'inherit']
	});
	if (status === 0) return stdout;
	console.error(`${command} ${args[0] ?? ''} failed.`);
	return process.exit(1);
}

function makeFiles(): void {
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER);
	run('npm', ['run', '--silent', 'seed']);
	run('npm', ['run', '--silent', 'radar', '--', 'publish', '--to', join(FOLDER, 'radar.db')]);
	rmSync(join(FOLDER, 'radar.db'));
	const sbom = run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']);
	writeFileSync(join(FOLDER, 'sbom.cdx.json'), sbom);
	const sums = readdirSync(FOLDER).map((name) => {
		const hash = createHash('sha256')
			.update(readFileSync(join(FOLDER, name)))
			.digest('hex');
		return `${hash}  ${name}\n`;
	});
	writeFileSync(join(FOLDER, 'SHA256SUMS.part'), sums.join(''));
	renameSync(join(FOLDER, 'SHA256SUMS.part'), join(FOLDER, 'SHA256SUMS'));
}

/** `name:tag` as `name@sha256:…`, which the registry gives today. */
function pinned(image: string): string {
	run('docker', ['pull', '--quiet', image]);
	const digest = digestOf(image);
	console.log(`${image} is ${digest}`);
	return `${image}@${digest}`;
}

function digestOf(image: string): string {
	const said = run('docker', ['inspect', '--format', '{{index .RepoDigests 0}}', image]);
	const digest = said.trim().split('@')[1];
	if (digest !== undefined && /^sha256:[\da-f]{64}$/.test(digest)) return digest;
	console.error(`${image} has no digest: ${said.trim()}`);
	return process.exit(1);
}

/** Where the Dockerfile lies whose bases cannot change. */
function pinnedDockerfile(): string {
	const path = join(FOLDER, 'Dockerfile');
	const text = readFileSync('deploy/Dockerfile', 'utf8');
	// A stage that another one is built from has no tag.
	const base = /(?<=^FROM )\S+:\S+/gm;
	writeFileSync(path, text.replace(base, pinned));
	return path;
}

function publish(): void {
	const {
		GITHUB_REF_NAME: tag = '',
		GITHUB_REPOSITORY = '',
		GITHUB_ACTOR = '',
		GH_TOKEN = '',
		GITHUB_OUTPUT
	} = process.env;
	if (tag !== `v${version}`) {
		console.error(`The tag is ${tag}, and package.json says ${version}.`);
		process.exit(2);
	}
	const dockerfile = pinnedDockerfile();
	const image = `ghcr.io/${GITHUB_REPOSITORY.toLowerCase()}`;
	run('docker', ['login', 'ghcr.io', '--username', GITHUB_ACTOR, '--password-stdin'], GH_TOKEN);
	for (const [target, name] of [
		['crawl', `${image}-crawl`],
		['static', `${image}-static`],
		['server', image]
	] as const) {
		run('docker', [
			'build',
			'--file',
			dockerfile,
			'--target',
			target,
			'--tag',
			`${name}:${version}`,
			'.'
		]);
		run('docker', ['push', `${name}:${version}`]);
	}
	const digest = digestOf(`${image}:${version}`);
	if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `image=${image}\ndigest=${digest}\n`);
	const files = readdirSync(FOLDER).map((name) => join(FOLDER, name));
	run('gh', ['release', 'create', tag, '--title', tag, '--notes-file', 'CHANGELOG.md', ...files]);
	console.log(`${image}:${version} ${digest}`);
}

if (step === 'publish') publish();
else makeFiles();
