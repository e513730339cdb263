/** Loaded before a server: its clock is right until SIGUSR2, then a day ahead, a day behind, at 1970, and right again. */
const DAY_MS = 86_400_000;
const realNow = Date.now.bind(Date);
const shifts = [DAY_MS, -DAY_MS, -realNow(), 0];
let shift = 0;

class ShiftedDate extends Date {
	static override now = (): number => realNow() + shift;

	constructor(...given: unknown[]) {
		super(...((given.length === 0 ? [ShiftedDate.now()] : given) as [number]));
	}
}
globalThis.Date = ShiftedDate as DateConstructor;
process.on('SIGUSR2', () => (shift = shifts.shift() ?? 0));
