import { expect, test } from 'vitest';
import { isForeignForm } from './same-site.ts';

const FORM = 'application/x-www-form-urlencoded';
const request = (headers: Record<string, string>, method = 'POST') =>
	new Request('https://radar.example/guide/ask', { method, headers });

test.each([
	[FORM, 'https://radar.example', false],
	[FORM, 'http://radar.example', false],
	[FORM, 'https://evil.example', true],
	[FORM, 'https://radar.example.evil.example', true],
	[FORM, 'null', true],
	['multipart/form-data; boundary=x', 'https://evil.example', true],
	['TEXT/plain', 'https://evil.example', true],
	// A browser asks before it sends JSON to another site.
	['application/json', 'https://evil.example', false]
])('%s from %s', (type, origin, foreign) => {
	expect(isForeignForm(request({ 'content-type': type, origin }), 'radar.example')).toBe(foreign);
});

test('a form that does not say where it comes from is foreign; reading never is', () => {
	expect(isForeignForm(request({ 'content-type': FORM }), 'radar.example')).toBe(true);
	expect(isForeignForm(request({ origin: 'https://evil.example' }), 'radar.example')).toBe(true);
	expect(isForeignForm(request({}), 'radar.example')).toBe(false);
	expect(isForeignForm(request({ 'content-type': FORM }, 'GET'), 'radar.example')).toBe(false);
});
