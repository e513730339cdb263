import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Words of the makers that tell a visitor nothing, and what to write. */
const NEVER: readonly [pattern: RegExp, instead: string][] = [
	[/\balive\b/i, 'active'],
	[/\bcarried by\b|\bbroadly carried\b/i, 'maintained'],
	[/\bbox(es)?\b/i, 'subcategory'],
	[/\bthe middle\b/i, 'median'],
	[/\bnot observed\b|\blast observed\b/i, 'not measured, last measured'],
	[/\b(stands|stood|stand) (in|at|against|beside|behind|best|for|here|there|as)\b/i, 'is'],
	[/\b(score|model|file|landscape|radar|it) says\b/i, 'is enough for, lists'],
	[/\b(lies|lie) (in|at|on|beside|behind|outside)\b/i, 'is'],
	[/\b(is|are|was|were|it) filed\b|\bfiles? (projects|no|an?)\b/i, 'lists'],
	[/\borganiz|\bbehavior|\bcolor of|\blicense[ds]? (under|is|of)\b/i, 'British spelling'],
	[/\b(whoever|lest|thereby|hereby|whence)\b/i, 'plain words'],
	[/\bfor lack of data\b/i, 'data now too old'],
	[/\btake (it|the data) along\b/i, 'get the data'],
	[/\bknots?\b/i, 'marks'],
	[/\b(no longer )?in force\b/i, 'applies'],
	[/\d %/, 'no space before %'],
	[/(^|[\s(])-?\.\d/, 'a zero before the point']
];

/** Words for reports of the model’s checks and for those who run the site. */
const NOT_SHOWN =
	/landscape-keys|test\.ts$|\/validation\/|\.d\.ts$|\/language-model\/|explain-question|understand-question|summary\/|common-words|stems\.ts/;

const isSentence = (text: string): boolean => /[a-z] \S|\S [a-z]/i.test(text);

function textsOfScript(code: string): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isRegularExpressionLiteral(node)) return;
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
		if (ts.isTemplateExpression(node)) {
			texts.push(
				[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('1')
			);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true));
	return texts.filter(isSentence);
}

function textsOfComponent(code: string): string[] {
	const texts: string[] = [];
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (typeof node !== 'object' || node === null) return;
		const { type, name, data, value, quasis } = node as Record<string, unknown>;
		if (
			type === 'Attribute' &&
			['class', 'd', 'style', 'viewBox', 'transform'].includes(String(name))
		)
			return;
		if (type === 'ImportDeclaration') return;
		if (type === 'Text') texts.push(String(data).replace(/\s+/g, ' '));
		if (type === 'Literal' && typeof value === 'string') texts.push(value);
		if (type === 'TemplateLiteral' && Array.isArray(quasis)) {
			texts.push(quasis.map((part: { value: { cooked: string } }) => part.value.cooked).join('1'));
		}
		for (const [key, child] of Object.entries(node)) {
			if (!['css', 'leadingComments', 'trailingComments', 'comments', 'quasis'].includes(key))
				visit(child);
		}
	};
	visit(parseSvelte(code, { modern: true }));
	return texts.filter(isSentence);
}

test.each(NEVER)('no page, file or command shows %s', (pattern, instead) => {
	const found = SHOWN.filter(({ text }) => pattern.test(text)).map(
		({ file, text }) => `${file}: ${text}`
	);
	expect(found, `write: ${instead}`).toEqual([]);
});

const SHOWN = globSync([
	'src/**/*.svelte',
	'src/**/*.ts',
	'scripts/commands/**/*.ts',
	'src/error.html'
])
	.filter((file) => !NOT_SHOWN.test(file))
	.flatMap((file) => {
		const code = readFileSync(file, 'utf8');
		const texts = file.endsWith('.ts') ? textsOfScript(code) : textsOfComponent(code);
		return texts.map((text) => ({ file, text }));
	});
