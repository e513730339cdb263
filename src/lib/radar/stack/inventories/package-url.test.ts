import fc from 'fast-check';
import { expect, test } from 'vitest';
import { declaredByUrl } from './package-url.ts';

const named = (url: string) => {
	const found = declaredByUrl(url, null);
	return found === null ? null : `${found.kind} ${found.name}`;
};

test.each([
	['pkg:npm/%40angular/animation@12.3.1', 'npm @angular/animation'],
	['pkg:npm/@angular/animation@12.3.1', 'npm @angular/animation'],
	['pkg:npm/foobar', 'npm foobar'],
	['pkg:PyPI/Django_Thing@1.11.1.dev1', 'pypi Django_Thing'],
	['pkg:golang/google.golang.org/genproto@abc#googleapis/api', 'go google.golang.org/genproto'],
	['pkg:maven/org.apache.kafka/kafka-clients@3?type=jar', 'maven org.apache.kafka:kafka-clients'],
	['pkg:cargo/rand@0.7.2', 'cargo rand'],
	['pkg:docker/cassandra@latest', 'image cassandra'],
	['pkg:docker/smartentry/debian@sha256:24', 'image smartentry/debian'],
	['pkg:docker/own/model@1?repository_url=gcr.io', 'image gcr.io/own/model'],
	['pkg:oci/debian@sha256%3A24?repository_url=ghcr.io/debian&tag=bullseye', 'image ghcr.io/debian'],
	['pkg:deb/debian/curl@7.50?arch=i386', 'debian curl'],
	['pkg:helm/qdrant@1?repository_url=x', 'chart qdrant'],
	['pkg://npm/foobar@1', 'npm foobar'],
	['pkg:npm/%E0%A4%A@1', 'npm %E0%A4%A'],
	['pkg:gem/rails@7', null],
	['pkg:npm/', null],
	['https://example.org', null]
])('%s', (url, name) => {
	expect(named(url)).toBe(name);
});

test('a name without special letters comes out as it went in, with and without version', () => {
	const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]*$/);
	fc.assert(
		fc.property(name, name, fc.stringMatching(/^[0-9][0-9.]*$/), (scope, own, version) => {
			expect(named(`pkg:npm/%40${scope}/${own}@${version}`)).toBe(`npm @${scope}/${own}`);
			expect(named(`pkg:npm/${own}`)).toBe(`npm ${own}`);
		})
	);
});
