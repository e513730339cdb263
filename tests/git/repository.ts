import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A commit of a made-up history. */
export interface MadeCommit {
	/** Committer's date, in seconds since 1970. */
	time: number;
	name?: string;
	email?: string;
	subject?: string;
	body?: string;
	/** Positions of the parents in the list; the commit before where not given. */
	parents?: readonly number[];
}

export interface MadeTag {
	name: string;
	/** Position of the tagged commit. */
	at: number;
	/** Date of an annotated tag, in seconds since 1970; a lightweight one has none. */
	time?: number;
}

export interface MadeHistory {
	commits: readonly MadeCommit[];
	tags?: readonly MadeTag[];
	/** Default branch. */
	branch?: string;
}

const SOMEBODY = { name: 'Ann Example', email: 'ann@example.org' };

/** The branch of all commits but the last: at the end it is removed. */
const MADE = 'refs/made/branch';

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** What `git fast-import` reads to make the history; the last commit is the head. */
function fastImport({ commits, tags = [], branch = 'main' }: MadeHistory): string {
	const last = commits.length - 1;
	const parts = commits.map((commit, i) => {
		const { name, email } = { ...SOMEBODY, ...commit };
		const subject = commit.subject ?? `Change number ${i}`;
		const ref = i === last ? `refs/heads/${branch}` : MADE;
		const [from, ...merged] = commit.parents ?? (i === 0 ? [] : [i - 1]);
		return [
			`reset ${ref}\n`,
			`commit ${ref}\n`,
			`mark :${i + 1}\n`,
			`author ${name} <${email}> ${commit.time} +0000\n`,
			`committer ${name} <${email}> ${commit.time} +0000\n`,
			data(commit.body === undefined ? subject : `${subject}\n\n${commit.body}`),
			from === undefined ? '' : `from :${from + 1}\n`,
			...merged.map((parent) => `merge :${parent + 1}\n`),
			`M 100644 inline file\n${data(String(i))}`
		].join('');
	});
	const marks = tags.map(({ name, at, time }) =>
		time === undefined
			? `reset refs/tags/${name}\nfrom :${at + 1}\n`
			: `tag ${name}\nfrom :${at + 1}\ntagger Ann Example <ann@example.org> ${time} +0000\n${data(name)}`
	);
	return [...parts, ...marks, `reset ${MADE}\nfrom ${'0'.repeat(40)}\n`, 'done\n'].join('');
}

/** A bare repository to be served. */
export class MadeRepository {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
	}

	/** The same, after its folder was moved. */
	at(folder: string): MadeRepository {
		return new MadeRepository(folder);
	}

	/** Runs git in it and hands over what it prints. */
	git(args: readonly string[], input: string | Buffer = ''): string {
		const output = execFileSync('git', ['-C', this.folder, ...args], {
			input,
			env: { PATH: process.env.PATH, HOME: '/dev/null', ...SOMEBODY_MADE_IT },
			stdio: ['pipe', 'pipe', 'pipe'],
			maxBuffer: 100_000_000
		});
		return output.toString('utf8').trim();
	}

	/** Puts a history on top of nothing: what was there before is no longer reachable by its branch. */
	import(history: MadeHistory): string {
		this.git(['fast-import', '--quiet', '--force', '--done'], fastImport(history));
		const branch = history.branch ?? 'main';
		writeFileSync(join(this.folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
		return this.head();
	}

	head(): string {
		return this.git(['rev-parse', 'HEAD']);
	}

	/** Adds a commit object as it stands, however malformed, and makes it the head. */
	commitAsIs(content: string | Buffer): string {
		const oid = this.git(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], content);
		this.git(['update-ref', 'refs/heads/main', oid]);
		return oid;
	}

	/** The tree of the head: for commits written by hand. */
	tree(): string {
		return this.git(['rev-parse', 'HEAD^{tree}']);
	}
}

const SOMEBODY_MADE_IT = {
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_AUTHOR_NAME: SOMEBODY.name,
	GIT_AUTHOR_EMAIL: SOMEBODY.email,
	GIT_COMMITTER_NAME: SOMEBODY.name,
	GIT_COMMITTER_EMAIL: SOMEBODY.email
};

/** Makes a bare repository `<root>/<name>.git`, which git's own server may serve in part. */
export function makeRepository(root: string, name: string, history?: MadeHistory): MadeRepository {
	const folder = join(root, `${name}.git`);
	for (const part of ['objects', 'refs']) mkdirSync(join(folder, part), { recursive: true });
	writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
	writeFileSync(
		join(folder, 'config'),
		'[core]\n\tbare = true\n[uploadpack]\n\tallowFilter = true\n[gc]\n\tauto = 0\n'
	);
	const repository = new MadeRepository(folder);
	if (history) repository.import(history);
	return repository;
}
