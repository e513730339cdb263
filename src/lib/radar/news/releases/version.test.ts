import { describe, expect, test } from 'vitest';
import { sameVersion, stepBetween, tagVersion } from './version.ts';

describe('tagVersion', () => {
	test.each([
		['v1.2.3', '1.2.3', '', '1.2.3'],
		['0.299', '0.299', '', '0.299.0'],
		['release-2.0.1', '2.0.1', '', '2.0.1'],
		['python==1.2.0', '1.2.0', 'python', '1.2.0'],
		['sdk/v1.2.3', '1.2.3', 'sdk', '1.2.3'],
		['@scope/pkg@4.0.1', '4.0.1', 'scope/pkg', '4.0.1'],
		['dotnet-1.80.0', '1.80.0', 'dotnet', '1.80.0'],
		['kserve-0.20.0', '0.20.0', '', '0.20.0'],
		['v2.0.0-rc.1', '2.0.0-rc.1', '', '2.0.0-rc.1'],
		['1.0rc2', '1.0rc2', '', '1.0.0-rc2'],
		['v1.2.3-hotfix', '1.2.3-hotfix', '', '1.2.3']
	])('%s names %s of "%s"', (tag, text, part, version) => {
		const read = tagVersion(tag, 'KServe');
		expect(read).toMatchObject({ text, part });
		expect(read?.semver.version).toBe(version);
	});

	test.each(['latest', 'nightly', 'slurm-26-05-3-1', 'v5', ''])('%s names none', (tag) =>
		expect(tagVersion(tag)).toBeNull()
	);
});

test('0.17, v0.17 and 0.17.0 are the same version', () => {
	expect(new Set(['0.17', 'v0.17', '0.17.0'].map(sameVersion)).size).toBe(1);
	expect(sameVersion('latest')).toBe('latest');
});

test.each([
	['0.9.0', '1.0.0', 'first-stable'],
	['1.9.0', '2.0.0', 'major'],
	['1.9.0', '1.10.0', 'minor'],
	['1.9.0', '1.9.1', 'patch'],
	['2025.4.0', '2026.1.0', 'minor'],
	['25.4.0', '26.1.0', 'minor']
])('from %s to %s is %s', (from, to, step) => {
	const [a, b] = [tagVersion(from), tagVersion(to)];
	expect(a && b && stepBetween(a.semver, b.semver, '2026-08-06')).toBe(step);
});
