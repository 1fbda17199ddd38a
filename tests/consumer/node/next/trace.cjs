// What Vercel, and Next.js built with webpack, take along: the files that @vercel/nft finds.
const { nodeFileTrace } = require("next/dist/compiled/@vercel/nft");

nodeFileTrace(["app/api/secrets/route.js"], { base: process.cwd() }).then(({ fileList }) => {
  const found = [...fileList].filter((file) => file.includes(process.argv[2]) && /\.node$/.test(file));
  if (found.length !== 1) throw new Error(`the trace has no native module: ${[...fileList]}`);
});
