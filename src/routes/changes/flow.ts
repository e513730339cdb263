import type { StandingState } from '#lib/radar/edition/moves/move.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** From the centre outwards, then states without a place. */
export const FLOW_STATES = [
	'adopt',
	'trial',
	'assess',
	'hold',
	'not-rated',
	'absent'
] as const satisfies StandingState[];

export interface FlowNode {
	state: StandingState;
	count: number;
	y: number;
	height: number;
}

export interface FlowRibbon {
	from: StandingState;
	to: StandingState;
	count: number;
	/** SVG path data. */
	path: string;
	/** Top edge at both ends. */
	y0: number;
	y1: number;
	thick: number;
}

export interface FlowBox {
	width: number;
	height: number;
	/** Width of the side bars. */
	bar: number;
	/** Gap between bars of a side. */
	gap: number;
}

/** Ribbons are as thick as their count. */
export function drawFlow(
	moves: readonly { from: StandingState; to: StandingState }[],
	{ width, height, bar, gap }: FlowBox
): { left: FlowNode[]; right: FlowNode[]; ribbons: FlowRibbon[] } {
	const countOf = (side: 'from' | 'to') => (state: StandingState) =>
		moves.filter((move) => move[side] === state).length;
	const sides = (['from', 'to'] as const).map((side) =>
		FLOW_STATES.map((state) => ({ state, count: countOf(side)(state) })).filter(
			({ count }) => count > 0
		)
	);
	const most = Math.max(1, ...sides.map((side) => side.length));
	const unit = moves.length === 0 ? 0 : (height - gap * (most - 1)) / moves.length;
	const stack = (side: { state: StandingState; count: number }[]): FlowNode[] => {
		let y = 0;
		return side.map(({ state, count }) => {
			const node = { state, count, y, height: count * unit };
			y += node.height + gap;
			return node;
		});
	};
	const left = stack(sides[0] ?? []);
	const right = stack(sides[1] ?? []);
	const start = new Map(left.map(({ state, y }) => [state, y]));
	const end = new Map(right.map(({ state, y }) => [state, y]));
	const ribbons = FLOW_STATES.flatMap((from) =>
		FLOW_STATES.flatMap((to): FlowRibbon[] => {
			const count = moves.filter((move) => move.from === from && move.to === to).length;
			if (count === 0) return [];
			const [y0, y1] = [start.get(from) ?? 0, end.get(to) ?? 0];
			start.set(from, y0 + count * unit);
			end.set(to, y1 + count * unit);
			const thick = count * unit;
			const path = ribbon(bar, width - bar, y0, y1, thick);
			return [{ from, to, count, path, y0, y1, thick }];
		})
	);
	return { left, right, ribbons };
}

function ribbon(x0: number, x1: number, y0: number, y1: number, thick: number): string {
	const middle = (x0 + x1) / 2;
	const [a, b, c, d] = [y0, y1, y1 + thick, y0 + thick].map((y) => rounded(y, 1));
	return `M${x0} ${a}C${middle} ${a} ${middle} ${b} ${x1} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x0} ${d}Z`;
}
