import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languageModelPlace, LanguageModelSettingsError } from './settings.ts';

const SET = { RADAR_LLM_URL: 'http://127.0.0.1:8000/v1/', RADAR_LLM_MODEL: 'org/Model-7B:q4' };

test('nothing set, no model', () => {
	expect(languageModelPlace({})).toBeNull();
	expect(languageModelPlace({ RADAR_LLM_URL: '', RADAR_LLM_KEY: '' })).toBeNull();
});

test('address, model and key are read', () => {
	expect(languageModelPlace({ ...SET, RADAR_LLM_KEY: 'sk-1' })).toEqual({
		url: 'http://127.0.0.1:8000/v1',
		host: '127.0.0.1:8000',
		model: 'org/Model-7B:q4',
		key: 'sk-1'
	});
});

test('the key is read from a file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'radar-key-'));
	const file = join(folder, 'key');
	writeFileSync(file, 'sk-2\n');
	expect(languageModelPlace({ ...SET, RADAR_LLM_KEY_FILE: file })?.key).toBe('sk-2');
	writeFileSync(file, '\n');
	expect(() => languageModelPlace({ ...SET, RADAR_LLM_KEY_FILE: file })).toThrow(/is empty/);
	rmSync(folder, { recursive: true });
	expect(() => languageModelPlace({ ...SET, RADAR_LLM_KEY_FILE: file })).toThrow(/ENOENT/);
});

test.each([
	[{ RADAR_LLM_URL: SET.RADAR_LLM_URL }, /^RADAR_LLM_MODEL is missing/],
	[{ RADAR_LLM_MODEL: 'm' }, /^RADAR_LLM_URL is missing/],
	[{ RADAR_LLM_KEY: 'secret-1' }, /^RADAR_LLM_URL is missing.*\nRADAR_LLM_MODEL is missing/],
	[{ ...SET, RADAR_LLM_URL: 'ftp://host/secret-1' }, /no http or https address/],
	[{ ...SET, RADAR_LLM_URL: 'secret-1' }, /no http or https address/],
	[{ ...SET, RADAR_LLM_URL: 'https://me:secret-1@host/v1' }, /holds a user or password/],
	[{ ...SET, RADAR_LLM_URL: 'https://host/v1?key=secret-1' }, /holds "\?" or "#"/],
	[{ ...SET, RADAR_LLM_MODEL: 'a\nb' }, /no name of a model/],
	[{ ...SET, RADAR_LLM_KEY: 'secret-1', RADAR_LLM_KEY_FILE: '/x' }, /both set/],
	[{ ...SET, RADAR_LLM_KEY: 'secret-1\nX: y' }, /RADAR_LLM_KEY holds letters/]
])('%j is refused, and no key is repeated', (env, wanted) => {
	const error = (() => {
		try {
			languageModelPlace(env);
			return null;
		} catch (thrown) {
			return thrown;
		}
	})();
	if (!(error instanceof LanguageModelSettingsError)) throw new Error('It was not refused.');
	expect(error.message).toMatch(wanted);
	expect(error.message).not.toContain('secret-1');
});
