import { describe, expect, test } from 'vitest';
import { hashText, seededRandom } from './random.ts';

describe('the hash of a text', () => {
	test('is the same everywhere', () => {
		expect(['', 'a', 'kubeflow', 'Kubeflow', 'é'].map(hashText)).toEqual([
			2872998923, 444641715, 54472272, 2499550277, 3136788073
		]);
	});

	test('spreads similar texts evenly', () => {
		const tenths = Array.from({ length: 10 }, () => 0);
		for (let i = 0; i < 5000; i++) {
			const at = Math.floor((hashText(`project-${i}`) / 2 ** 32) * 10);
			tenths[at] = (tenths[at] ?? 0) + 1;
		}
		for (const count of tenths) expect(Math.abs(count - 500)).toBeLessThan(100);
	});
});

describe('a seeded source', () => {
	const first = (seed: number, count: number) => {
		const random = seededRandom(seed);
		return Array.from({ length: count }, () => random());
	};

	test('repeats itself for the same seed and not for another', () => {
		expect(first(7, 20)).toEqual(first(7, 20));
		expect(first(7, 20)).not.toEqual(first(8, 20));
	});

	test('gives numbers from 0 to below 1 that average a half', () => {
		const numbers = first(2026, 5000);
		expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...numbers)).toBeLessThan(1);
		expect(numbers.reduce((a, b) => a + b, 0) / numbers.length).toBeCloseTo(0.5, 1);
	});
});
