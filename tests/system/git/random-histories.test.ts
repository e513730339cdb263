import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { drawn, historyOf, naiveCount } from '../../git/random-history.ts';
import { gitScene, MOMENT, type GitScene } from '../../git/scene.ts';

// Each starts dozens of gits.
vi.setConfig({ testTimeout: 60_000 });

let scene: GitScene;
beforeAll(async () => void (scene = await gitScene()));
afterAll(() => scene.end());

test('a random history gives by git what a count by hand gives', async () => {
	let number = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 25 }), async (list) => {
			const repository = scene.repository(`random-${++number}`, historyOf(list));
			const { today } = await scene.measure(scene.target(repository));
			const exists = list.some(({ time }) => time > 0 && time <= MOMENT / 1000);
			expect(today.values).toMatchObject(exists ? naiveCount(list) : {});
			expect(today.values.commitsTotal !== undefined).toBe(exists);
		}),
		{ numRuns: 10 }
	);
});
