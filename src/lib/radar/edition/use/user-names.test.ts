import { expect, test } from 'vitest';
import type { UsePart } from '#lib/radar/model/use-share.ts';
import { userNames } from './user-names.ts';

test('a user is named by its project, also where its repository was renamed; others stay repositories', () => {
	const users = ['Kubeflow/hub', 'left/group', 'stranger/app'];
	const part = {
		...{ kind: 'peers', state: 'observed' },
		usedBy: users.map((repository) => ({ repository, file: 'go.mod' }))
	} as UsePart;
	const projectOf = new Map([
		['kubeflow/hub', 'model-registry'],
		['left/group', 'gone']
	]);
	const blips = [{ id: 'model-registry', name: 'Model Registry' }];
	expect(userNames([part], projectOf, blips)).toEqual({
		'Kubeflow/hub': { id: 'model-registry', name: 'Model Registry' }
	});
});
