import { describe, expect, test } from 'vitest';
import { NO_MEMORY, readMemory } from './memory.ts';

describe('readMemory', () => {
	test('gives back what was stored', () => {
		const memory = { ...NO_MEMORY, databaseId: 5, firstCommit: '2020-01-01' };
		expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
	});
	test.each([null, undefined, 'text', { asks: 1 }, { ...NO_MEMORY, firstCommit: 'yesterday' }])(
		'takes %j for none',
		(stored) => expect(readMemory(stored)).toEqual(NO_MEMORY)
	);
});
