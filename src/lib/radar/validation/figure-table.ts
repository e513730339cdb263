import type { Figure } from './report.ts';

export interface FigureTable {
	columns: string[];
	rows: { label: string; of: number | null; cells: (Figure | null)[] }[];
}

const SEPARATOR = ': ';
const LEAST_COLUMNS = 2;

/** Groups labels `thing: measure`; no table for one measure. */
export function tabulate(figures: readonly Figure[]): {
	table: FigureTable | null;
	rest: Figure[];
} {
	const split = figures.flatMap((figure) => {
		const at = figure.label.indexOf(SEPARATOR);
		if (at < 0) return [];
		const [thing, measure] = [figure.label.slice(0, at), figure.label.slice(at + SEPARATOR.length)];
		return [{ figure, thing, measure }];
	});
	const columns = [...new Set(split.map(({ measure }) => measure))];
	if (columns.length < LEAST_COLUMNS) return { table: null, rest: [...figures] };
	const rows = [...Map.groupBy(split, ({ thing }) => thing)].map(([label, parts]) => ({
		label,
		of: parts[0]?.figure.of ?? null,
		cells: columns.map((column) => parts.find(({ measure }) => measure === column)?.figure ?? null)
	}));
	const used = new Set(split.map(({ figure }) => figure));
	return { table: { columns, rows }, rest: figures.filter((figure) => !used.has(figure)) };
}
