import { describe, expect, test } from 'vitest';
import { readLandscape } from '#lib/radar/landscape/landscape.ts';
import { placesInOrder } from './landscape-order.ts';
import { projectsInScope } from '#lib/radar/landscape/scope.ts';
import { readYaml } from '#lib/radar/input/yaml.ts';

const landscape = readLandscape(
	readYaml(
		`
landscape:
  - name: Provisioning
    subcategories:
      - name: Security
        items:
          - { name: Early, repo_url: https://github.com/early/early, second_path: [AI / Runtime] }
  - name: AI
    subcategories:
      - name: Runtime
        items:
          - { name: Zeta, repo_url: https://github.com/zeta/zeta }
          - { name: Alpha, repo_url: https://github.com/alpha/alpha, second_path: [AI / Agents] }
      - name: Storage
        items:
      - name: Agents
        items:
          - { name: Beta, repo_url: https://github.com/beta/beta }
`,
		'landscape.yml'
	)
);
const places = placesInOrder(
	landscape,
	new Map(
		projectsInScope(landscape, ['AI']).projects.map((project) => [
			project.name.toLowerCase(),
			project
		])
	)
);

describe('the order of the landscape', () => {
	test('is that of the file, not of the names', () => {
		expect([...new Set(places.map(({ subcategory }) => subcategory))]).toEqual([
			'Runtime',
			'Agents'
		]);
	});

	test('puts what comes by a second path behind the own items of a box', () => {
		expect(
			places.filter(({ subcategory }) => subcategory === 'Runtime').map(({ project }) => project)
		).toEqual(['zeta', 'alpha', 'early']);
		expect(
			places.filter(({ subcategory }) => subcategory === 'Agents').map(({ project }) => project)
		).toEqual(['beta', 'alpha']);
	});
});
