import { expect, test } from 'vitest';
import { didYouMean, nearestWords } from './nearest.ts';

const IDS = ['vllm', 'sglang', 'kserve', 'kueue'];

test('the word spelt most alike comes first, whatever its case', () => {
	expect(nearestWords('KServ', IDS, 2)).toEqual(['kserve']);
	expect(nearestWords('vlm', IDS)).toEqual(['vllm']);
	expect(didYouMean('sglan', IDS)).toBe(' Did you mean sglang?');
});

test('what differs in more than half of its letters is no suggestion', () => {
	expect(nearestWords('tensorflow', IDS, 3)).toEqual([]);
	expect(didYouMean('', IDS)).toBe('');
});
