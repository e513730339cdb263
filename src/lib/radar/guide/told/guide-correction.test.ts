import { expect, test } from 'vitest';
import { factCorrectionUrl, stackCorrectionUrl } from './guide-correction.ts';

const REPOSITORY = 'https://github.com/a/b';

test('an issue about a fact quotes it and its source', () => {
	const url = new URL(
		factCorrectionUrl(REPOSITORY, { says: 'vLLM serves as cache', source: 'v/v README.md' }) ?? ''
	);
	expect(url.searchParams.get('title')).toBe('Correct the guide: vLLM serves as cache');
	expect(url.searchParams.get('body')).toContain('Read in: v/v README.md');
	expect(factCorrectionUrl('data/', { says: '', source: '' })).toBeNull();
});

test('an issue about a stack holds its parts and what was asked', () => {
	const url = new URL(
		stackCorrectionUrl(REPOSITORY, {
			useCase: { id: 'rag', title: 'Answer' },
			edition: '2026-08',
			query: 'cncf=1',
			parts: ['Engine: vLLM']
		}) ?? ''
	);
	expect(url.searchParams.get('body')).toContain('- Engine: vLLM');
	expect(url.searchParams.get('body')).toContain('`cncf=1`');
});
