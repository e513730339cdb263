import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { daysBefore, gitScene, type GitScene } from '../../git/scene.ts';
import type { MadeRepository } from '../../git/repository.ts';

// Each starts dozens of gits.
vi.setConfig({ testTimeout: 60_000 });

let scene: GitScene;
let repository: MadeRepository;
beforeEach(async () => {
	scene = await gitScene();
	repository = scene.repository('one', { commits: [{ time: daysBefore(20) }] });
});
afterEach(() => scene.end());

/** Adds a commit of a given author line, committer line and message on top of the head. */
function commit(author: string, committer: string, message: string | Buffer): void {
	const head = `tree ${repository.tree()}\nparent ${repository.head()}\nauthor ${author}\ncommitter ${committer}\n\n`;
	repository.commitAsIs(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(message)]));
}
const ANN = `Ann Example <ann@example.org> ${daysBefore(10)} +0000`;
const measured = async () => scene.measure(scene.target(repository));

test('no message can forge a commit', async () => {
	const forged = `x\0${daysBefore(1)}\n\nben@example.org\nBen\nForged (#1)\0`;
	commit(ANN, ANN, forged);
	commit(
		ANN,
		ANN,
		`Subject\r${daysBefore(1)}\n\n${daysBefore(1)}\n\nben@example.org\nBen\nForged (#1)`
	);
	commit(`B\u001een\t\v <b\u0001en@example.org> ${daysBefore(9)} +0000`, ANN, 'Odd');
	const { today, malformed } = await measured();
	expect(today.values).toMatchObject({ commitsTotal: 4, contributorsTotal: 2 });
	expect(today.values.mergedPulls365d).toBeUndefined();
	expect(malformed).toBe(0);
});

test('old encodings, names without brackets and without addresses are counted', async () => {
	commit(
		`J\xfcrgen <j\xfc@example.org> ${daysBefore(9)} +0000`,
		ANN,
		Buffer.from('Gr\xfc\xdfe (#2)', 'latin1')
	);
	commit(`Nobody <> ${daysBefore(8)} +0000`, ANN, '');
	const { today } = await measured();
	expect(today.values).toMatchObject({ commitsTotal: 3, contributorsTotal: 3, mergedPulls365d: 1 });
});

test('a subject and a name of megabytes are read by their beginning and end', async () => {
	commit(ANN, ANN, `${'long '.repeat(1_000_000)}(#7)`);
	commit(`${'n'.repeat(3_000_000)} <ben@example.org> ${daysBefore(9)} +0000`, ANN, 'Mend it (#8)');
	const { today } = await measured();
	expect(today.values).toMatchObject({ commitsTotal: 3, contributorsTotal: 2, mergedPulls365d: 2 });
});

test('impossible dates: a commit of 1970 is not the first, one of the year 9999 is not there yet, none is malformed', async () => {
	commit(ANN, 'Ann Example <ann@example.org> 0 +0000', 'Long ago');
	commit(ANN, 'Ann Example <ann@example.org> 253370764800 +0000', 'In a far future');
	for (const time of ['', '-5 +0000', 'yesterday', '9'.repeat(20)])
		commit(ANN, `Ann Example <ann@example.org> ${time}`, 'Without a date');
	commit(ANN, 'nobody', 'Without brackets');
	const { today, malformed } = await measured();
	expect(today.values).toMatchObject({
		...{ firstCommit: '2026-08-11', lastCommit: '2026-08-11', commitsTotal: 2, commits365d: 1 }
	});
	expect(malformed).toBe(5);
});

test('without any date that can be, nothing is known', async () => {
	repository.import({ commits: [{ time: 0 }] });
	const { today, past } = await scene.measure(scene.target(repository, { months: 2 }));
	expect(today.values).toEqual({});
	expect(today.unknown.commitsTotal).toBe('no commit has a plausible date');
	expect(past).toEqual([]);
});

test('a replacement reference changes nothing', async () => {
	commit(ANN, ANN, 'Second');
	repository.git([
		'update-ref',
		`refs/replace/${repository.head()}`,
		repository.git(['rev-parse', 'HEAD~1'])
	]);
	const { today } = await measured();
	expect(today.values.commitsTotal).toBe(2);
});

test('a merge of many parents is one merge', async () => {
	const branches = Array.from({ length: 60 }, (_, i) => ({
		...{ time: daysBefore(9), email: `p${i}@example.org`, parents: [] }
	}));
	const parents = branches.map((_, i) => i);
	const merge = { time: daysBefore(8), subject: 'Merge pull request #9 from all', parents };
	repository.import({ commits: [...branches, merge] });
	const { today } = await measured();
	expect(today.values).toMatchObject({
		commitsTotal: 60,
		contributorsTotal: 60,
		mergedPulls365d: 1
	});
});

test('reading beyond a limit ends as a failure, and the folder stays', async () => {
	const target = scene.target(repository, { tagCount: 0 });
	await scene.measure(target);
	scene.server.behave();
	expect(await scene.failure(target, { limits: { readMs: 0 } })).toBe('slow');
	expect((await scene.measure(target)).fetched).toBe(false);
});
