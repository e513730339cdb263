/** A measured value and its target. */
export interface Figure {
	what: string;
	measured: number;
	unit: string;
	/** Upper limit, unless `atLeast`. */
	target: number;
	atLeast?: boolean;
}

export function print({ what, measured, unit, target, atLeast = false }: Figure): void {
	const met = atLeast ? measured >= target : measured <= target;
	const number = (value: number) =>
		value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
	const goal = `${atLeast ? '≥' : '≤'} ${number(target)} ${unit}`;
	console.log(
		`${met ? 'met   ' : 'MISSED'}  ${what.padEnd(62)} ${`${number(measured)} ${unit}`.padStart(14)}   ${goal}`
	);
}

/** Wall-clock milliseconds. */
export async function timed<T>(run: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
	const started = performance.now();
	const result = await run();
	return { ms: performance.now() - started, result };
}

/** `share`: 0 to 1. */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
