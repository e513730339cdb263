import type { ManifestReader } from './declared.ts';
import { requirementsDeclared } from './requirements.ts';

/** What holds requirements: `install_requires=[`, `REQUIRED = [`, `extras["dev"] = [`. */
const OPENING =
	/\b\w*(?:require|depend|extras)\w*(?:\[[^\]\n]*\])?\s*(?::\s*[^=\n]+)?=\s*(?=[[{(])/gi;
/** A text in quotes, and what follows it: a key is followed by a colon. */
const TEXT = /(["'])((?:\\.|(?!\1)[^\\\n])*)\1(\s*:)?/y;

/** Requirements that stand in a `setup.py` as texts. It is a program: what it computes or reads is not seen. */
export const readSetupPy: ManifestReader = (text) => {
	const code = text.replace(/(^|\s)#[^\n]*/g, '$1');
	const found = [...code.matchAll(OPENING)].flatMap((match) =>
		textsFrom(code, match.index + match[0].length)
	);
	return requirementsDeclared(found);
};

/** The texts, without keys, in the brackets that open at a place. */
function textsFrom(code: string, start: number): string[] {
	const texts: string[] = [];
	let depth = 0;
	for (let at = start; at < code.length; at++) {
		const letter = code[at] ?? '';
		if ('[{('.includes(letter)) depth += 1;
		else if (']})'.includes(letter) && --depth === 0) break;
		else if (letter === '"' || letter === "'") {
			TEXT.lastIndex = at;
			const match = TEXT.exec(code);
			if (match === null) continue;
			if (match[3] === undefined) texts.push(match[2] ?? '');
			at += match[0].length - 1;
		}
	}
	return texts;
}
