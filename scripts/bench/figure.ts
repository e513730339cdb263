/** One measured figure beside what it has to reach. */
export interface Figure {
	what: string;
	measured: number;
	unit: string;
	/** At most, unless `atLeast`. */
	target: number;
	atLeast?: boolean;
}

/** Prints a figure: what was measured, what it has to reach, and whether it does. */
export function print({ what, measured, unit, target, atLeast = false }: Figure): void {
	const met = atLeast ? measured >= target : measured <= target;
	const number = (value: number) =>
		value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
	const goal = `${atLeast ? '≥' : '≤'} ${number(target)} ${unit}`;
	console.log(
		`${met ? 'met   ' : 'MISSED'}  ${what.padEnd(62)} ${`${number(measured)} ${unit}`.padStart(14)}   ${goal}`
	);
}

/** Milliseconds of wall clock that something takes. */
export async function timed<T>(run: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
	const started = performance.now();
	const result = await run();
	return { ms: performance.now() - started, result };
}

/** The value below which a share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
