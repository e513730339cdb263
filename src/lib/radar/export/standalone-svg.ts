import { pageOf } from './links.ts';
import { INKS, type FigureTheme, type Ink } from './figure-theme.ts';

export interface StandaloneOptions {
	theme: FigureTheme;
	/** Site root for links; null: no links. */
	site: string | null;
	/** Uses the large names of narrow pages. */
	small?: boolean;
}

type Attributes = Map<string, string>;

interface Open {
	tag: string;
	/** Empty for the picture's own parts. */
	part: string;
	hue: string;
	hollow: boolean;
	halo: { at: number; attributes: Attributes; stroke: Record<string, string> } | null;
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
/** Attributes without meaning outside the page. */
const OF_PAGE = /^(class|style|tabindex|href|aria-.*|data-sveltekit-.*|data-part)$/;

/** Inlines the components' styles for programs without style sheets, variables or `paint-order`. */
export function standaloneSvg(
	markup: string,
	{ theme, site, small = false }: StandaloneOptions
): string {
	const ink = INKS[theme];
	const sizes = small ? SMALL_CHART : CHART;
	const open: Open[] = [];
	let written = '';
	let from = 0;
	for (const token of markup.matchAll(TOKEN)) {
		written += markup.slice(from, token.index);
		from = token.index + token[0].length;
		const [, closing, tag = '', rest = '', single] = token;
		if (token[0].startsWith('<!--')) continue;
		if (closing === '/') {
			const last = open.pop();
			if (last?.halo) written = withHalo(written, last);
			else written += `</${last?.tag ?? tag}>`;
			continue;
		}
		const attributes = attributesOf(rest);
		const parent = open.at(-1);
		const part = attributes.get('data-part') ?? parent?.part ?? '';
		if (part === '') {
			written += `<${tag}${text(attributes)}${single ? '/' : ''}>`;
			if (!single) open.push({ tag, part, hue: '', hollow: false, halo: null });
			continue;
		}
		const element: Open = {
			tag,
			part,
			hue: hueOf(attributes, theme) ?? parent?.hue ?? ink.ink,
			hollow: parent?.hollow === true || classesOf(attributes).has('hollow'),
			halo: null
		};
		written += opened(element, attributes, { ink, sizes, site, at: written.length });
		if (single) written += `</${element.tag}>`;
		else open.push(element);
	}
	return `${written}${markup.slice(from)}`.trim() + '\n';
}

function opened(
	element: Open,
	attributes: Attributes,
	{ ink, sizes, site, at }: { ink: Ink; sizes: NameSizes; site: string | null; at: number }
): string {
	const classes = classesOf(attributes);
	const spoken = attributes.get('aria-label');
	const own: Attributes = new Map([...attributes].filter(([name]) => !OF_PAGE.test(name)));
	let title = '';
	if (element.tag === 'a') {
		const id = attributes.get('data-project');
		const href = id === undefined ? null : pageOf(site, id);
		if (href === null) element.tag = 'g';
		else own.set('href', href);
		if (spoken !== undefined) title = `<title>${spoken}</title>`;
	}
	const href = attributes.get('href');
	// Older programs know only `xlink:href`.
	if (element.tag === 'textPath' && href) own.set('href', href).set('xlink:href', href);
	for (const [name, value] of Object.entries(paint(element, classes, ink, sizes)))
		own.set(name, value);
	if (classes.has('dim')) {
		own.set('fill-opacity', '0.14');
		if (own.has('stroke')) own.set('stroke-opacity', '0.14');
	}
	const stroke = haloOf(element, classes, ink, sizes);
	if (stroke !== null) element.halo = { at, attributes: own, stroke };
	return stroke === null ? `<${element.tag}${text(own)}>${title}` : '';
}

interface NameSizes {
	rim: string;
	tight: string;
	ring: string;
	edge: string;
}
const CHART: NameSizes = { rim: '17', tight: '14', ring: '16', edge: '5' };
const SMALL_CHART: NameSizes = { rim: '30', tight: '24.6', ring: '26', edge: '7' };

const RING_OPACITY: Record<string, string> = {
	adopt: '0.26',
	trial: '0.17',
	assess: '0.1',
	hold: '0.045'
};

/** Mirrors the components' styles; a browser test compares both. */
function paint(
	{ tag, part, hue, hollow }: Open,
	classes: ReadonlySet<string>,
	ink: Ink,
	sizes: NameSizes
): Record<string, string> {
	if (part === 'ground' && tag === 'path') {
		const opacity = [...classes].map((name) => RING_OPACITY[name]).find(Boolean);
		if (opacity === undefined) return { fill: 'none' };
		return { fill: hue, 'fill-opacity': opacity, stroke: ink.paper, 'stroke-width': '2.5' };
	}
	if (part === 'ground' && classes.has('rim')) {
		const size = classes.has('tight') ? sizes.tight : sizes.rim;
		return { fill: hue, 'font-size': size, 'font-weight': '600', 'text-anchor': 'middle' };
	}
	if (part === 'ground' && classes.has('ring')) {
		return {
			fill: ink.ink,
			'font-size': sizes.ring,
			'font-weight': '650',
			'letter-spacing': '0.16',
			'text-anchor': 'middle'
		};
	}
	if (part === 'blips' && tag === 'path') {
		if (classes.has('arc')) {
			return { fill: 'none', stroke: ink.ink, 'stroke-width': '2.6', 'stroke-linecap': 'round' };
		}
		if (hollow) return { fill: ink.paper, stroke: hue, 'stroke-width': '2.5' };
		if (classes.has('dim')) return { fill: hue };
		return { fill: hue, stroke: ink.paper, 'stroke-width': '1.5' };
	}
	if (part === 'names' && tag === 'text') return { fill: ink.soft, 'font-size': '15.5' };
	return {};
}

/** Null for text without an edge. */
function haloOf(
	{ part, tag }: Open,
	classes: ReadonlySet<string>,
	{ paper }: Ink,
	{ edge }: NameSizes
): Record<string, string> | null {
	if (tag !== 'text') return null;
	if (part === 'names') return { stroke: paper, 'stroke-width': '3', 'stroke-opacity': '0.75' };
	return classes.has('ring') ? { stroke: paper, 'stroke-width': edge } : null;
}

/** Edge first: few programs support `paint-order`. */
function withHalo(written: string, { tag, halo }: Open): string {
	if (halo === null) return written;
	const words = written.slice(halo.at);
	const edge = new Map([
		...halo.attributes,
		['aria-hidden', 'true'],
		['stroke-linejoin', 'round'],
		...Object.entries(halo.stroke),
		['fill', 'none']
	] as [string, string][]);
	const before = written.slice(0, halo.at);
	return `${before}<${tag}${text(edge)}>${words}</${tag}><${tag}${text(halo.attributes)}>${words}</${tag}>`;
}

function attributesOf(rest: string): Attributes {
	return new Map(
		[...rest.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const)
	);
}

const text = (attributes: Attributes): string =>
	[...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');

const classesOf = (attributes: Attributes): ReadonlySet<string> =>
	new Set((attributes.get('class') ?? '').split(' '));

function hueOf(attributes: Attributes, theme: FigureTheme): string | null {
	const style = attributes.get('style') ?? '';
	return new RegExp(`--${theme}:\\s*(#[0-9a-f]{6})`).exec(style)?.[1] ?? null;
}
