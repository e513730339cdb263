import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitVersion, GitMissing } from './version.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'radar-version-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The version that a git would have which says this of itself. */
function versionOf(says: string): string {
	writeFileSync(join(folder, 'git'), `#!/bin/sh\necho '${says}'\n`);
	chmodSync(join(folder, 'git'), 0o755);
	return gitVersion({ PATH: folder });
}

test.each([
	['git version 2.39.5', '2.39.5'],
	['git version 2.50.1 (Apple Git-155)', '2.50.1'],
	['git version 2.47.0.windows.2', '2.47.0.windows.2'],
	['git version 3.0', '3.0']
])('%s', (says, version) => expect(versionOf(says)).toBe(version));

test('an older one is refused with what to do', () => {
	expect(() => versionOf('git version 2.31.8')).toThrow(
		'Git 2.31.8 is too old to read histories: install git 2.32 or newer.'
	);
});

test('none is refused with what to do', () => {
	expect(() => gitVersion({ PATH: folder })).toThrow(GitMissing);
	expect(() => versionOf('something else')).toThrow('install git 2.32 or newer');
});
