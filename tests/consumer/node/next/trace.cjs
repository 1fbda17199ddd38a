// The files that @vercel/nft traces: Vercel, and Next.js built with webpack, deploy these.
const { nodeFileTrace } = require("next/dist/compiled/@vercel/nft");

nodeFileTrace(["app/api/secrets/route.js"], { base: process.cwd() }).then(({ fileList }) => {
  const found = [...fileList].filter((file) => file.includes(process.argv[2]) && /\.node$/.test(file));
  if (found.length !== 1) throw new Error(`the trace has no native module: ${[...fileList]}`);
});
