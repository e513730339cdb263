import { describe, expect, test } from 'vitest';
import { GitHubFault, safeMessage, toFault } from './fault.ts';

const SECRET = 'ghp_secret';
const httpError = (status: number, message: string, answered = true) =>
	Object.assign(new Error(message), {
		name: 'HttpError',
		status,
		response: answered ? { status, headers: {} } : undefined
	});

describe('toFault', () => {
	test.each([
		[401, 'unauthorised'],
		[403, 'forbidden'],
		[404, 'not-found'],
		[451, 'legal'],
		[422, 'unreadable'],
		[502, 'server']
	])('%d is %s', (status, kind) => {
		expect(toFault(httpError(status, 'said'), SECRET)).toMatchObject({
			kind,
			status,
			message: `GitHub answered ${status}: said`
		});
	});

	test('no answer is a server failure without a status', () => {
		expect(toFault(httpError(500, 'ECONNRESET', false), SECRET)).toMatchObject({
			kind: 'server',
			status: null
		});
		expect(toFault('odd', SECRET)).toBeInstanceOf(GitHubFault);
	});

	test('carries neither the secret nor the original error', () => {
		const fault = toFault(httpError(500, `token ${SECRET} refused`), SECRET);
		expect(fault.message).toBe('GitHub answered 500: token [token] refused');
		expect(fault.cause).toBeUndefined();
	});

	test('says that a page came rather than showing it', () => {
		expect(toFault(httpError(502, '<!DOCTYPE html><p>Unicorn'), SECRET).message).toBe(
			'GitHub answered 502: an HTML page'
		);
	});
});

test('messages are one line and not long', () => {
	expect(safeMessage('a\n\tb', null)).toBe('a b');
	expect(safeMessage('x'.repeat(999), null).length).toBeLessThan(250);
});
