import { expect, test } from 'vitest';
import { scorecardOn } from './scorecard.ts';
import type { UseRow } from './use.ts';

const ON = '2026-08-31';
const row = (value: number, observedOn: string): UseRow => ({
	...{ kind: 'scorecard', repository: 'maker/tool', source: 'deps.dev' },
	observedOn,
	value
});

test('the newest Scorecard counts, with its own day and source', () => {
	expect(scorecardOn([row(7.5, '2026-08-24'), row(6, '2026-08-17')], ON)).toMatchObject({
		...{ state: 'observed', value: 7.5, observedOn: '2026-08-24', source: 'deps.dev' },
		carriedOver: false
	});
	expect(scorecardOn([row(6, '2026-07-01')], ON)).toMatchObject({ value: 6, carriedOver: true });
});

test('one of a later day, one too old and none are not known', () => {
	expect(scorecardOn([row(7, '2026-09-01')], ON)).toEqual({
		state: 'unknown',
		reason: 'not measured'
	});
	expect(scorecardOn([row(7, '2026-02-27')], ON)).toEqual({
		state: 'unknown',
		reason: 'last measured on 27 February 2026, too old to rate'
	});
	expect(scorecardOn([], ON).state).toBe('unknown');
});
