import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { HealthAnswers } from './health.ts';

/** What `/readyz` says at a moment about an edition of 31 August. */
function readinessAt(now: string): Record<string, unknown> {
	let body = '';
	const response = { writeHead: () => response, end: (text: string) => (body = text) };
	const edition = {
		id: '2026-08',
		date: '2026-08-31',
		kind: 'month' as const,
		modelVersion: '2.0.0'
	};
	new HealthAnswers({
		database: { current: { edition, answers: () => true }, problem: null },
		metrics: { text: async () => '', contentType: '' },
		isEnding: () => false,
		now: () => Date.parse(now)
	}).privately(
		{ url: '/readyz' } as IncomingMessage,
		response as unknown as ServerResponse & { req: IncomingMessage }
	);
	return JSON.parse(body);
}

test.each([
	['2026-09-01T12:00:00Z', 36],
	['2026-08-30T00:00:00Z', 0],
	['1970-01-01T00:00:00Z', 0]
])('the age of an edition at %s is %i hours, never below 0', (now, ageHours) => {
	expect(readinessAt(now)).toMatchObject({ status: 'ready', edition: '2026-08', ageHours });
});
