// The checks for both test runners, which each pass their own `expect` and package.
exports.check = async ({ Client, InvalidInputError, NotFoundError }, expect) => {
  const { INFISICAL_URL: baseUrl, INFISICAL_TOKEN: token } = process.env;
  const client = new Client({ baseUrl, token });
  const { signal } = new AbortController();
  const list = await client.secrets.list({ signal, timeoutMs: 20_000 });
  expect(list.toObject()).toStrictEqual({
    ...{ PLAIN: "value", MULTI: "one\ntwo\n", UNICODE: "密 🔐", EMPTY: "" },
  });
  expect(await client.capabilities()).toStrictEqual({ ...(await client.capabilities()) });
  const missing = client.secrets.get("NONE");
  await expect(missing).rejects.toThrow(NotFoundError);
  await expect(missing).rejects.toBeInstanceOf(Error);
  await expect(client.secrets.create("A", 5)).rejects.toThrow(InvalidInputError);
  expect(() => new Client({ baseUrl, token: "none" })).toThrow(/Infisical Token/);
  client.close();
};
