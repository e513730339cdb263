import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { mapOf } from '#lib/radar/input/json-text.ts';
import {
	eachOnce,
	unreadable,
	type Declared,
	type ManifestReader
} from '#lib/radar/stack/manifests/declared.ts';
import { filledReference } from '#lib/radar/stack/manifests/image-reference.ts';

const MAX_ALIASES = 100;

/**
 * Kubernetes manifests, of any kind and in any number, and values of a Helm chart: whatever stands under `image`.
 * JSON is YAML too.
 */
export const readKubernetes: ManifestReader = (text, file) => {
	if (/^\s*\{\{-?\s/m.test(text) || /:\s*\{\{/.test(text)) {
		throw unreadable(
			file,
			lineOf(text),
			'a Helm template is not YAML yet: give what `helm template` prints'
		);
	}
	const lines = new LineCounter();
	const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
	if ('empty' in documents) return [];
	const images = documents.flatMap((document) => {
		const [error] = document.errors;
		if (error !== undefined) {
			throw unreadable(file, lines.linePos(error.pos[0]).line, `not valid YAML: ${error.message}`);
		}
		return imagesIn(plain(document, file));
	});
	return eachOnce(images.map((name): Declared => ({ kind: 'image', name, direct: true })));
};

function plain(document: Document.Parsed, file: string): unknown {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw unreadable(file, null, `cannot be read: ${message}`);
	}
}

const lineOf = (text: string): number =>
	text.split('\n').findIndex((line) => line.includes('{{')) + 1;

/** Images anywhere below a value: as one text, or as Helm's charts part them. */
function imagesIn(value: unknown): string[] {
	const found: string[] = [];
	const waiting: unknown[] = [value];
	for (let at = 0; at < waiting.length; at++) {
		const one = waiting[at];
		if (Array.isArray(one)) {
			for (const each of one) waiting.push(each);
			continue;
		}
		for (const [key, below] of Object.entries(mapOf(one))) {
			if (key === 'image') found.push(...referenceOf(below));
			waiting.push(below);
		}
	}
	return found;
}

function referenceOf(value: unknown): string[] {
	const { registry, repository, name } = mapOf(value);
	const parted = [registry, repository ?? name].filter((part) => typeof part === 'string');
	const reference = filledReference(typeof value === 'string' ? value : parted.join('/'));
	return reference === null ? [] : [reference];
}
