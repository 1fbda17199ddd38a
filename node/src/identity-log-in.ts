import { fileURLToPath } from "node:url";

import { checkFields, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { InvalidInputError } from "./errors.js";

/**
 * A machine identity in a Kubernetes pod, with the token of the pod's service account. The file is
 * read at each log-in, because Kubernetes replaces the token.
 */
export interface KubernetesLogIn {
  method: "kubernetes";
  /** Id of the identity. */
  identityId: string;
  /** File of the token; `/var/run/secrets/kubernetes.io/serviceaccount/token` by default. */
  tokenFile?: string | URL | undefined;
}

/**
 * A machine identity, with a JWT: of the OIDC provider that its OIDC auth names (`oidc`), or that
 * one of the keys of its JWT auth verifies (`jwt`). When a given JWT has expired, the client cannot
 * log in again. A file is read at each log-in, because another program replaces it.
 */
export type JwtLogIn = {
  method: "oidc" | "jwt";
  /** Id of the identity. */
  identityId: string;
} & (
  | {
      /** The JWT. */
      token: string;
    }
  | {
      /** File that contains the JWT. */
      tokenFile: string | URL;
    }
);

/**
 * A machine identity, with an account in the LDAP directory of its LDAP auth. The server receives
 * the password, and gives it to the directory.
 */
export interface LdapLogIn {
  method: "ldap";
  /** Id of the identity. */
  identityId: string;
  /** User name of the account. */
  username: string;
  /** Password of the account. */
  password: string;
}

/**
 * A machine identity on a machine or service of Azure, with its managed identity. At each log-in
 * the client asks Azure's instance metadata service for a token, or the endpoint in
 * `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, which App Service and Functions set.
 */
export interface AzureLogIn {
  method: "azure";
  /** Id of the identity. */
  identityId: string;
  /** The resource of the identity's Azure auth; `https://management.azure.com/` by default. */
  resource?: string | undefined;
  /** Client id of the managed identity, for a machine that has several. */
  clientId?: string | undefined;
}

/**
 * A machine identity on Google Cloud, with an ID token of the machine's service account, for GCP
 * auth of type `gce`. At each log-in the client asks the metadata server for the token.
 */
export interface GcpIdTokenLogIn {
  method: "gcp-id-token";
  /** Id of the identity. */
  identityId: string;
}

/**
 * A machine identity, with the key file of a service account of Google Cloud, for GCP auth of type
 * `iam`. At each log-in the client reads the file and signs a token with the key, which stays on
 * this machine.
 */
export interface GcpIamLogIn {
  method: "gcp-iam";
  /** Id of the identity. */
  identityId: string;
  /** The key file (JSON). */
  keyFile: string | URL;
}

/**
 * A machine identity with credentials of AWS. At each log-in the client signs a request
 * `sts:GetCallerIdentity`, which the server sends to AWS. The credentials are those in
 * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; else those of the
 * container's endpoint, which ECS and EKS set; else those of the instance's role. The region is
 * that in `AWS_REGION` or `AWS_DEFAULT_REGION`, else that of the instance, else `us-east-1`.
 */
export interface AwsIamLogIn {
  method: "aws-iam";
  /** Id of the identity. */
  identityId: string;
}

/** A machine identity, with a client certificate that the connection presents in TLS. */
export interface TlsCertLogIn {
  method: "tls-cert";
  /** Id of the identity. */
  identityId: string;
  /** The certificate as PEM. Further certificates may lead to the CA. */
  certificate: string;
  /** The private key of the certificate as PEM. It stays on this machine. */
  privateKey: string;
}

/** How a machine identity logs in, other than by universal auth. */
export type IdentityLogIn =
  | KubernetesLogIn
  | JwtLogIn
  | LdapLogIn
  | AzureLogIn
  | GcpIdTokenLogIn
  | GcpIamLogIn
  | AwsIamLogIn
  | TlsCertLogIn;

/** The fields of each method, other than `method` and `identityId`. */
const FIELDS: Record<IdentityLogIn["method"], readonly string[]> = {
  kubernetes: ["tokenFile"],
  oidc: ["token", "tokenFile"],
  jwt: ["token", "tokenFile"],
  ldap: ["username", "password"],
  azure: ["resource", "clientId"],
  "gcp-id-token": [],
  "gcp-iam": ["keyFile"],
  "aws-iam": [],
  "tls-cert": ["certificate", "privateKey"],
};

const FILES: readonly string[] = ["tokenFile", "keyFile"];

/** Fails unless the value is a log-in of a machine identity. */
export function identityLogIn(name: string, value: unknown): void {
  const { method } = Object(value) as { method?: unknown };
  if (typeof method !== "string" || !Object.hasOwn(FIELDS, method)) {
    const known = Object.keys(FIELDS).join(", ");
    throw new InvalidInputError(`${name} must be an object whose method is one of: ${known}`);
  }
  const fields = FIELDS[method as IdentityLogIn["method"]];
  checkFields(name, value as object, ["method", "identityId", ...fields]);
  const given = value as Record<string, unknown>;
  text(`${name}.identityId`, given.identityId);
  for (const field of fields) {
    const part = given[field];
    if (part === undefined || part === null) continue;
    if (!(FILES.includes(field) && isUrl(part))) text(`${name}.${field}`, part);
  }
}

/** The log-in as the native module takes it. */
export function nativeLogIn(given: IdentityLogIn | undefined) {
  if (given === undefined) return undefined;
  const parts = { ...given } as Record<string, unknown>;
  for (const field of FILES.filter((field) => isUrl(parts[field]))) {
    parts[field] = localPath(field, parts[field] as URL);
  }
  return parts as unknown as Binding.NativeIdentityLogIn;
}

function localPath(name: string, url: URL): string {
  try {
    return fileURLToPath(url.href);
  } catch (cause) {
    throw new InvalidInputError(`identity.${name} is not a file: URL of a local file`, { cause });
  }
}

/** Also of another realm. */
function isUrl(value: unknown): value is URL {
  return typeof value === "object" && value !== null && "href" in value && "protocol" in value;
}
