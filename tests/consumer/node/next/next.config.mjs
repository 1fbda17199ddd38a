export default { output: "standalone", serverExternalPackages: ["infisical-e2ee"] };
