import { expect, test } from 'vitest';
import { mixFinding } from './mix-finding.ts';

const mix = (edition: string, adopt: number, total: number) => ({
	...{ edition, total },
	counts: { adopt, trial: total - adopt, assess: 0, hold: 0, 'not-rated': 0 }
});

test('the finding is the change between the first and the last edition that hold projects', () => {
	expect(
		mixFinding([
			mix('2024-07', 0, 0),
			mix('2024-08', 17, 100),
			mix('2025-08', 50, 100),
			mix('2026-08', 32, 200)
		])
	).toBe('Adopt’s share: 17% to 16% in 2 years');
	expect(mixFinding([mix('2026-06', 1, 4), mix('2026-08', 1, 2)])).toBe(
		'Adopt’s share: 25% to 50% in 2 months'
	);
});

test('a share that is the same again is told as such', () => {
	expect(mixFinding([mix('2024-08', 19, 100), mix('2026-08', 38, 200)])).toBe(
		'Adopt’s share: 19%, as 2 years ago'
	);
});

test('one edition has no trend', () => {
	expect(mixFinding([mix('2026-08', 1, 2)])).toBeNull();
	expect(mixFinding([])).toBeNull();
});
