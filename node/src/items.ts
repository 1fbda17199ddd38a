/** An ordered collection of named items: array methods, and lookup by name. */
export class NamedItems<Item extends { readonly name: string }> implements Iterable<Item> {
  readonly #items: readonly Item[];

  /** @internal */
  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  /** The number of items. */
  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.#items.values();
  }

  /** The item of this name, or `undefined`. */
  get(name: string): Item | undefined {
    return this.#items.find((item) => item.name === name);
  }

  /** Whether there is an item of this name. */
  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The results of `change` for each item, as an array. */
  map<Result>(change: (item: Item, index: number) => Result): Result[] {
    return this.#items.map((item, index) => change(item, index));
  }

  /** The items for which `matches` is true, as an array. */
  filter(matches: (item: Item, index: number) => boolean): Item[] {
    return this.#items.filter((item, index) => matches(item, index));
  }

  /** The first item for which `matches` is true. */
  find(matches: (item: Item, index: number) => boolean): Item | undefined {
    return this.#items.find((item, index) => matches(item, index));
  }

  /** Calls `visit` for each item. */
  forEach(visit: (item: Item, index: number) => void): void {
    this.#items.forEach((item, index) => {
      visit(item, index);
    });
  }
}
