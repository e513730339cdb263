import { expect, test } from 'vitest';
import { countAdopters, type AdopterForm } from './adopters-list.ts';

const TABLE = `# Adopters
| not | a table
| Organization | Contact |
|:-------------|---------|
| [Acme](https://acme.example) | x |
| Beta* | y \\| z |
| acme | a second product |
|  | nameless |

| Name |
| --- |
| Gamma |
`;

test.each<[AdopterForm, string, number | null]>([
	['table', TABLE, 3],
	['table', 'See our website.', null],
	['items', '# Users\n- Acme\n  - what they do\n* **Beta**: x\n- Acme', 2],
	['ordered', '1. Acme\n2. [Beta](https://b.example)\n10. Gamma', 3],
	['headings', '# Powered by\n## A\ntext\n### why\n## B\n## C', 3],
	['bold', '**_[Acme](https://a.example)_** - uses it\n\n**Beta** does\nnot **bold** here', 2],
	['yaml-name', '- name: Acme\n  url: x\n- name: Beta\n- note: none', 2],
	['yaml-name', 'adopters:\n  - name: Acme\n', 1],
	['yaml-name', 'a: [', null],
	['json', '[{"name":"Acme"},{"name":"Beta"}]', 2],
	['json', '{"adopters":[{"name":"Acme"}]}', 1],
	['json', '<html>', null]
])('%s: %j', (form, text, count) => {
	expect(countAdopters(text, form)).toBe(count);
});
