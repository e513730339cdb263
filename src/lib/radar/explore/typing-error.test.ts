import { expect, test } from 'vitest';
import { isOneTypingErrorAway } from './typing-error.ts';

test.each([
	['vlm', 'vllm'],
	['vllmm', 'vllm'],
	['mivlus', 'milvus'],
	['milvsu', 'milvus'],
	['kserv3', 'kserve'],
	['a', 'ab']
])('%s is one error away from %s, and the other way round', (one, other) => {
	expect(isOneTypingErrorAway(one, other)).toBe(true);
	expect(isOneTypingErrorAway(other, one)).toBe(true);
});

test.each([
	['vllm', 'vllm'],
	['vm', 'vllm'],
	['mlivsu', 'milvus'],
	['abc', 'acx'],
	['', '']
])('%s is not one error away from %s', (one, other) => {
	expect(isOneTypingErrorAway(one, other)).toBe(false);
});
