/** Things with names, in an order: an array's habits, and each by its name. */
export class NamedItems<Item extends { readonly name: string }> implements Iterable<Item> {
  readonly #items: readonly Item[];

  /** @internal */
  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  /** How many there are. */
  get length(): number {
    return this.#items.length;
  }

  [Symbol.iterator](): IterableIterator<Item> {
    return this.#items.values();
  }

  /** The one of that name, if it is there. */
  get(name: string): Item | undefined {
    return this.#items.find((item) => item.name === name);
  }

  /** Whether one of that name is there. */
  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** What `change` makes of each, as an array. */
  map<Result>(change: (item: Item, index: number) => Result): Result[] {
    return this.#items.map((item, index) => change(item, index));
  }

  /** Those for which `matches` is true, as an array. */
  filter(matches: (item: Item, index: number) => boolean): Item[] {
    return this.#items.filter((item, index) => matches(item, index));
  }

  /** The first for which `matches` is true. */
  find(matches: (item: Item, index: number) => boolean): Item | undefined {
    return this.#items.find((item, index) => matches(item, index));
  }

  /** Calls `visit` with each. */
  forEach(visit: (item: Item, index: number) => void): void {
    this.#items.forEach((item, index) => {
      visit(item, index);
    });
  }
}
