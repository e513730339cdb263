import { onMount } from 'svelte';

type Field = HTMLInputElement | HTMLSelectElement;

const isTick = ({ type }: Field): boolean => type === 'checkbox' || type === 'radio';

function isChanged(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
	}
	// A tick without a value reads "on".
	if (isTick(field)) return field.checked !== field.defaultChecked;
	return field.value !== field.defaultValue;
}

/** Hydration erases earlier input. Call during setup. */
export function takeOverEarlyInput(): void {
	if (import.meta.env.SSR) return;
	const early = [...document.querySelectorAll<Field>('main :is(input, select)')]
		.filter(isChanged)
		.map((field) => ({ field, value: field.value, checked: 'checked' in field && field.checked }));
	onMount(() => {
		for (const { field, value, checked } of early) {
			if (!field.isConnected) continue;
			if ('checked' in field && isTick(field)) field.checked = checked;
			else field.value = value;
			for (const type of ['input', 'change'])
				field.dispatchEvent(new Event(type, { bubbles: true }));
		}
	});
}
