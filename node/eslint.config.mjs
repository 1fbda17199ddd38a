import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "npm/", "src/binding.d.ts"] },
  {
    files: ["src/**/*.{ts,mts}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "BinaryExpression[operator='instanceof'][right.name=/^(Error|Date|AbortSignal|Array|Object|Buffer|Uint8Array|ArrayBuffer|Map|Set|Promise|URL)$/]",
          message:
            "instanceof fails across realms, as in Jest: use node:util's types, or check properties.",
        },
      ],
    },
  },
  { files: ["test/**/*.{mjs,cjs}", "*.mjs"], extends: [tseslint.configs.recommended] },
  {
    files: ["**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
