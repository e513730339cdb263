import { wholeScore } from '#lib/radar/words/numbers.ts';

const NUMBER = /^(\d+(?:\.\d+)?)(k|m)?$/;

function readNumber(text: string): number | null {
	const [, digits, unit] = NUMBER.exec(text) ?? [];
	if (digits === undefined) return null;
	return Number(digits) * (unit === 'k' ? 1e3 : unit === 'm' ? 1e6 : 1);
}

/**
 * `>5k`, `<300`, `1k..10k`, `1k..`, `5,000`; null when unreadable. `80` fits a score of 80.7, as
 * displayed.
 */
export function readRange(value: string): ((value: number) => boolean) | null {
	const text = value.replaceAll(',', '');
	const [, sign, rest] = /^(>=|<=|>|<|=)?(.*)$/.exec(text) ?? [];
	if (!sign && text.includes('..')) {
		const [from, to] = text.split('..');
		const lo = from ? readNumber(from) : -Infinity;
		const hi = to ? readNumber(to) : Infinity;
		return lo === null || hi === null ? null : (value) => value >= lo && value <= hi;
	}
	const limit = readNumber(rest ?? '');
	if (limit === null) return null;
	switch (sign) {
		case '>':
			return (value) => value > limit;
		case '>=':
			return (value) => value >= limit;
		case '<':
			return (value) => value < limit;
		case '<=':
			return (value) => value <= limit;
		default:
			return (value) => value === limit || wholeScore(value) === limit;
	}
}
