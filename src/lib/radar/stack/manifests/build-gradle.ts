import { declare, type ManifestReader } from './declared.ts';

/** `implementation 'group:artifact:version'`, also through `platform(…)`, in Groovy and in Kotlin. */
const SHORT =
	/\b\w*(?:implementation|api|compile|runtime|compileOnly|runtimeOnly|classpath)\b[^\n"']{0,80}["']([\w.-]+:[\w.-]+)(?::[^"']*)?["']/gi;
/** `group: 'x', name: 'y'`, and `group = "x", name = "y"`. */
const LONG = /\bgroup\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/g;

/** Dependencies that stand in a Gradle script as texts. It is a program: what it computes is not seen. */
export const readBuildGradle: ManifestReader = (text) => {
	const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
	const names = [
		...[...code.matchAll(SHORT)].map(([, name = '']) => name),
		...[...code.matchAll(LONG)].map(([, group = '', name = '']) => `${group}:${name}`)
	];
	return [...new Set(names)].map((name) => declare('maven', name));
};
