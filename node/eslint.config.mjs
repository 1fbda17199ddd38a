import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "npm/", "src/binding.d.ts"] },
  {
    files: ["src/**/*.{ts,mts}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
  },
  { files: ["test/**/*.{mjs,cjs}", "*.mjs"], extends: [tseslint.configs.recommended] },
  {
    files: ["**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
